import { viewStore } from '../../store/view-store.ts'
import { canvasControls } from '../canvas-store.ts'
import { meantBy } from '../drawn-ids.ts'
import type { XY } from '../hit-test.ts'
import { hitAt } from './hit-overview.ts'

/** Selects what lies under a point of the screen, or nothing, where cards are painted. */
export function selectAt(screen: XY): void {
  const at = canvasControls()?.toCanvas(screen)
  const hit = at === undefined ? undefined : hitAt(at)
  viewStore.getState().select(hit === undefined ? [] : meantBy(hit))
}
