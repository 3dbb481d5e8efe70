import './bending.css'
import type { PointerEvent } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import type { Point } from '../../../shared/layout/box.ts'
import { dropPiece, pullPiece } from '../../../shared/layout/waypoints.ts'
import { useDesignState } from '../../store/design-store.ts'
import { bendArrow, isBent } from '../arrow-edits.ts'
import { canvasControls, canvasStore } from '../canvas-store.ts'
import { followPointer } from '../follow-pointer.ts'

/** Shorter pieces have no room for a grip. */
const leastPiece = 28
const grid = 4

/**
 * Every piece of the selected arrow can be pulled aside; a double click on its grip lets it fall back. One pull is one
 * step to take back, Esc leaves it as it was.
 */
export function BendGrips({ id, points }: { readonly id: Id; readonly points: readonly Point[] }) {
  const readOnly = useDesignState((state) => state.readOnly)
  if (readOnly) return null
  return (
    <g className="bend-grips nodrag nopan">
      {points.slice(1).map((end, piece) => {
        const start = points[piece] ?? end
        if (Math.hypot(end[0] - start[0], end[1] - start[1]) < leastPiece) return null
        const level = start[1] === end[1]
        return (
          <g
            // A line has no other identity than its pieces in their order.
            // eslint-disable-next-line react/no-array-index-key
            key={piece}
            data-level={level}
            onPointerDown={(event) => pull(event, id, points, piece)}
          >
            <path className="bend-reach" d={`M${start[0]},${start[1]}L${end[0]},${end[1]}`} />
            <rect
              className="bend-grip"
              x={(start[0] + end[0]) / 2 - (level ? 9 : 3)}
              y={(start[1] + end[1]) / 2 - (level ? 3 : 9)}
              width={level ? 18 : 6}
              height={level ? 6 : 18}
              rx={3}
              onDoubleClick={(event) => {
                // Where nothing was bent, a double click means the arrow itself: its name is typed.
                if (!isBent(id)) return
                event.stopPropagation()
                bendArrow(id, dropPiece(points, piece))
              }}
            />
          </g>
        )
      })}
    </g>
  )
}

function pull(event: PointerEvent, id: Id, points: readonly Point[], piece: number): void {
  if (event.button !== 0) return
  event.stopPropagation()
  const from = canvasControls()?.toCanvas({ x: event.clientX, y: event.clientY })
  if (from === undefined) return
  let through: readonly Point[] | undefined
  followPointer({
    onMove: (at) => {
      const by: Point = [snapped(at.x - from.x), snapped(at.y - from.y)]
      through = by[0] === 0 && by[1] === 0 ? undefined : pullPiece(points, piece, by)
      canvasStore.setState({ bending: through && { flow: id, through } })
    },
    onEnd: (done) => {
      canvasStore.setState({ bending: undefined })
      if (done && through !== undefined) bendArrow(id, through)
    },
  })
}

function snapped(value: number): number {
  return Math.round(value / grid) * grid
}
