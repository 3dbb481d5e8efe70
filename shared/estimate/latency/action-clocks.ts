import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ActionRuns, ResolvedCall } from '../../graph/run.ts'
import { upShare } from '../availability/availability.ts'
import type { Readers } from '../calls/call-context.ts'
import type { ActionEstimate, Band, Percentiles, TimeShare } from '../estimate.ts'
import { emptyHand } from '../calls/hand.ts'
import type { ActionTimes } from './action-times.ts'
import { makeActionTimes } from './call-times.ts'
import { after, type Clock } from './clock.ts'
import { makeupOf, tailSharesOf } from './clock-makeup.ts'
import { findSlowMoments } from './slow-moments.ts'
import type { Held } from './timed-step.ts'
import { percentile } from './time.ts'
import { timeBefore } from './time-before.ts'
import { completeCall } from './time-until.ts'
import type { Wait } from '../capacity/queueing.ts'
import { callsOfAction } from '../../graph/calls-in.ts'
import { type ActionVisits, everyCall, startOf } from '../calls/visits.ts'
import type { CallUse } from '../calls/walk-run.ts'
import { shareLeft } from '../uncertainty/band.ts'

export interface ActionClocks {
  readonly first?: Clock
  readonly full?: Clock
  readonly unattended?: Clock
  readonly held?: Held
  readonly done: readonly { readonly flow: Id; readonly clock: Clock }[]
  readonly times: ActionTimes
  /** The first call; absent when the action starts nowhere. */
  readonly start?: ResolvedCall
  /** Share of the requests that fail because a timeout cuts them off. */
  readonly failing: number
  /** Why times were sampled instead of convolved; absent when they were not. */
  readonly sampledWhy?: string
}

/** Who shares slow moments with whom. */
export type FindMoments = typeof findSlowMoments

/** The four clocks of an action; `full` and `first` are absent when nothing answers, or nothing that has a time. */
export function measureAction(
  graph: Graph,
  readers: Readers,
  actionRuns: ActionRuns,
  visits: ActionVisits,
  waitAt: (component: Id) => Wait | undefined,
  findMoments: FindMoments = findSlowMoments,
): ActionClocks {
  const start = startOf(graph, actionRuns)
  const uses = new Map<ResolvedCall, CallUse>(everyCall(visits).map(({ use }) => [use.call, use]))
  const moments = findMoments(graph, actionRuns, 'awaited')
  const input = {
    graph,
    readers,
    actionRuns,
    useOf: (call: ResolvedCall) => uses.get(call) ?? { call, hand: emptyHand },
    waitAt,
    downAt: (component: Id) => 1 - upShare(graph, readers, component),
    moments,
  }
  const times = makeActionTimes({ ...input, countPeople: true })
  if (!start) return { done: [], times, failing: 0 }
  const done = measureDone(actionRuns, start, () => {
    const found = findMoments(graph, actionRuns, 'everything')
    return found.why === moments.why ? times : makeActionTimes({ ...input, moments: found, countPeople: true })
  })
  const common = { done, times, start, ...(moments.why === undefined ? {} : { sampledWhy: moments.why }) }
  const answeredBy = graph.design.actions?.find((action) => action.id === actionRuns.action)?.answeredBy
  const answer = answeredBy === undefined || answeredBy === start.flow ? undefined : findCall(actionRuns, answeredBy)
  const people = Object.values(actionRuns.runs).some((run) => graph.has(run.component, 'person'))
  const alone = people ? makeActionTimes({ ...input, countPeople: false }) : times
  if (answer) {
    const reached = times.call(answer)
    const full = after(timeBefore(times, actionRuns, start)(answer), reached.going)
    const unattended = after(timeBefore(alone, actionRuns, start)(answer), alone.call(answer).going)
    return { ...common, ...answered({ first: full, full, unattended }), failing: reached.failing }
  }
  if (start.mode === 'async') return { ...common, failing: 0 }
  const whole = times.call(start)
  const unattended = people ? alone.call(start).going : whole.going
  return {
    ...common,
    ...answered({ first: whole.first, full: whole.going, unattended }),
    ...(whole.held ? { held: whole.held } : {}),
    failing: whole.failing,
  }
}

