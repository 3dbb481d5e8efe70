import type { Design, Treatment, Value } from '../../../shared/design/design.ts'
import { answerQuestion } from '../../../shared/design/edit/intent.ts'
import type { QuestionGroup } from '../../../shared/findings/finding.ts'
import { addElement, freshId } from '../edits.ts'
import type { Said } from '../inspector/value-edits.ts'

/** Writes one answer to every element of the group: one edit. `said` is kept where the answer has no field of its own. */
export function answerAll(design: Design, group: QuestionGroup, value: Value | undefined, said?: Said): Design {
  const background = said === undefined ? {} : { ...(said.by === '' ? {} : { by: said.by }), date: said.on }
  return group.elements.reduce(
    (next, { on, field }) => (field === undefined ? next : answerQuestion(next, [on], field, value, background)),
    design,
  )
}

/** Whether "don't know" is an answer: a measurement, a drawing and a questionnaire have their own ways to stay open. */
export function takesUnknown({ answer }: QuestionGroup): boolean {
  return answer === 'field' || answer === 'yesNo'
}

/** Settles the rules that wait for this answer, where they asked: recorded with its reason, as every judgement. */
export function doesNotApply(design: Design, group: QuestionGroup, reason: string): Design {
  const pairs = group.elements.flatMap(({ on }) => group.rules.map((rule) => ({ on, rule })))
  return pairs.reduce((next, { on, rule }) => {
    const treatment: Treatment = { id: freshId(next, 'treatment'), rule, on: [on], response: 'dispute', reason }
    return addElement(next, 'treatments', treatment)
  }, design)
}
