import { viewStore } from '../store/view-store.ts'

/** The dots of the canvas. */
export const gridSize = 20
/** Without the grid things still stand on whole steps, so that two that look level are. */
const fineStep = 4

/** What a drag snaps to, and one press of an arrow key moves by. */
export function gridStep(): number {
  return viewStore.getState().gridOn ? gridSize : fineStep
}

export function onGrid(value: number): number {
  const step = gridStep()
  return Math.round(value / step) * step
}
