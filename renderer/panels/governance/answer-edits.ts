import type { Answer, Value } from '../../../shared/design/design.ts'
import { setAnswer } from '../../../shared/design/edit/answer.ts'
import type { QuestionState } from '../../../shared/governance/ai-act/act-tier.ts'
import type { ActQuestion, QuestionId } from '../../../shared/governance/ai-act/question.ts'
import { actAnswer, valueOf } from '../../../shared/governance/ai-act/read-answers.ts'
import { editDocument } from '../stores.ts'

/** What is being answered, before it is written down. */
export interface Draft {
  readonly options: readonly string[]
  readonly rationale: string
}

/** Ticks an option of a question, or unticks it: "none" and the others exclude each other. */
export function toggleOption(question: ActQuestion, chosen: readonly string[], option: string): readonly string[] {
  if (question.type !== 'several') return [option]
  if (chosen.includes(option)) return chosen.filter((one) => one !== option)
  if (option === 'none') return ['none']
  return [...chosen.filter((one) => one !== 'none'), option]
}

export function sameOptions(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((option) => other.includes(option))
}

/** Why a draft cannot be written down yet; undefined when it can. Whoever overrules the drawing says why. */
export function lackOf(draft: Draft, proposed: readonly string[] | undefined): string | undefined {
  if (draft.options.length === 0) return 'Choose an answer.'
  if (proposed === undefined || sameOptions(draft.options, proposed) || draft.rationale.trim() !== '') return undefined
  return 'Say why it differs from the drawing.'
}

/** The answer as it stands in the design, with what the drawing said at that hour. */
export function answerOf(
  question: ActQuestion,
  draft: Draft,
  proposed: readonly string[] | undefined,
  by: string,
  date: string,
): Answer {
  const rationale = draft.rationale.trim()
  return {
    value: valueOf(question, draft.options),
    ...(proposed === undefined ? {} : { drawn: valueOf(question, proposed) }),
    ...(rationale === '' ? {} : { rationale }),
    ...(by.trim() === '' ? {} : { by: by.trim() }),
    date,
  }
}

/** The next question on which something hangs and which no person has answered, after this one and round the end. */
export function nextOpen(states: readonly QuestionState[], after: QuestionId): QuestionId | undefined {
  const at = states.findIndex(({ id }) => id === after)
  const round = [...states.slice(at + 1), ...states.slice(0, at)]
  return round.find(({ matters, from }) => matters && from !== 'person')?.id
}

/** Writes an answer of a questionnaire; undefined takes it back. */
function saveAnswer(key: string, answer: Answer | undefined, label = 'Answer a question'): void {
  editDocument(label, (design) => setAnswer(design, key, answer))
}

export function saveActAnswer(id: QuestionId, answer: Answer | undefined): void {
  saveAnswer(actAnswer(id), answer)
}

/** A word of a person with name and day; without a value it is taken back. */
export function saveWord(key: string, value: Value | undefined, by: string, date: string, rationale = ''): void {
  const answer: Answer | undefined =
    value === undefined
      ? undefined
      : {
          value,
          ...(rationale.trim() === '' ? {} : { rationale: rationale.trim() }),
          ...(by.trim() === '' ? {} : { by: by.trim() }),
          date,
        }
  saveAnswer(key, answer, 'State a fact of governance')
}
