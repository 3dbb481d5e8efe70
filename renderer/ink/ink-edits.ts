import { addStroke, removeStrokes, strokesOf } from '../../shared/design/edit/index.ts'
import type { Point } from '../../shared/layout/box.ts'
import { passesNear, slimStroke } from '../../shared/layout/strokes.ts'
import { designStore, editDocument } from '../store/design-store.ts'
import { tellStep } from '../store/tell-step.ts'
import { viewStore } from '../store/view-store.ts'
import { showToast } from '../ui/index.ts'
import { inkStore, nothingWiped } from './ink-store.ts'

/** Lays a line down that was just drawn, as one step that can be taken back. Who draws sees what is drawn. */
export function layStroke(points: readonly Point[]): void {
  const { ink } = inkStore.getState()
  viewStore.getState().set({ inkShown: true })
  const stroke = { points: slimStroke(points), ...(ink === 'red' ? {} : { ink }) }
  editDocument('Draw with the pen', (design) => addStroke(design, stroke))
}

/** Notes what the eraser touches on its way from one point to the next, in the canvas's coordinates. */
export function touchWithEraser(from: Point, to: Point, reach: number): void {
  const { wiped } = inkStore.getState()
  const steps = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / reach))
  const way = Array.from({ length: steps }, (_, step): Point => {
    const share = (step + 1) / steps
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
  })
  const met = strokesOf(designStore.getState().document).flatMap(({ points }, index) =>
    !wiped.has(index) && way.some((at) => passesNear(points, at, reach)) ? [index] : [],
  )
  if (met.length > 0) inkStore.setState({ wiped: new Set([...wiped, ...met]) })
}

/** Wipes off what the eraser has touched, as one step. */
export function wipeTouched(): void {
  const { wiped } = inkStore.getState()
  inkStore.setState({ wiped: nothingWiped })
  if (wiped.size > 0) editDocument('Erase pen strokes', (design) => removeStrokes(design, wiped))
}

export function eraseAllInk(): void {
  const count = strokesOf(designStore.getState().document).length
  if (count === 0) showToast('Nothing is drawn with the pen over this design.')
  else if (editDocument('Erase all pen strokes', (design) => removeStrokes(design))) {
    tellStep(count === 1 ? 'One pen stroke is gone.' : `${count} pen strokes are gone.`)
  }
}

/** Takes the pen, the eraser or again the pointer. With the pen in the hand its strokes are in sight. */
export function takeTool(tool: 'select' | 'hand' | 'pen' | 'eraser'): void {
  const isInk = tool === 'pen' || tool === 'eraser'
  viewStore.getState().set({ tool, ...(isInk ? { inkShown: true } : {}) })
}
