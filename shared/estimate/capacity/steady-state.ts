import type { Id } from '../../design/design.ts'
import type { ActionRuns, ResolvedCall, RunKey } from '../../graph/run.ts'
import type { NoTime } from '../no-time.ts'
import type { ComponentLoad } from './load.ts'
import { findAwaitedRuns } from './stations.ts'
import { type ActionVisits, callsIn } from '../calls/visits.ts'

/** Where an action meets more than can be served. */
export interface Unsteady {
  /** Components on its way, in the background too, that are asked for more than they sustain; the fullest first. */
  readonly overloaded: readonly Id[]
  /** Those of them that its answer waits for: it has no percentiles then. */
  readonly unstable: readonly Id[]
  /** Models on own machines that do not fit there and that the answer waits for: nothing answers at all. */
  readonly misfits: readonly Id[]
  /** Both, of what the end of a flow's asynchronous work waits for. */
  readonly until: (flow: Id) => NoTime
}

const steady: Unsteady = { overloaded: [], unstable: [], misfits: [], until: () => ({}) }

/**
 * Components with a utilisation of 1 and more on the way of an action: a queue grows there without end, so that no time
 * through it can be stated. An action that is answered somewhere else on its way may pass any of them.
 * @param unfit models on own machines that need more memory than their GPUs have
 */
export function findUnsteady(
  runs: ActionRuns,
  visits: ActionVisits,
  loads: ReadonlyMap<Id, ComponentLoad>,
  isAnsweredElsewhere: boolean,
  unfit: ReadonlySet<Id> = new Set(),
): Unsteady {
  const all = Object.values(runs.runs)
  const used = (id: Id): number => loads.get(id)?.utilisation ?? 0
  const isFull = (id: Id): boolean => used(id) >= 1
  const fullest = (ids: readonly Id[]): readonly Id[] => ids.filter(isFull).toSorted((a, b) => used(b) - used(a))
  const isMisfit = (id: Id): boolean => unfit.has(id)
  const components = all.map((run) => run.component)
  const overloaded = fullest(unique(components))
  const onTheWay = unique(components.filter(isMisfit))
  if (overloaded.length === 0 && onTheWay.length === 0) return steady
  const componentsOf = (keys: Iterable<RunKey>): readonly Id[] =>
    unique([...keys].flatMap((key) => runs.runs[key]?.component ?? []))
  const awaited = isAnsweredElsewhere ? [...overloaded, ...onTheWay] : componentsOf(findAwaitedRuns(runs, visits))
  const unstable = fullest(awaited)
  const misfits = awaited.filter(isMisfit)
  return {
    overloaded,
    unstable,
    misfits,
    until: (flow) => {
      const calls = all.flatMap((run) => run.steps.flatMap(callsIn)).filter((call) => call.flow === flow)
      const first: readonly RunKey[] = runs.start.flow === flow ? [runs.start.run] : []
      const met = componentsOf(reachable(runs, [...first, ...runsOf(calls)]))
      const full = fullest(unique([...unstable, ...met]))
      const unable = unique([...misfits, ...met.filter(isMisfit)])
      return {
        ...(full.length > 0 ? { unstable: full } : {}),
        ...(unable.length > 0 ? { misfits: unable } : {}),
      }
    },
  }
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
