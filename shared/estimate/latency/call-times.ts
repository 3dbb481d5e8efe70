import type { Graph } from '../../graph/graph.ts'
import { numberOr } from '../../design/value.ts'
import type { ActionRuns, ResolvedCall, ResolvedStep, RunKey } from '../../graph/run.ts'
import type { Hand, TokenUse } from '../../kinds/kind.ts'
import { contextOf, type Readers } from '../call-context.ts'
import { cutAt, exhausted, hedged, retried, within } from '../distribution/combine.ts'
import { constantTime, type Distribution, shareAbove } from '../distribution/distribution.ts'
import type { Wait } from '../queueing.ts'
import { attemptsOf } from '../walk-run.ts'
import { after, type Clock, oneOf, reshaped, stopped } from './clock.ts'
import { findMerges } from './merges.ts'
import { ownTime } from './own-time.ts'
import { type Held, instantly, isAwaited, sequenceTimes, type StepTimes, type TimesOf } from './step-times.ts'

/** What latency needs to know about the calls of one action. */
export interface LatencyInput {
  readonly graph: Graph
  readonly readers: Readers
  readonly actionRuns: ActionRuns
  /** What is in hand at each call, averaged over all that make it. */
  readonly inHand: (call: ResolvedCall) => { readonly hand: Hand; readonly meanTokens?: TokenUse | undefined }
  readonly waitAt: (component: string) => Wait | undefined
  /** Share of the calls to a component that are refused because it is down. */
  readonly downAt: (component: string) => number
  /** False leaves out the time of people (the unattended clock). */
  readonly countPeople: boolean
}

/** What a call's limits did: late attempts and hedges load the callee once more. */
export interface CallLimits {
  readonly late: number
  readonly hedges: number
}

export interface ActionTimes extends TimesOf {
  /** A call with all that its callee awaits, retries and alternatives included. */
  call(call: ResolvedCall, instead?: readonly ResolvedStep[]): StepTimes
  /** The callee's own time of one call. */
  own(call: ResolvedCall): Clock
  /** The steps of a run, collapsed: those who answer early and those who go on. */
  run(key: RunKey): StepTimes
  limits(call: ResolvedCall): CallLimits
  /** Runs with all that they set in motion, as far as somebody asked. */
  readonly completions: Map<RunKey, Clock>
}

const noLimits: CallLimits = { late: 0, hedges: 0 }

/** Times of one action: everything is worked out once and remembered by call and run. */
export function makeActionTimes(input: LatencyInput): ActionTimes {
  const { graph } = input
  const calls = new Map<ResolvedCall, StepTimes>()
  const owns = new Map<ResolvedCall, { readonly first: Clock; readonly rest: Clock }>()
  const runs = new Map<RunKey, StepTimes>()
  const limits = new Map<ResolvedCall, CallLimits>()
  const merges = findMerges(graph, input.actionRuns)

  const own = (call: ResolvedCall): { readonly first: Clock; readonly rest: Clock } => {
    const known = owns.get(call)
    if (known) return known
    const { hand, meanTokens } = input.inHand(call)
    const context = contextOf(input.readers, call, hand, { meanTokens })
    const made = ownTime(graph, context, input.waitAt(call.callee), input.countPeople)
    owns.set(call, made)
    return made
  }

  const run = (key: RunKey): StepTimes => {
    const known = runs.get(key)
    if (known) return known
    runs.set(key, instantly)
    const made = collapse(sequenceTimes(times, input.actionRuns.runs[key]?.steps ?? []))
    runs.set(key, made)
    return made
  }

  const attempt = (call: ResolvedCall): StepTimes => {
    const mine = own(call)
    const steps = (call.run === undefined ? undefined : input.actionRuns.runs[call.run]?.steps) ?? []
    const alone = after(mine.first, mine.rest)
    if (!steps.some(isAwaited)) {
      const canStream = graph.has(call.callee, 'streams') && mine.rest !== stopped
      if (!canStream) return { going: alone, first: alone, streams: false }
      if (call.mode !== 'stream') return { going: alone, first: alone, streams: false, held: heldByArrow(graph, call) }
      return { going: alone, first: mine.first, streams: true }
    }
    return passOn(input, call, alone, run(call.run ?? ''))
  }

  const times: ActionTimes = {
    call: (call, instead) => {
      const known = instead === undefined ? calls.get(call) : undefined
      if (known) return known
      if (merges.isCountedElsewhere(call)) return instantly
      const { outcome, limit } = withLimits(input, times, call, attempt(call), instead ?? call.orElse)
      limits.set(call, limit)
      if (instead === undefined) calls.set(call, outcome)
      return outcome
    },
    own: (call) => after(own(call).first, own(call).rest),
    run,
    limits: (call) => limits.get(call) ?? noLimits,
    completions: new Map(),
    release: (call) =>
      graph.has(call.callee, 'gates')
        ? (graph.kindOf(call.callee).release?.(input.readers.settings(call.callee)) ?? 'held')
        : undefined,
    afterJoin: (step) => merges.after(step).reduce<Clock>((clock, call) => after(clock, attempt(call).going), stopped),
    name: (id) => graph.name(id),
  }
  return times
}

