import type { Capacity, FieldReader } from './kind.ts'

/** A capacity stated as calls per second, when somebody stated it. */
export function limitedBy(settings: FieldReader, field: string, why: string): Capacity | undefined {
  const perSecond = settings.number(field)
  return perSecond === undefined ? undefined : { callsPerSecond: perSecond, servers: 1, why }
}

/** So many calls at once, each for so long on average: servers / mean time. */
export function workersOver(workers: number, meanMs: number, why: string): Capacity | undefined {
  return meanMs > 0 && workers > 0 ? { callsPerSecond: (workers * 1000) / meanMs, servers: workers, why } : undefined
}
