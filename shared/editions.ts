import { sha256 } from './design/sha256.ts'
import { laws } from './governance/laws/index.ts'
import { rules } from './rules.ts'
import { applyStandards } from './standards/apply-standards.ts'
import type { Standards } from './standards/standards.ts'
import { frameworks } from './threats/frameworks/index.ts'

/**
 * What a judgement of today rests on, by name: the rules in force with a hash of what they are, the frameworks that they
 * refer to with their newest edition, and the day on which the laws were last read. A baseline keeps it.
 */
export function editionsOf(standards?: Standards): Readonly<Record<string, string>> {
  const { rules: inForce, off } = applyStandards(rules, standards)
  const wording = inForce.map(({ id, severity, title, thresholds }) => [id, severity, title, thresholds])
  const checked = laws.map(({ checkedOn }) => checkedOn).toSorted()
  return {
    Rules: `${inForce.length} (${sha256(JSON.stringify(wording)).slice(0, 8)})`,
    ...(off.length === 0 ? {} : { 'Rules switched off': off.map(({ id }) => id).join(', ') }),
    ...Object.fromEntries(frameworks.map(({ title, editions }) => [title, newest(Object.keys(editions))] as const)),
    Laws: `as of ${checked.at(-1) ?? 'no date'}`,
  }
}

function newest(editions: readonly string[]): string {
  return editions.toSorted().at(-1) ?? ''
}
