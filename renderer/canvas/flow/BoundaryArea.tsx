import type { NodeProps } from '@xyflow/react'
import { NodeResizeControl } from '@xyflow/react'
import { memo } from 'react'
import { useView } from '../../store/view-store.ts'
import { resizeBoundary } from '../canvas-edits.ts'
import { canvasStore } from '../canvas-store.ts'
import type { BoundaryNode } from './flow-types.ts'
import { NameInput } from '../NameInput.tsx'

const corners = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const
const grips = ['top', 'right', 'bottom', 'left'] as const

/** A boundary: a tinted ground with a title. The pointer meets its title and its border only. */
export const BoundaryArea = memo(function BoundaryArea({ id, data, selected, draggable }: NodeProps<BoundaryNode>) {
  const { boundary, tone, subtitle, empty, emphasis, isTarget } = data
  const renaming = useView((view) => view.renaming === id)
  return (
    <div
      className="boundary"
      data-tone={tone}
      data-selected={selected}
      data-target={isTarget}
      data-emphasis={emphasis}
      data-plate={boundary.copies !== undefined}
    >
      {grips.map((grip) => (
        <span key={grip} className={`boundary-grip boundary-edge boundary-edge-${grip}`} />
      ))}
      <span className="boundary-title boundary-grip" title={`${boundary.name}\n${subtitle}`}>
        {renaming ? <NameInput id={id} name={boundary.name} /> : <span className="boundary-name">{boundary.name}</span>}
        <span className="boundary-subtitle">{subtitle}</span>
      </span>
      {empty ? <span className="boundary-hint">Drag components here</span> : null}
      {selected && draggable
        ? corners.map((corner) => (
            <NodeResizeControl
              key={corner}
              position={corner}
              className="boundary-corner"
              minWidth={140}
              minHeight={100}
              onResize={(_event, { x, y, width, height }) =>
                canvasStore.setState({ resized: { id, x, y, w: width, h: height } })
              }
              onResizeEnd={(_event, { x, y, width, height }) => {
                canvasStore.setState({ resized: undefined })
                resizeBoundary(id, { x, y, w: width, h: height })
              }}
            />
          ))
        : null}
    </div>
  )
})
