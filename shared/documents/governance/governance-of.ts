import type { GovernanceAssessment } from '../../governance/assess-governance.ts'
import type { DocumentContext } from '../document.ts'

/** The assessment of a context that was built for a document which asks for it. */
export function governanceOf({ governance }: DocumentContext): GovernanceAssessment {
  if (governance === undefined) throw new Error('The document did not ask for the governance assessment.')
  return governance
}
