import type { Id } from '../../design/design.ts'
import type { ActionRuns, ResolvedCall, RunKey } from '../../graph/run.ts'
import { callsOfAction, madeIn } from '../../graph/calls-in.ts'
import type { ActionVisits } from '../calls/visits.ts'
import { findAwaitedRuns } from './stations.ts'

/**
 * The calls that the answer of an action waits for, the one that starts it included. An action that is answered
 * somewhere else on its way may wait for any.
 */
export function callsOnTheWay(
  runs: ActionRuns,
  visits: ActionVisits,
  isAnsweredElsewhere: boolean,
): readonly ResolvedCall[] {
  const start = visits.start?.call
  const first = start === undefined ? [] : [start]
  const all = isAnsweredElsewhere
    ? [...first, ...callsOfAction(runs)]
    : [...first, ...[...findAwaitedRuns(runs, visits)].flatMap((key) => madeIn(runs, key))]
  return all.filter(({ mode }) => mode !== 'async' && mode !== 'offline')
}

/** The calls along a flow of an action, and all that they set in motion. */
export function callsUntil(runs: ActionRuns, visits: ActionVisits, flow: Id): readonly ResolvedCall[] {
  const start = visits.start?.call
  const all = [...(start === undefined ? [] : [start]), ...callsOfAction(runs)]
  const along = all.filter((each) => each.flow === flow)
  return [...along, ...[...runsUntil(runs, along, flow)].flatMap((key) => madeIn(runs, key))]
}

/** The runs that calls along a flow set in motion. */
export function runsUntil(runs: ActionRuns, along: readonly ResolvedCall[], flow: Id): ReadonlySet<RunKey> {
  const first: readonly RunKey[] = runs.start.flow === flow ? [runs.start.run] : []
  const reached = new Set<RunKey>()
  const waiting = [...first, ...runsOf(along)]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (reached.has(key)) continue
    reached.add(key)
    waiting.push(...runsOf(madeIn(runs, key)))
  }
  return reached
}

function runsOf(calls: readonly ResolvedCall[]): readonly RunKey[] {
  return calls.flatMap((call) => call.run ?? [])
}
