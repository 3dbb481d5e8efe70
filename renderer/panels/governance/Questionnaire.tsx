import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ActTier, QuestionState } from '../../../shared/governance/ai-act/act-tier.ts'
import { questionOf } from '../../../shared/governance/ai-act/questions.ts'
import type { QuestionId } from '../../../shared/governance/ai-act/question.ts'
import { Button, classNames } from '../../ui/index.ts'
import { nextOpen } from './answer-edits.ts'
import { QuestionCard } from './QuestionCard.tsx'

/** One question after the other; the row above shows where one is and what each answer rests on. */
export function Questionnaire({ act, by }: { readonly act: ActTier; readonly by: string }) {
  const { questions } = act
  const first = questions.find(({ matters, from }) => matters && from !== 'person') ?? questions[0]
  const [shown, setShown] = useState<QuestionId | undefined>(first?.id)
  const card = useRef<HTMLDivElement>(null)
  const at = Math.max(
    0,
    questions.findIndex(({ id }) => id === shown),
  )
  const current = questions[at]
  if (current === undefined) return null
  const go = (id: QuestionId | undefined) => {
    if (id === undefined) return
    setShown(id)
    card.current?.focus()
  }
  return (
    <div className="governance-questions">
      <ol className="question-strip" aria-label="The fifteen questions">
        {questions.map((state) => (
          <li key={state.id}>
            <button
              type="button"
              className={classNames('question-dot', `question-${standOf(state)}`)}
              aria-current={state.id === current.id ? 'step' : undefined}
              aria-label={`Question ${questionOf(state.id).number}, ${standWords[standOf(state)]}`}
              title={`${questionOf(state.id).text} (${standWords[standOf(state)]})`}
              onClick={() => setShown(state.id)}
            >
              {questionOf(state.id).number}
            </button>
          </li>
        ))}
      </ol>
      <div ref={card} tabIndex={-1} className="question-stage">
        <QuestionCard
          key={`${current.id} ${current.answer?.date ?? ''} ${(current.options ?? []).join(' ')}`}
          state={current}
          decides={act.decidedBy.includes(current.id)}
          by={by}
          onSaved={() => go(nextOpen(questions, current.id))}
        />
      </div>
      <div className="question-steps">
        <Button tone="quiet" icon={ArrowLeft} disabled={at === 0} onClick={() => go(questions[at - 1]?.id)}>
          Previous
        </Button>
        <Button
          tone="quiet"
          icon={ArrowRight}
          disabled={at === questions.length - 1}
          onClick={() => go(questions[at + 1]?.id)}
        >
          Next
        </Button>
        <span className="faint small">
          {act.decidedBy.length === 0
            ? 'No open question can change the tier.'
            : `Questions ${act.decidedBy.map((id) => questionOf(id).number).join(', ')} decide the tier.`}
        </span>
      </div>
    </div>
  )
}

type Stand = 'contradicted' | 'confirmed' | 'proposed' | 'open' | 'idle'

function standOf({ contradiction, from, matters }: QuestionState): Stand {
  if (contradiction !== undefined) return 'contradicted'
  if (from === 'person') return 'confirmed'
  if (from === 'drawing') return 'proposed'
  return matters ? 'open' : 'idle'
}

const standWords: Readonly<Record<Stand, string>> = {
  contradicted: 'the drawing contradicts the answer',
  confirmed: 'answered by a person',
  proposed: 'answered by the drawing, not confirmed',
  open: 'open',
  idle: 'changes nothing here',
}
