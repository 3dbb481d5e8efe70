import type { Id } from '../design/design.ts'
import type { Criterion } from './criteria.ts'
import type { Score } from './score.ts'

/** How far the weight of one criterion may move, all others as they are, before the first place changes. */
export interface Sensitivity {
  readonly criterion: string
  readonly title: string
  readonly weight: number
  /** At this weight or below another option is level or first; absent: no lower weight changes the first place. */
  readonly below?: number
  /** At this weight or above; absent: no higher weight changes it. */
  readonly above?: number
  /** The option that would take the place, at the nearer of the two. */
  readonly rival?: Id
}

/**
 * Exact: the lead over another option is linear in each weight (the sum of the weights only scales it), so each rival
 * has one weight at which the lead is gone. The lead is the one that holds at least, whatever the unknown scores are.
 */
export function sensitivityOf(
  criteria: readonly Criterion[],
  standing: readonly { readonly id: Id; readonly scores: readonly Score[] }[],
  first: Id,
): readonly Sensitivity[] {
  const leader = standing.find(({ id }) => id === first)
  if (leader === undefined) return []
  const rivals = standing
    .filter(({ id }) => id !== first)
    .map(({ id, scores }) => ({
      id,
      leads: criteria.map((_, row) => (leader.scores[row]?.low ?? 0) - (scores[row]?.high ?? 0)),
    }))
  return criteria.map((criterion, row) => {
    const turns = rivals.flatMap(({ id, leads }) => {
      const lead = leads.reduce((sum, each, index) => sum + each * (criteria[index]?.weight ?? 0), 0)
      const slope = leads[row] ?? 0
      return slope === 0 ? [] : [{ id, at: criterion.weight - lead / slope, falls: slope > 0 }]
    })
    const below = turns.filter(({ falls, at }) => falls && at >= 0).toSorted((a, b) => b.at - a.at)[0]
    const above = turns.filter(({ falls }) => !falls).toSorted((a, b) => a.at - b.at)[0]
    const isBelowNearer =
      below !== undefined && (above === undefined || criterion.weight - below.at <= above.at - criterion.weight)
    const nearer = isBelowNearer ? below : above
    return {
      criterion: criterion.id,
      title: criterion.title,
      weight: criterion.weight,
      ...(below === undefined ? {} : { below: below.at }),
      ...(above === undefined ? {} : { above: above.at }),
      ...(nearer === undefined ? {} : { rival: nearer.id }),
    }
  })
}
