import { answerQuestion } from '../../design/edit/intent.ts'
import type { Design, Value } from '../../design/design.ts'
import { fieldOfQuestion } from '../question-field.ts'
import type { QuestionGroup } from '../finding.ts'

/** A text that says that there is none, and one that names something. */
const texts: Readonly<Record<string, readonly string[]>> = {
  region: ['eu-west-1', 'us-east-1'],
  trigger: ['never', 'weekly'],
}

/**
 * The answers that a person could give to a question, each on its own: both sides of yes or no, every option of a
 * choice, numbers that are small and large. Empty where the answer is drawn or linked.
 */
export function possibleAnswers(design: Design, group: QuestionGroup): readonly Value[] {
  if (group.answer === 'yesNo') return [true, false]
  if (group.answer !== 'field') return []
  const field = fieldOfQuestion(design, group)
  if (field === undefined) throw new Error(`Nothing can hold the answer to "${group.text}" (${group.id})`)
  switch (field.type) {
    case 'boolean':
      return [true, false]
    case 'choice':
      return (field.options ?? []).map(({ value }) => value)
    case 'choices': {
      const all = (field.options ?? []).map(({ value }) => value)
      return [...all.map((value) => [value]), all]
    }
    case 'number':
      return [field.min ?? 0, 0.5, 1, 1000, 100_000, field.max ?? 1e9].filter(
        (value) =>
          value >= (field.min ?? 0) && value <= (field.max ?? Infinity) && (field.integer !== true || value % 1 === 0),
      )
    case 'text':
      return texts[group.id.split('.').at(-1) ?? ''] ?? ['', 'The service owner']
    default:
      return field.type satisfies never
  }
}

/** The design with one answer given for all elements of the group. */
export function answered(design: Design, { elements }: QuestionGroup, value: Value | undefined): Design {
  return elements.reduce(
    (next, { on, field }) => (field === undefined ? next : answerQuestion(next, [on], field, value)),
    design,
  )
}
