import type { Answer, Id } from '../../design/design.ts'
import type { RequirementResult } from '../../estimate/requirement-result.ts'
import type { Finding } from '../../findings/finding.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ActTier } from '../ai-act/act-tier.ts'
import type { ModelRow } from '../inventory.ts'
import type { ThirdParties } from '../third-parties.ts'

/** What an auditor asks to see. `Design.answers['evidence.<id>']` holds where a person says it is kept. */
export type EvidenceId =
  | 'purpose'
  | 'tier'
  | 'risks'
  | 'data'
  | 'design-record'
  | 'logs'
  | 'disclosure'
  | 'marking'
  | 'oversight'
  | 'quality'
  | 'security'
  | 'suppliers'
  | 'monitoring'
  | 'incidents'
  | 'release'
  | 'accountability'
  | 'impact-assessment'
  | 'guards'
  | 'fairness'
  | 'inventory'
  | 'concentration'
  | 'exit'
  | 'training'
  | 'conformity'
  | 'registration'
  | 'environment'

/** What evidence is looked for in. */
export interface EvidenceContext {
  readonly graph: Graph
  readonly inventory: readonly ModelRow[]
  readonly register: ThirdParties
  readonly requirements: readonly RequirementResult[]
  readonly findings: readonly Finding[]
  readonly act: ActTier
}

/** One thing that must hold for the evidence to be complete. Open: nobody has said. */
export interface Part {
  readonly title: string
  readonly state: 'yes' | 'no' | 'open'
  /** What shows it, or what lacks it. */
  readonly elements: readonly Id[]
}

/** One kind of evidence: what the drawing can show of it. Without parts only a person can. */
export interface EvidenceObject {
  readonly id: EvidenceId
  readonly title: string
  readonly look?: (context: EvidenceContext) => readonly Part[]
}

export interface EvidenceState {
  readonly id: EvidenceId
  readonly title: string
  /** Automatic: the design shows all of it. Typed: a person says where it is. Not applicable: a person says why. */
  readonly status: 'automatic' | 'typed' | 'missing' | 'notApplicable'
  readonly parts: readonly Part[]
  readonly elements: readonly Id[]
  readonly says: string
  readonly answer?: Answer
}
