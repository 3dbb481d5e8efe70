import type { ActionRuns, ResolvedCall, RunKey } from '../../graph/run.ts'
import { madeIn } from '../../graph/calls-in.ts'
import type { ActionTimes } from './action-times.ts'
import { after, type Clock } from './clock.ts'
import { timeUntil } from './time-until.ts'

/** From the start of the action to the moment of a call, along the shortest chain of calls that leads there. */
type BeforeCall = (target: ResolvedCall) => Clock

/** The time from the start of an action to each of its calls; see `BeforeCall`. */
export function timeBefore(times: ActionTimes, actionRuns: ActionRuns, start: ResolvedCall): BeforeCall {
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
    for (const call of madeIn(actionRuns, key)) {
      calls.set(call, key)
      if (call.run === undefined || reached.has(call.run)) continue
      reached.add(call.run)
      runs.set(call.run, call)
      waiting.push(call.run)
    }
  }
  return { calls, runs }
}
