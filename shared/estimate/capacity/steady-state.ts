import type { Id } from '../../design/design.ts'
import type { ActionRuns, ResolvedCall, RunKey } from '../../graph/run.ts'
import { leastBatchedShare, type NoTime } from '../no-time.ts'
import type { ComponentLoad } from './load.ts'
import { callsOnTheWay, runsUntil } from './on-the-way.ts'
import { findAwaitedRuns } from './stations.ts'
import { callsOfAction, madeIn } from '../../graph/calls-in.ts'
import type { ActionVisits } from '../calls/visits.ts'

/** Where an action meets what has no time: `NoTime` is that of its answer. */
export interface Unsteady extends Required<Omit<NoTime, 'batchedShare'>>, Pick<NoTime, 'batchedShare'> {
  /** Calls within hours that so few requests make that times stand without them. */
  readonly rarelyBatched?: { readonly ids: readonly Id[]; readonly share: number }
  /** Components on its way, in the background too, that are asked for more than they sustain; the fullest first. */
  readonly overloaded: readonly Id[]
  /** The same as of the answer, of what the end of a flow's asynchronous work waits for. */
  readonly until: (flow: Id) => NoTime
}

const steady: Unsteady = { overloaded: [], unstable: [], misfits: [], batched: [], until: () => ({}) }

/** What has no time by itself, however little it is asked for. */
export interface Timeless {
  /** Models on own machines that need more memory than their GPUs have. */
  readonly unfit: ReadonlySet<Id>
  /** Calls that a vendor answers within hours. */
  readonly isBatched: (call: ResolvedCall) => boolean
}

/**
 * Components with a utilisation of 1 and more on the way of an action: a queue grows there without end, so that no time
 * through it can be stated. An action that is answered somewhere else on its way may pass any of them.
 */
export function findUnsteady(
  runs: ActionRuns,
  visits: ActionVisits,
  loads: ReadonlyMap<Id, ComponentLoad>,
  isAnsweredElsewhere: boolean,
  { unfit, isBatched }: Timeless,
): Unsteady {
  const used = (id: Id): number => loads.get(id)?.utilisation ?? 0
  const isFull = (id: Id): boolean => used(id) >= 1
  const fullest = (ids: readonly Id[]): readonly Id[] =>
    unique(ids.filter(isFull)).toSorted((a, b) => used(b) - used(a))
  const isMisfit = (id: Id): boolean => unfit.has(id)
  const components = Object.values(runs.runs).map((run) => run.component)
  const overloaded = fullest(components)
  const onTheWay = unique(components.filter(isMisfit))
  const start = visits.start?.call
  const calls = [...(start === undefined ? [] : [start]), ...callsOfAction(runs)]
  const slow = new Set(calls.filter((each) => each.run !== undefined && isBatched(each)))
  if (overloaded.length === 0 && onTheWay.length === 0 && slow.size === 0) return steady
  const componentsOf = (keys: Iterable<RunKey>): readonly Id[] =>
    unique([...keys].flatMap((key) => runs.runs[key]?.component ?? []))
  const awaitedRuns = findAwaitedRuns(runs, visits)
  const awaited = isAnsweredElsewhere ? [...overloaded, ...onTheWay] : componentsOf(awaitedRuns)
  const unstable = fullest(awaited)
  const misfits = awaited.filter(isMisfit)
  const calleesOf = (made: readonly ResolvedCall[]): readonly Id[] =>
    unique(made.flatMap((each) => (slow.has(each) ? [each.callee] : [])))
  const waitedFor = callsOnTheWay(runs, visits, isAnsweredElsewhere).filter((each) => slow.has(each))
  const share = shareOf(visits, waitedFor)
  const isRare = share < leastBatchedShare
  const batched = isRare ? [] : calleesOf(waitedFor)
  return {
    overloaded,
    unstable,
    misfits,
    batched,
    ...(batched.length > 0 && share < 1 ? { batchedShare: share } : {}),
    ...(isRare && waitedFor.length > 0 ? { rarelyBatched: { ids: calleesOf(waitedFor), share } } : {}),
    until: (flow) => {
      const along = calls.filter((each) => each.flow === flow)
      const reached = runsUntil(runs, along, flow)
      const met = componentsOf(reached)
      const full = fullest([...unstable, ...met])
      const unable = unique([...misfits, ...met.filter(isMisfit)])
      const late = unique([...batched, ...calleesOf([...along, ...[...reached].flatMap((key) => madeIn(runs, key))])])
      return {
        ...(full.length > 0 ? { unstable: full } : {}),
        ...(unable.length > 0 ? { misfits: unable } : {}),
        ...(late.length > 0 ? { batched: late } : {}),
      }
    },
  }
}

/** At most this share of the requests makes one of these calls; the first call of an action is made by all. */
function shareOf({ start, calls }: ActionVisits, made: readonly ResolvedCall[]): number {
  if (start !== undefined && made.includes(start.call)) return 1
  const times = new Map(calls.map(({ use, asked }) => [use.call, asked]))
  return Math.min(
    1,
    made.reduce((sum, call) => sum + (times.get(call) ?? 0), 0),
  )
}

function unique(ids: readonly Id[]): readonly Id[] {
  return [...new Set(ids)].toSorted()
}
