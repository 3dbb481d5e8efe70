import type { Id } from '../design/design.ts'
import type { CarriedCall, Lineage } from '../graph/lineage.ts'
import type { Found } from './rule.ts'

/**
 * The ways by which any of these roots or assets came along any of these calls: the shortest of them, to be drawn, and
 * the others, shorter ones first. Of equally short ones the first by ids. Empty where nothing of it travels.
 */
export function trailOf(
  lineage: Lineage,
  calls: readonly CarriedCall[],
  assets: readonly Id[],
): Pick<Found, 'trail' | 'otherTrails'> {
  const wanted = new Set(assets)
  const trails = calls.flatMap((call) => {
    const carried = call.carried.filter(
      ({ asset, origins }) => wanted.has(asset) || origins.some((id) => wanted.has(id)),
    )
    const roots = carried.flatMap(({ asset, origins }) =>
      wanted.has(asset) ? origins : origins.filter((id) => wanted.has(id)),
    )
    return [...new Set(roots)].map((root) => lineage.pathTo(call, root))
  })
  const byWords = new Map(trails.map((trail) => [trail.join(' '), trail]))
  const [shortest, ...others] = [...byWords]
    .toSorted(([a, one], [b, other]) => one.length - other.length || (a < b ? -1 : 1))
    .map(([, trail]) => trail)
  if (shortest === undefined) return {}
  return { trail: shortest, ...(others.length === 0 ? {} : { otherTrails: others }) }
}
