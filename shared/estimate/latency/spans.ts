import type { ActionRuns, ResolvedCall, ResolvedStep, RunKey } from '../../graph/run.ts'
import { numberOr } from '../../design/value.ts'
import type { Span } from '../estimate-parts.ts'
import { endsOf, shareOf, turnsOf } from '../calls/step-numbers.ts'
import type { ActionTimes } from './action-times.ts'
import { isAwaited, isLoop, stepTimes } from './step-times.ts'
import { instantly } from './timed-step.ts'

/** More bars than this are no picture; the first of each caller are kept. */
const spansAtMost = 300
/** What happens less often is left out of the picture. */
const rarest = 1e-4

interface Walk {
  readonly times: ActionTimes
  readonly hasTime: (call: ResolvedCall) => boolean
  readonly actionRuns: ActionRuns
  readonly spans: Span[]
  /** Runs that are being drawn: a call back into one of them is not drawn again. */
  readonly inside: Set<RunKey>
}

/** Where a step stands in the picture. */
interface Place {
  readonly startMs: number
  /** How much longer everything here takes because of the loops around it. */
  readonly stretch: number
  readonly depth: number
  readonly share: number
  readonly times: number
  readonly awaited: boolean
  readonly critical: boolean
}

/**
 * The mean request of an action as a waterfall: one bar for each call, under the bar of who makes it, siblings in the
 * order of their start. The turns of a loop are one bar; steps inside a loop follow one another stretched to all turns,
 * so that bars add up to the loop. What happens seldom stands where it stands when it does; what comes after it starts
 * at its mean.
 * @param hasTime false for a call of which no time can be stated; it has no bar, nor has what it sets in motion
 */
export function spansOf(
  times: ActionTimes,
  actionRuns: ActionRuns,
  start: ResolvedCall,
  hasTime: (call: ResolvedCall) => boolean,
): readonly Span[] {
  const walk: Walk = { times, hasTime, actionRuns, spans: [], inside: new Set() }
  const awaited = start.mode !== 'async'
  placeCall(walk, start, { startMs: 0, stretch: 1, depth: 0, share: 1, times: 1, awaited, critical: awaited })
  return walk.spans
}

function placeCall(walk: Walk, call: ResolvedCall, place: Place): void {
  if (call.run === undefined || place.share < rarest || walk.spans.length >= spansAtMost) return
  if (!walk.hasTime(call)) return
  const { times } = walk
  const outcome = times.call(call)
  if (outcome === instantly) return
  const own = times.ownParts(call)
  const { startMs, stretch, depth, share, awaited, critical } = place
  walk.spans.push({
    component: call.callee,
    ...(call.flow === '' ? {} : { flow: call.flow }),
    ...(call.label === undefined ? {} : { label: call.label }),
    depth,
    startMs,
    durationMs: outcome.going.time.meanMs * stretch,
    ownMs: own.workMs * stretch,
    waitMs: own.waitMs * stretch,
    networkMs: own.networkMs * stretch,
    share,
    times: place.times,
    awaited,
    critical,
  })
  const steps = walk.actionRuns.runs[call.run]?.steps ?? []
  if (steps.length > 0 && !walk.inside.has(call.run)) {
    walk.inside.add(call.run)
    const ownMs = own.workMs + own.waitMs + own.networkMs
    placeSteps(walk, steps, { ...place, startMs: startMs + ownMs * stretch, depth: depth + 1 })
    walk.inside.delete(call.run)
  }
  placeInstead(walk, call, call.orElse ?? [], place)
}

/** What happens when the call has failed for good. */
function placeInstead(walk: Walk, call: ResolvedCall, steps: readonly ResolvedStep[], place: Place): void {
  const { lost, lostMs } = walk.times.limits(call)
  if (steps.length === 0 || lost <= 0) return
  const startMs = place.startMs + lostMs * place.stretch
  placeSteps(walk, steps, { ...place, startMs, share: place.share * lost })
}

