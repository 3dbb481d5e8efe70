/** A place where users of closed workloads wait for one another. */
export interface ClosedStation {
  readonly servers: number
  /** Share of its capacity that open arrivals take already: what is left serves the users. */
  readonly openShare: number
}

/** The users of one closed workload: they think, ask, and wait for the answer. */
export interface Chain {
  readonly users: number
  /** Seconds of one round away from all stations: thinking, and time in which nobody is in the way. */
  readonly thinkSeconds: number
  /** Seconds of service that one round takes at each station. */
  readonly demands: readonly number[]
}

export interface ClosedSolution {
  /** Rounds per second of each chain. */
  readonly perSecond: readonly number[]
  /** Mean seconds of one round of each chain at the stations, waits included. */
  readonly responseSeconds: readonly number[]
  /** Of all users together: share of the visits that wait, and the wait as a multiple of the service time. */
  readonly waits: readonly { readonly share: number; readonly services: number }[]
  readonly method: 'exact' | 'approximate'
}

/** Steps of arithmetic that the exact answer may take; beyond, an approximation that large populations do not tell from it. */
const exactWithin = 1e6

/**
 * A closed network of queueing stations: exact mean value analysis, by what is small enough.
 * - One chain: Buzen's convolution of the normalising constant, stations of several servers included; all terms are
 *   positive, so that nothing cancels, and it gives the same throughput as exact MVA.
 * - Several chains: exact multi-class MVA over all populations while they are few, else Schweitzer's approximation.
 *   Stations of several servers then count as one fast server and a delay (Seidmann).
 * Open arrivals slow a station down by what they take (exact for product-form networks with single servers).
 */
export function solveClosed(stations: readonly ClosedStation[], chains: readonly Chain[]): ClosedSolution {
  const slowed = chains.map((chain) => ({
    ...chain,
    users: Math.max(0, Math.round(chain.users)),
    demands: chain.demands.map((demand, at) => demand / (1 - Math.min(0.999, stations[at]?.openShare ?? 0))),
  }))
  const [only] = slowed
  const work = stations.reduce((sum, station) => sum + Math.min(station.servers, only?.users ?? 0) + 1, 1)
  const isSmall = only !== undefined && slowed.length === 1 && only.users * work <= exactWithin
  const solved = isSmall ? solveOneChain(stations, only) : solveChains(stations, slowed)
  return belowFull(solved, stations, slowed)
}

/** Users who wait can fill a station, never overload it; digits must not say so either. */
function belowFull(
  solved: ClosedSolution,
  stations: readonly ClosedStation[],
  chains: readonly Chain[],
): ClosedSolution {
  const most = stations.reduce((highest, { servers }, at) => {
    const busy = chains.reduce((sum, chain, of) => sum + (solved.perSecond[of] ?? 0) * (chain.demands[at] ?? 0), 0)
    return Math.max(highest, busy / servers)
  }, 0)
  if (most < almostFull) return solved
  const perSecond = solved.perSecond.map((rate) => (rate * almostFull) / most)
  const responseSeconds = chains.map(({ users, thinkSeconds }, of) =>
    users === 0 ? 0 : Math.max(0, users / (perSecond[of] ?? 1) - thinkSeconds),
  )
  return { ...solved, perSecond, responseSeconds }
}
const almostFull = 1 - 1e-10

function solveOneChain(stations: readonly ClosedStation[], chain: Chain): ClosedSolution {
  const { users, thinkSeconds, demands } = chain
  if (users === 0) return nobody(stations, 1)
  const total = demands.reduce((sum, demand) => sum + demand, 0)
  const limits = stations.map((station, at) => station.servers / Math.max(1e-300, demands[at] ?? 0))
  // With demands in units of the highest throughput there can be, no term of the constant outgrows the last one.
  const scale = Math.min(users / Math.max(1e-300, thinkSeconds + total), ...limits)
  const scaled = demands.map((demand) => demand * scale)
  let constants = delayTerms(thinkSeconds * scale, users)
  stations.forEach((station, at) => (constants = addStation(constants, scaled[at] ?? 0, station.servers)))
  const ratio = (n: number): number => (n < 1 ? 0 : (constants[n - 1] ?? 0) / Math.max(1e-300, constants[n] ?? 0))
  const perSecond = ratio(users) * scale
  const responseSeconds = Math.max(0, users / perSecond - thinkSeconds)
  // What a user meets on arrival is the network with one user less.
  const meets = users - 1
  const queued = stations.map((station, at) => {
    const demand = scaled[at] ?? 0
    if (demand <= 0 || meets < station.servers) return 0
    if (station.servers > 1) return undefined
    let length = 0
    let power = 1
    for (let n = 1; n <= meets; n += 1) {
      power *= demand
      if (power < 1e-300) break
      length += power * ((constants[meets - n] ?? 0) / Math.max(1e-300, constants[meets] ?? 0))
    }
    return length
  })
  const rest = Math.max(
    0,
    responseSeconds - demands.reduce((sum, demand, at) => sum + demand * (1 + (queued[at] ?? 0)), 0),
  )
  return {
    perSecond: [perSecond],
    responseSeconds: [responseSeconds],
    waits: shareWaits(stations, demands, perSecond, queued, rest, ratio(meets) * scale),
    method: isOneChainExact(stations, demands) ? 'exact' : 'approximate',
  }
}

