import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ActionRuns, RunKey } from '../../graph/run.ts'
import type { CallContext, Capacity } from '../../kinds/kind.ts'
import { askOfUse, type Readers } from '../calls/call-context.ts'
import type { Remembered } from '../calls/remembered.ts'
import { isAwaitedCall } from '../latency/step-times.ts'
import { madeIn } from '../../graph/calls-in.ts'
import type { ActionVisits } from '../calls/visits.ts'
import type { CallUse } from '../calls/walk-run.ts'

/** One way in which a component is called: how often in one request of an action, and what limits such calls. */
export interface Ask {
  readonly action: Id
  /** Calls of all copies together. */
  readonly calls: number
  /** Whether whoever started the action waits for it. */
  readonly awaited: boolean
  readonly limits: readonly Capacity[]
}

/** All that is asked of one component, whatever the traffic. */
export interface Station {
  readonly component: Id
  /** Calls spread over them evenly; those to all copies are counted once for each. */
  readonly copies: number
  readonly asks: readonly Ask[]
}

/**
 * The components that requests reach, with what limits each call of them.
 * @param scaled replicas that run at the peak, of boxes that follow their load
 */
export function findStations(
  graph: Graph,
  readers: Readers,
  actions: readonly { readonly runs: ActionRuns; readonly visits: ActionVisits }[],
  scaled: ReadonlyMap<Id, number> = new Map(),
): ReadonlyMap<Id, Station> {
  const asks = new Map<Id, Ask[]>()
  for (const { runs, visits } of actions) {
    const awaited = findAwaitedRuns(runs, visits)
    const ask = (use: CallUse, calls: number, isWaitedFor: boolean): void => {
      if (use.call.run === undefined || calls <= 0) return
      const limits = limitsOfUse(graph, readers, use, scaled.get(use.call.callee))
      const asked = { action: runs.action, calls, awaited: isWaitedFor, limits }
      const known = asks.get(use.call.callee)
      if (known) known.push(asked)
      else asks.set(use.call.callee, [asked])
    }
    if (visits.start) ask(visits.start, visits.start.reach.value, visits.start.call.mode !== 'async')
    for (const { use, run, calls } of visits.calls) ask(use, calls.value, awaited.has(run) && isAwaitedCall(use.call))
  }
  return new Map(
    [...asks].map(([component, all]) => [
      component,
      { component, copies: Math.max(1, graph.copies(component)), asks: all },
    ]),
  )
}

const limitsOfUses: Remembered<readonly Capacity[]> = new WeakMap()

function limitsOfUse(graph: Graph, readers: Readers, use: CallUse, atPeak: number | undefined): readonly Capacity[] {
  const { callee } = use.call
  const work = (context: CallContext): readonly Capacity[] =>
    [graph.kindOf(callee).capacity?.(context) ?? []].flat().map((limit) => scaleLimit(graph, callee, limit, atPeak))
  return askOfUse(readers, limitsOfUses, use, work, undefined, [atPeak])
}

/**
 * A rate that somebody stated is that of the replicas drawn, and grows with those that run; workers and GPUs are counted
 * by their kind, and a limit per minute belongs to an account.
 */
function scaleLimit(graph: Graph, component: Id, limit: Capacity, atPeak: number | undefined): Capacity {
  if (atPeak === undefined || limit.limitedBy !== 'rate') return limit
  const drawn = graph.settings(component).number('replicas') ?? 0
  if (drawn <= 0) return limit
  return {
    ...limit,
    callsPerSecond: (limit.callsPerSecond * atPeak) / drawn,
    why: `${limit.why}, for ${drawn}; ${atPeak} run`,
  }
}

const awaitedRuns = new WeakMap<ActionRuns, ReadonlySet<RunKey>>()

/** Runs whose end somebody waits for who waits for the answer of the action; actions never change. */
export function findAwaitedRuns(runs: ActionRuns, { start }: ActionVisits): ReadonlySet<RunKey> {
  if (start?.call.mode === 'async') return new Set()
  const found = awaitedRuns.get(runs) ?? walkAwaited(runs)
  awaitedRuns.set(runs, found)
  return found
}

function walkAwaited(runs: ActionRuns): ReadonlySet<RunKey> {
  const awaited = new Set<RunKey>()
  const waiting = [runs.start.run]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (awaited.has(key)) continue
    awaited.add(key)
    for (const call of madeIn(runs, key)) {
      if (call.run !== undefined && call.mode !== 'async' && call.mode !== 'offline') waiting.push(call.run)
    }
  }
  return awaited
}
