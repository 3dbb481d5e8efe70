import type { Condition } from './condition.ts'

/** All levels together, and boundaries around boundaries: each of those is asked of every boundary further out. */
const deepest = { condition: 10, inside: 3 }

/** The parts of a condition, each with its place in it. */
export function partsOf(
  condition: Condition,
): readonly { readonly at: readonly (string | number)[]; readonly part: Condition }[] {
  if ('all' in condition) return condition.all.map((part, index) => ({ at: ['all', index], part }))
  if ('any' in condition) return condition.any.map((part, index) => ({ at: ['any', index], part }))
  if ('not' in condition) return [{ at: ['not'], part: condition.not }]
  if ('inside' in condition) return [{ at: ['inside'], part: condition.inside }]
  if ('data' in condition) return [{ at: ['data'], part: condition.data }]
  if ('from' in condition) return [{ at: ['from'], part: condition.from }]
  return 'to' in condition ? [{ at: ['to'], part: condition.to }] : []
}

/** Why a condition is nested too deep, with the remedy. */
export function nestingFault(condition: Condition): string | undefined {
  if (depthOf(condition, () => 1) > deepest.condition)
    return `It is nested more than ${deepest.condition} deep. Split it into several.`
  const around = depthOf(condition, (part) => ('inside' in part ? 1 : 0))
  return around > deepest.inside ? `It goes ${around} boundaries out; ${deepest.inside} is the limit.` : undefined
}

function depthOf(condition: Condition, weigh: (part: Condition) => number): number {
  const below = partsOf(condition).map(({ part }) => depthOf(part, weigh))
  return weigh(condition) + Math.max(0, ...below)
}
