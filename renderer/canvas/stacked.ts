import type { Id } from '../../shared/design/design.ts'
import type { Places } from '../../shared/layout/places.ts'
import { rankStack } from '../../shared/layout/stacking.ts'
import { boundariesById, depthOf } from './boundary-tone.ts'
import type { Scene } from './scene.ts'

const ranks = new WeakMap<Places, (id: Id) => number>()

/** How far each element was moved in the stack; worked out once for all frames of a gesture. */
export function rankIn(places: Places): (id: Id) => number {
  const known = ranks.get(places) ?? rankStack(places)
  ranks.set(places, known)
  return known
}

const layersOf = new WeakMap<Places, ReadonlyMap<Id, number>>()

/** The layer of each boundary: inner ones over outer ones, and among those of one depth as they were stacked. */
export function stackBoundaries({ design, places }: Pick<Scene, 'design' | 'places'>): (id: Id) => number {
  const known = layersOf.get(places)
  if (known !== undefined) return (id) => known.get(id) ?? 0
  const byId = boundariesById(design)
  const rank = rankIn(places)
  const levels = [...byId.keys()].map((id) => ({ id, depth: depthOf(id, byId), rank: rank(id) }))
  const sorted = levels.toSorted((a, b) => a.depth - b.depth || a.rank - b.rank)
  const layers = new Map<Id, number>()
  let layer = 0
  for (const [index, { id, ...level }] of sorted.entries()) {
    const before = sorted[index - 1]
    if (before !== undefined && (before.depth !== level.depth || before.rank !== level.rank)) layer += 1
    layers.set(id, layer)
  }
  layersOf.set(places, layers)
  return (id) => layers.get(id) ?? 0
}