/**
 * Rates are exact for any servers. What several stations of several servers make users wait is known only together, and
 * how open arrivals slow such a station down is not known exactly at all.
 */
function isOneChainExact(stations: readonly ClosedStation[], demands: readonly number[]): boolean {
  const several = stations.filter(({ servers }, at) => servers > 1 && (demands[at] ?? 0) > 0)
  return several.length <= 1 && several.every(({ openShare }) => openShare === 0)
}

/** z^n / n! for n up to `users`, the largest scaled to 1. */
function delayTerms(seconds: number, users: number): Float64Array {
  const terms = new Float64Array(users + 1)
  const top = Math.min(users, Math.floor(seconds))
  terms[top] = 1
  for (let n = top; n > 0; n -= 1) terms[n - 1] = ((terms[n] ?? 0) * n) / seconds
  for (let n = top; n < users; n += 1) terms[n + 1] = ((terms[n] ?? 0) * seconds) / (n + 1)
  return terms
}

/**
 * Convolves with the terms of one station: d^n / n! up to its servers, geometric from there on. The geometric part is a
 * recursion, so that this takes users x servers steps.
 */
function addStation(constants: Float64Array, demand: number, servers: number): Float64Array {
  if (demand <= 0) return constants
  const users = constants.length - 1
  const exactly = Math.min(servers - 1, users)
  const made = new Float64Array(users + 1)
  let term = 1
  for (let own = 0; own <= exactly; own += 1) {
    for (let n = own; n <= users; n += 1) made[n] = (made[n] ?? 0) + term * (constants[n - own] ?? 0)
    term *= demand / (own + 1)
  }
  // `term` is now d^c / c!: the first of the geometric terms.
  if (users >= servers) {
    let tail = 0
    for (let n = servers; n <= users; n += 1) {
      tail = (tail * demand) / servers + term * (constants[n - servers] ?? 0)
      made[n] = (made[n] ?? 0) + tail
    }
  }
  const largest = made.reduce((most, value) => Math.max(most, value), 0)
  if (largest > 0) for (let n = 0; n <= users; n += 1) made[n] = (made[n] ?? 0) / largest
  return made
}

