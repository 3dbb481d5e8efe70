import type { Decision, Design, Id } from '../design/design.ts'
import type { RequirementResult } from '../estimate/requirement-result.ts'

/**
 * Requirements that touch what a decision is about and do not drive it yet: those that name one of its elements, or
 * whose verdict rests on one (the path of an answer, the stores in a region).
 */
export function driversFor(
  decision: Decision,
  { requirements = [] }: Design,
  results: readonly RequirementResult[],
): readonly Id[] {
  const about = new Set(decision.about ?? [])
  const drivers = new Set(decision.drivers ?? [])
  return requirements
    .filter(({ id, on = [] }) => {
      const concerned = results.find(({ requirement }) => requirement === id)?.elements ?? []
      return !drivers.has(id) && [...on, ...concerned].some((element) => about.has(element))
    })
    .map(({ id }) => id)
}
