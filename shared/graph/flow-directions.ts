import type { Flow, FlowMode } from '../design/design.ts'
import type { Kind } from '../kinds/kind.ts'
import type { GraphFlow } from './graph.ts'

/**
 * Who calls whom along an arrow. The tail calls, unless the arrow pulls: stated, or because the tail only answers
 * (a store, a data set) and does not deliver (a queue, a stream). Mode and access default by the callee's kind; what a
 * queue delivers is never awaited by the queue.
 */
export function directFlow(flow: Flow, tail: Kind, head: Kind): GraphFlow {
  const pulls = flow.pull ?? (tail.traits.includes('passive') && !tail.traits.includes('delivers'))
  const callerKind = pulls ? head : tail
  const calleeKind = pulls ? tail : head
  return {
    id: flow.id,
    flow,
    caller: pulls ? flow.to : flow.from,
    callee: pulls ? flow.from : flow.to,
    mode: flow.mode ?? defaultMode(callerKind, calleeKind),
    does: flow.does ?? calleeKind.does,
  }
}

function defaultMode(caller: Kind, callee: Kind): FlowMode {
  return caller.traits.includes('delivers') ? 'async' : callee.mode
}
