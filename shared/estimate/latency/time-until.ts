import type { ActionRuns, ResolvedCall, ResolvedStep, RunKey } from '../../graph/run.ts'
import { shareOf } from '../calls/step-numbers.ts'
import { callsIn } from '../../graph/calls-in.ts'
import type { ActionTimes } from './action-times.ts'
import { after, type Clock, joined, oneOf, stopped } from './clock.ts'
import { isAwaited } from './step-times.ts'

/** From the start of a run's steps to the moment in which this call is made, given that it is. */
export function timeUntil(times: ActionTimes, steps: readonly ResolvedStep[], target: ResolvedCall): Clock {
  let clock: Clock = stopped
  for (const step of steps) {
    if (callsIn(step).includes(target)) return after(clock, timeInside(times, step, target))
    if (isAwaited(step)) clock = after(clock, times.step(step).going)
  }
  return clock
}

function timeInside(times: ActionTimes, step: ResolvedStep, target: ResolvedCall): Clock {
  const before = isAwaited(step) ? times.turnsBefore(step) : stopped
  if (step.type === 'call') return step === target ? before : after(before, timeUntil(times, step.orElse ?? [], target))
  if (step.type === 'sequence') return after(before, timeUntil(times, step.steps, target))
  const ways = step.type === 'parallel' ? step.branches : step.choices.map((choice) => choice.step)
  const way = ways.find((each) => callsIn(each).includes(target))
  return way ? after(before, timeUntil(times, [way], target)) : before
}

/**
 * From the start of a run's steps until everything that they set in motion has ended, asynchronous work included.
 * Shares still apply: work that does not happen takes no time. Where asynchronous work runs beside the rest, the slower
 * of both counts, taken as independent from the moment in which their ways part.
 */
function timeToComplete(
  times: ActionTimes,
  actionRuns: ActionRuns,
  key: RunKey,
  visiting: ReadonlySet<RunKey> = new Set(),
): Clock {
  const run = actionRuns.runs[key]
  const known = times.completions.get(key)
  if (known) return known
  if (!run || visiting.has(key)) return stopped
  const inside = new Set([...visiting, key])
  const whole = run.steps.reduceRight<Clock>((rest, step) => {
    const background = asyncCalls(step).map((call) => completeCall(times, actionRuns, call, inside))
    const mine = isAwaited(step) ? times.step(step).going : stopped
    const beside = background.map((clock) => perhaps(clock, step))
    const both = after(mine, rest)
    if (beside.length === 0) return withNested(times, actionRuns, step, both, inside)
    return longest([both, ...beside])
  }, stopped)
  times.completions.set(key, whole)
  return whole
}

/** One call and all that follows from it. */
export function completeCall(
  times: ActionTimes,
  actionRuns: ActionRuns,
  call: ResolvedCall,
  visiting: ReadonlySet<RunKey> = new Set(),
): Clock {
  const whole = call.run === undefined ? stopped : timeToComplete(times, actionRuns, call.run, visiting)
  return after(times.own(call), whole)
}

function asyncCalls(step: ResolvedStep): readonly ResolvedCall[] {
  return callsIn(step).filter((call) => call.mode === 'async' && call.run !== undefined)
}

function perhaps(clock: Clock, step: ResolvedStep): Clock {
  const share = shareOf(step)
  return share >= 1
    ? clock
    : oneOf([
        { weight: share, clock },
        { weight: 1 - share, clock: stopped },
      ])
}

/** Asynchronous work deep inside an awaited call may outlast what follows. */
function withNested(
  times: ActionTimes,
  actionRuns: ActionRuns,
  step: ResolvedStep,
  both: Clock,
  visiting: ReadonlySet<RunKey>,
): Clock {
  const nested = callsIn(step)
    .filter((call) => call.run !== undefined && hasAsync(actionRuns, call.run, new Set(visiting)))
    .map((call) => perhaps(completeCall(times, actionRuns, call, visiting), step))
  return nested.length === 0 ? both : longest([both, ...nested])
}

function hasAsync(actionRuns: ActionRuns, key: RunKey, seen: Set<RunKey>): boolean {
  if (seen.has(key)) return false
  seen.add(key)
  return (actionRuns.runs[key]?.steps ?? []).some((step) =>
    callsIn(step).some(
      (call) => call.run !== undefined && (call.mode === 'async' || hasAsync(actionRuns, call.run, seen)),
    ),
  )
}

function longest(clocks: readonly Clock[]): Clock {
  const counted = clocks.filter((clock) => clock !== stopped)
  return counted.length === 0 ? stopped : joined(counted, counted.length)
}
