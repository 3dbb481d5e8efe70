import { useMemo, useState } from 'react'
import type { CostLine, Estimate } from '../../../shared/estimate/estimate.ts'
import { hasMissing } from '../../../shared/kinds/formula/formula.ts'
import { typographic } from '../../../shared/design/typographic.ts'
import { Badge, LinkButton } from '../../ui/index.ts'
import { ElementChip } from '../ElementChips.tsx'
import { currencyCode, formatBand, formatPart, formatMoneyExact } from '../quantities.ts'
import { CostLineDetail } from './CostLineDetail.tsx'
import { sortLines } from './sort-lines.ts'

const linesAtFirst = 12

interface CostTableProps {
  readonly lines: readonly CostLine[]
  readonly estimate: Estimate
}

/** Cost lines, dearest first; each opens to the formula that computed it. */
export function CostTable({ lines: given, estimate }: CostTableProps) {
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const [all, setAll] = useState(false)
  const lines = useMemo(() => sortLines(given), [given])
  const shown = all ? lines : lines.slice(0, linesAtFirst)
  return (
    <>
      <table className="panel-table">
        <thead>
          <tr>
            <th>Line</th>
            <th>Component</th>
            <th>Headline</th>
            <th className="number">{currencyCode()} a month, or once</th>
            <th>Likely between</th>
            <th className="number">Of its headline</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <CostRow
              key={line.id}
              line={line}
              estimate={estimate}
              open={opened === line.id}
              onToggle={() => setOpened(opened === line.id ? undefined : line.id)}
            />
          ))}
        </tbody>
      </table>
      {lines.length > shown.length ? (
        <LinkButton className="panel-more" onClick={() => setAll(true)}>
          Show all {lines.length} lines
        </LinkButton>
      ) : null}
    </>
  )
}

interface CostRowProps {
  readonly line: CostLine
  readonly estimate: Estimate
  readonly open: boolean
  readonly onToggle: () => void
}

function CostRow({ line, estimate, open, onToggle }: CostRowProps) {
  const whole =
    line.recurrence === 'once'
      ? estimate.onceUsd.value
      : line.headline === 'people'
        ? estimate.peopleUsdPerMonth.value
        : estimate.technologyUsdPerMonth.value
  return (
    <>
      <tr className="panel-row" data-open={open} data-line={line.id}>
        <td>
          <button type="button" className="disclosure" aria-expanded={open} onClick={onToggle}>
            {line.label}
          </button>
          {hasMissing(line.formula) ? <Badge tone="unknown">price unknown</Badge> : null}
          {line.note === undefined ? null : <div className="cost-note">{typographic(line.note)}</div>}
        </td>
        <td>
          <ElementChip id={line.component} />
        </td>
        <td className="muted">
          {line.headline === 'people' ? 'People' : 'Technology'}
          {line.recurrence === 'once' ? ', once' : ''}
        </td>
        <td className="number">
          {line.usd.atLeast === true ? '≥ ' : ''}
          {formatMoneyExact(line.usd.value)}
        </td>
        <td className="ledger-band">{formatBand(line.usd, 'USD').band ?? ''}</td>
        <td className="number muted">{whole > 0 ? formatPart(line.usd.value / whole) : '–'}</td>
      </tr>
      {open ? (
        <tr className="panel-detail">
          <td colSpan={6}>
            <CostLineDetail line={line} />
          </td>
        </tr>
      ) : null}
    </>
  )
}
