import { useState } from 'react'
import { Download } from 'lucide-react'
import { count } from '../../../shared/findings/wording.ts'
import {
  isUncovered,
  type TraceGap,
  traceRequirements,
  type TracedRequirement,
} from '../../../shared/documents/traceability/trace-requirements.ts'
import { Button, Choice, LinkButton, VerdictMark } from '../../ui/index.ts'
import { runCommand } from '../commands.ts'
import { ElementChips } from '../ElementChips.tsx'
import { useGraph } from '../../store/graph-of.ts'
import { useAnalysis, viewStore } from '../stores.ts'

type Filter = 'all' | 'uncovered' | TraceGap

const filters: readonly { readonly value: Filter; readonly label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'uncovered', label: 'Uncovered' },
  { value: 'decision', label: 'No decision' },
  { value: 'evidence', label: 'Evidence missing' },
  { value: 'owner', label: 'No owner' },
]

function isShown(row: TracedRequirement, filter: Filter): boolean {
  if (filter === 'all') return true
  return filter === 'uncovered' ? isUncovered(row) : row.gaps.includes(filter)
}

/** Each requirement with what answers for it: elements, checks, decisions, evidence; and what is missing. */
export function TraceabilityTable() {
  const graph = useGraph()
  const analysis = useAnalysis((one) => one)
  const [filter, setFilter] = useState<Filter>('all')
  if (analysis === undefined) return <p className="panel-empty-line">The verdicts are being worked out.</p>
  const rows = traceRequirements(graph, analysis)
  const shown = rows.filter((row) => isShown(row, filter))
  const uncovered = rows.filter(isUncovered).length
  return (
    <>
      <div className="trace-bar">
        <Choice
          label="Show"
          className="trace-filter"
          value={filter}
          options={filters}
          onChange={(next) => setFilter(filters.find(({ value }) => value === next)?.value ?? 'all')}
        />
        <Button tone="quiet" icon={Download} onClick={() => runCommand('share.traceability-matrix')}>
          Export CSV
        </Button>
        <span className="panel-bar-note">
          {uncovered === 0 ? 'All are covered' : `${uncovered} of ${rows.length} uncovered`}
        </span>
      </div>
      <table className="panel-table trace-table">
        <thead>
          <tr>
            <th>Requirement</th>
            <th>Verdict</th>
            <th>Elements</th>
            <th>Checks</th>
            <th>Decisions</th>
            <th>Evidence</th>
            <th>Owner</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <TraceRow key={row.requirement.id} row={row} />
          ))}
        </tbody>
      </table>
      {shown.length === 0 ? <p className="panel-empty-line">None.</p> : null}
    </>
  )
}

function Missing({ words = 'none' }: { readonly words?: string }) {
  return <span className="faint">{words}</span>
}

const mostChips = 4

function TraceRow({ row }: { readonly row: TracedRequirement }) {
  const { requirement, title, quality, result, elements, findings, rules, decisions, evidence } = row
  const open = [...new Set(findings.map(({ rule }) => rule))]
  return (
    <tr data-uncovered={isUncovered(row)}>
      <td>
        <span className="strong">{title}</span>
        <span className="trace-quality faint small">{quality}</span>
      </td>
      <td>{result === undefined ? <Missing words="no verdict" /> : <VerdictMark verdict={result.verdict} />}</td>
      <td>{elements.length === 0 ? <Missing /> : <ElementChips ids={elements} most={mostChips} />}</td>
      <td>
        {open.length > 0 ? (
          <LinkButton
            className="small"
            onClick={() => viewStore.getState().select(findings.flatMap((each) => each.elements))}
          >
            <span className="trace-rules">
              {open.map((rule, index) => (
                <span key={rule}>
                  {index === 0 ? '' : ' '}
                  {rule}
                </span>
              ))}
            </span>
          </LinkButton>
        ) : (
          <span className="muted small">
            {rules.length === 0 ? 'no rule' : `${count(rules.length, 'rule')}, none open`}
          </span>
        )}
      </td>
      <td>
        {decisions.length === 0 ? (
          <Missing />
        ) : (
          decisions.map(({ id, number, name }) => (
            <LinkButton key={id} className="small" onClick={() => viewStore.getState().showPanel('decisions')}>
              {number} {name}
            </LinkButton>
          ))
        )}
      </td>
      <td>
        {evidence.length > 0 ? (
          <span className="small">{evidence.map((link) => link.title).join('; ')}</span>
        ) : (
          <Missing words={row.gaps.includes('evidence') ? 'missing' : '–'} />
        )}
      </td>
      <td>{requirement.owner ?? <Missing />}</td>
    </tr>
  )
}
