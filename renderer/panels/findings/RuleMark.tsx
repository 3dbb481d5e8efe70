import { manualThreatRule } from '../../../shared/design/design.ts'
import { Badge } from '../../ui/index.ts'

/** The rule that found something; what a person wrote down has none to be named by. */
export function RuleMark({ rule }: { readonly rule: string }) {
  return rule === manualThreatRule ? <Badge>by hand</Badge> : <code className="finding-rule">{rule}</code>
}
