import type { Id } from '../../design/design.ts'
import { numberOr } from '../../design/value.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ActionRuns, ResolvedCall, RunKey } from '../../graph/run.ts'
import type { RetryStorm } from '../estimate-parts.ts'
import type { ComponentLoad } from './load.ts'
import { madeIn } from '../../graph/calls-in.ts'
import type { ActionVisits } from '../calls/visits.ts'
import { attemptsOf } from '../calls/walk-run.ts'

/** What a call's limits do: late attempts are tried again, hedges are asked twice. */
export interface ExtraCalls {
  readonly late: number
  readonly hedges: number
}

/** One action at the load that its own retries cause. */
export interface Retried {
  readonly runs: ActionRuns
  readonly visits: ActionVisits
  readonly extraOf: (call: ResolvedCall) => ExtraCalls
}

/** A change of utilisation below this moves no wait that anybody would see. */
const settledWithin = 0.005
/** Below this share of its capacity a component hardly makes anybody wait. */
const idle = 0.3

/** Whether what retries add changes how long anybody waits. */
export function isSettled(before: ReadonlyMap<Id, ComponentLoad>, after: ReadonlyMap<Id, ComponentLoad>): boolean {
  return [...after].every(([id, { utilisation = 0 }]) => {
    const was = before.get(id)?.utilisation ?? 0
    return Math.abs(utilisation - was) <= settledWithin || utilisation < idle
  })
}

/**
 * Components that serve all that is asked for, but not what late answers make callers ask for again: each retry makes
 * more answers late. Found by going from the load without retries to the one that they cause, until it settles or
 * passes 100 %.
 */
export function findStorms(
  graph: Graph,
  actions: readonly Retried[],
  without: ReadonlyMap<Id, ComponentLoad>,
  withRetries: ReadonlyMap<Id, ComponentLoad>,
): readonly RetryStorm[] {
  return [...withRetries].flatMap(([component, { utilisation = 0 }]) => {
    const was = without.get(component)?.utilisation ?? 0
    if (was >= 1 || utilisation < 1) return []
    const worst = actions
      .flatMap((action) => callsTo(graph, action, component))
      .toSorted((a, b) => b.extra - a.extra || (a.flow < b.flow ? -1 : 1))[0]
    if (!worst) return []
    const { extra: _extra, ...cause } = worst
    return [{ component, utilisation, utilisationWithout: was, ...cause }]
  })
}

/** Calls with retries or hedges whose way leads to a component, with what each adds. */
function callsTo(
  graph: Graph,
  { runs, visits, extraOf }: Retried,
  component: Id,
): readonly (Pick<RetryStorm, 'flow' | 'path' | 'tries' | 'timeoutMs' | 'hedgeAfterMs'> & {
  readonly extra: number
})[] {
  return visits.calls.flatMap(({ use, asked }) => {
    const { call } = use
    const tries = attemptsOf(graph, call)
    const { late, hedges } = extraOf(call)
    const extra = asked * ((tries > 1 ? late : 0) + hedges)
    if (extra <= 1e-9 || call.run === undefined) return []
    const way = wayTo(runs, call.run, component)
    if (way.length === 0) return []
    const { timeoutMs, hedgeAfterMs } = graph.flow(call.flow)?.flow ?? {}
    return [
      {
        flow: call.flow,
        path: [call.caller, ...way],
        tries,
        ...(timeoutMs === undefined ? {} : { timeoutMs: numberOr(timeoutMs, 0) }),
        ...(hedgeAfterMs === undefined ? {} : { hedgeAfterMs: numberOr(hedgeAfterMs, 0) }),
        extra,
      },
    ]
  })
}

/** Components from a run to the first run of this component, both included; empty when none leads there. */
function wayTo(runs: ActionRuns, from: RunKey, component: Id): readonly Id[] {
  const cameFrom = new Map<RunKey, RunKey | undefined>([[from, undefined]])
  for (const key of cameFrom.keys()) {
    if (runs.runs[key]?.component === component) {
      const way: Id[] = []
      for (let at: RunKey | undefined = key; at !== undefined; at = cameFrom.get(at)) {
        way.unshift(runs.runs[at]?.component ?? '')
      }
      return way
    }
    for (const call of madeIn(runs, key)) {
      if (call.run !== undefined && !cameFrom.has(call.run)) cameFrom.set(call.run, key)
    }
  }
  return []
}
