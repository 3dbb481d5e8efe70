import type { Question } from '../../../shared/design/design.ts'
import { Badge, TextField } from '../../ui/index.ts'
import { changeElement, todayIso, withField } from '../edits.ts'
import { ElementChips } from '../ElementChips.tsx'
import { InternalToggle } from '../InternalToggle.tsx'
import { editDesign, useDesign } from '../stores.ts'

const none: readonly Question[] = []

/** Questions that somebody wrote down in the room: no rule waits for them, so their answers are words. Open ones first. */
export function SaidQuestions() {
  const questions = useDesign((design) => design.questions) ?? none
  // A record without a day only marks a question of a rule as internal.
  const said = questions.filter(({ date }) => date !== undefined)
  if (said.length === 0) return null
  const isOpen = ({ answer }: Question): boolean => answer === undefined
  return (
    <section aria-label="Written down in the room">
      <div className="panel-bar">
        <span className="panel-bar-note">Written down in the room, {said.filter(isOpen).length} open</span>
      </div>
      {[...said.filter(isOpen), ...said.filter((one) => !isOpen(one))].map((question) => (
        <SaidQuestion key={question.id} question={question} />
      ))}
    </section>
  )
}

function SaidQuestion({ question: { id, text, about, by, date, answer } }: { readonly question: Question }) {
  return (
    <article className="question" aria-label={text}>
      <div className="question-head">
        <p className="question-text">{text}</p>
        {answer === undefined ? null : <Badge tone="pass">answered</Badge>}
        <InternalToggle id={id} name={text} />
      </div>
      <div className="question-about">
        {about === undefined ? null : <ElementChips ids={[about.on]} />}
        <span className="faint small">{[by, date].filter((one) => one !== undefined).join(', ')}</span>
      </div>
      <div className="question-reply">
        <TextField
          aria-label={`Answer to “${text}”`}
          placeholder="Answer"
          value={answer ?? ''}
          onCommit={(words) => answerQuestion(id, words.trim())}
        />
      </div>
    </article>
  )
}

/** Writes the answer down with today's date; no words open the question again. */
function answerQuestion(id: string, answer: string): void {
  const given = answer === '' ? undefined : answer
  editDesign(given === undefined ? 'Open a question again' : 'Answer a question', (design) =>
    changeElement(design, 'questions', id, (one) =>
      withField(withField(one, 'answer', given), 'answeredOn', given === undefined ? undefined : todayIso()),
    ),
  )
}