/** Everybody who called gets an answer: those who left early and those who went on are one. */
function collapse(times: StepTimes): StepTimes {
  const { ended, ...rest } = times
  if (!ended) return rest
  const going = 1 - ended.weight
  const whole = oneOf([ended, { weight: going, clock: times.going }])
  return { ...rest, going: whole, first: times.streams ? oneOf([ended, { weight: going, clock: times.first }]) : whole }
}

/** A component with steps of its own: its time, then theirs; its arrow and its verdict may hold a stream back. */
function passOn({ graph, readers }: LatencyInput, call: ResolvedCall, mine: Clock, steps: StepTimes): StepTimes {
  const going = after(mine, steps.going)
  const whole = { going, first: going, streams: false }
  if (!steps.streams) return steps.held ? { ...whole, held: steps.held } : whole
  if (graph.flow(call.flow)?.flow.mode === 'sync') return { ...whole, held: heldByArrow(graph, call) }
  const release = graph.has(call.callee, 'gates')
    ? (graph.kindOf(call.callee).release?.(readers.settings(call.callee)) ?? 'held')
    : undefined
  if (release === 'held') {
    const reason = `${graph.name(call.callee)} judges the whole answer before any of it is shown.`
    return { ...whole, held: { element: call.callee, reason } }
  }
  return { going, first: after(mine, steps.first), streams: true }
}

function heldByArrow(graph: Graph, call: ResolvedCall): Held {
  return {
    element: call.flow,
    reason: `"${graph.name(call.flow)}" waits for the whole answer of ${graph.name(call.callee)}.`,
  }
}

/** Hedge, timeout, retries, and what happens when all of them fail. */
function withLimits(
  input: LatencyInput,
  times: ActionTimes,
  call: ResolvedCall,
  attempt: StepTimes,
  instead: readonly ResolvedStep[] | undefined,
): { readonly outcome: StepTimes; readonly limit: CallLimits } {
  const flow = input.graph.flow(call.flow)?.flow
  const timeoutMs = numberOr(flow?.timeoutMs, Infinity)
  const hedge =
    flow?.hedgeAfterMs === undefined ? undefined : hedged(attempt.going.time, numberOr(flow.hedgeAfterMs, Infinity))
  const full = hedge?.time ?? attempt.going.time
  const late = timeoutMs > 0 && Number.isFinite(timeoutMs) ? shareAbove(full, timeoutMs) : 0
  const down = input.downAt(call.callee)
  const failure = down + (1 - down) * late
  const limit: CallLimits = { late, hedges: hedge?.extra ?? 0 }
  const attempts = attemptsOf(input.graph, call)
  if (failure < 1e-6 || (late < 1e-6 && attempts === 1 && instead === undefined)) {
    const going = reshaped(attempt.going, full)
    return { outcome: { ...attempt, going, first: attempt.streams ? attempt.first : going }, limit }
  }
  const failed = failedAttempt(full, down, late, timeoutMs)
  const backoff = constantTime(numberOr(flow?.backoffMs, 0))
  const answered = (clock: Clock): Clock => {
    const kept = within(clock.time, timeoutMs) ?? constantTime(timeoutMs)
    return reshaped(clock, attempts === 1 ? kept : retried(kept, failed, failure, attempts, backoff))
  }
  const success = answered(reshaped(attempt.going, full))
  const successFirst = attempt.streams ? answered(attempt.first) : success
  const failsForGood = failure ** attempts
  const lost: Clock = { ...reshaped(attempt.going, exhausted(failed, attempts, backoff)) }
  if (instead === undefined) {
    const going = call.optional === true ? eitherWay(success, lost, failsForGood) : success
    const first = attempt.streams
      ? call.optional === true
        ? eitherWay(successFirst, lost, failsForGood)
        : successFirst
      : going
    return { outcome: { ...attempt, going, first }, limit }
  }
  const other = collapse(sequenceTimes(times, instead))
  const going = eitherWay(success, after(lost, other.going), failsForGood)
  const first = attempt.streams ? eitherWay(successFirst, after(lost, other.first), failsForGood) : going
  return { outcome: { ...attempt, going, first }, limit }
}

function eitherWay(success: Clock, failure: Clock, share: number): Clock {
  return oneOf([
    { weight: 1 - share, clock: success },
    { weight: share, clock: failure },
  ])
}

/** A refused attempt lasts like any other, a late one until the timeout. */
function failedAttempt(full: Distribution, down: number, late: number, timeoutMs: number): Distribution {
  const refused = Number.isFinite(timeoutMs) ? cutAt(full, timeoutMs) : full
  const inTime = (1 - down) * late
  if (inTime <= 1e-12) return refused
  const timedOut = constantTime(timeoutMs)
  return oneOf([
    { weight: down, clock: { ...stopped, time: refused } },
    { weight: inTime, clock: { ...stopped, time: timedOut } },
  ]).time
}
