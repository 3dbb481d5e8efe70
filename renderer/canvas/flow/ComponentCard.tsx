import type { NodeProps } from '@xyflow/react'
import { Handle } from '@xyflow/react'
import { Clock, Pin } from 'lucide-react'
import { memo } from 'react'
import './data-flow.css'
import { SeverityMark } from '../../ui/index.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { ComponentNode } from './flow-types.ts'
import { sides } from './node-shape.ts'
import type { Id } from '../../../shared/design/design.ts'
import { takesArrows } from '../../../shared/kinds/connectable.ts'
import type { Badges } from '../../analysis/badges.ts'
import { DecidedTag } from '../../options/DecidedTag.tsx'
import { NameInput } from '../NameInput.tsx'
import { AddBeside } from './AddBeside.tsx'
import { HeatChip } from './HeatChip.tsx'
import { usePointedAt, useRenaming, useWornShares } from './still.ts'

/** A component: kind icon in its family's colour, name, product, and at most three badges. */
export const ComponentCard = memo(function ComponentCard({
  id,
  data,
  selected,
  isConnectable,
}: NodeProps<ComponentNode>) {
  const { name, outOfScope, locked, kind, subtitle, badges, heat, shape, emphasis, legs } = data
  const renaming = useRenaming(id)
  const hovered = usePointedAt(id)
  return (
    <div
      className="card"
      data-shape={shape}
      data-family={kind.family}
      data-selected={selected}
      data-emphasis={emphasis}
      data-heat={heat?.level}
      data-unstable={heat?.unstable}
      data-out-of-scope={outOfScope}
      data-takes-arrows={takesArrows(kind)}
      title={`${name}\n${subtitle}`}
    >
      {legs.length === 0 ? null : (
        <span className="card-legs">
          {legs.map((leg) => (
            <span key={leg} className="card-leg">
              {leg}
            </span>
          ))}
        </span>
      )}
      <span className="card-icon">
        <Icon name={kind.icon} size={18} />
      </span>
      <span className="card-text">
        {renaming ? <NameInput id={id} name={name} /> : <span className="card-name">{name}</span>}
        <span className="card-product">{shape === undefined ? subtitle : shapeWords[shape]}</span>
        {shape === undefined ? <CardBadges id={id} findings={badges?.findings} /> : null}
      </span>
      {badges?.findings === undefined ? null : (
        <span className="card-worst" aria-hidden>
          <SeverityMark severity={badges.findings.worst} size={22} />
        </span>
      )}
      <HeatChip heat={heat} />
      {locked ? <Pin size={11} className="card-locked" aria-label="Locked in place" /> : null}
      {badges?.asked === true ? <span className="card-asked" title="Something about it is not answered yet" /> : null}
      <DecidedTag id={id} />
      {sides.map((side) => (
        <Handle
          key={side.id}
          id={side.id}
          type="source"
          position={side.position}
          className="card-handle"
          isConnectable={isConnectable}
        >
          {hovered && isConnectable ? <AddBeside id={id} name={name} side={besides[side.id]} /> : null}
        </Handle>
      ))}
    </div>
  )
})

/** Which way a side leads. */
const besides = { top: 'above', right: 'right', bottom: 'below', left: 'left' } as const

const shapeWords = { actor: 'Actor', process: 'Process', store: 'Store' } as const

/** Where the money goes, where the time goes, and the worst finding. */
function CardBadges({ id, findings }: { readonly id: Id; readonly findings: Badges['findings'] }) {
  const { costShare, timeShare } = useWornShares(id) ?? {}
  if (costShare === undefined && timeShare === undefined && findings === undefined) return null
  return (
    <span className="card-badges">
      {costShare === undefined ? null : (
        <span className="card-badge" title={`${percent(costShare)} of the cost per month`}>
          $ {percent(costShare)}
        </span>
      )}
      {timeShare === undefined ? null : (
        <span className="card-badge" title={`${percent(timeShare)} of the mean answer time`}>
          <Clock size={11} aria-hidden /> {percent(timeShare)}
        </span>
      )}
      {findings === undefined ? null : (
        <span
          className={`card-badge card-badge-${findings.worst}`}
          title={`${findings.count} open, worst ${findings.worst}`}
        >
          <SeverityMark severity={findings.worst} size={10} /> {findings.count}
        </span>
      )}
    </span>
  )
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
