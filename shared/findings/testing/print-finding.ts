import type { Finding } from '../finding.ts'

/** What a rule finds, as its fixture quotes it: how much, then each finding with its words and what stands behind them. */
export function printFindings(findings: readonly Finding[]): string {
  return [`${findings.length} in all`, ...findings.map(printFinding)].join('\n')
}

function printFinding(finding: Finding): string {
  const {
    severity,
    problem,
    fix,
    quickFix,
    remedy,
    facts,
    rating,
    path = [],
    trail = [],
    elements,
    legs = [],
    weighed,
  } = finding
  return [
    finding.status === 'open' ? '' : `${finding.status} by ${finding.treatedBy}: `,
    `${severity}: ${problem} ${fix} ${quickFix?.label ?? ''}`,
    `\n  patch: ${quickFix === undefined ? 'none' : JSON.stringify(quickFix.patch)}`,
    `\n  remedy: ${remedy?.control ?? 'none'} at ${remedy?.at ?? 'nothing'}, ${remedy?.title ?? ''}`,
    `\n  facts: ${Object.entries(facts)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}`,
    `\n  rated: ${rating === undefined ? 'no' : `${rating.likelihood} x ${rating.impact}, ${rating.why}`}`,
    `\n  weighed: ${weighed}`,
    `\n  path: ${path.join(' ')}`,
    `\n  trail: ${trail.join(' ')}`,
    `\n  elements: ${elements.join(' ')}`,
    ...legs.map((leg) => `\n  ${leg.label}: ${leg.elements.join(' ')}`),
  ].join('')
}
