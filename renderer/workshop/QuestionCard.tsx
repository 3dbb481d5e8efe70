import type { ReactNode } from 'react'
import { typographic } from '../../shared/design/typographic.ts'
import type { QuestionGroup } from '../../shared/findings/finding.ts'
import { topicWord } from '../../shared/findings/topic-words.ts'
import { rules } from '../../shared/rules.ts'
import { shownName } from '../panels/ElementChips.tsx'
import { fieldOfQuestion } from '../../shared/findings/question-field.ts'
import { whoKnows } from '../panels/questions/question-words.ts'
import { useDesign } from '../panels/stores.ts'

const mostNames = 8

/** The question, what it is about and why it is asked. No verdict and no severity: the room is asked, not judged. */
export function QuestionCard({ group, children }: { readonly group: QuestionGroup; readonly children: ReactNode }) {
  const design = useDesign((one) => one)
  const names = group.elements.filter(({ on }) => on !== design.id).flatMap(({ on }) => shownName(design, on) ?? [])
  // The names stand below it: the room is asked without their number.
  const sentence = names.length < 2 ? undefined : fieldOfQuestion(design, group)?.question
  const why = rules.find(({ id }) => id === group.rules[0])?.why
  const known = whoKnows(group)
  return (
    <>
      <p className="question-room-topic">{topicWord(group.topic)}</p>
      <h3 className="question-room-text">{typographic(sentence ?? group.text)}</h3>
      {names.length < 2 ? null : (
        <ul className="question-room-names" aria-label="What it is about">
          {names.slice(0, mostNames).map((name) => (
            <li key={name}>{name}</li>
          ))}
          {names.length > mostNames ? <li>{names.length - mostNames} more</li> : null}
        </ul>
      )}
      {why === undefined ? null : <p className="question-room-why">{why}</p>}
      {known === undefined ? null : <p className="question-room-who">{known}</p>}
      <div className="question-room-answers">{children}</div>
    </>
  )
}
