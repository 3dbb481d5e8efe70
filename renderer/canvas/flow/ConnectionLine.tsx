import type { ConnectionLineComponentProps } from '@xyflow/react'

/** The arrow in the hand. */
export function ConnectionLine({ fromX, fromY, toX, toY }: ConnectionLineComponentProps) {
  return (
    <g>
      <path className="arrow-pending" d={`M${fromX},${fromY}L${toX},${toY}`} markerEnd="url(#arrow-head-selected)" />
    </g>
  )
}
