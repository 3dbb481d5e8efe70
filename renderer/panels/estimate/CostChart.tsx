import { useMemo } from 'react'
import { nameOf } from '../../../shared/design/collections.ts'
import type { CostLine } from '../../../shared/estimate/estimate.ts'
import { thinSpace } from '../../../shared/kinds/figures/number-format.ts'
import { formatMoneyRough, formatQuantity, formatShare, moneyScale } from '../quantities.ts'
import { useDesign } from '../stores.ts'
import { ChartRows } from './charts/ChartRows.tsx'
import { roundTicks } from './charts/bars.ts'
import type { BarRow, BarSeries } from './charts/bars.ts'

const series: readonly BarSeries[] = [
  { key: 'technology', name: 'Technology', colour: 'var(--chart-own)' },
  { key: 'people', name: 'People', colour: 'var(--chart-people)' },
]

interface CostChartProps {
  readonly lines: readonly CostLine[]
  readonly picked: string | undefined
  readonly onPick: (component: string) => void
  /** The dearest alone. */
  readonly most?: number
}

/** One bar a component, dearest first. */
export function CostChart({ lines, picked, onPick, most = 10 }: CostChartProps) {
  const design = useDesign((present) => present)
  const all = useMemo(() => costRows(lines, (id) => nameOf(design, id)), [lines, design])
  const rows = all.slice(0, most)
  const total = all.reduce((sum, row) => sum + lengthOf(row), 0)
  const ticks = roundTicks(Math.max(...rows.map(lengthOf)), moneyScale())
  if (rows.length === 0 || total === 0) return null
  const rest = all.slice(most)
  const restUsd = rest.reduce((sum, row) => sum + lengthOf(row), 0)
  return (
    <>
      <ChartRows
        bars={{
          label: 'Cost by component',
          rows: rows.map((row) => (picked === undefined || picked === row.id ? row : { ...row, faded: true })),
          series,
          format: formatMoneyRough,
          formatTick: (usd) => formatQuantity(usd, 'USD'),
          ticks,
          domain: [0, ticks.at(-1) ?? 1],
          onPick,
        }}
        names={rows.map((row) => (
          <button
            key={row.id}
            type="button"
            className="chart-name"
            aria-pressed={picked === row.id}
            title={`Lines of ${row.name}`}
            onClick={() => onPick(row.id)}
          >
            <span className="ellipsis">{row.name}</span>
          </button>
        ))}
        numbers={rows.map((row) => (
          <span key={row.id} className="chart-pair">
            <span>{formatMoneyRough(lengthOf(row))}</span>
            <span className="faint">{wholePercent(lengthOf(row) / total)}</span>
          </span>
        ))}
      />
      {rest.length === 0 ? null : (
        <p className="faint small estimate-note">
          {rest.length} more: {formatMoneyRough(restUsd)}
        </p>
      )}
    </>
  )
}

function wholePercent(share: number): string {
  return share < 0.005 ? `<1${thinSpace}%` : formatShare(Math.round(share * 100) / 100)
}

function lengthOf({ values }: BarRow): number {
  return (values['technology'] ?? 0) + (values['people'] ?? 0)
}

/** One bar a component, dearest first. */
function costRows(lines: readonly CostLine[], name: (id: string) => string): readonly BarRow[] {
  const sums = new Map<string, { technology: number; people: number }>()
  for (const { component, headline, usd } of lines) {
    const sum = sums.get(component) ?? { technology: 0, people: 0 }
    sum[headline] += usd.value
    sums.set(component, sum)
  }
  return [...sums]
    .map(([id, values]) => ({ id, name: name(id), values }))
    .filter((row) => lengthOf(row) > 0)
    .toSorted((a, b) => lengthOf(b) - lengthOf(a))
}
