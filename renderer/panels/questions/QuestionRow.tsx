import { Check, CircleHelp } from 'lucide-react'
import { useState } from 'react'
import type { Value } from '../../../shared/design/design.ts'
import { setTopicComplete } from '../../../shared/design/edit/intent.ts'
import type { QuestionGroup } from '../../../shared/findings/finding.ts'
import { topicWords } from '../../../shared/findings/topic-words.ts'
import type { Field } from '../../../shared/kinds/field.ts'
import { Badge, Button, SeverityMark, TextField } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { ValueControl } from '../inspector/ValueControl.tsx'
import { unknownValue } from '../inspector/value-edits.ts'
import { editDesign, useDesign } from '../stores.ts'
import { answerAll, doesNotApply, fieldOf } from './answer.ts'

type Aside = 'none' | 'unknown' | 'notApplicable'

/** One question with its answers: in place, for all elements alike. */
export function QuestionRow({ group }: { readonly group: QuestionGroup }) {
  const [aside, setAside] = useState<Aside>('none')
  const design = useDesign((one) => one)
  const field = fieldOf(design, group)
  const asked = group.elements.some((element) => element.field !== undefined)
  const known = group.elements.filter((element) => element.answered === 'unknown').length
  const ids = group.elements.map((element) => element.on).filter((id) => id !== design.id)
  const answer = (value: Value | undefined) => editDesign('Answer a question', (one) => answerAll(one, group, value))
  const topic = topicWords.find((word) => word.topic === group.topic)?.word ?? group.topic
  return (
    <article className="question" data-question={group.id}>
      <div className="question-head">
        <SeverityMark severity={group.weight} />
        <p className="question-text">{group.text}</p>
        {known === 0 ? null : <Badge tone="unknown">asked</Badge>}
      </div>
      <div className="question-about">
        <Badge>{topic}</Badge>
        {ids.length === 0 ? null : <ElementChips ids={ids} most={5} />}
        {group.ask === undefined ? null : <span className="faint small">Ask: {group.ask}</span>}
      </div>
      <div className="question-answers">
        {field === undefined ? (
          <Answers
            asked={asked}
            onAnswer={answer}
            onComplete={() => editDesign('Mark a topic complete', (one) => setTopicComplete(one, group.topic))}
          />
        ) : (
          <FieldAnswer field={field} onAnswer={answer} />
        )}
        <Button
          tone="quiet"
          icon={CircleHelp}
          aria-expanded={aside === 'unknown'}
          onClick={() => setAside(aside === 'unknown' ? 'none' : 'unknown')}
          disabled={!asked}
        >
          Don’t know
        </Button>
        <Button
          tone="quiet"
          aria-expanded={aside === 'notApplicable'}
          onClick={() => setAside(aside === 'notApplicable' ? 'none' : 'notApplicable')}
        >
          Does not apply
        </Button>
      </div>
      {aside === 'unknown' ? (
        <Reply
          label="Who would know"
          placeholder={group.ask ?? 'A person or a team'}
          word="Record"
          onSend={(ask) => {
            answer(unknownValue(ask === '' ? group.ask : ask))
            setAside('none')
          }}
        />
      ) : null}
      {aside === 'notApplicable' ? (
        <Reply
          label="Why it does not apply"
          placeholder="Why it does not apply here"
          word="Record"
          needed
          onSend={(reason) => {
            editDesign('Say that a question does not apply', (one) => doesNotApply(one, group, reason))
            setAside('none')
          }}
        />
      ) : null}
    </article>
  )
}

function Answers({
  asked,
  onAnswer,
  onComplete,
}: {
  readonly asked: boolean
  readonly onAnswer: (value: Value) => void
  readonly onComplete: () => void
}) {
  if (!asked) {
    return (
      <Button icon={Check} title="What is missing is then a finding" onClick={onComplete}>
        All of it is drawn
      </Button>
    )
  }
  return (
    <>
      <Button onClick={() => onAnswer(true)}>Yes</Button>
      <Button onClick={() => onAnswer(false)}>No</Button>
    </>
  )
}

/** Yes and no for a fact; the field's own control for everything else. */
function FieldAnswer({
  field,
  onAnswer,
}: {
  readonly field: Field
  readonly onAnswer: (value: Value | undefined) => void
}) {
  if (field.type === 'boolean') return <Answers asked onAnswer={onAnswer} onComplete={() => undefined} />
  return (
    <span className="question-field">
      <ValueControl field={field} value={undefined} placeholder="Answer" onChange={onAnswer} />
    </span>
  )
}

interface ReplyProps {
  readonly label: string
  readonly placeholder: string
  readonly word: string
  readonly needed?: boolean
  readonly onSend: (text: string) => void
}

function Reply({ label, placeholder, word, needed, onSend }: ReplyProps) {
  const [text, setText] = useState('')
  return (
    <div className="question-reply">
      <TextField aria-label={label} placeholder={placeholder} value={text} onCommit={setText} />
      <Button
        tone="primary"
        onClick={() => {
          if (needed !== true || text.trim() !== '') onSend(text.trim())
        }}
      >
        {word}
      </Button>
    </div>
  )
}
