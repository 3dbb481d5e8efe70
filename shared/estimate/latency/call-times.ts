import type { Graph } from '../../graph/graph.ts'
import type { ActionRuns, ResolvedCall, ResolvedStep, Run, RunKey } from '../../graph/run.ts'
import type { CallContext } from '../../kinds/kind.ts'
import { askOfUse, contextOf, type MadeCall, type Readers } from '../calls/call-context.ts'
import type { Remembered } from '../calls/remembered.ts'
import type { Wait } from '../capacity/queueing.ts'
import { makeDraws } from '../sampling/normal-scores.ts'
import { after, type Clock, onceMore, stopped } from './clock.ts'
import { type CallLimits, collapse, noLimits, type Tried, withAlternative, withLimits } from './limits.ts'
import { findMerges, noMerges } from './merges.ts'
import { hopOf } from './network.ts'
import { type OwnTime, ownTime, type SharedMoment } from './own-time.ts'
import type { SlowMoments } from './slow-moments.ts'
import { awaitedCalls, isAwaited, isLoop, sequenceTimes, stepTimes, turnsBefore } from './step-times.ts'
import { type Held, instantly, type StepTimes, type TimesOf } from './timed-step.ts'

/** What latency needs to know about the calls of one action. */
export interface LatencyInput {
  readonly graph: Graph
  readonly readers: Readers
  readonly actionRuns: ActionRuns
  /** Each call as it is made, with what is in hand then, averaged over all that make it. */
  readonly useOf: (call: ResolvedCall) => MadeCall
  readonly waitAt: (component: string) => Wait | undefined
  /** Share of the calls to a component that are refused because it is down. */
  readonly downAt: (component: string) => number
  /** False leaves out the time of people (the unattended clock). */
  readonly countPeople: boolean
  readonly moments: SlowMoments
}

export interface ActionTimes extends TimesOf {
  /** A call with all that its callee awaits, retries and alternatives included. */
  call(call: ResolvedCall, instead?: readonly ResolvedStep[]): StepTimes
  /** The callee's own time of one call, the way to it and its wait included. */
  own(call: ResolvedCall): Clock
  ownParts(call: ResolvedCall): OwnTime
  /** Until the turn of a loop in which something inside it happens; `stopped` for what happens once. */
  turnsBefore(step: ResolvedStep): Clock
  /** The steps of a run, collapsed: those who answer early and those who go on. */
  run(key: RunKey): StepTimes
  limits(call: ResolvedCall): CallLimits
  /** Calls into merges that run when the branches of this step have arrived. */
  callsAfterJoin(step: ResolvedStep): readonly ResolvedCall[]
  /** Runs with all that they set in motion, as far as somebody asked. */
  readonly completions: Map<RunKey, Clock>
}

const ownTimes: Remembered<OwnTime> = new WeakMap()
const tries: Remembered<Tried> = new WeakMap()
const alternatives: Remembered<StepTimes> = new WeakMap()
const runTimes: Remembered<StepTimes> = new WeakMap()
const timesOfSteps: Remembered<StepTimes> = new WeakMap()
const loopsBefore: Remembered<Clock> = new WeakMap()