/** What several servers together leave is shared among the stations that have them, by how busy each is. */
function shareWaits(
  stations: readonly ClosedStation[],
  demands: readonly number[],
  perSecond: number,
  queued: readonly (number | undefined)[],
  restSeconds: number,
  metPerSecond: number,
): ClosedSolution['waits'] {
  const used = stations.map((station, at) => Math.min(1, (perSecond * (demands[at] ?? 0)) / station.servers))
  const weights = stations.map((station, at) =>
    queued[at] === undefined ? (used[at] ?? 0) ** station.servers / Math.max(1e-6, 1 - (used[at] ?? 0)) : 0,
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return stations.map((station, at) => {
    const demand = demands[at] ?? 0
    const own = queued[at]
    if (own !== undefined) {
      const busy = Math.min(1, (metPerSecond * demand) / station.servers)
      return { share: own > 0 ? Math.max(busy, station.openShare) : station.openShare, services: own }
    }
    const seconds = total > 0 ? (restSeconds * (weights[at] ?? 0)) / total : 0
    return {
      share: Math.min(1, (used[at] ?? 0) ** Math.sqrt(station.servers)),
      services: demand > 0 ? seconds / demand : 0,
    }
  })
}

function nobody(stations: readonly ClosedStation[], chains: number): ClosedSolution {
  const none = Array.from({ length: chains }, () => 0)
  const waits = stations.map(({ openShare }) => ({ share: openShare, services: 0 }))
  return { perSecond: none, responseSeconds: none, waits, method: 'exact' }
}

/** Queue lengths by station and chain. */
type Queues = readonly (readonly number[])[]

interface Step {
  readonly perSecond: readonly number[]
  readonly response: readonly number[]
  readonly queues: Queues
}

function solveChains(stations: readonly ClosedStation[], chains: readonly Chain[]): ClosedSolution {
  // Seidmann: c servers are one that is c times as fast, after a delay of (c - 1) / c of the service.
  const queueing = chains.map((chain) => chain.demands.map((demand, at) => demand / (stations[at]?.servers ?? 1)))
  const delays = chains.map((chain, of) =>
    chain.demands.reduce((sum, demand, at) => sum + demand - (queueing[of]?.[at] ?? 0), 0),
  )
  /** One step of MVA: what each chain meets gives its response, and Little's law the rest. */
  const step = (meets: (chain: number, station: number) => number, users: readonly number[]): Step => {
    const times = chains.map((_, of) => stations.map((__, at) => (queueing[of]?.[at] ?? 0) * (1 + meets(of, at))))
    const response = times.map((each, of) => each.reduce((sum, time) => sum + time, delays[of] ?? 0))
    const perSecond = chains.map((chain, of) => {
      const round = chain.thinkSeconds + (response[of] ?? 0)
      return round > 0 ? (users[of] ?? 0) / round : 0
    })
    return {
      perSecond,
      response,
      queues: stations.map((_, at) => chains.map((__, of) => (perSecond[of] ?? 0) * (times[of]?.[at] ?? 0))),
    }
  }
  const states = chains.reduce((product, chain) => product * (chain.users + 1), 1)
  const small = states * Math.max(1, stations.length) * chains.length <= exactWithin / 10
  const users = chains.map((chain) => chain.users)
  const end = small ? overPopulations(users, step) : schweitzer(stations.length, users, step)
  return {
    perSecond: end.perSecond,
    responseSeconds: end.response,
    waits: stations.map((station, at) => {
      const used = chains.reduce((sum, _, of) => sum + (end.perSecond[of] ?? 0) * (queueing[of]?.[at] ?? 0), 0)
      const length = (end.queues[at] ?? []).reduce((sum, each) => sum + each, 0)
      const share = Math.min(1, Math.max(station.openShare, used ** Math.sqrt(station.servers)))
      return { share, services: used > 0 ? Math.max(0, length / used - 1) / station.servers : 0 }
    }),
    method: small && stations.every((station) => station.servers === 1) ? 'exact' : 'approximate',
  }
}

type StepOf = (meets: (chain: number, station: number) => number, users: readonly number[]) => Step

/** Exact: every population up to the whole, since a user meets the network with one of its own chain less. */
function overPopulations(users: readonly number[], step: StepOf): Step {
  const strides = users.map((_, of) => users.slice(0, of).reduce((product, count) => product * (count + 1), 1))
  const states = users.reduce((product, count) => product * (count + 1), 1)
  const lengths: number[][] = []
  let end = step(
    () => 0,
    users.map(() => 0),
  )
  for (let state = 0; state < states; state += 1) {
    const here = users.map((count, of) => Math.floor(state / (strides[of] ?? 1)) % (count + 1))
    end = step((of, at) => ((here[of] ?? 0) > 0 ? (lengths[state - (strides[of] ?? 1)]?.[at] ?? 0) : 0), here)
    lengths.push(end.queues.map((each) => each.reduce((sum, length) => sum + length, 0)))
  }
  return end
}

/** Schweitzer: one user less is (N - 1) / N of the own queue; repeated until it no longer changes. */
function schweitzer(stations: number, users: readonly number[], step: StepOf): Step {
  let queues: Queues = Array.from({ length: stations }, () => users.map((count) => count / Math.max(1, stations)))
  let end = step(() => 0, users)
  for (let round = 0; round < 2000; round += 1) {
    const before = queues
    end = step(
      (of, at) =>
        (before[at] ?? []).reduce(
          (sum, length, other) =>
            sum + (other === of ? (length * Math.max(0, (users[of] ?? 0) - 1)) / Math.max(1, users[of] ?? 0) : length),
          0,
        ),
      users,
    )
    queues = end.queues
    const moved = queues.some((each, at) =>
      each.some((length, of) => Math.abs(length - (before[at]?.[of] ?? 0)) > 1e-9 * Math.max(1, users[of] ?? 0)),
    )
    if (!moved) break
  }
  return end
}
