import type { ComparedFindings } from '../../../shared/options/compare.ts'
import type { Finding } from '../../../shared/findings/finding.ts'
import { SeverityMark } from '../../ui/index.ts'
import { RuleMark } from '../findings/RuleMark.tsx'

interface FindingsCellProps {
  readonly findings: ComparedFindings | undefined
  readonly isFirst: boolean
}

/** What is found on this side and not on the first, and what is no longer found. */
export function FindingsCell({ findings, isFirst }: FindingsCellProps) {
  if (isFirst) return <span className="faint">–</span>
  if (findings === undefined) return <span className="faint">...</span>
  const { come, gone } = findings
  if (come.length + gone.length === 0) return <span className="faint">The same</span>
  return (
    <ul className="compare-list">
      {come.map((finding) => (
        <FindingLine key={finding.id} finding={finding} sign="+" word="New" />
      ))}
      {gone.map((finding) => (
        <FindingLine key={finding.id} finding={finding} sign="−" word="Gone" />
      ))}
    </ul>
  )
}

function FindingLine({
  finding,
  sign,
  word,
}: {
  readonly finding: Finding
  readonly sign: string
  readonly word: 'New' | 'Gone'
}) {
  return (
    <li data-change={word} title={finding.problem}>
      <span aria-hidden className="compare-sign">
        {sign}
      </span>
      <span className="visually-hidden">{word}: </span>
      <SeverityMark severity={finding.severity} />
      <span>
        <RuleMark finding={finding} /> {finding.title}
      </span>
    </li>
  )
}
