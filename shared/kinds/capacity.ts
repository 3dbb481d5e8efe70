import type { Capacity, FieldReader, Spread } from './kind.ts'
import { variabilityOf } from './service-time.ts'

/** A capacity stated as calls per second, when somebody stated it. */
export function limitedBy(settings: FieldReader, field: string, why: string): Capacity | undefined {
  const perSecond = settings.number(field)
  return perSecond === undefined ? undefined : { callsPerSecond: perSecond, servers: 1, why, limitedBy: 'rate' }
}

/**
 * So many calls at once, each for so long on average: servers / mean time. `spread` is that of one call: the more alike
 * they are, the shorter the wait; without it times count as exponential.
 */
export function workersOver(workers: number, meanMs: number, why: string, spread?: Spread): Capacity | undefined {
  if (!(meanMs > 0) || !(workers > 0)) return undefined
  return {
    callsPerSecond: (workers * 1000) / meanMs,
    servers: workers,
    why,
    limitedBy: 'workers',
    ...(spread ? { serviceVariability: variabilityOf(spread.p50Ms, spread.p95Ms) } : {}),
  }
}
