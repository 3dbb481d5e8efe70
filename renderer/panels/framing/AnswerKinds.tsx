import { Plus, Trash2 } from 'lucide-react'
import type { AnswerKind } from '../../../shared/design/design.ts'
import { Button, Choice, IconButton, NameField, TextRow } from '../../ui/index.ts'
import { withField } from '../edits.ts'
import { useGraph } from '../../store/graph-of.ts'
import { editAnswerKind, newAnswerKind, removeAnswerKind, type AnswerText } from './framing-edits.ts'

const questions: readonly { readonly field: AnswerText; readonly label: string; readonly placeholder: string }[] = [
  { field: 'wrong', label: 'How it can be wrong', placeholder: 'It names a source that does not say so' },
  { field: 'noticedBy', label: 'Who notices', placeholder: 'The analyst, when reading the source' },
  { field: 'shown', label: 'What the user sees', placeholder: 'The sources beside each sentence' },
  { field: 'fallback', label: 'Fallback', placeholder: 'The plain search results' },
]
const mostOffered = 3

/** For each kind of answer: how it can be wrong, who notices, what the user sees, and what is done instead. */
export function AnswerKinds({ answers }: { readonly answers: readonly AnswerKind[] }) {
  const graph = useGraph()
  const actions = (graph.design.actions ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const open = actions.filter(({ value }) => !answers.some(({ action }) => action === value)).slice(0, mostOffered)
  return (
    <section className="framing-part" aria-label="When an answer is wrong">
      <h3>When an answer is wrong</h3>
      {answers.length === 0 ? (
        <p className="muted small">
          A wrong answer will come. Say for each kind who notices it and what happens then; checks stop asking.
        </p>
      ) : null}
      {answers.map((answer) => (
        <article key={answer.id} className="framing-answer" aria-label={answer.name}>
          <div className="framing-answer-head">
            <NameField
              className="strong"
              aria-label="Kind of answer"
              value={answer.name}
              onCommit={(name) => editAnswerKind(answer.id, 'Rename', (one) => ({ ...one, name }))}
            />
            <Choice
              quiet
              label={`Action of ${answer.name}`}
              value={answer.action}
              options={actions}
              placeholder="Of any action"
              clearLabel="Of any action"
              onClear={() =>
                editAnswerKind(answer.id, 'Change the action', (one) => withField(one, 'action', undefined))
              }
              onChange={(action) => editAnswerKind(answer.id, 'Change the action', (one) => ({ ...one, action }))}
            />
            <IconButton label={`Delete ${answer.name}`} icon={Trash2} onClick={() => removeAnswerKind(answer)} />
          </div>
          <div className="framing-questions">
            {questions.map(({ field, label, placeholder }) => (
              <TextRow
                key={field}
                several
                label={label}
                value={answer[field]}
                placeholder={placeholder}
                onCommit={(text) =>
                  editAnswerKind(answer.id, `Change: ${label.toLowerCase()}`, (one) => withField(one, field, text))
                }
              />
            ))}
          </div>
        </article>
      ))}
      <div className="framing-offers">
        {open.map(({ value, label }) => (
          <Button key={value} tone="quiet" icon={Plus} onClick={() => newAnswerKind(label, value)}>
            <span className="ellipsis">Answers to “{label}”</span>
          </Button>
        ))}
        <Button tone="quiet" icon={Plus} onClick={() => newAnswerKind('Kind of answer')}>
          Another kind of answer
        </Button>
      </div>
    </section>
  )
}
