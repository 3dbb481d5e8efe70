import type { Id } from '../design/design.ts'
import type { Graph } from '../graph/graph.ts'
import type { ActionRuns } from '../graph/run.ts'
import { type ActionClocks, measureAction } from './action-clocks.ts'
import { upShare } from './availability.ts'
import type { Readers } from './call-context.ts'
import { type Demand, findDemand } from './demand.ts'
import { findLoads } from './load.ts'
import { scaleDemand } from './traffic.ts'
import { type ActionVisits, solveVisits } from './visits.ts'
import type { Failure } from './walk-run.ts'

/** One action with all that was worked out of it. */
export interface Measured {
  readonly runs: ActionRuns
  readonly visits: ActionVisits
  readonly clocks: ActionClocks
  readonly demand: Demand
}

/** Visits, clocks and demand of every action. */
export function measureActions(graph: Graph, readers: Readers, traffic: number): readonly Measured[] {
  const down = (component: Id): number => 1 - upShare(graph, readers, component)
  const refused = ({ callee }: { readonly callee: Id }): Failure => ({ down: down(callee), late: 0 })
  const actions = graph.actions.map((runs) => ({
    runs,
    visits: solveVisits(graph, readers, runs, refused, () => 0),
  }))
  const closed = (graph.design.workloads ?? []).some((workload) => 'users' in workload.arrivals)
  const means = new Map<Id, number>()
  if (closed) {
    for (const { runs, visits } of actions) {
      const clocks = measureAction(graph, readers, runs, visits, () => undefined)
      means.set(runs.action, (clocks.full?.time.meanMs ?? 0) / 1000)
    }
  }
  const ids = actions.map(({ runs }) => runs.action)
  const stated = findDemand(graph.design, ids, (id) => means.get(id) ?? 0)
  const demands = new Map(stated.map((each) => [each.action, scaleDemand(each, traffic)]))
  const asked = actions.flatMap((action) => {
    const demand = demands.get(action.runs.action)
    return demand ? [{ ...action, demand }] : []
  })
  const loads = findLoads(graph, readers, asked)
  return asked.map(({ runs, visits, demand }) => {
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
  })
}
