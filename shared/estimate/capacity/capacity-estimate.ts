import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import { mostReplicas } from '../../kinds/parts/scaling.ts'
import { knees } from '../../kinds/parts/knees.ts'
import type { CapacityBands } from './capacity-bands.ts'
import { growthOf } from './capacity-growth.ts'
import type { Demand } from '../demand/demand.ts'
import type { Band, CapacityEstimate, ComponentCapacity, Knee } from '../estimate-parts.ts'
import { scaleBand } from '../uncertainty/band.ts'
import type { ComponentLoad, LimitLoad } from './load.ts'
import { outsideHours } from './outside-hours.ts'
import { waitPercentile } from './queueing.ts'

/** Replicas planned for 70 % are not past it by a last digit. */
const rounding = 1e-9

function kneeOf(utilisation: number): Knee {
  if (utilisation >= knees.unstable) return 'unstable'
  if (utilisation > knees.red + rounding) return 'red'
  return utilisation > knees.amber + rounding ? 'amber' : 'free'
}

interface Surroundings {
  /** Replicas at the peak of boxes that scale. */
  readonly scaled: ReadonlyMap<Id, number>
  /** Models on own machines that do not fit there. */
  readonly unfit: ReadonlySet<Id>
  readonly bands: CapacityBands
}

/**
 * What each component is used to, people included, and how far traffic can grow. Work is linear in the traffic of open
 * arrivals, so the factor is exact for them; closed workloads count with what their users would ask for if nobody
 * waited, which is where the two asymptotes of a closed network meet. Boxes that scale with their load get more replicas
 * instead of filling up: they limit no growth until they have as many as they may.
 * @param scaled replicas at the peak of those boxes
 * @param unfit models on own machines that do not fit there: with one of them asked for, nothing is sustained
 */
export function estimateCapacity(
  graph: Graph,
  loads: ReadonlyMap<Id, ComponentLoad>,
  actions: readonly { readonly demand: Demand }[],
  main: { readonly demand: Demand } | undefined,
  { scaled, unfit, bands }: Surroundings,
): CapacityEstimate {
  const limited = [...loads].flatMap(([id, load]) =>
    load.limit && !unfit.has(id) ? [{ id, load, limit: load.limit }] : [],
  )
  const misfits = [...loads].flatMap(([id, { callsPerMonth }]) => (unfit.has(id) && callsPerMonth > 0 ? [id] : []))
  const components = limited
    .map(({ id, load, limit }) => ({
      ...capacityOf(id, load, limit, actions),
      ...(leftToScale(graph, id, scaled) > 1 ? { scales: true as const } : { band: bands.utilisation(id, load) }),
    }))
    .toSorted((a, b) => b.utilisation - a.utilisation || (a.component < b.component ? -1 : 1))
  const unlimited = graph.components.flatMap(({ id }) => {
    const load = loads.get(id)
    return load && !load.limit && load.callsPerMonth > 0 && !unfit.has(id) && !graph.has(id, 'starts-requests')
      ? [id]
      : []
  })
  const fixed = limited.flatMap((each) => {
    const left = leftToScale(graph, each.id, scaled)
    return left === Infinity ? [] : [{ ...each, limit: withReplicas(each.limit, left) }]
  })
  const tightest = fixed.toSorted(
    (a, b) => b.limit.utilisationPerTraffic - a.limit.utilisationPerTraffic || (a.id < b.id ? -1 : 1),
  )[0]
  const steepest = tightest?.limit.utilisationPerTraffic ?? 0
  const growth = growthOf(
    fixed.map(({ limit }) => limit),
    actions.map(({ demand }) => demand),
  )
  return {
    components,
    unlimited,
    ...(misfits.length > 0 ? { misfits: misfits.toSorted() } : {}),
    ...(tightest && steepest > hardlyTouched && misfits.length === 0
      ? {
          saturatesFirst: tightest.id,
          sustainedFactor: knees.unstable / steepest,
          kneeFactor: knees.amber / steepest,
          ...factorRange(bands.utilisation(tightest.id, tightest.load), knees.unstable / steepest),
          ...(main ? sustainedBy(main.demand, steepest, bands.sustained(tightest.id, tightest.load)) : {}),
        }
      : {}),
    ...(growth && misfits.length === 0 ? { growth } : {}),
  }
}

/** How many times the replicas of the peak there may be: 1 for what does not scale, no end where nobody has said one. */
function leftToScale(graph: Graph, id: Id, scaled: ReadonlyMap<Id, number>): number {
  const atPeak = scaled.get(id)
  if (atPeak === undefined) return 1
  const most = mostReplicas(graph.settings(id))
  return most === undefined ? Infinity : most / Math.max(1, atPeak)
}

/** The same work on so many times the replicas. */
function withReplicas(limit: LimitLoad, times: number): LimitLoad {
  if (times === 1) return limit
  return {
    ...limit,
    utilisationPerTraffic: limit.utilisationPerTraffic / times,
    workByAction: new Map([...limit.workByAction].map(([action, work]) => [action, work / times])),
  }
}

/** Share of a capacity below which no traffic that can be meant would fill it. */
const hardlyTouched = 1e-12

function sustainedBy(
  demand: Demand,
  steepest: number,
  multiples: Band,
): Pick<CapacityEstimate, 'sustainedPerSecond' | 'sustainedRange'> {
  const perSecond = unhindered(demand) / steepest
  return { sustainedPerSecond: perSecond, sustainedRange: scaleBand(multiples, perSecond) }
}

/** The fuller the tightest may be, the less often the present peak goes into what it sustains. */
function factorRange({ value, low, high }: Band, factor: number): Pick<CapacityEstimate, 'sustainedFactorRange'> {
  if (!(low > 0)) return {}
  return { sustainedFactorRange: { low: (factor * value) / high, high: (factor * value) / low } }
}

/** The peak that is asked for, before users slow down because they wait. */
function unhindered({ peakPerSecond, closed }: Demand): number {
  return peakPerSecond - closed.perSecond + closed.unhinderedPerSecond
}

function capacityOf(
  component: Id,
  load: ComponentLoad,
  limit: LimitLoad,
  actions: readonly { readonly demand: Demand }[],
): ComponentCapacity {
  const { capacity, utilisation = 0, wait } = load
  const outside = outsideHours(load, actions)
  return {
    component,
    limitedBy: capacity?.limitedBy ?? 'workers',
    why: capacity?.why ?? '',
    peakPerSecond: limit.peakPerSecond,
    sustainedPerSecond: capacity?.callsPerSecond ?? 0,
    utilisation,
    knee: kneeOf(utilisation),
    ...(wait && utilisation < 1
      ? { wait: { share: wait.share, meanMs: wait.share * wait.meanMs, p95Ms: waitPercentile(wait, 0.95) } }
      : {}),
    ...(limit.refused > 0 ? { refused: limit.refused } : {}),
    ...(outside ? { outsideHours: outside } : {}),
    formula: limit.formula,
  }
}
