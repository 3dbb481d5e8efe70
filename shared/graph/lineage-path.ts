import type { Id } from '../design/design.ts'

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
 * ids, so that the same design always shows the same path.
 */
export function shortestCarriage(carriages: readonly Carriage[], sources: ReadonlySet<Id>, target: Id): readonly Id[] {
  if (sources.has(target) || sources.size === 0) return [target]
  const outgoing = new Map<Id, Carriage[]>()
  for (const carriage of [...carriages].toSorted(byIds)) {
    const known = outgoing.get(carriage.from)
    if (known === undefined) outgoing.set(carriage.from, [carriage])
    else known.push(carriage)
  }
  const reached = new Map<Id, Step | undefined>([...sources].map((start) => [start, undefined]))
  let level: readonly Id[] = [...sources].toSorted()
  while (level.length > 0 && !reached.has(target)) {
    const next = new Map<Id, Step>()
    for (const here of level) {
      for (const carriage of outgoing.get(here) ?? []) {
        if (reached.has(carriage.to)) continue
        const answers = (reached.get(here)?.answers ?? 0) + (carriage.isAnswer === true ? 1 : 0)
        const known = next.get(carriage.to)
        if (known === undefined || answers < known.answers) next.set(carriage.to, { carriage, answers })
      }
    }
    for (const [id, step] of next) reached.set(id, step)
    level = [...next.keys()]
  }
  const path: Id[] = [target]
  for (let step = reached.get(target); step !== undefined; step = reached.get(step.carriage.from))
    path.unshift(step.carriage.from, step.carriage.flow)
  return path
}

/** How a component is reached, and how many answers lie on the way to it. */
interface Step {
  readonly carriage: Carriage
  readonly answers: number
}

function byIds(a: Carriage, b: Carriage): number {
  return compare(a.from, b.from) || compare(a.to, b.to) || compare(a.flow, b.flow)
}
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
