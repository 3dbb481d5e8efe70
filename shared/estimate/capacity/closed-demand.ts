import type { Design, Id, Workload } from '../../design/design.ts'
import { isPerMinute } from '../../kinds/parts/capacity.ts'
import { isClosed, type Round, shareOfMix, usersOf } from '../demand/arrivals.ts'
import { type Chain, type ClosedStation, solveClosed } from './closed-network.ts'
import type { Demand } from '../demand/demand.ts'
import { type ClosedWaits, findLoads } from './load.ts'
import type { Wait } from './queueing.ts'
import type { Station } from './stations.ts'

/** How fast the users of closed workloads go round, and how long they wait for one another where. */
export interface ClosedDemand {
  readonly roundOf: (workload: Workload) => Round
  readonly waits: ClosedWaits
  readonly method: 'exact' | 'approximate'
}

const standing: Round = { answerSeconds: 0, unhinderedSeconds: 0 }

/**
 * Users who think, ask and wait: one chain of a closed network for each workload. Each round is one action of its mix, by
 * share; stations are the components on the awaited way whose servers they share, all else of the mean answer is a
 * delay. Branches that run side by side count as if one after the other, which errs towards waiting. Work in the
 * background loads its components like open arrivals, and limits per minute refuse instead of making anybody wait.
 * @param open demand without closed workloads: it takes its part of each station first
 * @param meanSeconds mean answer of an action without any wait
 */
export function findClosedDemand(
  design: Design,
  stations: ReadonlyMap<Id, Station>,
  open: readonly Demand[],
  meanSeconds: (action: Id) => number,
  traffic: number,
): ClosedDemand {
  const workloads = (design.workloads ?? []).filter((workload) => isClosed(workload.arrivals))
  const visited = [...stations.values()].toSorted((a, b) => (a.component < b.component ? -1 : 1))
  const openLoads = findLoads(stations, open)
  const places = visited.flatMap((station) => placeOf(station, openLoads.get(station.component)?.utilisation ?? 0))
  const chains = workloads.map((workload) => chainOf(workload, places, meanSeconds, traffic))
  const used = places.map((_, at) => chains.some(({ chain }) => (chain.demands[at] ?? 0) > 0))
  const kept = places.filter((_, at) => used[at])
  const solved = solveClosed(
    kept,
    chains.map(({ chain }) => ({ ...chain, demands: chain.demands.filter((_, at) => used[at]) })),
  )
  const rounds = new Map(
    workloads.map((workload, index): [Id, Round] => {
      const { chain, unhinderedSeconds, delaySeconds } = chains[index] ?? nothing
      const perSecond = solved.perSecond[index] ?? 0
      if (!(perSecond > 0)) return [workload.id, { answerSeconds: unhinderedSeconds, unhinderedSeconds }]
      // Little's law over the whole round; a "what if" may ask for 11.5 users, which are solved as 12.
      const think = chain.thinkSeconds - delaySeconds
      return [workload.id, { answerSeconds: Math.max(0, chain.users / perSecond - think), unhinderedSeconds }]
    }),
  )
  const waits = new Map<Id, Wait | undefined>()
  kept.forEach((place, at) => waits.set(place.component, waitAt(place, solved.waits[at])))
  return { roundOf: ({ id }) => rounds.get(id) ?? standing, waits, method: solved.method }
}

/** One copy of a component whose servers callers share. */
interface Place extends ClosedStation {
  readonly component: Id
  /** Seconds of service in one request of an action, as far as the action waits for it; of this copy. */
  readonly seconds: ReadonlyMap<Id, number>
  /** Of one call. */
  readonly serviceSeconds: number
}

const copiesAtMost = 16

/** Copies of a plate are places of their own; many of them count as one with all their servers. */
function placeOf({ component, copies, asks }: Station, openShare: number): readonly Place[] {
  const first = asks[0]?.limits.find((limit) => !isPerMinute(limit) && limit.callsPerSecond > 0)
  if (!first) return []
  const apart = copies <= copiesAtMost
  const servers = Math.max(1, Math.round(first.servers)) * (apart ? 1 : Math.round(copies))
  const seconds = new Map<Id, number>()
  let service = 0
  let calls = 0
  for (const ask of asks) {
    const limit = ask.limits.find((each) => !isPerMinute(each) && each.callsPerSecond > 0)
    if (!limit) continue
    const each = Math.max(1, Math.round(limit.servers)) / limit.callsPerSecond
    service += ask.calls * each
    calls += ask.calls
    if (!ask.awaited) continue
    seconds.set(ask.action, (seconds.get(ask.action) ?? 0) + (ask.calls * each) / (apart ? copies : 1))
  }
  const place = { component, servers, seconds, openShare, serviceSeconds: calls > 0 ? service / calls : 0 }
  return Array.from({ length: apart ? Math.round(copies) : 1 }, () => place)
}

interface WorkloadChain {
  readonly chain: Chain
  readonly unhinderedSeconds: number
  /** Of the answer, what no station takes. */
  readonly delaySeconds: number
}
const nothing: WorkloadChain = {
  chain: { users: 0, thinkSeconds: 0, demands: [] },
  unhinderedSeconds: 0,
  delaySeconds: 0,
}

function chainOf(
  { mix, arrivals }: Workload,
  places: readonly Place[],
  meanSeconds: (action: Id) => number,
  traffic: number,
): WorkloadChain {
  if (!isClosed(arrivals)) return nothing
  const shares = Object.entries(mix).map(([action, share]): [Id, number] => [action, shareOfMix(share)])
  const total = shares.reduce((sum, [, share]) => sum + share, 0) || 1
  const overMix = (seconds: (action: Id) => number): number =>
    shares.reduce((sum, [action, share]) => sum + (share / total) * seconds(action), 0)
  const demands = places.map((place) => overMix((action) => place.seconds.get(action) ?? 0))
  const answer = overMix(meanSeconds)
  const served = demands.reduce((sum, demand) => sum + demand, 0)
  const delaySeconds = Math.max(0, answer - served)
  const { users, thinkSeconds } = usersOf(arrivals)
  return {
    chain: {
      users: users * traffic,
      thinkSeconds: thinkSeconds + delaySeconds,
      demands,
    },
    unhinderedSeconds: Math.max(answer, served),
    delaySeconds,
  }
}

/** From multiples of a service that open arrivals slow down to the wait of one call. */
function waitAt(
  { openShare, serviceSeconds }: Place,
  wait: { readonly share: number; readonly services: number } | undefined,
): Wait | undefined {
  if (!wait || openShare >= 1) return undefined
  const seconds = (serviceSeconds * (1 + wait.services)) / (1 - openShare) - serviceSeconds
  const share = Math.min(1, Math.max(wait.share, 1e-4))
  return seconds <= 0 || wait.share < 1e-4 ? undefined : { share, meanMs: (seconds * 1000) / share }
}
