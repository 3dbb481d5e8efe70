import type { Design } from '../design.ts'
import researchRag from './research-rag.json' with { type: 'json' }
import supportAgent from './support-agent.json' with { type: 'json' }

/** Hybrid search with ingestion, review and a judge: 19 components, one option. */
export const researchRagDesign = researchRag as unknown as Design
/** An agent of twelve steps with six tools, memory, and an approval before one of them. */
export const supportAgentDesign = supportAgent as unknown as Design
