import type { Id } from '../design/design.ts'
import type { Graph } from '../graph/graph.ts'
import type { ActionRuns, ResolvedCall } from '../graph/run.ts'
import { type ActionClocks, measureAction } from './latency/action-clocks.ts'
import { isClosed } from './demand/arrivals.ts'
import { upShare } from './availability/availability.ts'
import type { Readers } from './calls/call-context.ts'
import { asBefore } from './calls/remembered.ts'
import type { RememberedParts } from './calls/remembered-parts.ts'
import { type ClosedDemand, findClosedDemand } from './capacity/closed-demand.ts'
import { atMean, type Demand, findDemand } from './demand/demand.ts'
import type { RetryStorm } from './estimate-parts.ts'
import { type ComponentLoad, findLoads } from './capacity/load.ts'
import { findStorms, isSettled } from './capacity/retry-storm.ts'
import { findScaledReplicas } from './capacity/scaling.ts'
import { findStations, type Station } from './capacity/stations.ts'
import { type ActionVisits, solveVisits } from './calls/visits.ts'
import type { Failure } from './calls/walk-run.ts'

/** One action with all that was worked out of it. */
export interface Measured {
  readonly runs: ActionRuns
  readonly visits: ActionVisits
  readonly clocks: ActionClocks
  readonly demand: Demand
}

/** All actions, and what they ask of components together. */
export interface MeasuredDesign {
  readonly actions: readonly Measured[]
  readonly stations: ReadonlyMap<Id, Station>
  readonly loads: ReadonlyMap<Id, ComponentLoad>
  /** Replicas at the peak of boxes that follow their load. */
  readonly scaled: ReadonlyMap<Id, number>
  /** Components that only retries ask too much of. */
  readonly storms: readonly RetryStorm[]
  /** How closed workloads were solved; absent without one. */
  readonly closedMethod?: ClosedDemand['method']
}

/** Rounds of retries that make answers late that are then retried; what is not settled then grows no more. */
const retryRounds = 20

/** The hour that is computed: the peak, or the mean of the month. */
export type Hour = 'peak' | 'average'

/** What an action asks for while nothing is late yet, with the replicas of then. */
interface Asked {
  readonly visited: readonly Visited[]
  readonly stations: ReadonlyMap<Id, Station>
  readonly closed: ClosedDemand
  readonly demands: readonly Demand[]
}

interface Visited {
  readonly runs: ActionRuns
  readonly visits: ActionVisits
}

/**
 * Boxes that scale with their load get the replicas that their peak needs first; then all is asked again.
 * Visits, demand, loads and clocks of every action: calls first, then the rates of closed workloads (which need mean
 * times), then waits and clocks, and both again as long as timeouts and hedges add calls that make others wait longer.
 */
export function measureActions(graph: Graph, readers: Readers, traffic: number, hour: Hour = 'peak'): MeasuredDesign {
  const drawn = askComponents(graph, readers, traffic, hour, new Map())
  const scaled = findScaledReplicas(graph, readers, () => findLoads(drawn.stations, drawn.demands, drawn.closed.waits))
  if (scaled.size === 0) return settleLoads(graph, readers, drawn, scaled)
  readers.knowReplicas(scaled)
  return settleLoads(graph, readers, askComponents(graph, readers, traffic, hour, scaled), scaled)
}

function askComponents(
  graph: Graph,
  readers: Readers,
  traffic: number,
  hour: Hour,
  scaled: ReadonlyMap<Id, number>,
): Asked {
  const downOf = new Map(graph.components.map(({ id }) => [id, 1 - upShare(graph, readers, id)]))
  const refused = ({ callee }: ResolvedCall): Failure => ({ down: downOf.get(callee) ?? 0, late: 0 })
  const visited = graph.actions.map((runs) => ({
    runs,
    visits: readers.rememberPart(visitsBefore, runs, [...downOf.values()], () =>
      solveVisits(graph, readers, runs, refused, () => 0),
    ),
  }))
  const stations = findStations(graph, readers, visited, scaled)
  const closed = solveClosedWorkloads(graph, readers, visited, stations, traffic)
  const ids = visited.map(({ runs }) => runs.action)
  const stated = findDemand(graph.design, ids, closed.roundOf, traffic)
  const demands = (hour === 'peak' ? stated : stated.map(atMean)).map((demand, index) => {
    const runs = graph.actions[index]
    return runs ? asBefore(demandsBefore, runs, demand) : demand
  })
  return { visited, stations, closed, demands }
}

