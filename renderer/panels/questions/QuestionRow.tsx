import { useState } from 'react'
import { typographic } from '../../../shared/design/typographic.ts'
import type { QuestionGroup } from '../../../shared/findings/finding.ts'
import { topicWord } from '../../../shared/findings/topic-words.ts'
import { Badge, SeverityMark, useFocusHandover } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { isQuestionInternal, setQuestionInternal } from '../internal-edits.ts'
import { InternalButton } from '../InternalToggle.tsx'
import { useDesign } from '../stores.ts'
import { AnswerForm, type Aside } from './AnswerForm.tsx'
import { whoKnows } from './question-words.ts'

/** One question with its answers: in place, for all elements alike. */
export function QuestionRow({ group }: { readonly group: QuestionGroup }) {
  const [aside, setAside] = useState<Aside>('none')
  const design = useDesign((one) => one.id)
  const internal = useDesign((one) => isQuestionInternal(one, group))
  const ids = group.elements.map((element) => element.on).filter((id) => id !== design)
  const known = whoKnows(group)
  const row = useFocusHandover<HTMLElement>(neighbour)
  return (
    <article ref={row} tabIndex={-1} className="question" data-question={group.id}>
      <div className="question-head">
        <SeverityMark severity={group.weight} />
        <p className="question-text">{typographic(group.text)}</p>
        {group.overdue === true ? <Badge tone="fail">overdue</Badge> : null}
        <InternalButton
          name={typographic(group.text)}
          on={internal}
          onChange={(on) => setQuestionInternal(group, on)}
        />
      </div>
      <div className="question-about">
        <Badge>{topicWord(group.topic)}</Badge>
        {ids.length === 0 ? null : <ElementChips ids={ids} most={5} />}
        {known === undefined ? null : <span className="faint small">{known}</span>}
      </div>
      <AnswerForm group={group} aside={aside} onAside={setAside} />
    </article>
  )
}

/** The question that takes the place of an answered one. */
function neighbour(row: HTMLElement): Element | null {
  return row.nextElementSibling ?? row.previousElementSibling
}
