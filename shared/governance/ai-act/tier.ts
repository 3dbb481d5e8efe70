import { none, type ActAnswers, type QuestionId } from './question.ts'

/** What a system is to the act, the mildest first. */
export const tiers = ['outOfScope', 'minimal', 'transparency', 'high', 'prohibited'] as const
export type Tier = (typeof tiers)[number]

/** What the answers come to: one tier, or several still possible, with the questions that decide between them. */
export interface TierResult {
  readonly tier: Tier | 'open'
  readonly lowest: Tier
  readonly highest: Tier
  /** Open questions whose answer can still change the tier, in the order in which they are asked. */
  readonly decidedBy: readonly QuestionId[]
}

/** The questions that bear on the tier, each with one option for all that have the same effect. */
const bearing = [
  ['eu-nexus', ['no', 'yes']],
  ['ai-system', ['no', 'yes']],
  ['excluded', [none, 'research', 'open-source']],
  ['prohibited-practice', [none, 'any']],
  ['safety-component', ['no', 'yes']],
  ['annex-iii', [none, 'any']],
  ['profiling', ['no', 'yes']],
  ['narrow-task', [none, 'any']],
  ['interacts', ['no', 'yes']],
  ['content', [none, 'any']],
] as const satisfies readonly (readonly [QuestionId, readonly string[]])[]

/** Whether one of the options of a question holds; "none" is the word that no other does. */
export function holds(answers: ActAnswers, id: QuestionId): boolean {
  return (answers[id] ?? []).some((value) => value !== none && value !== 'no')
}

/** Whether an answer of Art. 6(3) takes a system of Annex III out of the high-risk ones. */
export function isDerogated(answers: ActAnswers): boolean {
  return (
    holds(answers, 'annex-iii') &&
    !holds(answers, 'safety-component') &&
    holds(answers, 'narrow-task') &&
    answers.profiling?.[0] === 'no'
  )
}

/**
 * The tier of a system about which every question is answered (Art. 2, 3, 5, 6 and 50 with Annexes I and III). What is
 * no AI system is minimal; free and open software stays out only where no other duty holds (Art. 2(12)).
 */
export function tierOf(answers: ActAnswers): Tier {
  if (!holds(answers, 'eu-nexus')) return 'outOfScope'
  if (!holds(answers, 'ai-system')) return 'minimal'
  const excluded = answers.excluded?.[0] ?? none
  if (excluded !== none && excluded !== 'open-source') return 'outOfScope'
  if (holds(answers, 'prohibited-practice')) return 'prohibited'
  if (holds(answers, 'safety-component')) return 'high'
  if (holds(answers, 'annex-iii') && !isDerogated(answers)) return 'high'
  if (holds(answers, 'interacts') || holds(answers, 'content')) return 'transparency'
  return excluded === 'open-source' && !holds(answers, 'annex-iii') ? 'outOfScope' : 'minimal'
}

/**
 * The tier of a system about which some questions are open: every way to answer them is tried, so that an open question
 * counts exactly as far as its answer can change the result. At most 1,536 ways, each a handful of comparisons.
 */
export function decideTier(answers: ActAnswers): TierResult {
  // One way of answering after the other in one record: 1,536 copies of it would be most of the work.
  const supposed: Partial<Record<QuestionId, readonly string[]>> = { ...answers }
  const open = bearing.flatMap(([id, options], at) =>
    answers[id] === undefined ? [{ id, at, ways: options.map((option) => [option]) }] : [],
  )
  const choices = bearing.map(([id, options]) => (answers[id] === undefined ? options : [undefined]))
  const strides = choices.map((_, at) => choices.slice(at + 1).reduce((product, each) => product * each.length, 1))
  const size = choices.reduce((product, each) => product * each.length, 1)
  const found = Array.from({ length: size }, (_, index) => {
    for (const { id, at, ways } of open) {
      const way = ways[Math.floor(index / (strides[at] ?? 1)) % ways.length]
      if (way !== undefined) supposed[id] = way
    }
    return tiers.indexOf(tierOf(supposed))
  })
  const lowest = tiers[Math.min(...found)] ?? 'outOfScope'
  const highest = tiers[Math.max(...found)] ?? 'prohibited'
  const decidedBy = bearing.flatMap(([id], at) => {
    const count = choices[at]?.length ?? 1
    const stride = strides[at] ?? 1
    // One answer against the next, all else equal.
    const decides = found.some(
      (tier, index) => Math.floor(index / stride) % count < count - 1 && tier !== found[index + stride],
    )
    return decides ? [id] : []
  })
  return { tier: lowest === highest ? lowest : 'open', lowest, highest, decidedBy }
}
