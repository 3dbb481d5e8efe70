import './requirements.css'
import { NotebookPen, Plus, Target } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Requirement } from '../../../shared/design/design.ts'
import { runCommand } from '../commands.ts'
import { Button, EmptyState, Segmented } from '../../ui/index.ts'
import { useAnalysis, useDesign } from '../stores.ts'
import { groupRequirements, type RequirementGroup } from './group-requirements.ts'
import { RequirementRow } from './RequirementRow.tsx'
import { UsualStarts } from './UsualStarts.tsx'

// Reads every rule: they are larger than all panels together, and only the matrix names them.
const TraceabilityTable = lazy(async () => ({ default: (await import('./TraceabilityTable.tsx')).TraceabilityTable }))

const none: readonly Requirement[] = []
const add = () => runCommand('insert.requirement')
type Shown = 'list' | 'trace'

/** What the design must achieve, by quality, each with its verdict and the arithmetic behind it; or what answers for it. */
export function RequirementsPanel() {
  const requirements = useDesign((design) => design.requirements) ?? none
  const [shown, setShown] = useState<Shown>('list')
  if (requirements.length === 0) return <NoRequirements />
  return (
    <div className="panel-list">
      <div className="panel-bar">
        <Button icon={Plus} onClick={add}>
          New requirement
        </Button>
        <UsualStarts />
        <span className="requirements-space" />
        <Segmented
          label="Show requirements as"
          value={shown}
          options={[
            { value: 'list', label: 'List' },
            { value: 'trace', label: 'Traceability' },
          ]}
          onChange={(next) => setShown(next ?? shown)}
        />
      </div>
      {shown === 'list' ? (
        <RequirementList requirements={requirements} />
      ) : (
        <Suspense fallback={<p className="panel-empty-line">Opening the matrix...</p>}>
          <TraceabilityTable />
        </Suspense>
      )}
    </div>
  )
}

function NoRequirements() {
  return (
    <EmptyState
      icon={Target}
      text="Say what the design must achieve; each requirement gets a verdict with its arithmetic, at every stroke."
      action={
        <div className="requirements-start">
          <UsualStarts primary />
          <Button icon={Plus} onClick={add}>
            New requirement
          </Button>
          <Button tone="quiet" icon={NotebookPen} onClick={() => runCommand('go.framing')}>
            Framing sheet
          </Button>
        </div>
      }
    />
  )
}

function RequirementList({ requirements }: { readonly requirements: readonly Requirement[] }) {
  return (
    <table className="panel-table panel-table-edit requirements">
      <thead>
        <tr>
          <th>Verdict</th>
          <th>Requirement</th>
          <th>Metric</th>
          <th>Target</th>
          <th>Of</th>
          <th>Priority</th>
          <th aria-label="Actions" />
        </tr>
      </thead>
      {groupRequirements(requirements).map((group) => (
        <GroupRows key={group.id} group={group} />
      ))}
    </table>
  )
}

function GroupRows({ group: { title, source, requirements } }: { readonly group: RequirementGroup }) {
  const results = useAnalysis((analysis) => analysis?.requirements)
  return (
    <>
      <tbody className="requirement-group">
        <tr>
          <th colSpan={7} scope="rowgroup" title={source}>
            {title}
          </th>
        </tr>
      </tbody>
      {requirements.map((requirement) => (
        <RequirementRow
          key={requirement.id}
          requirement={requirement}
          result={results?.find((one) => one.requirement === requirement.id)}
        />
      ))}
    </>
  )
}
