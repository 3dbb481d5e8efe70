import { useReactFlow } from '@xyflow/react'
import type { PointerEvent } from 'react'
import { useState } from 'react'
import type { Flow } from '../../../shared/design/design.ts'
import { useDesignState } from '../../store/design-store.ts'
import type { ArrowPath } from '../arrow-path.ts'
import { reconnectArrow } from '../canvas-edits.ts'
import { canvasStore } from '../canvas-store.ts'
import { componentAt } from '../hit-test.ts'

type End = 'from' | 'to'

/** Grips at both ends of the selected arrow: dragged onto another component, that end moves there. */
export function ReconnectEnds({ flow, path }: { readonly flow: Flow; readonly path: ArrowPath }) {
  const { screenToFlowPosition } = useReactFlow()
  const readOnly = useDesignState((state) => state.readOnly)
  const [held, setHeld] = useState<{ readonly end: End; readonly x: number; readonly y: number } | undefined>()
  if (readOnly) return null

  const drag = (event: PointerEvent<SVGCircleElement>, end: End): void => {
    if (held === undefined) return
    setHeld({ end, ...screenToFlowPosition({ x: event.clientX, y: event.clientY }) })
  }
  const drop = (event: PointerEvent<SVGCircleElement>, end: End): void => {
    if (held === undefined) return
    setHeld(undefined)
    const point = screenToFlowPosition({ x: event.clientX, y: event.clientY })
    const { design, places } = canvasStore.getState().drawn
    const hit = componentAt(design, places, point, 12)
    if (hit !== undefined && hit !== flow.from && hit !== flow.to) reconnectArrow(flow.id, end, hit)
  }
  const grip = (end: End, [x, y]: readonly [number, number]) => (
    <circle
      className="arrow-end nodrag nopan"
      cx={held?.end === end ? held.x : x}
      cy={held?.end === end ? held.y : y}
      r={6}
      onPointerDown={(event) => {
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        setHeld({ end, x, y })
      }}
      onPointerMove={(event) => drag(event, end)}
      onPointerUp={(event) => drop(event, end)}
      onPointerCancel={() => setHeld(undefined)}
    />
  )
  const [fixedX, fixedY] = held?.end === 'from' ? path.end : path.start
  return (
    <g>
      {held === undefined ? null : <path className="arrow-pending" d={`M${fixedX},${fixedY}L${held.x},${held.y}`} />}
      {grip('from', path.start)}
      {grip('to', path.end)}
    </g>
  )
}
