import type { ResolvedCall, ResolvedStep, Run, RunKey } from '../../graph/run.ts'
import type { Remembered } from '../calls/remembered.ts'
import type { ActionTimes, LatencyInput } from './action-times.ts'
import { answerAlone, atAnotherMoment, passOn, releaseOf } from './attempt.ts'
import { after, type Clock, stopped } from './clock.ts'
import { type CallLimits, collapse, noLimits, type Tried, withAlternative, withLimits } from './limits.ts'
import { findMerges, type Merges, noMerges } from './merges.ts'
import type { OwnTime } from './own-time.ts'
import { makeOwnTimes } from './own-times.ts'
import { awaitedCalls, isAwaited, isLoop, sequenceTimes, stepTimes, turnsBefore } from './step-times.ts'
import { instantly, type StepTimes } from './timed-step.ts'

/** Times of one action: everything is worked out once and remembered by call and run. */
export function makeActionTimes(input: LatencyInput): ActionTimes {
  return new CallTimes(input)
}

// From edit to edit, by the object of the drawing that they belong to.
const tries: Remembered<Tried> = new WeakMap()
const alternatives: Remembered<StepTimes> = new WeakMap()
const timesOfRuns: Remembered<StepTimes> = new WeakMap()
const timesOfSteps: Remembered<StepTimes> = new WeakMap()
const loopsBefore: Remembered<Clock> = new WeakMap()

class CallTimes implements ActionTimes {
  readonly completions = new Map<RunKey, Clock>()
  readonly ownParts: (call: ResolvedCall) => OwnTime
  private readonly input: LatencyInput
  private readonly calls = new Map<ResolvedCall, StepTimes>()
  private readonly runs = new Map<RunKey, StepTimes>()
  private readonly limitsOf = new Map<ResolvedCall, CallLimits>()
  /** The steps of a run as each call of it meets them. */
  private readonly met = new Map<RunKey, Map<ResolvedCall, StepTimes>>()
  private readonly merges: Merges
  /** What draws from shared moments must draw again, for those that draw after it; merges reach across runs. */
  private readonly isForgetful: boolean

  constructor(input: LatencyInput) {
    this.input = input
    this.ownParts = makeOwnTimes(input)
    this.merges = findMerges(input.graph, input.actionRuns)
    this.isForgetful = input.moments.why !== undefined || this.merges !== noMerges
  }

  call(call: ResolvedCall, instead?: readonly ResolvedStep[]): StepTimes {
    const known = instead === undefined ? this.calls.get(call) : undefined
    if (known) return known
    if (this.merges.isCountedElsewhere(call)) return instantly
    const alternative = instead ?? call.orElse
    const tried = this.tryCall(call, alternative !== undefined)
    this.limitsOf.set(call, tried.limit)
    const outcome = this.outcomeOf(tried, alternative)
    if (instead === undefined) this.calls.set(call, outcome)
    return outcome
  }

  step(step: ResolvedStep): StepTimes {
    // What happens once takes what its call takes: there is nothing to remember beside that.
    if (step.type === 'call' && !isLoop(step)) return stepTimes(this, step)
    return this.rememberSteps(timesOfSteps, step, [step], () => stepTimes(this, step))
  }

  turnsBefore(step: ResolvedStep): Clock {
    return isLoop(step) ? this.rememberSteps(loopsBefore, step, [step], () => turnsBefore(this, step)) : stopped
  }

  own(call: ResolvedCall): Clock {
    const { first, rest } = this.ownParts(call)
    return after(first, rest)
  }

  run(key: RunKey): StepTimes {
    const known = this.runs.get(key)
    if (known) return known
    // A run that comes back to itself waits for nothing more there.
    this.runs.set(key, instantly)
    const found = this.input.actionRuns.runs[key]
    const made = found === undefined ? instantly : this.timesOfRun(found)
    this.runs.set(key, made)
    return made
  }

  limits(call: ResolvedCall): CallLimits {
    return this.limitsOf.get(call) ?? noLimits
  }

  release(call: ResolvedCall): ReturnType<ActionTimes['release']> {
    return releaseOf(this.input, call)
  }

  callsAfterJoin(step: ResolvedStep): readonly ResolvedCall[] {
    return this.merges.after(step)
  }

  afterJoin(step: ResolvedStep): Clock {
    return this.merges.after(step).reduce<Clock>((clock, call) => after(clock, this.attempt(call).going), stopped)
  }

  name(id: string): string {
    return this.input.graph.name(id)
  }

  private timesOfRun(found: Run): StepTimes {
    return this.rememberSteps(timesOfRuns, found, found.steps, () => collapse(sequenceTimes(this, found.steps)))
  }

  /** Steps of the callee as this call meets them: a second call of the same run meets other moments. */
  private runFor(call: ResolvedCall): StepTimes {
    const key = call.run ?? ''
    const met = this.met.get(key) ?? new Map<ResolvedCall, StepTimes>()
    this.met.set(key, met)
    const known = met.get(call)
    if (known) return known
    const steps = this.run(key)
    const made = met.size === 0 ? steps : atAnotherMoment(steps)
    met.set(call, made)
    return made
  }

  private hasAwaitedSteps({ run }: ResolvedCall): boolean {
    return run !== undefined && (this.input.actionRuns.runs[run]?.steps.some(isAwaited) ?? false)
  }

  private attempt(call: ResolvedCall): StepTimes {
    const own = this.ownParts(call)
    return this.hasAwaitedSteps(call)
      ? passOn(this.input, call, own, this.runFor(call))
      : answerAlone(this.input, call, own)
  }

  private tryCall(call: ResolvedCall, hasAlternative: boolean): Tried {
    const { graph, readers, downAt } = this.input
    const work = (): Tried => withLimits(this.input, call, this.attempt(call), hasAlternative)
    if (this.isForgetful) return work()
    const from = [
      this.ownParts(call),
      this.hasAwaitedSteps(call) ? this.runFor(call) : undefined,
      graph.flow(call.flow)?.flow,
      downAt(call.callee),
      readers.sourcesOfCall(call),
      // An arrow without a name is called by its ends.
      graph.name(call.callee),
      graph.name(call.caller),
      hasAlternative,
    ]
    return readers.remember(tries, call, from, work)
  }

  /** Alternatives are asked for their time only where they ever happen. */
  private outcomeOf(tried: Tried, instead: readonly ResolvedStep[] | undefined): StepTimes {
    const { outcome, failing } = tried
    if (failing === undefined || instead === undefined) return outcome
    return this.rememberSteps(alternatives, tried, instead, () => withAlternative(this, { outcome, failing }, instead))
  }

  /** What follows from the steps of a run, or of a part of it, by the object that has them. */
  private rememberSteps<T>(remembered: Remembered<T>, of: object, steps: readonly ResolvedStep[], work: () => T): T {
    const awaited = this.isForgetful ? undefined : awaitedCalls(steps)
    if (awaited === undefined) return work()
    const { graph, readers } = this.input
    const from = awaited.flatMap((call) => [this.call(call), readers.sourcesOfCall(call), graph.name(call.callee)])
    return readers.remember(remembered, of, from, work)
  }
}
