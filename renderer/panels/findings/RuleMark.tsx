import type { Finding } from '../../../shared/findings/finding.ts'
import { Badge } from '../../ui/index.ts'
import { writtenBy } from './written-by.ts'

/** The rule that found something; what a person wrote down has none to be named by. */
export function RuleMark({ finding }: { readonly finding: Finding }) {
  const written = writtenBy(finding)
  return written === undefined ? <code className="finding-rule">{finding.rule}</code> : <Badge>{written}</Badge>
}
