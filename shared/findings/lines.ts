import { importedBy, manualThreatRule } from '../design/design.ts'
import type { Finding } from './finding.ts'
import { rankOf } from './rate.ts'

/** What is wrong in several places is said once: a line of a list, with its places, worst first. */
export interface FindingLine {
  readonly id: string
  /** At least one; of the same rule and status. */
  readonly findings: readonly [Finding, ...Finding[]]
}

/**
 * One line for a rule and what was decided about it, in the order of its worst place. A way of attack is a line of its
 * own: its path is what is told.
 */
export function linesOf(findings: readonly Finding[]): readonly FindingLine[] {
  const lines = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const id = lineOf(finding)
    const line = lines.get(id)
    if (line === undefined) lines.set(id, [finding])
    else line.push(finding)
  }
  return [...lines].map(([id, members]) => ({ id, findings: worstFirst(members) }))
}

/** What a line is called: by its worst place, or by the file from which several threats were taken over. */
export function titleOfLine([worst, ...others]: FindingLine['findings']): string {
  return isImportedThreat(worst) && others.length > 0
    ? `Threats that ${importedBy} rates ${worst.severity}`
    : worst.title
}

/** A threat that was taken over from another tool, with its rating. */
export function isImportedThreat({ rule, group }: Finding): boolean {
  return rule === manualThreatRule && group === importedBy
}

/** The same way of attack in a copy of a part is another place of it, not another attack. */
function lineOf({ id, rule, status, severity, group, path, legs }: Finding): string {
  // What people wrote down shares a rule and nothing else: each is a threat of its own. What a file of another tool rates
  // alike is one line: tools that rate everything alike say nothing by it.
  if (rule === manualThreatRule) return group === undefined ? id : `${group} ${severity} ${status}`
  if (path === undefined && legs === undefined) return `${rule} ${status}`
  return group === undefined ? id : `${group} ${status}`
}

function worstFirst([first, ...rest]: [Finding, ...Finding[]]): [Finding, ...Finding[]] {
  const [worst = first, ...others] = [first, ...rest].toSorted((a, b) => rankOf(a.severity) - rankOf(b.severity))
  return [worst, ...others]
}
