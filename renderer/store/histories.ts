import { applyEdit, type DesignEdit, editBetween } from '../../shared/design/design-edit.ts'
import { sameJson } from '../../shared/design/same-json.ts'
import type { Design } from '../../shared/design/design.ts'
import type { DesignState } from './design-store.ts'
import { library } from './library-database.ts'
import type { StoredDesign, StoredHistory, StoredStep } from './stored.ts'

/** What can be taken back and brought again. */
export type History = Pick<DesignState, 'past' | 'future'>
type Step = History['past'][number]

/** A step is stored as an edit, which tells of each element of a list that it changed where it stood. So many are told of in all steps. */
const mostListed = 60_000
const mostKept = 200

type KeptDesign = Pick<StoredDesign, 'workspaceId' | 'id' | 'document' | 'updatedAt'>

/** Keeps the steps of a design beside it, as it was kept, so that a restart takes nothing of them away. */
export async function keepHistory(
  { workspaceId, id, document, updatedAt }: KeptDesign,
  history: History,
): Promise<void> {
  const most = Math.min(mostKept, Math.floor(mostListed / Math.max(1, document.components?.length ?? 0)))
  const past = history.past.slice(history.past.length - Math.min(most, history.past.length))
  await library.histories.put({
    workspaceId,
    id,
    of: updatedAt,
    past: storeSteps(document, past.toReversed()).toReversed(),
    future: storeSteps(document, history.future.slice(0, most)),
  })
}

/** The steps that lead to the design as it is kept; else undefined. */
export async function readHistory(design: KeptDesign): Promise<History | undefined> {
  const kept = await library.histories.get([design.workspaceId, design.id])
  // Written by another edit, or by an older version that did not get to write it: it leads somewhere else.
  if (kept === undefined || !leadsTo(kept, design)) return undefined
  return {
    past: readSteps(design.document, kept.past.toReversed()).toReversed(),
    future: readSteps(design.document, kept.future),
  }
}

function leadsTo(kept: StoredHistory, { document, updatedAt }: KeptDesign): boolean {
  return kept.document === undefined ? kept.of === updatedAt : sameJson(kept.document, document)
}

/** Steps in the order that leads away from the present. */
function storeSteps(present: Design, steps: readonly Step[]): readonly StoredStep[] {
  let from = present
  return steps.map(({ label, document }) => {
    const edit = editTo(document, from)
    from = document
    return { label, edit }
  })
}

function readSteps(present: Design, steps: readonly StoredStep[]): readonly Step[] {
  let from = present
  return steps.map((step) => {
    from = 'edit' in step ? applyEdit(from, step.edit) : step.document
    return { label: step.label, document: from }
  })
}

/** Steps stand beside the same neighbour until somebody takes another way: their edits are worked out once. */
const edits = new WeakMap<Design, { readonly from: Design; readonly edit: DesignEdit }>()

function editTo(document: Design, from: Design): DesignEdit {
  const known = edits.get(document)
  if (known?.from === from) return known.edit
  const edit = editBetween(from, document)
  edits.set(document, { from, edit })
  return edit
}
