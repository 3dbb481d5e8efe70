import type { Id } from '../../design/design.ts'
import type { ResolvedStep } from '../../graph/run.ts'
import { constantTime } from '../distribution/distribution.ts'
import { after, type Clock, idle, stopped } from './clock.ts'
import type { Held, StepTimes, TimesOf } from './timed-step.ts'

/** Parts in which a gate that judges by chunk lets an answer through. */
const chunks = 8

/** Index of the step whose stream reaches the caller. */
export function streamingStep(
  times: TimesOf,
  steps: readonly ResolvedStep[],
  each: readonly StepTimes[],
): number | undefined {
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    if (each[index]?.streams) return index
    const step = steps[index]
    if (!step || !letsThrough(times, step)) return undefined
  }
  return undefined
}

function letsThrough(times: TimesOf, step: ResolvedStep): boolean {
  const release = step.type === 'call' ? times.release(step) : undefined
  return release !== undefined && release !== 'held'
}

/** A gate by chunk adds its own time and that of the first chunk. */
export function gateDelay(
  times: TimesOf,
  steps: readonly ResolvedStep[],
  each: readonly StepTimes[],
  source: number,
): Clock {
  const stream = each[source]
  if (!stream) return stopped
  const rest = Math.max(0, stream.going.time.meanMs - stream.first.time.meanMs)
  return steps.slice(source + 1).reduce<Clock>((delay, step, index) => {
    if (step.type !== 'call' || times.release(step) !== 'chunked') return delay
    return after(delay, after(idle(constantTime(rest / chunks)), each[source + 1 + index]?.going ?? stopped))
  }, stopped)
}

/** Who holds a stream back: what a step says itself, else the first awaited step after the last one that streams. */
export function findHolder(
  times: TimesOf,
  steps: readonly ResolvedStep[],
  each: readonly StepTimes[],
): Held | undefined {
  const last = each.findLastIndex((step) => step.streams)
  if (last < 0) return each.findLast((step) => step.held !== undefined)?.held
  const holder = steps.slice(last + 1).find((step) => !letsThrough(times, step))
  if (!holder) return undefined
  if (holder.type !== 'call') return { element: groupElement(holder), reason: 'Steps after the answer are awaited.' }
  const gate = times.release(holder) !== undefined
  const name = times.name(holder.callee)
  return {
    element: holder.flow,
    reason: gate
      ? `${name} judges the whole answer before any of it is shown.`
      : `${name} is awaited after the answer.`,
  }
}

export function groupElement(step: ResolvedStep): Id {
  return step.name.split(':')[0] ?? step.name
}
