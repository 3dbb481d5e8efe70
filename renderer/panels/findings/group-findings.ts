import type { Finding } from '../../../shared/findings/finding.ts'

export type GroupBy = 'severity' | 'element' | 'rule'

export interface FindingGroup {
  readonly key: string
  readonly title: string
  readonly findings: readonly Finding[]
}

/** Groups in the order of their worst finding: the list comes ranked, so first met is worst. */
export function groupFindings(
  findings: readonly Finding[],
  by: GroupBy,
  name: (id: string) => string = (id) => id,
): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = keyOf(finding, by)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return [...groups].map(([key, members]) => ({ key, title: titleOf(key, by, members, name), findings: members }))
}

function keyOf(finding: Finding, by: GroupBy): string {
  if (by === 'severity') return finding.severity
  if (by === 'rule') return finding.rule
  return finding.anchors.at(-1) ?? finding.elements[0] ?? ''
}

function titleOf(key: string, by: GroupBy, members: readonly Finding[], name: (id: string) => string): string {
  if (by === 'element') return name(key)
  if (by === 'rule') return members[0]?.title ?? key
  return key.charAt(0).toUpperCase() + key.slice(1)
}
