import './boundary.css'
import type { NodeProps } from '@xyflow/react'
import { Handle } from '@xyflow/react'
import { ChevronDown, ChevronRight, Pin } from 'lucide-react'
import { memo } from 'react'
import { SeverityMark } from '../../ui/index.ts'
import { toggleCollapsed } from '../collapse-edits.ts'
import type { BoundaryNode } from './flow-types.ts'
import { HeatChip } from './HeatChip.tsx'
import { sides } from './node-shape.ts'
import { ResizeCorners } from './ResizeCorners.tsx'
import { NameInput } from '../NameInput.tsx'
import { useRenaming } from './still.ts'

const grips = ['top', 'right', 'bottom', 'left'] as const

/** A boundary: a tinted ground with a title. The pointer meets its title and its border only; collapsed, all of it. */
export const BoundaryArea = memo(function BoundaryArea({ id, data, selected, draggable }: NodeProps<BoundaryNode>) {
  const { boundary, tone, subtitle, empty, locked, readOnly, collapsed, heat, emphasis, isTarget } = data
  const renaming = useRenaming(id)
  return (
    <div
      className={collapsed === undefined ? 'boundary' : 'boundary boundary-collapsed boundary-grip'}
      data-tone={tone}
      data-selected={selected}
      data-target={isTarget}
      data-emphasis={emphasis}
      data-plate={boundary.copies !== undefined}
      data-heat={heat?.level}
      data-unstable={heat?.unstable}
    >
      {grips.map((grip) => (
        <span key={grip} className={`boundary-grip boundary-edge boundary-edge-${grip}`} />
      ))}
      <span className="boundary-title boundary-grip" title={`${boundary.name.slice(0, mostTold)}\n${subtitle}`}>
        <Chevron id={id} name={boundary.name} collapsed={collapsed !== undefined} fixed={readOnly} />
        {renaming ? <NameInput id={id} name={boundary.name} /> : <span className="boundary-name">{boundary.name}</span>}
        <span className="boundary-subtitle">{subtitle}</span>
        {locked ? <Pin size={11} className="boundary-locked" aria-label="Locked in place" /> : null}
      </span>
      {collapsed?.worst === undefined ? null : (
        <span className="card-worst boundary-worst" title={`Inside, worst ${collapsed.worst}`}>
          <SeverityMark severity={collapsed.worst} size={18} />
        </span>
      )}
      <HeatChip heat={heat} />
      {collapsed === undefined ? null : <ArrowEnds />}
      {empty ? <span className="boundary-hint">Drag components here</span> : null}
      {selected && draggable && collapsed === undefined ? <ResizeCorners id={id} /> : null}
    </div>
  )
})

/** Where arrows end. Nobody draws one from here: an arrow is between components. */
function ArrowEnds() {
  return sides.map(({ id, position }) => (
    <Handle
      key={id}
      id={id}
      type="source"
      position={position}
      className={`boundary-end boundary-end-${id}`}
      isConnectable={false}
    />
  ))
}

/** So much of a name is told in a tip. */
const mostTold = 300

interface ChevronProps {
  readonly id: string
  readonly name: string
  readonly collapsed: boolean
  readonly fixed: boolean
}

/** Hides what is inside, or shows it. A command does the same for the keyboard, so it is no stop of the Tab key. */
function Chevron({ id, name, collapsed, fixed }: ChevronProps) {
  const Sign = collapsed ? ChevronRight : ChevronDown
  if (fixed) return collapsed ? <Sign size={14} className="boundary-chevron" aria-hidden /> : null
  return (
    <button
      type="button"
      tabIndex={-1}
      className="boundary-chevron nodrag"
      aria-label={`${collapsed ? 'Expand' : 'Collapse'} ${name.slice(0, mostTold)}`}
      aria-expanded={!collapsed}
      onClick={(event) => {
        event.stopPropagation()
        toggleCollapsed([id])
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Sign size={14} aria-hidden />
    </button>
  )
}
