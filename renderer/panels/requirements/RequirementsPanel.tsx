import './requirements.css'
import { Plus, Target } from 'lucide-react'
import type { Requirement } from '../../../shared/design/design.ts'
import { runCommand } from '../commands.ts'
import { Button, EmptyState } from '../../ui/index.ts'
import { useAnalysis, useDesign } from '../stores.ts'
import { RequirementRow } from './RequirementRow.tsx'

const none: readonly Requirement[] = []

/** What the design must achieve, each with its verdict and the arithmetic behind it. */
export function RequirementsPanel() {
  const requirements = useDesign((design) => design.requirements) ?? none
  const results = useAnalysis((analysis) => analysis?.requirements)
  const add = () => runCommand('insert.requirement')
  if (requirements.length === 0) {
    return (
      <EmptyState
        icon={Target}
        text="Say what the design must achieve; each requirement gets a verdict with its arithmetic, at every stroke."
        action={
          <Button tone="primary" icon={Plus} onClick={add}>
            New requirement
          </Button>
        }
      />
    )
  }
  return (
    <div className="panel-list">
      <div className="panel-bar">
        <Button icon={Plus} onClick={add}>
          New requirement
        </Button>
      </div>
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
        {requirements.map((requirement) => (
          <RequirementRow
            key={requirement.id}
            requirement={requirement}
            result={results?.find((one) => one.requirement === requirement.id)}
          />
        ))}
      </table>
    </div>
  )
}
