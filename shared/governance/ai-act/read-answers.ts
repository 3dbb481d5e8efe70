import type { Answer, Design, Value } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { none, type ActQuestion, type QuestionId } from './question.ts'

/** The key of an answer in the design. */
export function actAnswer(id: QuestionId): string {
  return `ai-act.${id}`
}

/**
 * The options that a value of a file stands for; undefined when it says nothing: unknown, of another type, or of options
 * that are not offered. "None" beside another option is dropped, so that a slip never hides what holds.
 */
export function optionsOf(question: ActQuestion, value: Value | undefined): readonly string[] | undefined {
  const scalar = known(value)
  const words = typeof scalar === 'boolean' ? [scalar ? 'yes' : 'no'] : typeof scalar === 'string' ? [scalar] : scalar
  if (!Array.isArray(words)) return undefined
  const offered = question.options.map((option) => option.value).filter((option) => words.includes(option))
  const others = offered.filter((option) => option !== none)
  const chosen = others.length > 0 ? others : offered
  if (chosen.length === 0) return undefined
  // Of options that exclude each other a file may hold two: nobody can tell which was meant.
  return question.type !== 'several' && chosen.length > 1 ? undefined : chosen
}

/** How chosen options are written into the design. */
export function valueOf(question: ActQuestion, options: readonly string[]): Value {
  if (question.type === 'yesNo') return options.includes('yes')
  return question.type === 'one' ? (options[0] ?? none) : options
}

/** What a person said to a question, with the options it stands for; undefined while nobody has. */
export function confirmedAnswer(
  answers: Design['answers'],
  question: ActQuestion,
): { readonly options: readonly string[]; readonly answer: Answer } | undefined {
  const answer = answers?.[actAnswer(question.id)]
  const options = optionsOf(question, answer?.value)
  return answer === undefined || options === undefined ? undefined : { options, answer }
}
