import type { Id } from '../../../shared/design/design.ts'
import { useCanvas } from '../canvas-store.ts'
import type { XY } from '../hit-test.ts'
import { centreOf } from '../hit-test.ts'
import { landingAt } from '../landing.ts'

interface PendingArrowProps {
  /** The component at the end that stays. */
  readonly fixed: Id
  /** Which end is in the hand. */
  readonly end: 'from' | 'to'
  readonly pointer: XY
}

/** The arrow in the hand, and where it would land: the card that would take it, or the reason why none does. */
export function PendingArrow({ fixed, end, pointer }: PendingArrowProps) {
  const drawn = useCanvas((state) => state.drawn)
  const start = drawn.places[fixed]
  if (start === undefined) return null
  const { on, refused, begun } = landingAt(drawn, fixed, end, pointer)
  const target = on === undefined || on === fixed ? undefined : drawn.places[on]
  const takes = target !== undefined && refused === undefined
  const from = borderTowards(start, takes ? centreOf(target) : pointer)
  const to = takes ? borderTowards(target, from) : pointer
  const line = end === 'to' ? `M${from.x},${from.y}L${to.x},${to.y}` : `M${to.x},${to.y}L${from.x},${from.y}`
  return (
    <g className="pending" data-refused={refused !== undefined && begun !== true}>
      {target === undefined ? null : (
        <rect
          className="pending-target"
          x={target.x - 3}
          y={target.y - 3}
          width={target.w + 6}
          height={target.h + 6}
          rx={14}
        />
      )}
      <path className="arrow-pending" d={line} markerEnd="url(#arrow-head-selected)" />
      {refused === undefined || begun === true ? null : (
        <foreignObject className="pending-reason" x={pointer.x + 14} y={pointer.y + 14} width={260} height={80}>
          <p>{refused}</p>
        </foreignObject>
      )}
    </g>
  )
}

interface Box extends XY {
  readonly w: number
  readonly h: number
}

/** Where the line from a box's middle to a point leaves the box; the middle itself when the point is inside. */
function borderTowards(box: Box, point: XY): XY {
  const middle = centreOf(box)
  const [dx, dy] = [point.x - middle.x, point.y - middle.y]
  const share = Math.min(dx === 0 ? Infinity : box.w / 2 / Math.abs(dx), dy === 0 ? Infinity : box.h / 2 / Math.abs(dy))
  return share >= 1 ? middle : { x: middle.x + dx * share, y: middle.y + dy * share }
}
