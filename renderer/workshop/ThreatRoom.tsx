import './question-room.css'
import './threat-room.css'
import '../panels/threats/threats.css'
import { ArrowLeft, ArrowRight, CheckCheck, X } from 'lucide-react'
import { Dialog as RadixDialog } from 'radix-ui'
import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import type { Treatment } from '../../shared/design/design.ts'
import type { Finding } from '../../shared/findings/finding.ts'
import { useInquiry } from '../analysis/use-inquiry.ts'
import { placeBreak } from '../panels/threats/place-break.ts'
import { undo, useAnalysis, useDesign, viewStore } from '../panels/stores.ts'
import { Button, IconButton } from '../ui/index.ts'
import { CellStation } from './CellStation.tsx'
import {
  followThreats,
  startThreatWalk,
  stationAt,
  stationsOf,
  type ThreatWalk,
  walkBack,
  walkForward,
  walkToCells,
  type Writing,
} from './threat-walk.ts'
import { ThreatStation } from './ThreatStation.tsx'

const none: readonly Finding[] = []
const keyResponses: Readonly<Record<string, Treatment['response']>> = {
  m: 'mitigate',
  a: 'accept',
  t: 'transfer',
  v: 'avoid',
}

/** A workshop goes through the threats: each is decided, or put off, by a key; then through what nobody looked at. */
export function ThreatRoom() {
  const findings = useAnalysis((analysis) => analysis?.findings) ?? none
  const coverage = useInquiry({ kind: 'coverage' })
  const design = useDesign((one) => one.name)
  const stations = stationsOf(findings, coverage)
  const [kept, setWalk] = useState(() => startThreatWalk(stations))
  const [writing, setWriting] = useState<Writing>(undefined)
  const walk = followThreats(kept, stations)
  const station = stationAt(walk, stations)
  const move = (next: ThreatWalk) => {
    setWriting(undefined)
    setWalk(next)
  }
  const forward = () => move(walkForward(walk, stations))
  const close = () => viewStore.getState().set({ threatSessionOpen: false })
  const onKey = (event: KeyboardEvent) => {
    if (isTyping(event.target)) return
    const key = event.key.toLowerCase()
    const response = keyResponses[key]
    if ((event.ctrlKey || event.metaKey) && key === 'z') undo()
    else if (event.ctrlKey || event.metaKey || event.altKey) return
    else if (key === 'arrowright') forward()
    else if (key === 'arrowleft') move(walkBack(walk, stations))
    else if (station === undefined || writing !== undefined) return
    else if (station.type === 'threat' && response !== undefined) setWriting(response)
    else if (station.type === 'threat' && key === 'p' && station.finding.remedy !== undefined)
      placeBreak(station.finding)
    else if (station.type === 'threat' && key === 'c') move(walkToCells(walk, stations))
    else if (station.type === 'cell' && key === 'r') setWriting('threat')
    else return
    event.preventDefault()
  }
  return (
    <RadixDialog.Root open onOpenChange={close}>
      <RadixDialog.Portal>
        <RadixDialog.Content
          className="question-room"
          aria-describedby={undefined}
          onKeyDown={onKey}
          onEscapeKeyDown={(event) => {
            if (writing === undefined) return
            event.preventDefault()
            setWriting(undefined)
          }}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
        >
          <header className="question-room-head">
            <RadixDialog.Title className="question-room-title ellipsis">{design}</RadixDialog.Title>
            <span className="question-room-count">{station === undefined ? '' : countOf(walk, station.type)}</span>
            <IconButton label="Close" icon={X} onClick={close} />
          </header>
          <progress
            className="question-room-progress"
            aria-label="Gone through"
            value={walk.at}
            max={Math.max(1, walk.order.length)}
          />
          <div className="question-room-body" data-station={station?.id}>
            {station === undefined ? (
              <End open={stations.filter(({ type }) => type === 'threat').length} onClose={close} />
            ) : station.type === 'threat' ? (
              <ThreatStation
                key={station.id}
                finding={station.finding}
                writing={writing}
                onWrite={setWriting}
                onDone={forward}
              />
            ) : (
              <CellStation
                key={station.id}
                row={station.row}
                cell={station.cell}
                writing={writing}
                onWrite={setWriting}
                onDone={forward}
              />
            )}
          </div>
          <footer className="question-room-foot">
            <Button
              tone="quiet"
              large
              icon={ArrowLeft}
              onClick={() => move(walkBack(walk, stations))}
              disabled={walk.at === 0}
            >
              Back
            </Button>
            <Keys type={writing === undefined ? station?.type : undefined} />
            <Button tone="quiet" large icon={ArrowRight} onClick={forward} disabled={station === undefined}>
              Skip
            </Button>
          </footer>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}

function countOf({ at, order, threats }: ThreatWalk, type: 'threat' | 'cell'): string {
  return type === 'threat' && at < threats
    ? `Threat ${at + 1} of ${threats}`
    : `${at + 1 - threats} of ${order.length - threats} that nobody has looked at`
}

function End({ open, onClose }: { readonly open: number; readonly onClose: () => void }) {
  return (
    <>
      <CheckCheck size={32} aria-hidden />
      <h3 className="question-room-text">
        {open === 0
          ? 'No threat is left open.'
          : open === 1
            ? '1 threat is still open.'
            : `${open} threats are still open.`}
      </h3>
      <div className="question-room-answers">
        <Button tone="primary" large onClick={onClose}>
          Back to the drawing
        </Button>
      </div>
    </>
  )
}

const keysOf = {
  threat: [
    ['M', 'mitigate'],
    ['A', 'accept'],
    ['T', 'transfer'],
    ['V', 'avoid'],
    ['P', 'place the control'],
    ['C', 'on to what nobody looked at'],
  ],
  cell: [['R', 'raise a threat']],
} as const

function Keys({ type }: { readonly type: 'threat' | 'cell' | undefined }) {
  const keys: readonly (readonly [string, string])[] = type === undefined ? [] : keysOf[type]
  return (
    <span className="question-room-keys">
      {[...keys, ['→', 'skip'] as const].map(([name, word]) => (
        <span key={name}>
          <kbd>{name}</kbd> {word}
        </span>
      ))}
    </span>
  )
}

function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input, textarea, [role=combobox], [role=listbox] *, [role=option], [role=radio]')
  )
}
