import type { Id } from '../design/design.ts'
import type { Graph } from '../graph/graph.ts'
import type { ActionRuns, ResolvedCall, RunKey } from '../graph/run.ts'
import type { Hand, TokenUse } from '../kinds/kind.ts'
import { upShare } from './availability.ts'
import type { Readers } from './call-context.ts'
import { percentile } from './distribution/distribution.ts'
import type { Band, FlowDone, Percentiles, TimeShare } from './estimate.ts'
import { emptyHand } from './hand.ts'
import { type ActionTimes, makeActionTimes } from './latency/call-times.ts'
import { after, type Clock } from './latency/clock.ts'
import type { Held } from './latency/step-times.ts'
import { completeCall, timeUntil } from './latency/time-until.ts'
import type { Wait } from './queueing.ts'
import { type ActionVisits, callsIn, startOf } from './visits.ts'

export interface ActionClocks {
  readonly first?: Clock
  readonly full?: Clock
  readonly unattended?: Clock
  readonly held?: Held
  readonly done: readonly { readonly flow: Id; readonly clock: Clock }[]
  readonly times: ActionTimes
}

/** The four clocks of an action; `full` and `first` are absent when nothing answers. */
export function measureAction(
  graph: Graph,
  readers: Readers,
  actionRuns: ActionRuns,
  visits: ActionVisits,
  waitAt: (component: Id) => Wait | undefined,
): ActionClocks {
  const start = startOf(graph, actionRuns)
  const hands = handsAtCalls(visits)
  const input = {
    graph,
    readers,
    actionRuns,
    inHand: (call: ResolvedCall) => hands.get(call) ?? { hand: emptyHand },
    waitAt,
    downAt: (component: Id) => 1 - upShare(graph, readers, component),
  }
  const times = makeActionTimes({ ...input, countPeople: true })
  if (!start) return { done: [], times }
  const before = timeBefore(times, actionRuns, start)
  const done = asyncFlows(actionRuns).map((call) => ({
    flow: call.flow,
    clock: after(before(call), completeCall(times, actionRuns, call)),
  }))
  const answeredBy = graph.design.actions?.find((action) => action.id === actionRuns.action)?.answeredBy
  const answer = answeredBy === undefined || answeredBy === start.flow ? undefined : findCall(actionRuns, answeredBy)
  const people = Object.values(actionRuns.runs).some((run) => graph.has(run.component, 'person'))
  const alone = people ? makeActionTimes({ ...input, countPeople: false }) : times
  if (answer) {
    const full = after(before(answer), times.call(answer).going)
    const unattended = after(timeBefore(alone, actionRuns, start)(answer), alone.call(answer).going)
    return { first: full, full, unattended, done, times }
  }
  if (start.mode === 'async') {
    const clock = completeCall(times, actionRuns, start)
    return { done: [{ flow: start.flow, clock }, ...done], times }
  }
  const whole = times.call(start)
  return {
    first: whole.first,
    full: whole.going,
    unattended: people ? alone.call(start).going : whole.going,
    ...(whole.held ? { held: whole.held } : {}),
    done,
    times,
  }
}

function handsAtCalls(
  visits: ActionVisits,
): ReadonlyMap<ResolvedCall, { readonly hand: Hand; readonly meanTokens: TokenUse | undefined }> {
  const uses = [...(visits.start ? [visits.start] : []), ...visits.calls.map((each) => each.use)]
  return new Map(uses.map((use) => [use.call, { hand: use.hand, meanTokens: use.meanTokens }]))
}

/** Asynchronous calls of an action, one for each arrow, in the order of runs. */
function asyncFlows(actionRuns: ActionRuns): readonly ResolvedCall[] {
  const found = new Map<Id, ResolvedCall>()
  for (const call of allCalls(actionRuns)) {
    if (call.mode === 'async' && call.run !== undefined && !found.has(call.flow)) found.set(call.flow, call)
  }
  return [...found.values()].toSorted((a, b) => (a.flow < b.flow ? -1 : 1))
}

function allCalls(actionRuns: ActionRuns): readonly ResolvedCall[] {
  return Object.values(actionRuns.runs).flatMap((run) => run.steps.flatMap(callsIn))
}

function findCall(actionRuns: ActionRuns, flow: Id): ResolvedCall | undefined {
  return allCalls(actionRuns).find((call) => call.flow === flow && call.run !== undefined)
}

/** From the start of the action to the moment of a call, along the shortest chain of calls that leads there. */
type BeforeCall = (target: ResolvedCall) => Clock

function timeBefore(times: ActionTimes, actionRuns: ActionRuns, start: ResolvedCall): BeforeCall {
  const callers = findCallers(actionRuns)
  const starts = new Map<RunKey, Clock>()
  /** Until the steps of a run begin: its caller's time until the call, and its own time. */
  const untilSteps = (key: RunKey): Clock => {
    const known = starts.get(key)
    if (known) return known
    const caller = callers.runs.get(key)
    const clock = caller ? after(before(caller), times.own(caller)) : times.own(start)
    starts.set(key, clock)
    return clock
  }
  const before: BeforeCall = (target) => {
    const key = callers.calls.get(target)
    const run = key === undefined ? undefined : actionRuns.runs[key]
    return run ? after(untilSteps(run.key), timeUntil(times, run.steps, target)) : times.own(start)
  }
  return before
}

/** The run that makes each call, and the first call (breadth first from the start) that sets each run in motion. */
function findCallers(actionRuns: ActionRuns): {
  readonly calls: ReadonlyMap<ResolvedCall, RunKey>
  readonly runs: ReadonlyMap<RunKey, ResolvedCall>
} {
  const calls = new Map<ResolvedCall, RunKey>()
  const runs = new Map<RunKey, ResolvedCall>()
  const waiting = [actionRuns.start.run]
  const reached = new Set(waiting)
  for (let next = 0; next < waiting.length; next += 1) {
    const key = waiting[next] ?? ''
    for (const call of (actionRuns.runs[key]?.steps ?? []).flatMap(callsIn)) {
      calls.set(call, key)
      if (call.run === undefined || reached.has(call.run)) continue
      reached.add(call.run)
      runs.set(call.run, call)
      waiting.push(call.run)
    }
  }
  return { calls, runs }
}

/** Percentiles of a clock, each with its band: the swings of the mean, joined as independent, in proportion. */
export function percentilesOf(clock: Clock): Percentiles {
  const { time, swings } = clock
  const join = (side: 'below' | 'above'): number =>
    time.meanMs > 0
      ? Math.sqrt([...swings.values()].reduce((sum, swing) => sum + swing[side] ** 2, 0)) / time.meanMs
      : 0
  const below = Math.min(1, join('below'))
  const above = join('above')
  const band = (share: number): Band => {
    const value = percentile(time, share)
    return { value, low: value * (1 - below), high: value * (1 + above) }
  }
  return { p50: band(0.5), p90: band(0.9), p95: band(0.95), p99: band(0.99), meanMs: time.meanMs }
}

export function sharesOf(clock: Clock): readonly TimeShare[] {
  const total = clock.time.meanMs
  if (total <= 0) return []
  return [...clock.parts]
    .map(([component, meanMs]) => ({ component, meanMs, share: meanMs / total }))
    .toSorted((a, b) => b.meanMs - a.meanMs || (a.component < b.component ? -1 : 1))
}

export function flowsDoneOf(action: Id, clocks: ActionClocks): readonly FlowDone[] {
  return clocks.done.map(({ flow, clock }) => ({ flow, action, done: percentilesOf(clock) }))
}