/** While nothing is late yet. */
const visitsBefore: RememberedParts<ActionVisits> = new WeakMap()

function settleLoads(
  graph: Graph,
  readers: Readers,
  { visited, stations, closed, demands }: Asked,
  scaled: ReadonlyMap<Id, number>,
): MeasuredDesign {
  const down = (component: Id): number => 1 - upShare(graph, readers, component)
  const loadOf = (at: ReadonlyMap<Id, Station>): ReadonlyMap<Id, ComponentLoad> => {
    const loads = findLoads(at, demands, closed.waits)
    tellPeaks(graph, readers, loads)
    return loads
  }
  const asked = visited.flatMap(({ runs, visits }, index) => {
    const demand = demands[index]
    return demand ? [{ runs, visits, demand }] : []
  })
  const solvedBy = closed === nobodyWaits ? {} : { closedMethod: closed.method }
  const without = loadOf(stations)
  let loads = without
  for (let round = 0; ; round += 1) {
    const actions = asked.map((action) => measureWith(graph, readers, action, loads, down))
    if (actions.every(({ visits }, index) => visits === asked[index]?.visits)) {
      return { actions, stations, loads, scaled, storms: [], ...solvedBy }
    }
    const more = findStations(graph, readers, actions, scaled)
    const retried = loadOf(more)
    const storms = findStorms(
      graph,
      actions.map((action) => ({ ...action, extraOf: (call) => action.clocks.times.limits(call) })),
      without,
      retried,
    )
    if (storms.length > 0 || round >= retryRounds || isSettled(loads, retried)) {
      return { actions, stations: more, loads: retried, scaled, storms, ...solvedBy }
    }
    loads = retried
  }
}

/** Lines of cost are remembered by the demand that they are counted by. */
const demandsBefore = new WeakMap<object, Demand>()

/** Clocks with the waits of this load, and the calls that their timeouts and hedges add. */
function measureWith(
  graph: Graph,
  readers: Readers,
  { runs, visits, demand }: Omit<Measured, 'clocks'>,
  loads: ReadonlyMap<Id, ComponentLoad>,
  down: (component: Id) => number,
): Measured {
  const clocks = measureAction(graph, readers, runs, visits, (component) => loads.get(component)?.wait)
  const limited = visits.calls.some(({ use }) => {
    const { late, hedges } = clocks.times.limits(use.call)
    return late > 1e-6 || hedges > 1e-6
  })
  if (!limited) return { runs, visits, clocks, demand }
  const again = solveVisits(
    graph,
    readers,
    runs,
    (call) => ({ down: down(call.callee), late: clocks.times.limits(call).late }),
    (call) => clocks.times.limits(call).hedges,
  )
  return { runs, visits: again, clocks, demand }
}

/** A server's time grows with the calls that it serves at once. */
function tellPeaks(graph: Graph, readers: Readers, loads: ReadonlyMap<Id, ComponentLoad>): void {
  readers.knowPeaks((component) => {
    const load = loads.get(component)
    return load && load.peakPerSecond / Math.max(1, graph.copies(component))
  })
}

const nobodyWaits: ClosedDemand = {
  roundOf: () => ({ answerSeconds: 0, unhinderedSeconds: 0 }),
  waits: new Map(),
  method: 'exact',
}

function solveClosedWorkloads(
  graph: Graph,
  readers: Readers,
  visited: readonly Visited[],
  stations: ReadonlyMap<Id, Station>,
  traffic: number,
): ClosedDemand {
  const workloads = graph.design.workloads ?? []
  if (!workloads.some((workload) => isClosed(workload.arrivals))) return nobodyWaits
  const means = new Map(
    visited.map(({ runs, visits }) => {
      const clocks = measureAction(graph, readers, runs, visits, () => undefined)
      return [runs.action, (clocks.full?.time.meanMs ?? 0) / 1000]
    }),
  )
  const others = workloads.filter((workload) => !isClosed(workload.arrivals))
  const ids = visited.map(({ runs }) => runs.action)
  // Without any workload a demand is assumed; here there are some, only not open ones.
  const open =
    others.length === 0 ? [] : findDemand({ ...graph.design, workloads: others }, ids, nobodyWaits.roundOf, traffic)
  return findClosedDemand(graph.design, stations, open, (action) => means.get(action) ?? 0, traffic)
}
