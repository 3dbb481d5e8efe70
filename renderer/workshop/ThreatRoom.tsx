import './threat-room.css'
import '../panels/threats/threats.css'
import { CheckCheck } from 'lucide-react'
import { useState } from 'react'
import type { Treatment } from '../../shared/design/design.ts'
import type { Finding } from '../../shared/findings/finding.ts'
import { useInquiry } from '../analysis/use-inquiry.ts'
import { placeBreak } from '../panels/threats/place-break.ts'
import { todayIso } from '../panels/edits.ts'
import { useAnalysis, useDesign, viewStore } from '../panels/stores.ts'
import { statusLine, treatmentFor } from '../panels/threats/threat-lines.ts'
import { Button } from '../ui/index.ts'
import { CellStation } from './CellStation.tsx'
import {
  followThreats,
  placeInWalk,
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
import { type RoomKey, WorkshopRoom } from './WorkshopRoom.tsx'

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
  const onKey = (letter: string): boolean => {
    if (station === undefined || writing !== undefined) return false
    const response = keyResponses[letter]
    if (station.type === 'threat' && response !== undefined) setWriting(response)
    else if (station.type === 'threat' && letter === 'p' && station.finding.remedy !== undefined)
      placeBreak(station.finding)
    else if (station.type === 'threat' && letter === 'c') move(walkToCells(walk, stations))
    else if (station.type === 'cell' && letter === 'r') setWriting('threat')
    else if (station.type === 'cell' && letter === 'n') setWriting('none')
    else return false
    return true
  }
  return (
    <WorkshopRoom
      count={placeInWalk(walk)}
      walk={walk}
      progressLabel="Gone through"
      isOver={station === undefined}
      keys={writing !== undefined ? keysOfForm : station === undefined ? keysOfEnd : [...keysOf[station.type], skip]}
      onBack={() => move(walkBack(walk, stations))}
      onForward={forward}
      onKey={onKey}
      onEscape={writing === undefined ? undefined : () => setWriting(undefined)}
      onClose={close}
    >
      <div className="question-room-body" data-station={station?.id}>
        {station === undefined ? (
          <End open={stations.flatMap((each) => (each.type === 'threat' ? [each.finding] : []))} onClose={close} />
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
    </WorkshopRoom>
  )
}

/** What the room leaves behind: the threats that are open, and what is to become of them. */
function End({ open, onClose }: { readonly open: readonly Finding[]; readonly onClose: () => void }) {
  const design = useDesign((one) => one)
  const count = open.length === 1 ? '1 threat is' : `${open.length} threats are`
  return (
    <>
      <CheckCheck size={32} aria-hidden />
      <h3 className="question-room-text">{open.length === 0 ? 'No threat is left open.' : `${count} still open.`}</h3>
      {open.length === 0 ? null : (
        <section className="question-room-owed" aria-label="Still open">
          <ul>
            {open.map((finding) => {
              const treatment = treatmentFor(design, finding)
              return (
                <li key={finding.id}>
                  {finding.title}{' '}
                  {treatment === undefined ? null : (
                    <span className="muted">{statusLine(finding, treatment, todayIso(), undefined)}</span>
                  )}
                </li>
              )
            })}
          </ul>
        </section>
      )}
      <div className="question-room-answers">
        <div className="question-answers">
          <Button tone="primary" large onClick={onClose}>
            Back to the drawing
          </Button>
        </div>
      </div>
    </>
  )
}

const skip: RoomKey = ['→', 'skip']
const keysOfEnd: readonly RoomKey[] = [['Esc', 'back to the drawing']]
const keysOfForm: readonly RoomKey[] = [
  ['Ctrl+Enter', 'record'],
  ['Esc', 'go back'],
]
const keysOf: Readonly<Record<'threat' | 'cell', readonly RoomKey[]>> = {
  threat: [
    ['M', 'mitigate'],
    ['A', 'accept'],
    ['T', 'transfer'],
    ['V', 'avoid'],
    ['P', 'place the control'],
    ['C', 'on to what nobody looked at'],
  ],
  cell: [
    ['R', 'raise a threat'],
    ['N', 'no threat here'],
  ],
}
