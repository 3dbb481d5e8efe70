import type { Design } from '../../shared/design/design.ts'
import type { DocumentDefinition } from '../../shared/documents/document.ts'

/** Why a document has nothing to say of a design, and what to do about it. */
export function whyNothing({ perDecision }: DocumentDefinition, { decisions = [] }: Design): string {
  if (perDecision !== true) return 'The design says nothing yet that belongs into this document.'
  return decisions.length === 0
    ? 'No decision is written down yet. Add one in the panel “Decisions”.'
    : 'No decision can be weighed yet. Draw its options, or score them in the panel “Decisions”.'
}