/** A way on which nothing has a time is not answered in no time: somebody has yet to say who answers. */
function answered(clocks: {
  readonly first: Clock
  readonly full: Clock
  readonly unattended: Clock
}): Pick<ActionClocks, 'first' | 'full' | 'unattended'> {
  const { first, full, unattended } = clocks
  if (full.time.meanMs <= 0) return {}
  return { first, full, ...(unattended.time.meanMs > 0 ? { unattended } : {}) }
}

/** From the start of the action until each asynchronous call has ended with all that follows from it. */
function measureDone(actionRuns: ActionRuns, start: ResolvedCall, timesOfAll: () => ActionTimes): ActionClocks['done'] {
  const calls = asyncFlows(actionRuns)
  const isAsync = start.mode === 'async'
  if (calls.length === 0 && !isAsync) return []
  const times = timesOfAll()
  const before = timeBefore(times, actionRuns, start)
  return [
    ...(isAsync ? [{ flow: start.flow, clock: completeCall(times, actionRuns, start) }] : []),
    ...calls.map((call) => ({ flow: call.flow, clock: after(before(call), completeCall(times, actionRuns, call)) })),
  ]
}

/** Asynchronous calls of an action, one for each arrow, in the order of runs. */
function asyncFlows(actionRuns: ActionRuns): readonly ResolvedCall[] {
  const found = new Map<Id, ResolvedCall>()
  for (const call of callsOfAction(actionRuns)) {
    if (call.mode === 'async' && call.run !== undefined && !found.has(call.flow)) found.set(call.flow, call)
  }
  return [...found.values()].toSorted((a, b) => (a.flow < b.flow ? -1 : 1))
}

function findCall(actionRuns: ActionRuns, flow: Id): ResolvedCall | undefined {
  return callsOfAction(actionRuns).find((call) => call.flow === flow && call.run !== undefined)
}

/**
 * Percentiles of a clock, each with its band: the swings of the mean, joined as independent, in proportion. Upwards they
 * add; downwards their ratios multiply, since each shortens what the others leave: an answer never takes no time.
 */
export function percentilesOf(clock: Clock): Percentiles {
  const known = percentiles.get(clock) ?? measurePercentiles(clock)
  percentiles.set(clock, known)
  return known
}

const percentiles = new WeakMap<Clock, Percentiles>()

function measurePercentiles(clock: Clock): Percentiles {
  const { time } = clock
  const swings = time.meanMs > 0 ? [...makeupOf(clock).swings.values()] : []
  const left = shareLeft(swings.map(({ below }) => Math.max(leastLeft, 1 + below / time.meanMs)))
  const above = Math.sqrt(swings.reduce((sum, swing) => sum + swing.above ** 2, 0)) / (time.meanMs || 1)
  const band = (share: number): Band => {
    const value = percentile(time, share)
    return { value, low: value * left, high: value * (1 + above) }
  }
  return { p50: band(0.5), p90: band(0.9), p95: band(0.95), p99: band(0.99), meanMs: time.meanMs }
}

/** Swings are linear in the mean: of the widest of them no more than this is believed. */
const leastLeft = 0.02

/** Each component's part in a time, on average and among the slowest twentieth, longest first. */
export function sharesOf(clock: Clock): readonly TimeShare[] {
  const total = clock.time.meanMs
  if (total <= 0) return []
  const tail = tailSharesOf(clock)
  return [...makeupOf(clock).parts]
    .map(([component, { meanMs }]) => {
      return { component, meanMs, share: meanMs / total, tailShare: tail.get(component) ?? 0 }
    })
    .toSorted((a, b) => b.meanMs - a.meanMs || (a.component < b.component ? -1 : 1))
}

/** Requests of an action that timeouts cut off, and where. */
export function timedOutOf(clocks: ActionClocks, { calls }: ActionVisits): Pick<ActionEstimate, 'timedOut'> {
  const late = new Map<Id, number>()
  for (const { use } of calls) {
    const share = clocks.times.limits(use.call).late
    if (share > 1e-6) late.set(use.call.flow, Math.max(late.get(use.call.flow) ?? 0, share))
  }
  if (late.size === 0) return {}
  const flows = [...late].map(([flow, share]) => ({ flow, share })).toSorted((a, b) => b.share - a.share)
  return { timedOut: { share: clocks.failing, flows } }
}
