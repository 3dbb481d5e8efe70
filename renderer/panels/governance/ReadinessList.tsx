import { CircleCheck, CircleDashed, CircleSlash } from 'lucide-react'
import { readyAnswer, type ReadinessState } from '../../../shared/governance/readiness/check-readiness.ts'
import { todayIso } from '../../store/today.ts'
import { Button } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { saveWord } from './answer-edits.ts'
import { SetAside } from './SetAside.tsx'

const marks = {
  done: { icon: CircleCheck, word: 'done', tone: 'pass' },
  open: { icon: CircleDashed, word: 'open', tone: 'unknown' },
  notApplicable: { icon: CircleSlash, word: 'does not apply', tone: 'waived' },
} as const

/** The checklist before production, gate by gate, with what the design ticks by itself. */
export function ReadinessList({
  readiness,
  by,
}: {
  readonly readiness: readonly ReadinessState[]
  readonly by: string
}) {
  const gates = [...new Set(readiness.map(({ gate }) => gate))]
  return (
    <div className="readiness">
      {gates.map((gate) => {
        const items = readiness.filter((item) => item.gate === gate)
        const counted = items.filter(({ state }) => state !== 'notApplicable')
        return (
          <section key={gate} aria-label={gate} className="readiness-gate">
            <h3>
              {gate}{' '}
              <span className="faint small">
                {counted.filter(({ state }) => state === 'done').length} of {counted.length}
              </span>
            </h3>
            <ul>
              {items.map((item) => (
                <ReadinessRow key={item.id} item={item} by={by} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function ReadinessRow({ item, by }: { readonly item: ReadinessState; readonly by: string }) {
  const { icon: Icon, word, tone } = marks[item.state]
  const key = readyAnswer(item.id)
  return (
    <li className="readiness-item">
      <span className={`ui-mark ui-tone-${tone}`}>
        <Icon size={14} aria-hidden />
        <span className="visually-hidden">{word}</span>
      </span>
      <div>
        <p>{item.title}</p>
        <p className="muted small">
          {item.says}
          {item.answer?.by === undefined ? null : ` ${item.answer.by}, ${item.answer.date ?? ''}.`}
        </p>
        {item.elements.length === 0 || item.state !== 'open' ? null : <ElementChips ids={item.elements} most={4} />}
      </div>
      <div className="readiness-actions">
        {item.from === 'person' && item.state === 'done' ? (
          <Button
            tone="quiet"
            aria-label={`Take the tick back: ${item.title}`}
            onClick={() => saveWord(key, undefined, by, todayIso())}
          >
            Take back
          </Button>
        ) : null}
        {item.state === 'open' ? (
          <Button
            tone="quiet"
            aria-label={`Tick by hand: ${item.title}`}
            onClick={() => saveWord(key, true, by, todayIso())}
          >
            Tick
          </Button>
        ) : null}
        {item.state === 'done' || item.from === 'design' ? null : (
          <SetAside answerKey={key} title={item.title} aside={item.state === 'notApplicable'} by={by} />
        )}
      </div>
    </li>
  )
}
