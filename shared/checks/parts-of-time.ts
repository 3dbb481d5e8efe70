import type { Id } from '../design/design.ts'
import type { ActionEstimate } from '../estimate/estimate.ts'
import { latencyDone, latencyFirst } from '../requirements/metrics/latency.ts'

/** A component's part in the time that a metric measures. */
interface TimePart {
  readonly component: Id
  readonly meanMs: number
  /** 0 to 1 of the mean of that time. */
  readonly share: number
}

/**
 * The largest part of the mean time that a metric of latency measures, undefined where the estimate does not divide it:
 * of the full answer by its shares, of the first words by what happens until then. What is done beside the answer has
 * parts of its own, which the estimate does not tell.
 */
export function biggestPart(action: ActionEstimate, metric: string): TimePart | undefined {
  if (metric === latencyDone.id) return undefined
  const untilFirst = metric === latencyFirst.id && action.heldBy === undefined
  const parts = untilFirst ? partsUntilFirstWords(action) : action.shares
  return parts.toSorted((a, b) => b.meanMs - a.meanMs)[0]
}

/** Of each call on the way only what lies before the first words: of the model that streams them no more than its start. */
function partsUntilFirstWords({ spans = [], first }: ActionEstimate): readonly TimePart[] {
  if (first === undefined) return []
  const msOf = new Map<Id, number>()
  for (const { component, startMs, ownMs, waitMs, networkMs, critical, share } of spans) {
    const ms = Math.min(ownMs + waitMs + networkMs, Math.max(0, first.meanMs - startMs))
    if (critical) msOf.set(component, (msOf.get(component) ?? 0) + ms * share)
  }
  return [...msOf].map(([component, meanMs]) => ({ component, meanMs, share: meanMs / first.meanMs }))
}
