import type { ResolvedCall } from '../../graph/run.ts'
import type { CallContext } from '../../kinds/kind.ts'
import { askOfUse, contextOf } from '../calls/call-context.ts'
import type { Remembered } from '../calls/remembered.ts'
import { makeDraws } from '../sampling/normal-scores.ts'
import type { LatencyInput } from './action-times.ts'
import { hopOf } from './network.ts'
import { type OwnTime, ownTime, type SharedMoment } from './own-time.ts'

/** The time of each callee by itself, its way and its wait included: once for each call. */
export function makeOwnTimes(input: LatencyInput): (call: ResolvedCall) => OwnTime {
  const { graph, readers, countPeople } = input
  const known = new Map<ResolvedCall, OwnTime>()
  const momentOf = makeMoments(input)
  return (call) => {
    const found = known.get(call)
    if (found) return found
    const wait = input.waitAt(call.callee)
    const hop = hopOf(graph, readers, call)
    const moment = momentOf(call)
    const work = (context: CallContext): OwnTime => ownTime({ graph, context, wait, hop, moment, countPeople })
    const use = input.useOf(call)
    const made = moment
      ? work(contextOf(readers, call, use.hand, { meanTokens: use.meanTokens }))
      : askOfUse(readers, remembered, use, work, undefined, [wait, hop, countPeople])
    known.set(call, made)
    return made
  }
}

const remembered: Remembered<OwnTime> = new WeakMap()

/** Whose slow moments a call shares, with draws of its own: the common factors come first. */
function makeMoments({ moments }: LatencyInput): (call: ResolvedCall) => SharedMoment | undefined {
  const draws = makeDraws(moments.groups)
  const { correlation } = moments
  return (call) => {
    const common = moments.groupOf(call.callee)
    if (common === undefined) return undefined
    return { common, correlation, draws }
  }
}
