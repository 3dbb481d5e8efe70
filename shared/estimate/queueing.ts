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

/**
 * M/M/c: with `callsPerSecond` sustained by `servers` together, a waiting call waits 1 / (capacity - arrivals) on
 * average. Undefined when nobody waits to speak of, and when more arrives than can be served: then there is no steady
 * state and no number.
 */
export function waitFor(arrivalsPerSecond: number, callsPerSecond: number, servers: number): Wait | undefined {
  if (arrivalsPerSecond <= 0 || arrivalsPerSecond >= callsPerSecond) return undefined
  const count = Math.max(1, Math.min(10_000, Math.round(servers)))
  const share = erlangC(count, (arrivalsPerSecond * count) / callsPerSecond)
  if (share < 1e-4) return undefined
  return { share, meanMs: 1000 / (callsPerSecond - arrivalsPerSecond) }
}
