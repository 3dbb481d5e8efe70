import type { Id } from '../design/design.ts'
import { overlaps } from './box.ts'
import type { Places } from './places.ts'

export type StackMove = 'front' | 'forward' | 'backward' | 'back'

/**
 * New `z` for elements that are moved up or down in the stack. One step goes past the nearest that lies on it, or under
 * it; where nothing does, nothing changes.
 *
 * `order`: everything that the moved ones stack with, the lowest first among those of one `z`. `moved`: of these.
 */
export function restack(
  places: Places,
  order: readonly Id[],
  moved: ReadonlySet<Id>,
  move: StackMove,
): Readonly<Record<Id, number>> {
  const zOf = (id: Id): number => places[id]?.z ?? 0
  const others = order.filter((id) => !moved.has(id) && places[id] !== undefined)
  const chosen = order.filter((id) => moved.has(id) && places[id] !== undefined)
  const next: Record<Id, number> = {}
  if (others.length === 0) return next
  if (move === 'front' || move === 'back') {
    const least = Math.min(...chosen.map(zOf))
    const most = Math.max(...chosen.map(zOf))
    // Among themselves they stay as they lie.
    const shift = move === 'front' ? Math.max(...others.map(zOf)) + 1 - least : Math.min(...others.map(zOf)) - 1 - most
    const isThere = move === 'front' ? shift <= 0 : shift >= 0
    if (!isThere) for (const id of chosen) next[id] = zOf(id) + shift
    return next
  }
  const up = move === 'forward'
  for (const id of chosen) {
    const place = places[id]
    if (place === undefined) continue
    const passed = others.filter((other) => {
      const there = places[other]
      if (there === undefined || !overlaps(there, place)) return false
      const lower = zOf(other) === zOf(id) ? order.indexOf(other) < order.indexOf(id) : zOf(other) < zOf(id)
      return up ? !lower : lower
    })
    if (passed.length === 0) continue
    const zs = passed.map(zOf)
    next[id] = up ? Math.min(...zs) + 1 : Math.max(...zs) - 1
  }
  return next
}

/** The rank of each stated `z` among all, 0 for what states none: what is drawn needs small numbers that keep the order. */
export function rankStack(places: Places): (id: Id) => number {
  const known = [...new Set(Object.values(places).flatMap(({ z }) => (z === undefined ? [] : [z])))]
  const above = known.filter((z) => z > 0).toSorted((a, b) => a - b)
  const below = known.filter((z) => z < 0).toSorted((a, b) => b - a)
  return (id) => {
    const z = places[id]?.z ?? 0
    return z > 0 ? above.indexOf(z) + 1 : z < 0 ? -below.indexOf(z) - 1 : 0
  }
}
