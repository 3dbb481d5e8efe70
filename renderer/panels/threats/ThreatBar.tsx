import { memo, type ReactNode } from 'react'
import { severities, type Severity } from '../../../shared/findings/finding.ts'
import { Choice } from '../../ui/index.ts'
import { FindInList } from '../findings/FindInList.tsx'
import type { GroupBy, Shown, ThreatFilter } from './threat-lines.ts'

interface ThreatBarProps {
  readonly lead: ReactNode
  readonly by: GroupBy
  readonly onGroup: (by: GroupBy) => void
  readonly filter: ThreatFilter
  readonly onFilter: (filter: ThreatFilter) => void
  readonly counts: {
    readonly open: number
    readonly decided: number
    readonly unknown: number
    /** Undefined while nobody has reviewed the threats. */
    readonly changed: number | undefined
  }
  readonly end?: ReactNode
}

const groups = [
  { value: 'place', label: 'By place' },
  { value: 'severity', label: 'By severity' },
  { value: 'stride', label: 'By STRIDE' },
  { value: 'owner', label: 'By owner' },
] as const satisfies readonly { readonly value: GroupBy; readonly label: string }[]

const severityWords: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
}

/** How the threats are grouped, and which of them are shown. */
export const ThreatBar = memo(function ThreatBar({ lead, by, onGroup, filter, onFilter, counts, end }: ThreatBarProps) {
  const shown: readonly { readonly value: Shown; readonly label: string }[] = [
    { value: 'open', label: `Open (${counts.open})` },
    { value: 'decided', label: `Decided (${counts.decided})` },
    { value: 'unknown', label: `Unknown (${counts.unknown})` },
    ...(counts.changed === undefined
      ? []
      : [{ value: 'changed' as const, label: `Since the review (${counts.changed})` }]),
    { value: 'all', label: 'All' },
  ]
  return (
    <div className="panel-bar">
      {lead}
      <Choice
        label="Which threats"
        className="threat-shown"
        value={filter.shown}
        options={shown}
        onChange={(next) => onFilter({ ...filter, shown: shown.find(({ value }) => value === next)?.value ?? 'open' })}
      />
      <Choice
        label="Group by"
        className="threat-group-by"
        value={by}
        options={groups}
        onChange={(next) => onGroup(groups.find(({ value }) => value === next)?.value ?? by)}
      />
      <Choice
        label="Severity"
        className="threat-severity"
        value={filter.severity}
        placeholder="Any severity"
        clearLabel="Any severity"
        options={severities.map((value) => ({ value, label: severityWords[value] }))}
        onClear={() => onFilter({ ...filter, severity: undefined })}
        onChange={(next) => onFilter({ ...filter, severity: severities.find((one) => one === next) })}
      />
      <FindInList words={filter.words} onWords={(words) => onFilter({ ...filter, words })} />
      <span className="threat-bar-end">{end}</span>
    </div>
  )
})
