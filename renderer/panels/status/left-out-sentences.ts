import type { Id } from '../../../shared/design/design.ts'
import type { ActionEstimate } from '../../../shared/estimate/estimate.ts'
import { mayLeaveOut, waitedForMost } from '../../../shared/estimate/left-out.ts'
import { outsideHoursWords } from '../../../shared/estimate/outside-hours-words.ts'
import { formatShare } from '../quantities.ts'

/** Which requests the p95 of an action leaves out, where those are more than it may; a sentence each. */
export function leftOutSentences(
  { outsideHours, timedOut }: Pick<ActionEstimate, 'outsideHours' | 'timedOut'>,
  nameOf: (id: Id) => string,
): readonly string[] {
  const waits = waitedForMost(outsideHours, 'p95')
  const isLost = timedOut !== undefined && timedOut.share > mayLeaveOut.p95
  return [
    ...(waits === undefined ? [] : [outsideHoursWords(waits, nameOf, 'this time leaves out')]),
    ...(isLost
      ? [`${formatShare(timedOut.share)} of the requests end in a timeout instead, which this time leaves out.`]
      : []),
  ]
}
