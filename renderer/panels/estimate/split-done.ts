import type { Design } from '../../../shared/design/design.ts'
import type { ActionEstimate, FlowDone } from '../../../shared/estimate/estimate.ts'
import { whyNoTime } from '../../../shared/estimate/no-time.ts'

/** The asynchronous calls of one action, apart by whether somebody waits for their end. */
export interface SplitDone {
  readonly waitedFor: readonly FlowDone[]
  /** What goes on behind the answer: logs, measurements, copies. */
  readonly behind: readonly FlowDone[]
}

/**
 * Somebody waits for the end of a call that a requirement names, and for that of the first one where nothing answers: an
 * action that only enqueues is over when what it sent off is done.
 */
export function splitDone(
  design: Pick<Design, 'actions' | 'requirements'>,
  action: ActionEstimate,
  done: readonly FlowDone[],
): SplitDone {
  const wanted = new Set(
    (design.requirements ?? []).flatMap(({ metric, on }) => (metric === 'latency.done' ? (on ?? []) : [])),
  )
  const isAnswered = action.full !== undefined || whyNoTime(action) !== undefined
  const start = design.actions?.find(({ id }) => id === action.action)?.starts ?? action.action
  const isWaitedFor = ({ flow }: FlowDone): boolean => wanted.has(flow) || (!isAnswered && flow === start)
  return { waitedFor: done.filter(isWaitedFor), behind: done.filter((one) => !isWaitedFor(one)) }
}
