import type { Capacity, FieldReader, Spread } from '../kind.ts'
import { meanOf, variabilityOf } from './service-time.ts'

/** A capacity stated as calls per second, when somebody stated it. */
export function limitedBy(settings: FieldReader, field: string, why: string): Capacity | undefined {
  const perSecond = settings.number(field)
  return perSecond === undefined ? undefined : { callsPerSecond: perSecond, servers: 1, why, limitedBy: 'rate' }
}

/**
 * So many calls at once, each for so long on average: servers / mean time. A time is a spread, whose mean counts and is
 * above its median, and the more alike calls are the shorter is the wait; or a mean alone: then times count as
 * exponential.
 */
export function workersOver(workers: number, time: Spread | number, why: string): Capacity | undefined {
  const spread = typeof time === 'number' ? undefined : time
  const meanMs = typeof time === 'number' ? time : meanOf(time.p50Ms, time.p95Ms)
  if (!(meanMs > 0) || !(workers > 0)) return undefined
  return {
    callsPerSecond: (workers * 1000) / meanMs,
    servers: workers,
    why,
    limitedBy: 'workers',
    ...(spread ? { serviceVariability: variabilityOf(spread.p50Ms, spread.p95Ms) } : {}),
  }
}

/** A limit of an account, which refuses instead of making anybody wait. */
export function isPerMinute(limit: Capacity): boolean {
  return limit.limitedBy === 'requestsPerMinute' || limit.limitedBy === 'tokensPerMinute'
}
