import type { Id } from '../design/design.ts'

/** One way an origin travelled: from component to component along an arrow (forth as a call, back as an answer). */
export interface Carriage {
  readonly from: Id
  readonly flow: Id
  readonly to: Id
}

/**
 * The shortest way from one of the sources to the target over the given carriages, as component and flow ids in turn.
 * Of equally short ways the one with the smallest ids, so that the same design always shows the same path.
 */
export function shortestCarriage(carriages: readonly Carriage[], sources: ReadonlySet<Id>, target: Id): readonly Id[] {
  const starts = [...sources].toSorted()
  if (sources.has(target) || starts.length === 0) return [target]
  const outgoing = new Map<Id, Carriage[]>()
  for (const carriage of [...carriages].toSorted(byIds)) {
    const known = outgoing.get(carriage.from)
    if (known === undefined) outgoing.set(carriage.from, [carriage])
    else known.push(carriage)
  }
  const reached = new Map<Id, Carriage | undefined>(starts.map((start) => [start, undefined]))
  const queue = [...starts]
  for (let next = 0; next < queue.length; next += 1) {
    const here = queue[next] ?? target
    if (here === target) break
    for (const carriage of outgoing.get(here) ?? []) {
      if (reached.has(carriage.to)) continue
      reached.set(carriage.to, carriage)
      queue.push(carriage.to)
    }
  }
  const path: Id[] = [target]
  for (let step = reached.get(target); step !== undefined; step = reached.get(step.from))
    path.unshift(step.from, step.flow)
  return path
}

function byIds(a: Carriage, b: Carriage): number {
  return compare(a.from, b.from) || compare(a.to, b.to) || compare(a.flow, b.flow)
}
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
