import type { StoredDesign } from './stored.ts'
import { openDesign } from './open-designs.ts'

/** Opens a design of the library, with its file and with what may be done with it. */
export function openStored({ workspaceId, document, file, readOnlyText }: StoredDesign): void {
  openDesign(document, {
    workspaceId,
    ...(file === undefined ? {} : { file, lags: file.lags }),
    ...(readOnlyText === undefined ? {} : { readOnlyText }),
  })
}
