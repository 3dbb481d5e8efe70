import type { PointerEvent } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import type { ResizeCorner } from '../../../shared/layout/resize.ts'
import { resizeCorners } from '../../../shared/layout/resize.ts'
import { canvasControls } from '../canvas-store.ts'
import { beginResize, cancelResize, endResize, resizeTo } from '../resizing.ts'

/** Grips at the corners of a selected boundary. The keyboard has Alt with the arrow keys. */
export function ResizeCorners({ id }: { readonly id: Id }) {
  const start = (event: PointerEvent<HTMLElement>, corner: ResizeCorner): void => {
    if (event.button !== 0) return
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    beginResize(id, corner)
  }
  const move = (event: PointerEvent): void => {
    if (event.buttons !== 1) return
    const point = canvasControls()?.toCanvas({ x: event.clientX, y: event.clientY })
    if (point !== undefined) resizeTo(point, event)
  }
  return resizeCorners.map((corner) => (
    <span
      key={corner}
      className="boundary-corner nodrag nopan"
      data-corner={corner}
      onPointerDown={(event) => start(event, corner)}
      onPointerMove={move}
      onPointerUp={endResize}
      onPointerCancel={cancelResize}
    />
  ))
}
