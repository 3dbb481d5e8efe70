import type { Id } from '../../design/design.ts'
import type { ActionRuns, ResolvedCall } from '../../graph/run.ts'
import { callsOfAction } from '../../graph/calls-in.ts'
import type { ActionVisits } from '../calls/visits.ts'
import type { Demand } from '../demand/demand.ts'
import type { ComponentCapacity, WaitsOutside } from '../estimate-parts.ts'
import type { ComponentLoad } from './load.ts'
import { callsOnTheWay, callsUntil } from './on-the-way.ts'

type Outside = NonNullable<ComponentCapacity['outsideHours']>

const hourMs = 3_600_000

/**
 * What comes while nobody is at work: the hours worked are taken as the busiest ones in a row, since people are put where
 * the work is. Undefined of what is there all day, and of what nobody asks for.
 */
export function outsideHours(
  { capacity, limit }: Pick<ComponentLoad, 'capacity' | 'limit'>,
  actions: readonly { readonly demand: Demand }[],
): Outside | undefined {
  const hoursPerDay = capacity?.hoursPerDay
  if (limit === undefined || hoursPerDay === undefined || !(hoursPerDay > 0) || hoursPerDay >= 24) return undefined
  const day = Array.from({ length: 24 }, () => 0)
  for (const { demand } of actions) {
    const work = limit.workByAction.get(demand.action) ?? 0
    demand.perSecondByHour.forEach((perSecond, hour) => (day[hour % 24] = (day[hour % 24] ?? 0) + work * perSecond))
  }
  const total = day.reduce((sum, each) => sum + each, 0)
  if (total <= 0) return undefined
  const worked = day.map((_, start) => {
    let inside = 0
    for (let hour = 0; hour < hoursPerDay; hour += 1) {
      inside += (day[(start + hour) % 24] ?? 0) * Math.min(1, hoursPerDay - hour)
    }
    return inside
  })
  const share = Math.max(0, 1 - Math.max(...worked) / total)
  return { share, longestMs: (24 - hoursPerDay) * hourMs }
}

/** Of an action, whose people are waited for by requests that come outside their hours. */
export interface OutsideHours {
  /** By the answer. */
  readonly answer: readonly WaitsOutside[]
  /** By the end of what a flow sets in motion, of the requests in which it does. */
  readonly until: (flow: Id) => readonly WaitsOutside[]
}

/** Less than one request in a thousand moves no percentile that is shown. */
const leastShare = 0.001

/** How many requests of an action wait until people begin, which no percentile of it holds. */
export function findOutsideHours(
  runs: ActionRuns,
  visits: ActionVisits,
  closed: ReadonlyMap<Id, Outside>,
  isAnsweredElsewhere: boolean,
): OutsideHours {
  const asked = new Map(visits.calls.map((each) => [each.use.call, each.asked]))
  const oftenOf = (made: readonly ResolvedCall[]): number => {
    if (visits.start !== undefined && made.includes(visits.start.call)) return 1
    return made.reduce((sum, call) => sum + (asked.get(call) ?? 0), 0)
  }
  const waits = (calls: readonly ResolvedCall[], often: number): readonly WaitsOutside[] =>
    [...closed].flatMap(([component, { share, longestMs }]) => {
      const reaching = Math.min(1, oftenOf(calls.filter(({ callee }) => callee === component)) / often)
      return reaching * share < leastShare ? [] : [{ component, share: reaching * share, longestMs }]
    })
  const none = closed.size === 0
  return {
    answer: none ? [] : waits(callsOnTheWay(runs, visits, isAnsweredElsewhere), 1),
    until: (flow) => {
      if (none) return []
      const along = callsOfAction(runs).filter((each) => each.flow === flow)
      const often = runs.start.flow === flow ? 1 : Math.min(1, oftenOf(along))
      return often > 0 ? waits(callsUntil(runs, visits, flow), often) : []
    },
  }
}
