import type { History } from './histories.ts'
import type { StoredDesign } from './stored.ts'
import { openDesign } from './open-designs.ts'

/** Opens a design of the library, with its file, with what may be done with it and what can be taken back in it. */
export function openStored({ workspaceId, document, file, readOnlyText }: StoredDesign, history?: History): void {
  openDesign(document, {
    workspaceId,
    ...(history === undefined ? {} : { history }),
    ...(file === undefined ? {} : { file, lags: file.lags }),
    ...(readOnlyText === undefined ? {} : { readOnlyText }),
  })
}
