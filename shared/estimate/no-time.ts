import type { Id } from '../design/design.ts'
import { formatShare } from '../kinds/figures/number-format.ts'

/** Where the way of an answer has no time to state. */
export interface NoTime {
  /** Asked for more than they sustain: a queue grows there without end. */
  readonly unstable?: readonly Id[]
  /** Models on own machines that need more memory than their GPUs have: nothing answers there. */
  readonly misfits?: readonly Id[]
  /** Asked in a vendor's batch tier, which answers within hours and promises no percentile. */
  readonly batched?: readonly Id[]
  /** Of the requests, those whose answer waits for that; absent where all do. */
  readonly batchedShare?: number
}

/** From this share of the requests on, even the 99th percentile is theirs: no percentile can be stated. */
export const leastBatchedShare = 0.01

/** Why there is no time, in a word that stands in its place, and where. */
export interface WhyNoTime {
  readonly word: 'does not fit' | 'unstable' | 'within hours'
  readonly ids: readonly Id[]
  /** Of the requests, where it is not all of them. */
  readonly share?: number
}

/** What cannot run at all comes before what is asked for too much, and that before what only takes long; else undefined. */
export function whyNoTime({ unstable = [], misfits = [], batched = [], batchedShare }: NoTime): WhyNoTime | undefined {
  if (misfits.length > 0) return { word: 'does not fit', ids: misfits }
  if (unstable.length > 0) return { word: 'unstable', ids: unstable }
  if (batched.length === 0) return undefined
  return { word: 'within hours', ids: batched, ...(batchedShare === undefined ? {} : { share: batchedShare }) }
}

/**
 * What stands where a time would, in a sentence: "unstable: Model and Desk are asked for more at the peak than they can
 * do", "does not fit: Model needs more memory than its GPUs have", "within hours: Model is asked in the batch tier in 12 % of the requests".
 */
export function noTimeWords({ word, ids, share }: WhyNoTime, nameOf: (id: Id) => string): string {
  const names = ids.slice(0, 3).map(nameOf)
  const many = names.length > 1
  const last = names.at(-1) ?? ''
  const listed = many ? `${names.slice(0, -1).join(', ')} and ${last}` : last
  if (word === 'unstable')
    return `unstable: ${listed} ${many ? 'are' : 'is'} asked for more at the peak than ${many ? 'they' : 'it'} can do`
  const seldom = share === undefined ? '' : ` in ${formatShare(share)} of the requests`
  if (word === 'within hours') return `within hours: ${listed} ${many ? 'are' : 'is'} asked in the batch tier${seldom}`
  return `does not fit: ${listed} ${many ? 'need' : 'needs'} more memory than ${many ? 'their' : 'its'} GPUs have`
}
