import { designEvidence } from './design-evidence.ts'
import type { EvidenceObject } from './evidence.ts'
import { operationEvidence } from './operation-evidence.ts'

/** Every kind of evidence, in the order in which an auditor asks for it. A new one is one entry of a table. */
export const evidenceObjects: readonly EvidenceObject[] = [...designEvidence, ...operationEvidence]
