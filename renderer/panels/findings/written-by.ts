import { manualThreatRule } from '../../../shared/design/design.ts'
import type { Finding } from '../../../shared/findings/finding.ts'
import { isImportedThreat } from '../../../shared/findings/lines.ts'

/** How a threat that no rule found came here: written in this studio, or in another tool. */
export function writtenBy(finding: Finding): 'by hand' | 'imported' | undefined {
  if (finding.rule !== manualThreatRule) return undefined
  return isImportedThreat(finding) ? 'imported' : 'by hand'
}
