import { numberOr } from '../../design/value.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ResolvedCall, ResolvedStep } from '../../graph/run.ts'
import { keyOf } from '../../kinds/formula/formula-band.ts'
import { constantTime } from '../distribution/distribution.ts'
import { attemptsOf, failsForGood } from '../calls/walk-run.ts'
import { after, type Clock, oneOf, reshaped, swingOf, withSwing } from './clock.ts'
import { sequenceTimes } from './step-times.ts'
import type { StepTimes, TimesOf } from './timed-step.ts'
import { cutAt, exhausted, hedged, mixture, retried, shareAbove, type Time, within } from './time.ts'

/** What a call's limits did: late attempts and hedges load the callee once more. */
export interface CallLimits {
  readonly late: number
  readonly hedges: number
  /** Share of the calls of which every attempt fails, and after how many milliseconds on average that is known. */
  readonly lost: number
  readonly lostMs: number
}

export const noLimits: CallLimits = { late: 0, hedges: 0, lost: 0, lostMs: 0 }

interface LimitsInput {
  readonly graph: Graph
  /** Share of the calls to a component that are refused because it is down. */
  readonly downAt: (component: string) => number
}

/** Everybody who called gets an answer: those who left early and those who went on are one. */
export function collapse(times: StepTimes): StepTimes {
  const { ended, endings = [], ...rest } = times
  if (!ended) return rest
  const going = 1 - ended.weight
  // Who answers early does not take what the others take from there on.
  const both = (clock: Clock): Clock =>
    endings.reduce(
      (whole, { node, atLow, atHigh, meanMs }) => {
        const saved = meanMs - clock.time.meanMs
        return withSwing(whole, keyOf(node), swingOf(node, atLow * saved, atHigh * saved))
      },
      oneOf([ended, { weight: going, clock }]),
    )
  const whole = both(times.going)
  return { ...rest, going: whole, first: times.streams ? both(times.first) : whole }
}

/** A call with its hedge, timeout and retries, before anything happens in its stead. */
export interface Tried {
  /** Of those whose call succeeds where `failing` is there, else of all. */
  readonly outcome: StepTimes
  readonly limit: CallLimits
  /** Those of whom every attempt fails; absent where no alternative of the call ever happens. */
  readonly failing?: { readonly share: number; readonly clock: Clock; readonly timedOut: number }
}

/** Hedge, timeout and retries of one call; `hasAlternative`: something happens when all of them fail. */
export function withLimits(
  { graph, downAt }: LimitsInput,
  call: ResolvedCall,
  attempt: StepTimes,
  hasAlternative: boolean,
): Tried {
  const flow = graph.flow(call.flow)?.flow
  const timeoutMs = numberOr(flow?.timeoutMs, Infinity)
  const hedgeAfterMs = flow?.hedgeAfterMs === undefined ? Infinity : numberOr(flow.hedgeAfterMs, Infinity)
  const hedge = Number.isFinite(hedgeAfterMs) ? hedged(attempt.going.time, hedgeAfterMs) : undefined
  const full = hedge?.time ?? attempt.going.time
  const start = hedge && attempt.streams ? hedged(attempt.first.time, hedgeAfterMs).time : attempt.first.time
  const late = timeoutMs > 0 && Number.isFinite(timeoutMs) ? shareAbove(full, timeoutMs) : 0
  const down = downAt(call.callee)
  const failure = down + (1 - down) * late
  const limit: CallLimits = { ...noLimits, late, hedges: hedge?.extra ?? 0 }
  const attempts = attemptsOf(graph, call)
  const hurried = reshaped(attempt.going, full)
  const hurriedFirst = attempt.streams ? reshaped(attempt.first, start) : hurried
  // What fails by time here or below; what is down counts in the availability.
  const slow = late + (1 - late) * attempt.failing
  const timedOut = (1 - down) * slow ** attempts
  const alone = call.optional === true ? 0 : timedOut
  if (failure < 1e-6 || (late < 1e-6 && attempts === 1 && !hasAlternative)) {
    return { outcome: { ...attempt, going: hurried, first: hurriedFirst, failing: alone }, limit }
  }
  const failed = failedAttempt(full, down, late, timeoutMs)
  const backoff = constantTime(numberOr(flow?.backoffMs, 0))
  const answered = (clock: Clock): Clock => {
    const kept = within(clock.time, timeoutMs) ?? constantTime(timeoutMs)
    return reshaped(clock, attempts === 1 ? kept : retried(kept, failed, failure, attempts, backoff))
  }
  const success = answered(hurried)
  const successFirst = attempt.streams ? answered(hurriedFirst) : success
  const lostShare = failsForGood({ down, late }, attempts)
  const lost = reshaped(attempt.going, exhausted(failed, attempts, backoff))
  if (!hasAlternative) {
    const going = call.optional === true ? eitherWay(success, lost, lostShare) : success
    const first = attempt.streams
      ? call.optional === true
        ? eitherWay(successFirst, lost, lostShare)
        : successFirst
      : going
    return { outcome: { ...attempt, going, first, failing: alone }, limit }
  }
  return {
    outcome: { ...attempt, going: success, first: successFirst },
    limit: { ...limit, lost: lostShare, lostMs: lost.time.meanMs },
    failing: { share: lostShare, clock: lost, timedOut },
  }
}

/** What happens when every attempt of a call has failed, in the share of the calls in which it does. */
export function withAlternative(
  times: TimesOf,
  { outcome, failing }: Required<Pick<Tried, 'outcome' | 'failing'>>,
  instead: readonly ResolvedStep[],
): StepTimes {
  const { share, clock, timedOut } = failing
  const other = collapse(sequenceTimes(times, instead))
  const going = eitherWay(outcome.going, after(clock, other.going), share)
  const first = outcome.streams ? eitherWay(outcome.first, after(clock, other.first), share) : going
  return { ...outcome, going, first, failing: timedOut * other.failing }
}

function eitherWay(success: Clock, failure: Clock, share: number): Clock {
  return oneOf([
    { weight: 1 - share, clock: success },
    { weight: share, clock: failure },
  ])
}

/** A refused attempt lasts like any other, a late one until the timeout. */
function failedAttempt(full: Time, down: number, late: number, timeoutMs: number): Time {
  const refused = Number.isFinite(timeoutMs) ? cutAt(full, timeoutMs) : full
  const inTime = (1 - down) * late
  if (inTime <= 1e-12) return refused
  const timedOut = constantTime(timeoutMs)
  return mixture([
    { weight: down, time: refused },
    { weight: inTime, time: timedOut },
  ])
}
