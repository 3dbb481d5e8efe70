import type { Estimate } from '../estimate/estimate.ts'
import type { RequirementResult } from '../estimate/requirement-result.ts'
import type { Finding, QuestionGroup } from '../findings/finding.ts'
import type { Graph } from '../graph/graph.ts'
import type { Lineage } from '../graph/lineage.ts'
import { type ActTier, aiActTier } from './ai-act/act-tier.ts'
import { findObligations, type Obligation } from './ai-act/find-obligations.ts'
import type { EvidenceState } from './evidence/evidence.ts'
import { gatherEvidence } from './evidence/gather.ts'
import { type ModelRow, modelInventory } from './inventory.ts'
import { type ControlRow, type FrameworkState, mapControls } from './mapping/map-controls.ts'
import { assessPrivacy, type PrivacyAssessment } from './privacy-assessment.ts'
import { checkReadiness, type ReadinessState } from './readiness/check-readiness.ts'
import { type ThirdParties, thirdPartyRegister } from './third-parties.ts'

/** An indicative assessment of a design under the laws and standards that may concern it. Plain JSON. */
export interface GovernanceAssessment {
  readonly act: ActTier
  readonly obligations: readonly Obligation[]
  readonly evidence: readonly EvidenceState[]
  readonly frameworks: readonly FrameworkState[]
  readonly controls: readonly ControlRow[]
  readonly privacy: PrivacyAssessment
  readonly register: ThirdParties
  readonly inventory: readonly ModelRow[]
  readonly readiness: readonly ReadinessState[]
}

export interface GovernanceInput {
  readonly graph: Graph
  readonly lineage: Lineage
  readonly estimate: Estimate
  readonly requirements: readonly RequirementResult[]
  readonly findings: readonly Finding[]
  readonly questions: readonly QuestionGroup[]
  /** ISO date: which duties apply already. */
  readonly today: string
  /** Ids of rules that are switched off. Default: none. */
  readonly off?: readonly string[]
}

/** Everything that governance says of a design, from what the engines found and what people answered. */
export function assessGovernance(input: GovernanceInput): GovernanceAssessment {
  const { graph, lineage, estimate, requirements, findings, questions, today, off = [] } = input
  const act = aiActTier(graph.design.answers, graph)
  const inventory = modelInventory(graph, lineage, estimate)
  const register = thirdPartyRegister(graph, lineage, estimate)
  const evidence = gatherEvidence({ graph, inventory, register, requirements, findings, act })
  const { frameworks, rows } = mapControls(graph, act, evidence)
  return {
    act,
    obligations: findObligations(act, evidence, today),
    evidence,
    frameworks,
    controls: rows,
    privacy: assessPrivacy({ graph, lineage, estimate }),
    register,
    inventory,
    readiness: checkReadiness({ graph, requirements, findings, questions, evidence, off }),
  }
}
