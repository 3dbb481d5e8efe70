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
  yield* tooMuchToMean(arrivals, workload)
}

/** People on Earth, rounded up: nothing that people ask for is asked more often a day for each of them. */
const peopleOnEarth = 1e10
const timesADay = { second: 86_400, minute: 1440, hour: 24, day: 1, month: 12 / 365 } as const

/** A month holds 730 hours: with a higher peak over its mean, all that it asks for comes in less than three seconds. */
const peakAtMost = 1e6

/** A rate or a number of users with some zeros too many; it is computed as it stands. */
function* tooMuchToMean(arrivals: Arrivals, workload: string): Iterable<ArrivalRemark> {
  const asItStands = 'Is it meant? It is computed as it stands.'
  if ('rate' in arrivals && (known(arrivals.rate) ?? 0) * (timesADay[arrivals.per] ?? 0) > peopleOnEarth) {
    const sentence = `${workload} asks more than once a day for each person on Earth. ${asItStands}`
    yield { sentence, path: 'rate' }
  }
  const peak = 'peakFactor' in arrivals ? known(arrivals.peakFactor) : undefined
  if (typeof peak === 'number' && peak > peakAtMost) {
    const sentence = `${workload} has a peak in which a whole month comes within three seconds. ${asItStands}`
    yield { sentence, path: 'peakFactor' }
  }
  if ('users' in arrivals && (known(arrivals.users) ?? 0) > peopleOnEarth) {
    yield { sentence: `${workload} has more users than there are people on Earth. ${asItStands}`, path: 'users' }
  }
}

interface ArrivalRemark {
  readonly sentence: string
  /** The field of the arrivals. */
  readonly path: string
}
