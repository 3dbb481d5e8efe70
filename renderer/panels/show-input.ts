import type { Id } from '../../shared/design/design.ts'
import { designStore, viewStore } from './stores.ts'

/** Leads to where an input of the estimate is stated: the inspector, or the card of the workload or action. */
export function showInput(on: Id, field: string): void {
  const { workloads = [], actions = [] } = designStore.getState().design
  const view = viewStore.getState()
  if (![...workloads, ...actions].some((one) => one.id === on)) {
    view.showField(on, field)
    return
  }
  view.showPanel('workloads')
  view.set({ wantedField: { on, field } })
}
