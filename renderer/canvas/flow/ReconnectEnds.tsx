import type { PointerEvent } from 'react'
import type { Flow } from '../../../shared/design/design.ts'
import type { Point } from '../../../shared/layout/box.ts'
import { useDesignState } from '../../store/design-store.ts'
import type { ArrowPath } from '../arrow-path.ts'
import { beginConnecting, cancelConnecting, finishConnecting } from '../connecting.ts'

/** Grips at both ends of the selected arrow: dragged onto another component, that end moves there. */
export function ReconnectEnds({ flow, path }: { readonly flow: Flow; readonly path: ArrowPath }) {
  const readOnly = useDesignState((state) => state.readOnly)
  if (readOnly) return null
  const take = (event: PointerEvent<SVGCircleElement>, end: 'from' | 'to'): void => {
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    beginConnecting({ fixed: end === 'to' ? flow.from : flow.to, end, flow: flow.id })
  }
  const grip = (end: 'from' | 'to', [x, y]: Point) => (
    <circle
      className="arrow-end nodrag nopan"
      cx={x}
      cy={y}
      r={6}
      onPointerDown={(event) => take(event, end)}
      onPointerUp={(event) => {
        finishConnecting({ x: event.clientX, y: event.clientY })
        cancelConnecting()
      }}
      onPointerCancel={cancelConnecting}
    />
  )
  return (
    <g>
      {grip('from', path.start)}
      {grip('to', path.end)}
    </g>
  )
}
