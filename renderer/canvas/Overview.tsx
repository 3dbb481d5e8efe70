import { MiniMap, useStore } from '@xyflow/react'
import { boxAround } from '../../shared/layout/box.ts'
import { useCanvas } from './canvas-store.ts'
import type { CanvasNode } from './flow/flow-types.ts'

/** The whole design in small, while there is more of it than is seen. */
export function Overview() {
  const places = useCanvas((state) => state.places)
  const whole = boxAround(Object.values(places))
  const hidden = useStore(({ transform: [x, y, zoom], width, height }) => {
    if (whole === undefined) return false
    const left = whole.x * zoom + x
    const top = whole.y * zoom + y
    return left < 0 || top < 0 || left + whole.w * zoom > width || top + whole.h * zoom > height
  })
  if (!hidden) return null
  return (
    <MiniMap<CanvasNode>
      pannable
      zoomable
      position="bottom-right"
      className="minimap"
      ariaLabel="Overview"
      nodeClassName={classOf}
      nodeBorderRadius={12}
    />
  )
}

function classOf(node: CanvasNode): string {
  if (node.type === 'component') return `minimap-card minimap-${node.data.kind.family}`
  return node.type === 'boundary' ? `minimap-boundary minimap-${node.data.tone}` : 'minimap-ghost'
}
