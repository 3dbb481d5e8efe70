import type { Graph } from '../../graph/graph.ts'
import type { ResolvedCall } from '../../graph/run.ts'
import type { CallRates } from './call-context.ts'
import { month } from '../../kinds/figures/month.ts'
import type { Demand } from '../demand/demand.ts'
import { type ActionVisits, type CallVisits, everyCall } from './visits.ts'
import type { CallUse } from './walk-run.ts'

/** How often a call to a model is made with the same start of the prompt; undefined inside loops and for other kinds. */
export type RatesOf = (use: CallUse) => CallRates | undefined

interface Sums {
  /** All per second at the mean hour: calls, requests that make one, and calls that nothing before them can have warmed. */
  calls: number
  requests: number
  cold: number
}

/**
 * Rates of the calls to models at the mean hour, all actions together. Calls along one arrow send the same instructions
 * and tool definitions; a step that overrides fields of the call sends its own. In one request, all calls after the first
 * find what it left behind, but for those that go out at once with it (parallel steps, several turns at once).
 * A loop that keeps what came before starts cold: what its turns share is counted turn by turn, and what one task finds
 * of another only when somebody states it (docs/adr/0014).
 */
export function findCallRates(
  graph: Graph,
  actions: readonly { readonly visits: ActionVisits; readonly demand: Demand }[],
): RatesOf {
  const byPrefix = new Map<string, Sums>()
  for (const { visits, demand } of actions) {
    const perSecond = demand.requestsPerMonth / month.seconds
    for (const [prefix, calls] of callsByPrefix(graph, visits)) addRequest(byPrefix, prefix, calls, perSecond)
  }
  return (use) => {
    const sums = use.meanTokens ? undefined : byPrefix.get(prefixOf(use.call))
    if (sums === undefined) return undefined
    const share = sums.calls > 0 ? Math.min(1, sums.cold / sums.calls) : 1
    return { callsPerSecond: sums.calls, firstCalls: { perSecond: sums.requests, share } }
  }
}

type Counted = Pick<CallVisits, 'use' | 'calls'>

function callsByPrefix(graph: Graph, visits: ActionVisits): ReadonlyMap<string, readonly Counted[]> {
  const found = new Map<string, Counted[]>()
  for (const each of everyCall(visits)) {
    if (each.calls.value <= 0 || each.use.meanTokens || !graph.kindOf(each.use.call.callee).tokens) continue
    const prefix = prefixOf(each.use.call)
    found.set(prefix, [...(found.get(prefix) ?? []), each])
  }
  return found
}

function addRequest(byPrefix: Map<string, Sums>, prefix: string, calls: readonly Counted[], perSecond: number): void {
  const sums = byPrefix.get(prefix) ?? { calls: 0, requests: 0, cold: 0 }
  const made = calls.reduce((total, each) => total + each.calls.value, 0)
  const together = calls.reduce((total, each) => total + each.calls.value * each.use.together, 0)
  const requests = Math.min(1, made)
  byPrefix.set(prefix, {
    calls: sums.calls + perSecond * made,
    requests: sums.requests + perSecond * requests,
    cold: sums.cold + perSecond * Math.min(made, Math.max(requests, together)),
  })
}

/** What tells one start of a prompt from another. */
function prefixOf(call: ResolvedCall): string {
  if (call.flow === '') return `start ${call.callee}`
  return call.with === undefined ? `arrow ${call.flow}` : `step ${call.name}`
}
