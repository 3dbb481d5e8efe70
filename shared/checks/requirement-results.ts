import type { Requirement } from '../design/design.ts'
import { groupBy } from '../design/group-by.ts'
import type { ActionEstimate } from '../estimate/estimate.ts'
import type { RequirementResult, Verdict } from '../estimate/requirement-result.ts'
import type { Severity } from '../findings/finding.ts'
import type { RuleContext } from '../findings/rule.ts'

/** A requirement with what the drawing says about it. */
export interface JudgedRequirement {
  readonly requirement: Requirement
  readonly result: RequirementResult
  /** The action that it was measured on, where it is one. */
  readonly action: ActionEstimate | undefined
}

/** The requirements on such a metric that came out like this; one that holds in another phase alone has no result. */
export function requirementsThat(
  { graph, estimate, requirements }: RuleContext,
  isSuch: (verdict: Verdict) => boolean,
  isAbout: (metric: string) => boolean,
): readonly JudgedRequirement[] {
  const results = groupBy(requirements, (result) => result.requirement)
  return (graph.design.requirements ?? []).flatMap((requirement) => {
    if (!isAbout(requirement.metric)) return []
    const result = results.get(requirement.id)?.find(({ verdict }) => isSuch(verdict))
    if (result === undefined) return []
    return [{ requirement, result, action: estimate.actions.find(({ action }) => result.elements.includes(action)) }]
  })
}

export function isMissed(verdict: Verdict): boolean {
  return verdict === 'fail'
}

/** How bad it is to miss it: as bad as it is wanted. */
export const severityByPriority: Readonly<Record<Requirement['priority'], Severity>> = {
  must: 'high',
  should: 'medium',
  could: 'low',
}
