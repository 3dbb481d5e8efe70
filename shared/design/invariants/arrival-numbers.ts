import type { Arrivals, Value } from '../design.ts'
import { known } from '../value.ts'

/** The numbers of arrivals: what each is called, the least that it can be, and what counts instead. */
const numbers: readonly {
  readonly field: string
  readonly words: string
  readonly least: number
  readonly counts: string
  /** Said of 0, which is allowed and seldom meant. */
  readonly none?: string
}[] = [
  {
    field: 'rate',
    words: 'a rate',
    least: 0,
    counts: 'it counts as 0',
    none: 'nobody asks for anything, and nothing is estimated for it',
  },
  {
    field: 'users',
    words: 'users',
    least: 0,
    counts: 'they count as 0',
    none: 'nobody asks for anything, and nothing is estimated for it',
  },
  {
    field: 'items',
    words: 'items',
    least: 0,
    counts: 'they count as 0',
    none: 'there is nothing to do, and nothing is estimated for it',
  },
  { field: 'thinkTimeS', words: 'a think time', least: 0, counts: 'it counts as 0' },
  { field: 'withinHours', words: 'hours to work in', least: 0, counts: 'all come at once', none: 'all come at once' },
  { field: 'peakFactor', words: 'a peak over the mean', least: 1, counts: 'it counts as 1' },
  { field: 'growthPerMonth', words: 'a growth per month', least: -1, counts: 'it counts as -1' },
]

/** Numbers that no arrivals can have. Nothing is left out: engines take the least there can be instead. */
export function* arrivalNumberRemarks(arrivals: Arrivals, workload: string): Iterable<ArrivalRemark> {
  const stated = new Map<string, Value | undefined>(Object.entries(arrivals))
  for (const { field, words, least, counts, none } of numbers) {
    const value = known(stated.get(field))
    if (typeof value !== 'number') continue
    if (value < least) {
      yield { sentence: `${workload} has ${words} of ${value}; the least is ${least}, so ${counts}.`, path: field }
    } else if (value === 0 && none !== undefined) {
      // Somebody's "what if", and worth a word beside the zeros that follow from it.
      yield { sentence: `${workload} has ${words} of 0: ${none}.`, path: field }
    }
  }
}

interface ArrivalRemark {
  readonly sentence: string
  /** The field of the arrivals. */
  readonly path: string
}
