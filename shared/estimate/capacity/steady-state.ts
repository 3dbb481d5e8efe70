import type { Id } from '../../design/design.ts'
import type { ActionRuns, ResolvedCall, RunKey } from '../../graph/run.ts'
import type { ComponentLoad } from './load.ts'
import { findAwaitedRuns } from './stations.ts'
import { type ActionVisits, callsIn } from '../calls/visits.ts'

/** Where an action meets more than can be served. */
export interface Unsteady {
  /** Components on its way, in the background too, that are asked for more than they sustain. */
  readonly overloaded: readonly Id[]
  /** Those of them that its answer waits for: it has no percentiles then. */
  readonly unstable: readonly Id[]
  /** Those that the end of a flow's asynchronous work waits for. */
  readonly until: (flow: Id) => readonly Id[]
}

const steady: Unsteady = { overloaded: [], unstable: [], until: () => [] }

/**
 * Components with a utilisation of 1 and more on the way of an action: a queue grows there without end, so that no time
 * through it can be stated. An action that is answered somewhere else on its way may pass any of them.
 */
export function findUnsteady(
  runs: ActionRuns,
  visits: ActionVisits,
  loads: ReadonlyMap<Id, ComponentLoad>,
  isAnsweredElsewhere: boolean,
): Unsteady {
  const all = Object.values(runs.runs)
  const isFull = (id: Id): boolean => (loads.get(id)?.utilisation ?? 0) >= 1
  const overloaded = unique(all.map((run) => run.component).filter(isFull))
  if (overloaded.length === 0) return steady
  const componentsOf = (keys: Iterable<RunKey>): readonly Id[] =>
    unique([...keys].flatMap((key) => runs.runs[key]?.component ?? []).filter(isFull))
  const unstable = isAnsweredElsewhere ? overloaded : componentsOf(findAwaitedRuns(runs, visits))
  return {
    overloaded,
    unstable,
    until: (flow) => {
      const calls = all.flatMap((run) => run.steps.flatMap(callsIn)).filter((call) => call.flow === flow)
      const first: readonly RunKey[] = runs.start.flow === flow ? [runs.start.run] : []
      return unique([...unstable, ...componentsOf(reachable(runs, [...first, ...runsOf(calls)]))])
    },
  }
}

/** What stands where a time would, when there is none: "unstable: Model and Desk are asked for more than they can do". */
export function unstableWords(unstable: readonly Id[], nameOf: (id: Id) => string): string {
  const names = unstable.slice(0, 3).map(nameOf)
  const last = names.at(-1) ?? ''
  const listed = names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
  return `unstable: ${listed} ${names.length > 1 ? 'are' : 'is'} asked for more at the peak than ${names.length > 1 ? 'they' : 'it'} can do`
}

function runsOf(calls: readonly ResolvedCall[]): readonly RunKey[] {
  return calls.flatMap((call) => call.run ?? [])
}

function reachable(runs: ActionRuns, from: readonly RunKey[]): ReadonlySet<RunKey> {
  const reached = new Set<RunKey>()
  const waiting = [...from]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (reached.has(key)) continue
    reached.add(key)
    waiting.push(...runsOf((runs.runs[key]?.steps ?? []).flatMap(callsIn)))
  }
  return reached
}

function unique(ids: readonly Id[]): readonly Id[] {
  return [...new Set(ids)].toSorted()
}