/** Times of one action: everything is worked out once and remembered by call and run. */
export function makeActionTimes(input: LatencyInput): ActionTimes {
  const { graph, readers } = input
  const calls = new Map<ResolvedCall, StepTimes>()
  const runs = new Map<RunKey, StepTimes>()
  const limits = new Map<ResolvedCall, CallLimits>()
  const merges = findMerges(graph, input.actionRuns)
  const askedBy = new Map<RunKey, Map<ResolvedCall, StepTimes>>()

  const own = makeOwnTimes(input)

  /** What draws from shared moments must draw again, for those that draw after it; merges reach across runs. */
  const isForgetful = input.moments.why !== undefined || merges !== noMerges

  const run = (key: RunKey): StepTimes => {
    const known = runs.get(key)
    if (known) return known
    runs.set(key, instantly)
    const found = input.actionRuns.runs[key]
    const made = found === undefined ? instantly : timesOfRun(found)
    runs.set(key, made)
    return made
  }

  /** What follows from the steps of a run, or of a part of it, by the object that has them. */
  const rememberSteps = <T>(
    remembered: Remembered<T>,
    of: object,
    steps: readonly ResolvedStep[],
    work: () => T,
  ): T => {
    const awaited = isForgetful ? undefined : awaitedCalls(steps)
    if (awaited === undefined) return work()
    const from = awaited.flatMap((call) => [times.call(call), readers.sourcesOfCall(call), graph.name(call.callee)])
    return readers.remember(remembered, of, from, work)
  }

  const timesOfRun = (found: Run): StepTimes =>
    rememberSteps(runTimes, found, found.steps, () => collapse(sequenceTimes(times, found.steps)))

  /** Steps of the callee as this call meets them: a second call of the same run meets other moments. */
  const runFor = (call: ResolvedCall): StepTimes => {
    const key = call.run ?? ''
    const all = askedBy.get(key) ?? new Map<ResolvedCall, StepTimes>()
    askedBy.set(key, all)
    const known = all.get(call)
    if (known) return known
    const steps = run(key)
    const made = all.size === 0 ? steps : atAnotherMoment(steps)
    all.set(call, made)
    return made
  }

  const attempt = (call: ResolvedCall): StepTimes => {
    const mine = own(call)
    const steps = (call.run === undefined ? undefined : input.actionRuns.runs[call.run]?.steps) ?? []
    const alone = after(mine.first, mine.rest)
    const quiet = { going: alone, first: alone, streams: false, failing: 0 }
    if (!steps.some(isAwaited)) {
      const canStream = graph.has(call.callee, 'streams') && mine.rest !== stopped
      if (!canStream) return quiet
      if (call.mode !== 'stream') return { ...quiet, held: heldByArrow(graph, call) }
      return { ...quiet, first: mine.first, streams: true }
    }
    return passOn(input, call, alone, runFor(call))
  }

  const tryCall = (call: ResolvedCall, hasAlternative: boolean): Tried => {
    const work = (): Tried => withLimits(input, call, attempt(call), hasAlternative)
    if (isForgetful) return work()
    const steps = (call.run === undefined ? undefined : input.actionRuns.runs[call.run]?.steps) ?? []
    const from = [
      own(call),
      steps.some(isAwaited) ? runFor(call) : undefined,
      graph.flow(call.flow)?.flow,
      input.downAt(call.callee),
      readers.sourcesOfCall(call),
      graph.name(call.callee),
      graph.name(call.flow),
      hasAlternative,
    ]
    return readers.remember(tries, call, from, work)
  }

  /** Alternatives are asked for their time only where they ever happen. */
  const outcomeOf = (tried: Tried, instead: readonly ResolvedStep[] | undefined): StepTimes => {
    const { outcome, failing } = tried
    if (failing === undefined || instead === undefined) return outcome
    return rememberSteps(alternatives, tried, instead, () => withAlternative(times, { outcome, failing }, instead))
  }

  const times: ActionTimes = {
    call: (call, instead) => {
      const known = instead === undefined ? calls.get(call) : undefined
      if (known) return known
      if (merges.isCountedElsewhere(call)) return instantly
      const alternative = instead ?? call.orElse
      const tried = tryCall(call, alternative !== undefined)
      limits.set(call, tried.limit)
      const outcome = outcomeOf(tried, alternative)
      if (instead === undefined) calls.set(call, outcome)
      return outcome
    },
    // What happens once takes what its call takes: there is nothing to remember beside that.
    step: (step) =>
      step.type === 'call' && !isLoop(step)
        ? stepTimes(times, step)
        : rememberSteps(timesOfSteps, step, [step], () => stepTimes(times, step)),
    turnsBefore: (step) =>
      isLoop(step) ? rememberSteps(loopsBefore, step, [step], () => turnsBefore(times, step)) : stopped,
    own: (call) => after(own(call).first, own(call).rest),
    ownParts: own,
    run,
    limits: (call) => limits.get(call) ?? noLimits,
    callsAfterJoin: (step) => merges.after(step),
    completions: new Map(),
    release: (call) => releaseOf(input, call),
    afterJoin: (step) => merges.after(step).reduce<Clock>((clock, call) => after(clock, attempt(call).going), stopped),
    name: (id) => graph.name(id),
  }
  return times
}

/** The time of each callee by itself, its way and its wait included: once for each call. */
function makeOwnTimes(input: LatencyInput): (call: ResolvedCall) => OwnTime {
  const { graph, readers, countPeople } = input
  const owns = new Map<ResolvedCall, OwnTime>()
  const momentOf = makeMoments(input)
  return (call) => {
    const known = owns.get(call)
    if (known) return known
    const wait = input.waitAt(call.callee)
    const hop = hopOf(graph, readers, call)
    const moment = momentOf(call)
    const work = (context: CallContext): OwnTime => ownTime({ graph, context, wait, hop, moment, countPeople })
    const use = input.useOf(call)
    const made = moment
      ? work(contextOf(readers, call, use.hand, { meanTokens: use.meanTokens }))
      : askOfUse(readers, ownTimes, use, work, undefined, [wait, hop, countPeople])
    owns.set(call, made)
    return made
  }
}

/** How a gate lets an answer through; undefined where there is none. */
function releaseOf({ graph, readers }: LatencyInput, { callee }: ResolvedCall): ReturnType<TimesOf['release']> {
  if (!graph.has(callee, 'gates')) return undefined
  return graph.kindOf(callee).release?.(readers.settings(callee)) ?? 'held'
}

/** A component with steps of its own: its time, then theirs; its arrow and its verdict may hold a stream back. */
function passOn(input: LatencyInput, call: ResolvedCall, mine: Clock, steps: StepTimes): StepTimes {
  const { graph } = input
  const going = after(mine, steps.going)
  const whole = { going, first: going, streams: false, failing: steps.failing }
  if (!steps.streams) return steps.held ? { ...whole, held: steps.held } : whole
  if (graph.flow(call.flow)?.flow.mode === 'sync') return { ...whole, held: heldByArrow(graph, call) }
  if (releaseOf(input, call) === 'held') {
    const reason = `${graph.name(call.callee)} judges the whole answer before any of it is shown.`
    return { ...whole, held: { element: call.callee, reason } }
  }
  return { ...whole, first: after(mine, steps.first), streams: true }
}

function heldByArrow(graph: Graph, call: ResolvedCall): Held {
  return {
    element: call.flow,
    reason: `"${graph.name(call.flow)}" waits for the whole answer of ${graph.name(call.callee)}.`,
  }
}

/** Whose slow moments a call shares, with draws of its own: the common factors come first. */
function makeMoments({ moments }: LatencyInput): (call: ResolvedCall) => SharedMoment | undefined {
  const draws = makeDraws(moments.groups)
  const { correlation } = moments
  return (call) => {
    const common = moments.groupOf(call.callee)
    if (common === undefined) return undefined
    return { common, correlation, draws }
  }
}

function atAnotherMoment(steps: StepTimes): StepTimes {
  const going = onceMore(steps.going)
  return {
    ...steps,
    going,
    first: steps.first === steps.going ? going : onceMore(steps.first),
    ...(steps.ended ? { ended: { ...steps.ended, clock: onceMore(steps.ended.clock) } } : {}),
  }
}
