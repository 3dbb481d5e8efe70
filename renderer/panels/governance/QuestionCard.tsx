import { Check, TriangleAlert, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { QuestionState } from '../../../shared/governance/ai-act/act-tier.ts'
import { labels } from '../../../shared/governance/ai-act/act-tier.ts'
import { questionOf } from '../../../shared/governance/ai-act/questions.ts'
import { todayIso } from '../../store/today.ts'
import { Badge, Button, FieldRow } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { answerOf, lackOf, sameOptions, saveActAnswer, toggleOption } from './answer-edits.ts'

interface QuestionCardProps {
  readonly state: QuestionState
  readonly decides: boolean
  readonly by: string
  readonly onSaved: () => void
}

/** A question with what the drawing says to it, and the answer of a person beside that. */
export function QuestionCard({ state, decides, by, onSaved }: QuestionCardProps) {
  const question = questionOf(state.id)
  const proposed = state.proposal?.options
  const [options, setOptions] = useState<readonly string[]>(state.options ?? [])
  const [rationale, setRationale] = useState(state.answer?.rationale ?? '')
  const lack = lackOf({ options, rationale }, proposed)
  const agrees = proposed !== undefined && sameOptions(options, proposed)
  const save = () => {
    if (lack !== undefined) return
    saveActAnswer(state.id, answerOf(question, { options, rationale }, proposed, by, todayIso()))
    onSaved()
  }
  return (
    <form
      className="question-card"
      aria-label={`Question ${question.number}`}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <p className="small muted">
        Question {question.number} of 15, {question.provision}. {question.effect}.
        {decides ? <Badge tone="accent">decides the tier</Badge> : null}
        {state.matters ? null : <Badge>changes nothing here</Badge>}
      </p>
      <h3>{question.text}</h3>
      {question.help === undefined ? null : <p className="muted">{question.help}.</p>}
      {state.contradiction === undefined ? null : (
        <p className="question-contradiction ui-tone-atRisk" role="alert">
          <TriangleAlert size={14} aria-hidden /> {state.contradiction}
        </p>
      )}
      {state.proposal === undefined ? (
        <p className="faint small">The drawing says nothing of it. Ask: {question.ask}.</p>
      ) : (
        <div className="question-proposal">
          <span className="small muted">The drawing</span>
          <span>
            {proposed === undefined ? null : <strong>{labels(question, proposed)}. </strong>}
            {state.proposal.because}
          </span>
          {state.proposal.elements.length === 0 ? null : <ElementChips ids={state.proposal.elements} most={5} />}
        </div>
      )}
      <fieldset className="question-options" data-many={question.options.length > 6}>
        <legend className="visually-hidden">{question.text}</legend>
        {question.options.map(({ value, label, provision }) => (
          <label key={value} className="question-option">
            <input
              type={question.type === 'several' ? 'checkbox' : 'radio'}
              name={`question-${state.id}`}
              checked={options.includes(value)}
              onChange={() => setOptions(toggleOption(question, options, value))}
            />
            <span>{label}</span>
            {provision === undefined ? null : <span className="faint small">{provision}</span>}
          </label>
        ))}
      </fieldset>
      <FieldRow label="Rationale" wide>
        {(id) => (
          <textarea
            id={id}
            className="ui-input ui-textarea"
            rows={2}
            value={rationale}
            placeholder="Why, and where it is written"
            onChange={(event) => setRationale(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
            }}
          />
        )}
      </FieldRow>
      <div className="question-save">
        <Button type="submit" tone="primary" icon={Check} disabled={lack !== undefined}>
          {agrees ? 'Confirm' : proposed === undefined ? 'Answer' : 'Override the drawing'}
        </Button>
        {state.answer === undefined ? null : (
          <Button tone="quiet" icon={Undo2} onClick={() => saveActAnswer(state.id, undefined)}>
            Take the answer back
          </Button>
        )}
        <span className="faint small">
          {lack ??
            (state.answer === undefined
              ? by === ''
                ? 'Written down without a name.'
                : `Written down as of ${by}.`
              : `Answered${state.answer.by === undefined ? '' : ` by ${state.answer.by}`}${state.answer.date === undefined ? '' : ` on ${state.answer.date}`}.`)}
        </span>
      </div>
    </form>
  )
}
