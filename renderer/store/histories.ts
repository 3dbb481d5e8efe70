import { sameJson } from '../../shared/design/same-json.ts'
import type { Design } from '../../shared/design/design.ts'
import type { DesignState } from './design-store.ts'
import { library } from './library.ts'
import type { StoredDesign } from './stored.ts'

/** What can be taken back and brought again. */
export type History = Pick<DesignState, 'past' | 'future'>

/**
 * A step keeps a whole document; what it shares with its neighbours is stored once, but the lists of each are its own.
 * So many components in all steps together are kept, the newest steps first.
 */
const mostListed = 60_000
const mostKept = 200

/** Keeps the steps of a design beside it, so that a restart takes nothing of them away. */
export async function keepHistory(workspaceId: string, document: Design, history: History): Promise<void> {
  const most = Math.min(mostKept, Math.floor(mostListed / Math.max(1, document.components?.length ?? 0)))
  await library.histories.put({
    workspaceId,
    id: document.id,
    document,
    past: history.past.slice(history.past.length - Math.min(most, history.past.length)),
    future: history.future.slice(0, most),
  })
}

/** The steps that lead to the design as it is stored, and that design, sharing its parts with them; else undefined. */
export async function readHistory({
  workspaceId,
  id,
  document,
}: Pick<StoredDesign, 'workspaceId' | 'id' | 'document'>): Promise<(History & { document: Design }) | undefined> {
  const kept = await library.histories.get([workspaceId, id])
  // Written by another edit, or by an older version that did not get to write it: it leads somewhere else.
  return kept !== undefined && sameJson(kept.document, document) ? kept : undefined
}
