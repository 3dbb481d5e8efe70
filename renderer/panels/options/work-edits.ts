import type { Id, WorkItem } from '../../../shared/design/design.ts'
import { setAfter } from '../../../shared/options/roadmap.ts'
import { designStore, editDocument } from '../stores.ts'
import { showToast } from '../../ui/index.ts'
import { addElement, changeElement, freshId, removeElements } from '../edits.ts'

/** New work, of a phase where one is named. */
export function addWork(phase: Id | undefined): void {
  const { document } = designStore.getState()
  const id = freshId(document, 'work')
  const item: WorkItem = { id, name: 'New work', status: 'open', ...(phase === undefined ? {} : { phase }) }
  editDocument('Add work', (design) => addElement(design, 'workItems', item))
}

export function changeWork(id: Id, label: string, change: (item: WorkItem) => WorkItem): void {
  editDocument(label, (design) => changeElement(design, 'workItems', id, change))
}

/** What a piece of work waits for; a circle is refused with its way. */
export function changeAfter(id: Id, after: readonly Id[]): void {
  const { document } = designStore.getState()
  const result = setAfter(document, id, after)
  if (result.ok) editDocument('Change what comes first', () => result.design)
  else showToast(result.problem, { tone: 'fail' })
}

export function removeWork(id: Id): void {
  editDocument('Delete work', (design) => removeElements(design, [id]))
}
