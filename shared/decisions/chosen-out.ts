import type { Decision } from '../design/design.ts'
import { listWords } from '../options/words.ts'
import type { Matrix } from './matrix.ts'

/**
 * What nobody may choose in silence: "Own GPUs misses "Answer p95", which must be met." Undefined when nothing is chosen, or
 * when the chosen option misses nothing that is known.
 */
export function sayChosenOut({ chosen }: Pick<Decision, 'chosen'>, { options }: Matrix): string | undefined {
  const option = options.find((each) => each.option === chosen)
  if (option === undefined || option.knockedOutBy.length === 0) return undefined
  return `${option.title} misses ${listWords(option.knockedOutBy.map((title) => `"${title}"`))}, which must be met.`
}
