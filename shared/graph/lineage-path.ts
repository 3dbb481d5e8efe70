import type { Id } from '../design/design.ts'
import { groupBy } from '../design/group-by.ts'

/** One way an origin travelled: from component to component along an arrow (forth as a call, back as an answer). */
export interface Carriage {
  readonly from: Id
  readonly flow: Id
  readonly to: Id
  /** It came back as an answer. */
  readonly isAnswer?: true
}

/**
 * The shortest way from one of the sources to the target over the given carriages, as component and flow ids in turn.
 * Of equally short ways the one with the fewest answers, as an attack is told along calls; then the one with the smallest
 * ids, so that the same design always shows the same path. What is called answers whoever called it: from one caller to
 * another only what keeps things passes them on, unless there is no other way.
 *
 * @param keeps whether a component gives one caller what another one brought
 */
export function shortestCarriage(
  carriages: readonly Carriage[],
  sources: ReadonlySet<Id>,
  target: Id,
  keeps: (component: Id) => boolean,
): readonly Id[] {
  if (sources.has(target) || sources.size === 0) return [target]
  const outgoing = groupBy([...carriages].toSorted(byIds), ({ from }) => from)
  return search(outgoing, sources, target, keeps) ?? search(outgoing, sources, target, () => true) ?? [target]
}

/** Level by level; a component that was called and keeps nothing stands apart from the same one with an answer in hand. */
function search(
  outgoing: ReadonlyMap<Id, readonly Carriage[]>,
  sources: ReadonlySet<Id>,
  target: Id,
  keeps: (component: Id) => boolean,
): readonly Id[] | undefined {
  const starts = [...sources].toSorted().map((id): Place => ({ id, isCalled: false, answers: 0 }))
  const reached = new Map(starts.map((start) => [keyOf(start), start]))
  let level: readonly Place[] = starts
  while (level.length > 0) {
    const next = new Map<string, Place>()
    for (const here of level) {
      for (const carriage of outgoing.get(here.id) ?? []) {
        const isAnswer = carriage.isAnswer === true
        if (isAnswer && here.isCalled) continue
        const isCalled = !isAnswer && !keeps(carriage.to)
        const place: Place = {
          id: carriage.to,
          isCalled,
          answers: here.answers + Number(isAnswer),
          by: carriage,
          before: here,
        }
        const known = next.get(keyOf(place))
        if (reached.has(keyOf(place))) continue
        if (known === undefined || place.answers < known.answers) next.set(keyOf(place), place)
      }
    }
    for (const [key, place] of next) reached.set(key, place)
    level = [...next.values()]
    const ends = level.filter(({ id }) => id === target).toSorted((one, other) => one.answers - other.answers)
    if (ends[0] !== undefined) return pathOf(ends[0])
  }
  return undefined
}

function pathOf(end: Place): readonly Id[] {
  const path: Id[] = [end.id]
  for (let { by, before } = end; by !== undefined && before !== undefined; { by, before } = before)
    path.unshift(by.from, by.flow)
  return path
}

/** Where a way has come to: by which carriage, from where, and how many answers lie on it. */
interface Place {
  readonly id: Id
  /** It was called, and keeps nothing: it has no answer for others than its caller. */
  readonly isCalled: boolean
  readonly answers: number
  readonly by?: Carriage
  readonly before?: Place
}
const keyOf = ({ id, isCalled }: Place): string => `${id} ${isCalled}`

function byIds(a: Carriage, b: Carriage): number {
  return compare(a.from, b.from) || compare(a.to, b.to) || compare(a.flow, b.flow)
}
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
