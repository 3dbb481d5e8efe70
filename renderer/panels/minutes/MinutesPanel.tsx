import './minutes.css'
import { FileDown, NotebookPen, PenLine, Trash2 } from 'lucide-react'
import type { CaptureType } from '../../../shared/design/edit/index.ts'
import { linesSaid, type SaidLine } from '../../../shared/design/said.ts'
import { Badge, type BadgeTone, Button, EmptyState, IconButton } from '../../ui/index.ts'
import { runCommand, useShortcutWords } from '../commands.ts'
import { ElementChips } from '../ElementChips.tsx'
import { InternalToggle } from '../InternalToggle.tsx'
import { removeFromDesign } from '../remove.ts'
import { useDesign, viewStore } from '../stores.ts'

const words: Readonly<Record<CaptureType, { readonly name: string; readonly tone: BadgeTone }>> = {
  decision: { name: 'Decided', tone: 'accent' },
  assumption: { name: 'Assumed', tone: 'assumed' },
  question: { name: 'To be answered', tone: 'unknown' },
  risk: { name: 'Feared', tone: 'atRisk' },
  parked: { name: 'Put aside', tone: 'neutral' },
}

const writeDown = (): void => viewStore.getState().set({ captureOpen: true })

/** What was said, day by day, the last day first: each line leads to its record. */
export function MinutesPanel() {
  const design = useDesign((one) => one)
  const said = linesSaid(design)
  const keys = useShortcutWords('insert.capture')
  if (said.length === 0) {
    return (
      <EmptyState
        icon={NotebookPen}
        text={`What is said in the room becomes a decision, an assumption, a question, a risk or a parked item.${
          keys === undefined ? '' : ` ${keys} writes it down from anywhere.`
        }`}
        action={
          <Button tone="primary" icon={PenLine} onClick={writeDown}>
            Write down what was said
          </Button>
        }
      />
    )
  }
  const days = [...new Set(said.map(({ date }) => date ?? ''))].toSorted().toReversed()
  return (
    <div className="panel-list">
      <div className="panel-bar">
        <Button icon={PenLine} onClick={writeDown}>
          Write down
        </Button>
        <Button tone="quiet" icon={FileDown} onClick={() => runCommand('share.minutes-pdf')}>
          Minutes (PDF)
        </Button>
        <Button tone="quiet" icon={FileDown} onClick={() => runCommand('share.minutes-docx')}>
          Minutes (Word)
        </Button>
      </div>
      {days.map((day) => (
        <section key={day} aria-label={`Said on ${day}`}>
          <h3 className="minutes-day">{day}</h3>
          <ul className="minutes-lines">
            {said
              .filter(({ date }) => date === day)
              .map((line) => (
                <MinutesLine key={line.id} line={line} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function MinutesLine({ line }: { readonly line: SaidLine }) {
  const { name, tone } = words[line.type]
  return (
    <li className="minutes-line">
      <span className="minutes-type">
        <Badge tone={tone}>{name}</Badge>
      </span>
      <span className="minutes-text">
        {line.text}
        {line.standing === undefined ? null : <span className="muted"> {line.standing}</span>}
      </span>
      <ElementChips ids={line.about} most={3} />
      <span className="muted minutes-by">{line.by}</span>
      <InternalToggle id={line.id} name={line.text} />
      <IconButton label={`Delete “${line.text}”`} icon={Trash2} onClick={() => removeFromDesign(line.id, line.text)} />
    </li>
  )
}
