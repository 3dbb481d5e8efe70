import type { Id, Requirement } from '../design/design.ts'
import { numberOr } from '../design/value.ts'
import type { Judged, Measured } from './metric.ts'

/** One of the elements that a share is taken of. */
export interface Covered {
  readonly id: Id
  readonly name: string
  /** Undefined: nobody has said. */
  readonly is: boolean | undefined
  /** Where it would be stated. */
  readonly ask?: { readonly on: Id; readonly field: string }
}

export interface CoverageWords {
  /** At the start of a sentence: "Encryption at rest". */
  readonly subject: string
  readonly noun: readonly [one: string, many: string]
  /** The question, with the names of those that nobody has spoken of. */
  readonly question: (names: string) => string
}

/**
 * The share of elements of which something holds. What nobody has said counts neither way: where it decides, the verdict
 * is unknown with the question; where it cannot, the share is a band. No element at all is nothing to measure.
 */
export function measureCoverage(
  { is, target }: Requirement,
  covered: readonly Covered[],
  words: CoverageWords,
): readonly (Measured | Judged)[] {
  if (covered.length === 0) return []
  const holding = covered.filter((each) => each.is === true)
  const missing = covered.filter((each) => each.is === false)
  const silent = covered.filter((each) => each.is === undefined)
  const low = holding.length / covered.length
  const high = (holding.length + silent.length) / covered.length
  const noun = covered.length === 1 ? words.noun[0] : words.noun[1]
  const of = `${holding.length} of ${covered.length} ${noun}`
  const wanted = numberOr(target, Number.NaN)
  const isOpen = silent.length > 0 && !Number.isNaN(wanted) && decides(is, wanted, low, high)
  if (isOpen) {
    const asks = silent.flatMap(({ ask }) => (ask === undefined ? [] : [ask]))
    return [
      {
        type: 'judged',
        verdict: 'unknown',
        arithmetic: `${words.subject}: ${of} so far; nobody has said it of ${listNames(silent)}.`,
        elements: silent.map(({ id }) => id),
        question: words.question(listNames(silent)),
        ...(asks.length === silent.length ? { asks } : {}),
      },
    ]
  }
  const not = missing.length === 0 ? '' : `; not ${listNames(missing)}`
  const elements = (missing.length > 0 ? missing : covered).map(({ id }) => id)
  return [{ type: 'measured', band: { value: low, low, high }, subject: `${words.subject} (${of}${not})`, elements }]
}

/** Whether the two ends of a band lie on different sides of the target. */
function decides(is: Requirement['is'], target: number, low: number, high: number): boolean {
  if (is === '>=') return low < target && high >= target
  return is === '<=' ? low <= target && high > target : low <= target && high >= target
}

const mostNames = 4

/** '"Index", "Log" and "Cache"', at most four by name. */
export function listNames(named: readonly { readonly name: string }[]): string {
  const names = named.slice(0, mostNames).map(({ name }) => `"${name}"`)
  if (named.length > mostNames) return `${names.join(', ')} and ${named.length - mostNames} more`
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ')
}