function placeSteps(walk: Walk, steps: readonly ResolvedStep[], place: Place): void {
  let { startMs, share } = place
  for (const step of steps) {
    placeStep(walk, step, { ...place, startMs, share })
    if (!isAwaited(step)) continue
    const reached = walk.times.step(step)
    startMs += reached.going.time.meanMs * place.stretch
    share *= 1 - (reached.ended?.weight ?? shareOf(step) * endsOf(step))
  }
}

function placeStep(walk: Walk, step: ResolvedStep, place: Place, share = shareOf(step)): void {
  if (share <= 0) return
  const awaited = place.awaited && isAwaited(step)
  const here = { ...place, share: place.share * share, awaited, critical: place.critical && awaited }
  placeOnce(walk, step, turned(walk, step, here))
}

/** All turns together; what nobody awaits runs beside itself, turn by turn. */
function turned(walk: Walk, step: ResolvedStep, place: Place): Place {
  if (!isLoop(step)) return place
  const turns = turnsOf(step)
  const times = place.times * turns.mean
  if (!isAwaited(step)) return { ...place, times }
  if (numberOr(step.atOnce, 1) <= 1) return { ...place, times, stretch: place.stretch * turns.mean }
  const { share: _share, ends: _ends, ...loop } = step
  const { times: _times, spread: _spread, ...turn } = loop
  const one = stepTimes(walk.times, turn).going.time.meanMs
  const all = stepTimes(walk.times, loop).going.time.meanMs
  return { ...place, times, stretch: one > 0 ? (place.stretch * all) / one : place.stretch }
}

function placeOnce(walk: Walk, step: ResolvedStep, place: Place): void {
  if (step.type === 'call') placeCall(walk, step, place)
  else if (step.type === 'sequence') placeSteps(walk, step.steps, place)
  else if (step.type === 'parallel') placeBranches(walk, step, place)
  else if (step.failover) placeFailover(walk, step, place)
  else for (const choice of step.choices) placeStep(walk, choice.step, place, choice.share)
}

function placeBranches(walk: Walk, step: Extract<ResolvedStep, { type: 'parallel' }>, place: Place): void {
  const awaited = step.branches.filter(isAwaited)
  const means = awaited.map((branch) => walk.times.step(branch).going.time.meanMs)
  const count = step.join === 'all' ? means.length : step.join === 'any' ? 1 : Math.min(step.join, means.length)
  const last = means.toSorted((a, b) => a - b)[count - 1]
  const longest = awaited[means.indexOf(last ?? Number.NaN)]
  for (const branch of step.branches) {
    placeStep(walk, branch, { ...place, critical: place.critical && branch === longest })
  }
  const joinMs = place.startMs + (last ?? 0) * place.stretch
  for (const call of walk.times.callsAfterJoin(step)) placeMerge(walk, call, { ...place, startMs: joinMs })
}

/** A merge stands where its branches have arrived; none of their own calls to it has a bar. */
function placeMerge(walk: Walk, call: ResolvedCall, place: Place): void {
  const own = walk.times.ownParts(call)
  const durationMs = (own.workMs + own.waitMs + own.networkMs) * place.stretch
  const { startMs, depth, share, times, awaited, critical } = place
  walk.spans.push({
    component: call.callee,
    flow: call.flow,
    depth,
    startMs,
    durationMs,
    ownMs: own.workMs * place.stretch,
    waitMs: own.waitMs * place.stretch,
    networkMs: own.networkMs * place.stretch,
    share,
    times,
    awaited,
    critical,
  })
  const steps = (call.run === undefined ? undefined : walk.actionRuns.runs[call.run]?.steps) ?? []
  placeSteps(walk, steps, { ...place, startMs: startMs + durationMs, depth: depth + 1 })
}

function placeFailover(walk: Walk, step: Extract<ResolvedStep, { type: 'choose' }>, place: Place): void {
  const [primary, ...others] = step.choices
  if (!primary) return
  placeStep(walk, primary.step, place, 1)
  if (primary.step.type === 'call' && others.length > 0) {
    placeInstead(walk, primary.step, [{ ...step, choices: others }], place)
  }
}
