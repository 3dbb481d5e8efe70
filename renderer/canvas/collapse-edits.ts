import type { Id } from '../../shared/design/design.ts'
import { setCollapsed } from '../../shared/design/edit/place.ts'
import { ancestorsOf } from '../../shared/design/nesting.ts'
import { designStore, editDesign } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { canvasStore } from './canvas-store.ts'
import { freezePlaces } from './from-flow.ts'

/** Collapses the selected boundaries, or the one around what is selected; expands them when all are collapsed. */
export function collapseSelection(): void {
  const { design } = designStore.getState()
  const boundaries = new Set((design.boundaries ?? []).map(({ id }) => id))
  const { selection } = viewStore.getState()
  const chosen = selection.filter((id) => boundaries.has(id))
  toggleCollapsed(chosen.length > 0 ? chosen : selection.flatMap((id) => ancestorsOf(design, id)[0]?.id ?? []))
}

/** Collapses every boundary; expands all when none is open. */
export function collapseAll(): void {
  toggleCollapsed((designStore.getState().design.boundaries ?? []).map(({ id }) => id))
}

/** One step to take back. Everything keeps its place meanwhile: expanded again, it looks as it did. */
export function toggleCollapsed(ids: readonly Id[]): void {
  const { places } = canvasStore.getState()
  const standing = [...new Set(ids)].flatMap((id) => (places[id] === undefined ? [] : [[id, places[id]] as const]))
  if (standing.length === 0) return
  const collapsing = !standing.every(([, place]) => place.collapsed === true)
  const corners = Object.fromEntries(standing.map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }]))
  const done = editDesign(collapsing ? 'Collapse' : 'Expand', (design) =>
    setCollapsed(freezePlaces(design, places), corners, collapsing),
  )
  if (done && collapsing) selectWhatIsDrawn(new Set(standing.map(([id]) => id)))
}

/** Nothing inside stays selected, or the next key would act on what nobody sees. */
function selectWhatIsDrawn(collapsed: ReadonlySet<Id>): void {
  const { design } = designStore.getState()
  const { selection, select } = viewStore.getState()
  const drawn = selection.map((id) => ancestorsOf(design, id).findLast((each) => collapsed.has(each.id))?.id ?? id)
  select([...new Set(drawn)])
}
