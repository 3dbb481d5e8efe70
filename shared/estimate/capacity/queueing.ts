import { normalCdf } from '../distribution/normal.ts'

/** The wait for a free server: a share of the calls waits, exponentially, for `meanMs` on average. */
export interface Wait {
  readonly share: number
  readonly meanMs: number
}

/**
 * Probability that a call has to wait at `servers` with `load` = arrivals / service rate of one server (Erlang C), by the
 * stable recursion of Erlang B: B(0) = 1, B(n) = load B / (n + load B); C = n B / (n - load (1 - B)).
 */
export function erlangC(servers: number, load: number): number {
  if (load <= 0) return 0
  if (load >= servers) return 1
  let blocked = 1
  for (let n = 1; n <= servers; n += 1) blocked = (load * blocked) / (n + load * blocked)
  return (servers * blocked) / (servers - load * (1 - blocked))
}

/** Squared coefficients of variation: of the times between arrivals and of the service; 1 is exponential. */
export interface Variability {
  readonly arrivals: number
  readonly service: number
}
const exponential: Variability = { arrivals: 1, service: 1 }

/**
 * Wait of one call with `callsPerSecond` sustained by `servers` together: M/M/c exactly (a waiting call waits 1 /
 * (capacity - arrivals) on average), times (ca² + cs²) / 2 for other spreads (Allen-Cunneen; Kingman for one server,
 * exact for M/G/1). Undefined when nobody waits to speak of, and when more arrives than can be served: then there is no
 * steady state and no number.
 */
export function waitFor(
  arrivalsPerSecond: number,
  callsPerSecond: number,
  servers: number,
  { arrivals, service }: Variability = exponential,
): Wait | undefined {
  if (!(arrivalsPerSecond > 0) || arrivalsPerSecond >= callsPerSecond) return undefined
  const count = Math.max(1, Math.min(10_000, Math.round(servers)))
  const share = erlangC(count, (arrivalsPerSecond * count) / callsPerSecond)
  const meanMs = (1000 / (callsPerSecond - arrivalsPerSecond)) * ((arrivals + service) / 2)
  return share < 1e-4 || meanMs <= 0 ? undefined : { share, meanMs }
}

/** The wait in milliseconds that this share of the calls does not exceed: P(W > t) = share e^(-t / mean). */
export function waitPercentile({ share, meanMs }: Wait, percentile: number): number {
  const longer = 1 - percentile
  return longer >= share ? 0 : meanMs * Math.log(share / longer)
}

/**
 * Share of the calls that a limit per minute refuses. Taken as a bucket that holds one minute's worth and is filled anew
 * every minute, with calls that come independently of one another: E[(N - L)+] / E[N] of a Poisson number of calls a
 * minute, as a normal. Nobody waits: what does not fit is refused.
 */
export function refusedShare(callsPerSecond: number, limitPerSecond: number): number {
  const mean = callsPerSecond * 60
  if (!(mean > 0)) return 0
  const deviation = Math.sqrt(mean)
  const z = (limitPerSecond * 60 - mean) / deviation
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  const over = (deviation * (density - z * (1 - normalCdf(z)))) / mean
  return over < 1e-6 ? 0 : Math.min(1, over)
}
