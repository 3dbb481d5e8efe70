import type { EdgeProps } from '@xyflow/react'
import { EdgeLabelRenderer } from '@xyflow/react'
import { Lock, LockOpen } from 'lucide-react'
import { memo } from 'react'
import { SeverityMark } from '../../ui/index.ts'
import { useView } from '../../store/view-store.ts'
import type { Padlock } from '../drawing-types.ts'
import type { ArrowData, CanvasEdge } from './flow-types.ts'
import { NameInput } from '../NameInput.tsx'
import { useRenaming } from './still.ts'
import { ReconnectEnds } from './ReconnectEnds.tsx'

const mostDots = 4

/** An arrow: solid when its answer is awaited, dashed when not, double for a stream. */
export const FlowArrow = memo(function FlowArrow({ id, data, selected = false }: EdgeProps<CanvasEdge>) {
  const hovered = useView((view) => view.hovered === id)
  if (data === undefined) return null
  const { facts, path, emphasis, isTarget } = data
  const look = {
    'data-mode': facts.mode,
    'data-emphasis': emphasis,
    'data-selected': selected,
    'data-target': isTarget,
    'data-heat': data.heat?.level,
    'data-bundle': data.count > 1,
  }
  const stream = facts.mode === 'stream'
  // On the topmost line of the two, or the head of a stream would be split.
  const head = { markerEnd: `url(#arrow-head-${headOf(emphasis, selected)})` }
  return (
    <>
      <g className="arrow" {...look} data-hovered={hovered}>
        <path className="arrow-reach" d={path.line} />
        <path className="arrow-line" d={path.line} {...(stream ? {} : head)} />
        {stream ? <path className="arrow-core" d={path.line} {...head} /> : null}
      </g>
      {selected && data.count === 1 ? <ReconnectEnds flow={data.flow} path={path} /> : null}
      <EdgeLabelRenderer>
        <ArrowLabel id={id} data={data} selected={selected} hovered={hovered} />
      </EdgeLabelRenderer>
    </>
  )
})

function headOf(emphasis: ArrowData['emphasis'], selected: boolean): string {
  return emphasis === 'path' ? 'path' : selected ? 'selected' : 'plain'
}

interface LabelProps {
  readonly id: string
  readonly data: ArrowData
  readonly selected: boolean
  readonly hovered: boolean
}

function ArrowLabel({ id, data, selected, hovered }: LabelProps) {
  const renaming = useRenaming(id)
  const { flow, facts, path, chip, emphasis, step, findings } = data
  const name = facts.says ?? flow.name ?? ''
  const bare = name === '' && facts.padlock === undefined && facts.data.length === 0 && findings === undefined
  // Picked or pointed at, an arrow shows its label even where it covers something.
  const spot = chip ?? (selected || renaming || hovered ? path.label : undefined)
  if (spot === undefined || (bare && step === undefined && !renaming)) return null
  return (
    <div
      className="arrow-label nodrag nopan"
      data-emphasis={emphasis}
      data-selected={selected}
      style={{ transform: `translate(-50%, -50%) translate(${spot.x}px, ${spot.y}px)` }}
      title={[name, ...facts.data.map((asset) => asset.name)].filter((part) => part !== '').join('\n')}
    >
      {step === undefined ? null : <span className="arrow-step">{step}</span>}
      {renaming ? (
        <NameInput id={id} name={flow.name ?? ''} />
      ) : bare ? null : (
        <span className="arrow-chip" style={chip === undefined ? undefined : { maxWidth: chip.width + 6 }}>
          {facts.padlock === undefined ? null : <PadlockSign padlock={facts.padlock} />}
          {name === '' ? null : <span className="arrow-name">{name}</span>}
          {facts.data.length === 0 ? null : (
            <span className="arrow-dots">
              {facts.data.slice(0, mostDots).map((asset) => (
                <i key={asset.name} className="arrow-dot" data-tone={asset.tone} />
              ))}
            </span>
          )}
          {findings === undefined ? null : <SeverityMark severity={findings.worst} size={9} />}
        </span>
      )}
    </div>
  )
}

const padlockWords: Readonly<Record<Padlock, string>> = {
  closed: 'Crosses a trust boundary, encrypted',
  open: 'Crosses a trust boundary, not encrypted',
  unknown: 'Crosses a trust boundary; nobody said whether it is encrypted',
}

function PadlockSign({ padlock }: { readonly padlock: Padlock }) {
  const Sign = padlock === 'closed' ? Lock : LockOpen
  return (
    <span className="arrow-padlock" data-padlock={padlock} title={padlockWords[padlock]}>
      <Sign size={11} aria-label={padlockWords[padlock]} />
    </span>
  )
}
