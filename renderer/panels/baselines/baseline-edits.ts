import type { Baseline, Condition, Id } from '../../../shared/design/design.ts'
import {
  addCondition,
  changeCondition,
  removeCondition,
  setVerdict,
  type Verdict,
} from '../../../shared/baselines/board.ts'
import { freezeDesign } from '../../../shared/baselines/freeze.ts'
import { outcomeOf } from '../../../shared/options/outcome.ts'
import { standardsStore } from '../../store/standards-store.ts'
import { showToast } from '../../ui/index.ts'
import { addElement, changeElement, freshId, removeElements, todayIso } from '../edits.ts'
import { analysisStore, designStore, editDocument } from '../stores.ts'

/**
 * Freezes what is drawn, with what the engines say of it. Answers the new id, or nothing while the engines are still at
 * work on the last edit: a baseline never holds numbers of another drawing.
 */
export async function freezeNow(name: string): Promise<Id | undefined> {
  const { stated, statedRevision } = analysisStore.getState()
  const { revision, document } = designStore.getState()
  if (stated === undefined || statedRevision !== revision) {
    showToast('The numbers of the last edit are not there yet. Try again in a moment.')
    return undefined
  }
  // Names every rule and framework: loaded when somebody freezes, and not before.
  const { editionsOf } = await import('../../../shared/editions.ts')
  if (designStore.getState().revision !== revision) {
    showToast('The design changed meanwhile. Freeze it again.')
    return undefined
  }
  const id = freshId(document, 'baseline')
  const editions = editionsOf(standardsStore.getState().standards)
  const frozen = editDocument(`Freeze ${name}`, (design) =>
    addElement(design, 'baselines', freezeDesign(design, outcomeOf(stated), { id, name, date: todayIso(), editions })),
  )
  if (frozen) showToast(`Froze “${name}”.`)
  return frozen ? id : undefined
}

/** "Baseline 3": the name that a person types over. */
export function nextName(baselines: readonly Baseline[]): string {
  return `Baseline ${baselines.length + 1}`
}

export function changeBaseline(id: Id, label: string, change: (baseline: Baseline) => Baseline): void {
  editDocument(label, (design) => changeElement(design, 'baselines', id, change))
}

export function removeBaseline({ id, name }: Baseline): void {
  if (editDocument(`Delete ${name}`, (design) => removeElements(design, [id])))
    showToast(`Deleted “${name}”. Undo brings it back.`)
}

export function changeVerdict(id: Id, verdict: Verdict | undefined): void {
  editDocument('Change the verdict', (design) => setVerdict(design, id, verdict, todayIso()))
}

export function newCondition(id: Id, text: string): void {
  editDocument('Add a condition', (design) =>
    addCondition(design, id, { id: freshId(design, 'condition'), text, status: 'open' }),
  )
}

export function editCondition(id: Id, condition: Id, label: string, change: (one: Condition) => Condition): void {
  editDocument(label, (design) => changeCondition(design, id, condition, change))
}

export function dropCondition(id: Id, condition: Id): void {
  editDocument('Delete a condition', (design) => removeCondition(design, id, condition))
}
