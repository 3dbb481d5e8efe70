import { Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Requirement, Value } from '../../../shared/design/design.ts'
import type { RequirementResult } from '../../../shared/estimate/requirement-result.ts'
import { Choice, IconButton, TextField, VerdictMark } from '../../ui/index.ts'
import { withField } from '../edits.ts'
import { ValueControl } from '../inspector/ValueControl.tsx'
import { ValuePopover } from '../inspector/ValuePopover.tsx'
import { removeFromDesign } from '../remove.ts'
import { FaultNotes } from '../faults/FaultNotes.tsx'
import { useView } from '../stores.ts'
import { useWantedField, useWantedFocus } from '../use-wanted.ts'
import { findMetric } from '../../../shared/requirements/metrics/index.ts'
import {
  aggregateOptions,
  isOptions,
  metricTitle,
  priorityOptions,
  stretchText,
  targetField,
  withMetric,
} from './metric-options.ts'
import { editRequirement } from './requirement-edits.ts'
import { ScopePopover } from './ScopePopover.tsx'
import { MetricChoice } from './MetricChoice.tsx'
import { RequirementWhy } from './RequirementWhy.tsx'

interface RequirementRowProps {
  readonly requirement: Requirement
  readonly result: RequirementResult | undefined
}

/** One requirement: the verdict beside the fields that state it, all edited in place; the arithmetic below. */
export function RequirementRow({ requirement, result }: RequirementRowProps) {
  const selected = useView((view) => view.selection.includes(requirement.id))
  const edit = (label: string, change: (one: Requirement) => Requirement) =>
    editRequirement(requirement.id, label, change)
  const body = useRef<HTMLTableSectionElement>(null)
  // What another panel pointed to is in sight; a row that was pressed here is already.
  useEffect(() => {
    if (selected) body.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const targetPlace = useRef<HTMLTableCellElement>(null)
  useWantedFocus(targetPlace, useWantedField(requirement.id) === 'target')
  const metric = findMetric(requirement.metric)
  const field = targetField(metric, requirement)
  const setTarget = (target: Value | undefined) =>
    target !== undefined && edit('Change the target', (one) => ({ ...one, target }))
  const setMetric = (id: string) => edit('Change the metric', (one) => withMetric(one, id))
  const stretch = stretchText(metric, requirement)
  const title = metricTitle(requirement.metric)
  const aggregates = aggregateOptions(metric)
  return (
    <tbody ref={body} className="requirement" data-requirement={requirement.id} data-selected={selected}>
      <tr>
        <td className="cell-verdict" rowSpan={2}>
          {result === undefined ? <span className="faint">–</span> : <VerdictMark verdict={result.verdict} />}
        </td>
        <td className="cell-name">
          <TextField
            quiet
            className="strong"
            aria-label="Requirement"
            title={requirement.name}
            value={requirement.name ?? ''}
            placeholder={title}
            onCommit={(name) => edit('Rename', (one) => withField(one, 'name', name.trim() === '' ? undefined : name))}
          />
        </td>
        <td>
          <span className="cell-value">
            <MetricChoice value={requirement.metric} onChange={setMetric} />
            {aggregates.length === 0 ? null : (
              <Choice
                quiet
                label="Aggregate"
                className="cell-aggregate"
                value={requirement.aggregate}
                placeholder="p95"
                options={aggregates}
                onChange={(aggregate) =>
                  edit('Change the aggregate', (one) => ({
                    ...one,
                    aggregate: aggregate as NonNullable<Requirement['aggregate']>,
                  }))
                }
              />
            )}
          </span>
        </td>
        <td className="cell-target" ref={targetPlace}>
          <span className="cell-value">
            <Choice
              quiet
              label="Comparison"
              className="cell-is"
              value={requirement.is}
              options={isOptions}
              onChange={(is) => edit('Change the comparison', (one) => ({ ...one, is: is as Requirement['is'] }))}
            />
            <ValueControl isTarget field={field} value={requirement.target} onChange={setTarget} />
            <ValuePopover isTarget field={field} value={requirement.target} onChange={setTarget} />
          </span>
          {stretch === undefined ? null : (
            <p className="requirement-stretch">
              Stretch: {stretch}
              {result?.stretchMet === true ? ', met' : ''}
            </p>
          )}
        </td>
        <td className="cell-scope">
          <ScopePopover requirement={requirement} />
        </td>
        <td>
          <Choice
            quiet
            label="Priority"
            value={requirement.priority}
            options={priorityOptions}
            onChange={(priority) =>
              edit('Change the priority', (one) => ({ ...one, priority: priority as Requirement['priority'] }))
            }
          />
        </td>
        <td className="cell-end">
          <IconButton
            label={`Delete ${requirement.name ?? title}`}
            icon={Trash2}
            onClick={() => removeFromDesign(requirement.id, requirement.name ?? title)}
          />
        </td>
      </tr>
      <tr>
        <td colSpan={6} className="requirement-why">
          <FaultNotes on={requirement.id} notAt={[]} />
          <RequirementWhy requirement={requirement} result={result} />
        </td>
      </tr>
    </tbody>
  )
}
