import { useState } from 'react'
import type { GovernanceAssessment } from '../../../shared/governance/assess-governance.ts'
import type { FrameworkId } from '../../../shared/governance/mapping/index.ts'
import {
  type ControlRow,
  frameworkAnswer,
  type FrameworkState,
} from '../../../shared/governance/mapping/map-controls.ts'
import { controlTitlesNote, evidenceWords } from '../../../shared/governance/words.ts'
import { todayIso } from '../../store/today.ts'
import { Badge, Choice, EmptyState, Segmented } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { useDesign } from '../stores.ts'
import { saveWord } from './answer-edits.ts'
import { evidenceTones } from './EvidenceList.tsx'

const statuses = [
  { value: 'missing', label: 'Missing' },
  { value: 'typed', label: 'Typed' },
  { value: 'automatic', label: 'Automatic' },
  { value: 'open', label: 'Open whether it applies' },
  { value: 'no', label: 'Does not apply' },
] as const
type Status = (typeof statuses)[number]['value']

interface ControlTableProps {
  readonly governance: GovernanceAssessment
  readonly by: string
}

/** Each control with each kind of evidence that bears on it, by framework and status. */
export function ControlTable({ governance: { frameworks, controls }, by }: ControlTableProps) {
  const [framework, setFramework] = useState<FrameworkId | undefined>(undefined)
  const [status, setStatus] = useState<Status | undefined>(undefined)
  const rows = controls.filter((row) => (framework === undefined || row.framework === framework) && isOf(row, status))
  return (
    <>
      <div className="panel-bar governance-filters">
        <Choice
          label="Framework"
          value={framework}
          placeholder="All frameworks"
          clearLabel="All frameworks"
          options={frameworks.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(next) => setFramework(frameworks.find(({ id }) => id === next)?.id)}
          onClear={() => setFramework(undefined)}
        />
        <Choice
          label="Status"
          value={status}
          placeholder="What applies"
          clearLabel="What applies"
          options={[...statuses]}
          onChange={(next) => setStatus(statuses.find(({ value }) => value === next)?.value)}
          onClear={() => setStatus(undefined)}
        />
        <span className="panel-bar-note">
          {rows.length} {rows.length === 1 ? 'row' : 'rows'}
        </span>
      </div>
      <FrameworkTable frameworks={frameworks.filter(({ id }) => framework === undefined || id === framework)} by={by} />
      {rows.length === 0 ? (
        <EmptyState text="No row is so. Choose another framework or status." />
      ) : (
        <table className="panel-table governance-table">
          <thead>
            <tr>
              <th>Framework</th>
              <th>Control</th>
              <th>Evidence</th>
              <th>Status</th>
              <th>What shows it, or what is missing</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.framework} ${row.control} ${row.evidence}`}>
                <td className="muted nowrap">{frameworks.find(({ id }) => id === row.framework)?.title}</td>
                <td>
                  {row.control} <span className="muted">{row.title}</span>
                </td>
                <td>{row.evidenceTitle}</td>
                <td>
                  {row.applies === 'yes' ? (
                    <Badge tone={evidenceTones[row.status]}>{evidenceWords[row.status].toLowerCase()}</Badge>
                  ) : (
                    <Badge>{row.applies === 'no' ? 'does not apply' : 'open'}</Badge>
                  )}
                </td>
                <td>
                  {row.says} {row.elements.length === 0 ? null : <ElementChips ids={row.elements} most={3} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="panel-foot faint small">{controlTitlesNote}</p>
    </>
  )
}

function isOf(row: ControlRow, status: Status | undefined): boolean {
  if (status === undefined) return row.applies === 'yes'
  if (status === 'open' || status === 'no') return row.applies === status
  return row.applies === 'yes' && row.status === status
}

/** How far each framework is covered, and whether it concerns the design at all. */
function FrameworkTable({ frameworks, by }: { readonly frameworks: readonly FrameworkState[]; readonly by: string }) {
  const answers = useDesign((design) => design.answers)
  return (
    <table className="panel-table governance-table">
      <thead>
        <tr>
          <th>Framework</th>
          <th>Does it apply</th>
          <th>Why</th>
          <th className="number">With evidence</th>
          <th className="number">Open</th>
        </tr>
      </thead>
      <tbody>
        {frameworks.map(({ id, title, edition, applies, because, applicable, decided, open }) => (
          <tr key={id}>
            <td>
              {title} <span className="faint small">{edition}</span>
            </td>
            <td>
              <Segmented
                label={`Does it apply: ${title}`}
                value={applies === 'open' ? undefined : applies}
                options={[
                  { value: 'yes', label: 'Yes' },
                  { value: 'no', label: 'No' },
                ]}
                clearable={answers?.[frameworkAnswer(id)] !== undefined}
                onChange={(next) =>
                  saveWord(frameworkAnswer(id), next === undefined ? undefined : next === 'yes', by, todayIso())
                }
              />
            </td>
            <td className="muted">{because}</td>
            <td className="number">{applicable === 0 ? '–' : `${decided} of ${applicable}`}</td>
            <td className="number">{open === 0 ? '–' : open}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
