import type { Id } from '../../design/design.ts'
import { shareWithAtLeast } from '../distribution/combine.ts'

/**
 * When a request succeeds, as a tree over components. Each is up or down once, however often it is called, so a component
 * that stands in two places is conditioned on, never multiplied twice.
 */
export type Success =
  | { readonly type: 'up'; readonly component: Id }
  | { readonly type: 'all'; readonly of: readonly Success[] }
  | { readonly type: 'some'; readonly of: readonly Success[]; readonly count: number }
  | { readonly type: 'mix'; readonly of: readonly { readonly share: number; readonly success: Success }[] }

/** Needs nothing. */
export const always: Success = { type: 'all', of: [] }
/** Components conditioned on one by one; beyond, the rest counts as independent. */
const conditionedAtMost = 10

/** What is needed twice is needed once. */
export function all(of: readonly Success[]): Success {
  const parts = new Map<Success | Id, Success>()
  for (const part of of) {
    for (const each of part.type === 'all' ? part.of : [part])
      parts.set(each.type === 'up' ? each.component : each, each)
  }
  return parts.size === 0 ? always : { type: 'all', of: [...parts.values()] }
}
/** At least so many of these. */
export function some(of: readonly Success[], count: number): Success {
  if (of.length === 0) return always
  return count >= of.length ? all(of) : { type: 'some', of, count: Math.max(1, Math.ceil(count)) }
}
/** Needed in this share of the requests. */
export function perhaps(success: Success, share: number): Success {
  return share >= 1 || success === always ? success : { type: 'mix', of: [{ share, success }] }
}

/** The components that a success asks for, each once, sorted. */
export function componentsIn(success: Success): readonly Id[] {
  return [...countsIn(success).keys()].toSorted()
}

/** In how many places each component stands. */
function countsIn(success: Success): ReadonlyMap<Id, number> {
  const counts = new Map<Id, number>()
  const seen = new Map<Success, number>()
  const visit = (part: Success): void => {
    const times = seen.get(part) ?? 0
    seen.set(part, times + 1)
    // A part that is shared stands in two places, and so does all that is in it; a third visit says nothing new.
    if (times > 1) return
    if (part.type === 'up') counts.set(part.component, (counts.get(part.component) ?? 0) + 1)
    else if (part.type === 'mix') part.of.forEach((way) => visit(way.success))
    else part.of.forEach(visit)
  }
  visit(success)
  return counts
}

/** Components without which no request succeeds. */
export function neededBy(success: Success): readonly Id[] {
  if (success.type === 'up') return [success.component]
  return success.type === 'all' ? [...new Set(success.of.flatMap(neededBy))].toSorted() : []
}

/** Conditions on each component that stands in several places, then multiplies what is independent. */
export function chanceOf(success: Success, up: ReadonlyMap<Id, number>, budget = conditionedAtMost): number {
  const repeated = repeatedIn(success).find((id) => {
    const chance = up.get(id) ?? 1
    return chance > 0 && chance < 1
  })
  if (repeated === undefined || budget === 0) return independent(success, up)
  const chance = up.get(repeated) ?? 1
  const given = (state: number): number => chanceOf(success, new Map([...up, [repeated, state]]), budget - 1)
  return chance * given(1) + (1 - chance) * given(0)
}

function repeatedIn(success: Success): readonly Id[] {
  return [...countsIn(success)].flatMap(([id, count]) => (count > 1 ? [id] : [])).toSorted()
}

function independent(success: Success, up: ReadonlyMap<Id, number>, known = new Map<Success, number>()): number {
  const found = known.get(success)
  if (found !== undefined) return found
  const chance = chanceOfPart(success, up, known)
  known.set(success, chance)
  return chance
}

function chanceOfPart(success: Success, up: ReadonlyMap<Id, number>, known: Map<Success, number>): number {
  if (success.type === 'up') return up.get(success.component) ?? 1
  if (success.type === 'all') return success.of.reduce((chance, part) => chance * independent(part, up, known), 1)
  if (success.type === 'some') {
    return shareWithAtLeast(
      success.of.map((part) => independent(part, up, known)),
      success.count,
    )
  }
  const reached = success.of.reduce((sum, way) => sum + way.share, 0)
  return success.of.reduce(
    (sum, way) => sum + way.share * independent(way.success, up, known),
    Math.max(0, 1 - reached),
  )
}
