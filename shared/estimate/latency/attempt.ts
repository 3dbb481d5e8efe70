import type { Graph } from '../../graph/graph.ts'
import type { ResolvedCall } from '../../graph/run.ts'
import type { Release } from '../../kinds/kind.ts'
import type { LatencyInput } from './action-times.ts'
import { after, onceMore, stopped } from './clock.ts'
import type { OwnTime } from './own-time.ts'
import type { Held, StepTimes } from './timed-step.ts'

/** One try of a call whose callee waits for nobody: it streams where its kind and the arrow let it. */
export function answerAlone({ graph }: LatencyInput, call: ResolvedCall, own: OwnTime): StepTimes {
  const alone = after(own.first, own.rest)
  const quiet = { going: alone, first: alone, streams: false, failing: 0 }
  const canStream = graph.has(call.callee, 'streams') && own.rest !== stopped
  if (!canStream) return quiet
  if (call.mode !== 'stream') return { ...quiet, held: heldByArrow(graph, call) }
  return { ...quiet, first: own.first, streams: true }
}

/**
 * One try of a call whose callee has steps of its own: its time, then theirs; its arrow and its verdict may hold a stream
 * back.
 */
export function passOn(input: LatencyInput, call: ResolvedCall, own: OwnTime, steps: StepTimes): StepTimes {
  const { graph } = input
  const mine = after(own.first, own.rest)
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

/** How a gate lets an answer through; undefined where there is none. */
export function releaseOf({ graph, readers }: LatencyInput, { callee }: ResolvedCall): Release | undefined {
  if (!graph.has(callee, 'gates')) return undefined
  return graph.kindOf(callee).release?.(readers.settings(callee)) ?? 'held'
}

/** The same steps for another call: as long, and slow at other times. */
export function atAnotherMoment(steps: StepTimes): StepTimes {
  const going = onceMore(steps.going)
  return {
    ...steps,
    going,
    first: steps.first === steps.going ? going : onceMore(steps.first),
    ...(steps.ended ? { ended: { ...steps.ended, clock: onceMore(steps.ended.clock) } } : {}),
  }
}

function heldByArrow(graph: Graph, call: ResolvedCall): Held {
  return {
    element: call.flow,
    reason: `"${graph.name(call.flow)}" waits for the whole answer of ${graph.name(call.callee)}.`,
  }
}
