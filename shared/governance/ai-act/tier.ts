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

/** Every way to answer the bearing questions has a number; the next option of a question stands so many numbers on. */
const strides = bearing.map((_, at) =>
  bearing.slice(at + 1).reduce((product, [, options]) => product * options.length, 1),
)
const wayCount = bearing.reduce((product, [, options]) => product * options.length, 1)

/** Which option of a question a way takes. */
function optionIn(way: number, at: number): number {
  return Math.floor(way / (strides[at] ?? 1)) % (bearing[at]?.[1].length ?? 1)
}

let ranks: readonly number[] | undefined

/** The place in `tiers` of every way: worked out once, as each question of each design asks for hundreds of them. */
function rankOfEachWay(): readonly number[] {
  ranks ??= Array.from({ length: wayCount }, (_, way) => {
    const answers = bearing.map(([id, options], at) => [id, [options[optionIn(way, at)] ?? none]])
    return tiers.indexOf(tierOf(Object.fromEntries(answers)))
  })
  return ranks
}

/** The option that has the effect of what was answered: of those that hold the first unless one is named as such. */
function optionOf(answers: ActAnswers, id: QuestionId, options: readonly string[]): number {
  return holds(answers, id) ? Math.max(1, options.indexOf(answers[id]?.[0] ?? none)) : 0
}

/**
 * The tier of a system about which some questions are open: every way to answer them is tried, so that an open question
 * counts exactly as far as its answer can change the result. At most 1,536 ways, each looked up.
 */
export function decideTier(answers: ActAnswers): TierResult {
  const rankOf = rankOfEachWay()
  let reached: readonly number[] = [0]
  bearing.forEach(([id, options], at) => {
    const possible = answers[id] === undefined ? options.map((_, option) => option) : [optionOf(answers, id, options)]
    reached = reached.flatMap((way) => possible.map((option) => way + option * (strides[at] ?? 1)))
  })
  const found = reached.map((way) => rankOf[way] ?? 0)
  const lowest = tiers[Math.min(...found)] ?? 'outOfScope'
  const highest = tiers[Math.max(...found)] ?? 'prohibited'
  const decidedBy = bearing.flatMap(([id, options], at) => {
    const stride = strides[at] ?? 1
    // One answer against the next, all else equal.
    const decides =
      answers[id] === undefined &&
      reached.some((way) => optionIn(way, at) < options.length - 1 && rankOf[way] !== rankOf[way + stride])
    return decides ? [id] : []
  })
  return { tier: lowest === highest ? lowest : 'open', lowest, highest, decidedBy }
}
