import { CircleHelp, Crosshair, Scale } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Value } from '../../../shared/design/design.ts'
import type { QuestionGroup } from '../../../shared/findings/finding.ts'
import { fieldOfQuestion } from '../../../shared/findings/question-field.ts'
import type { Field } from '../../../shared/kinds/fields/field.ts'
import { Button, DateField } from '../../ui/index.ts'
import { saidNow } from '../inspector/said-by.ts'
import { ValueControl } from '../inspector/ValueControl.tsx'
import { unknownValue } from '../inspector/value-edits.ts'
import { EvidencePopover } from '../requirements/EvidencePopover.tsx'
import { runCommand } from '../commands.ts'
import { showInput } from '../show-input.ts'
import { editDesign, useDesign, viewStore } from '../stores.ts'
import { answerAll, doesNotApply, takesUnknown } from './answer.ts'

export type Aside = 'none' | 'unknown' | 'notApplicable'

interface AnswerFormProps {
  readonly group: QuestionGroup
  /** Which of the two other answers is being given: whoever shows the form holds it, so that keys can open it too. */
  readonly aside: Aside
  readonly onAside: (aside: Aside) => void
  readonly large?: boolean
  readonly onAnswered?: () => void
  /** Leaves for the drawing, where some answers are given. */
  readonly onShow?: () => void
}

/** Every way to answer a question: its own, "don't know" with who and by when, "does not apply" with the reason. */
export function AnswerForm({ group, aside, onAside, large = false, onAnswered, onShow }: AnswerFormProps) {
  const done = () => {
    onAside('none')
    onAnswered?.()
  }
  const answer = (value: Value | undefined) => {
    editDesign('Answer a question', (design) => answerAll(design, group, value, saidNow()))
    done()
  }
  const isRuled = group.rules.length > 0
  const unknown = useRef<HTMLButtonElement>(null)
  const notApplicable = useRef<HTMLButtonElement>(null)
  const close = (opener: HTMLButtonElement | null) => {
    onAside('none')
    opener?.focus()
  }
  return (
    <>
      <div className="question-answers">
        <OwnAnswer group={group} large={large} onAnswer={answer} onShow={onShow} />
        {takesUnknown(group) ? (
          <Button
            ref={unknown}
            tone="quiet"
            large={large}
            icon={CircleHelp}
            aria-expanded={aside === 'unknown'}
            onClick={() => onAside(aside === 'unknown' ? 'none' : 'unknown')}
          >
            Don’t know
          </Button>
        ) : null}
        {isRuled ? (
          <Button
            ref={notApplicable}
            tone="quiet"
            large={large}
            aria-expanded={aside === 'notApplicable'}
            onClick={() => onAside(aside === 'notApplicable' ? 'none' : 'notApplicable')}
          >
            Does not apply
          </Button>
        ) : null}
      </div>
      {aside === 'unknown' ? (
        <UnknownForm
          ask={group.ask}
          onSend={(ask, due) => answer(unknownValue(ask === '' ? group.ask : ask, due))}
          onClose={() => close(unknown.current)}
        />
      ) : null}
      {aside === 'notApplicable' ? (
        <NotApplicableForm
          onSend={(reason) => {
            editDesign('Say that a question does not apply', (design) => doesNotApply(design, group, reason))
            done()
          }}
          onClose={() => close(notApplicable.current)}
        />
      ) : null}
    </>
  )
}

interface OwnAnswerProps {
  readonly group: QuestionGroup
  readonly large: boolean
  readonly onAnswer: (value: Value | undefined) => void
  readonly onShow: (() => void) | undefined
}

function OwnAnswer({ group, large, onAnswer, onShow }: OwnAnswerProps) {
  const design = useDesign((one) => one)
  const field = fieldOfQuestion(design, group)
  if (group.answer === 'evidence') {
    const requirement = design.requirements?.find(({ id }) => id === group.elements[0]?.on)
    return requirement === undefined ? null : <EvidencePopover requirement={requirement} />
  }
  if (group.answer === 'questionnaire') {
    return (
      <Button
        icon={Scale}
        large={large}
        onClick={() => {
          onShow?.()
          runCommand('go.governance')
        }}
      >
        Answer it on the governance page
      </Button>
    )
  }
  if (group.answer === 'drawing') {
    return (
      <Button
        icon={Crosshair}
        large={large}
        onClick={() => {
          onShow?.()
          const [first, ...others] = group.elements
          if (first?.field !== undefined && others.length === 0) showInput(first.on, first.field)
          else viewStore.getState().select(group.elements.map(({ on }) => on))
        }}
      >
        Show it on the drawing
      </Button>
    )
  }
  if (group.answer === 'yesNo' || field === undefined || field.type === 'boolean')
    return <YesNo large={large} onAnswer={onAnswer} />
  return <FieldAnswer field={field} onAnswer={onAnswer} />
}

function YesNo({ large, onAnswer }: { readonly large: boolean; readonly onAnswer: (value: boolean) => void }) {
  return (
    <>
      <Button large={large} onClick={() => onAnswer(true)}>
        Yes
      </Button>
      <Button large={large} onClick={() => onAnswer(false)}>
        No
      </Button>
    </>
  )
}

function FieldAnswer({
  field,
  onAnswer,
}: {
  readonly field: Field
  readonly onAnswer: (value: Value | undefined) => void
}) {
  return (
    <span className="question-field">
      <ValueControl field={field} value={undefined} placeholder="Answer" onChange={onAnswer} />
    </span>
  )
}

interface UnknownFormProps {
  readonly ask: string | undefined
  readonly onSend: (ask: string, due: string) => void
  readonly onClose: () => void
}

/** Nobody in the room knows: who would, and by when do they say. */
function UnknownForm({ ask, onSend, onClose }: UnknownFormProps) {
  const [who, setWho] = useState('')
  const [due, setDue] = useState('')
  return (
    <form
      className="question-reply"
      aria-label="Nobody here knows"
      onSubmit={(event) => {
        event.preventDefault()
        onSend(who.trim(), due)
      }}
    >
      <Line
        label="Who would know"
        placeholder={ask ?? 'A person or a team'}
        value={who}
        onChange={setWho}
        onClose={onClose}
      />
      <span className="muted small">by</span>
      <DateField aria-label="By when" value={due} onCommit={setDue} />
      <Button tone="primary" type="submit">
        Record
      </Button>
    </form>
  )
}

interface NotApplicableFormProps {
  readonly onSend: (reason: string) => void
  readonly onClose: () => void
}

function NotApplicableForm({ onSend, onClose }: NotApplicableFormProps) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <form
      className="question-reply"
      aria-label="Does not apply"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() === '') setTried(true)
        else onSend(reason.trim())
      }}
    >
      <Line
        label="Why it does not apply"
        placeholder="Why it does not apply here"
        value={reason}
        onChange={setReason}
        onClose={onClose}
      />
      <Button tone="primary" type="submit">
        Record
      </Button>
      {tried && reason.trim() === '' ? <span className="form-gap small">Say why, for whoever asks next.</span> : null}
    </form>
  )
}

interface LineProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onClose: () => void
}

/** The one line that was asked for: it has the focus, Enter sends the form and Escape takes it away. */
function Line({ label, placeholder, value, onChange, onClose }: LineProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <input
      ref={field}
      type="text"
      className="ui-input"
      spellCheck={false}
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    />
  )
}
