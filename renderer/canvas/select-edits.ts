import type { Id } from '../../shared/design/design.ts'
import { ancestorsOf } from '../../shared/design/nesting.ts'
import { designStore } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { canvasStore } from './canvas-store.ts'
import { meantBy, shownBy } from './drawn-ids.ts'

/** Selects all that is drawn and was not selected. */
export function invertSelection(): void {
  const { selection, select } = viewStore.getState()
  const chosen = new Set(selection)
  const { components = [], boundaries = [], flows = [] } = canvasStore.getState().drawn.design
  const rest = [...components, ...boundaries, ...flows].filter(
    ({ id }) => !shownBy(id).some((each) => chosen.has(each)),
  )
  select(rest.flatMap(({ id }) => meantBy(id)))
}

/** From selected boundaries to what stands directly in them. */
export function selectInside(): void {
  const chosen = new Set(viewStore.getState().selection)
  const { components = [], boundaries = [] } = canvasStore.getState().drawn.design
  const inside = [...components, ...boundaries].filter((each) => each.in !== undefined && chosen.has(each.in))
  if (inside.length > 0) viewStore.getState().select(inside.map(({ id }) => id))
}

/** From what is selected to the boundaries directly around it. */
export function selectAround(): void {
  const { design } = designStore.getState()
  const around = new Set<Id>(viewStore.getState().selection.flatMap((id) => ancestorsOf(design, id)[0]?.id ?? []))
  if (around.size > 0) viewStore.getState().select([...around])
}
