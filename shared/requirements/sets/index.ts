import type { RequirementSet } from './requirement-set.ts'
import { ragSet } from './rag.ts'
import { agentSet } from './agent.ts'
import { scoringSet } from './scoring.ts'
import { documentsSet } from './documents.ts'
import { voiceSet } from './voice.ts'
import { batchSet } from './batch.ts'

/** Sets of requirements to start from, in the order in which they are offered. */
export const requirementSets: readonly RequirementSet[] = [
  ragSet,
  agentSet,
  scoringSet,
  documentsSet,
  voiceSet,
  batchSet,
]
