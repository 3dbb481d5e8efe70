import type { EdgeProps } from '@xyflow/react'
import { EdgeLabelRenderer } from '@xyflow/react'
import { Lock, LockOpen } from 'lucide-react'
import type { PointerEvent } from 'react'
import { memo, useState } from 'react'
import type { Point } from '../../../shared/layout/box.ts'
import { lengthOf, pointAlong, shareNearest } from '../../../shared/layout/waypoints.ts'
import { SeverityMark } from '../../ui/index.ts'
import { useDesignState } from '../../store/design-store.ts'
import { useView, viewStore } from '../../store/view-store.ts'
import { slideLabel } from '../arrow-edits.ts'
import type { Padlock } from '../drawing-types.ts'
import type { ArrowData, CanvasEdge } from './flow-types.ts'
import { followPointer } from '../follow-pointer.ts'
import { NameInput } from '../NameInput.tsx'
import { BendGrips } from './BendGrips.tsx'
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
      {selected && data.count === 1 ? (
        <>
          <BendGrips id={id} points={path.points} />
          <ReconnectEnds flow={data.flow} path={path} />
        </>
      ) : null}
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
  const readOnly = useDesignState((state) => state.readOnly)
  const [held, setHeld] = useState<number | undefined>()
  const { flow, facts, path, chip, emphasis, step, findings } = data
  const name = facts.says ?? flow.name ?? ''
  const bare = name === '' && facts.padlock === undefined && facts.data.length === 0 && findings === undefined
  // Picked or pointed at, an arrow shows its label even where it covers something.
  const [heldX, heldY] = pointAlong(path.points, held ?? 0.5)
  const free = chip ?? (selected || renaming || hovered ? path.label : undefined)
  const spot = held === undefined ? free : { x: heldX, y: heldY }
  const slides = selected && !readOnly && data.count === 1
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
        <span
          className="arrow-chip"
          style={chip === undefined ? undefined : { maxWidth: chip.width + 6 }}
          {...(slides ? { onPointerDown: (event) => slide(event, id, path.points, setHeld) } : {})}
          onDoubleClick={() => data.count === 1 && viewStore.getState().set({ renaming: id })}
        >
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

/** Drags the label along its arrow; where it is let go it stays, whatever the line does. */
function slide(
  event: PointerEvent<HTMLElement>,
  id: string,
  points: readonly Point[],
  show: (share: number | undefined) => void,
): void {
  if (event.button !== 0) return
  event.stopPropagation()
  let share: number | undefined
  // As far from the ends as keeps it off the cards.
  const least = Math.min(0.5, event.currentTarget.offsetWidth / 2 / Math.max(1, lengthOf(points)))
  followPointer({
    onMove: ({ x, y }) => {
      share = Math.min(1 - least, Math.max(least, shareNearest(points, [x, y])))
      show(share)
    },
    onEnd: (done) => {
      show(undefined)
      if (done && share !== undefined) slideLabel(id, share)
    },
  })
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
