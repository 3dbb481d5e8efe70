import { useMemo, useState } from 'react'
import { X } from 'lucide-react'
import { nameOf } from '../../../shared/design/collections.ts'
import type { CostLine, Estimate } from '../../../shared/estimate/estimate.ts'
import { thinSpace } from '../../../shared/kinds/number-format.ts'
import { Button, Segmented } from '../../ui/index.ts'
import { formatQuantity, formatShare } from '../quantities.ts'
import { useDesign } from '../stores.ts'
import { ChartRows } from './charts/ChartRows.tsx'
import { roundTicks } from './charts/bars.ts'
import type { BarRow, BarSeries } from './charts/bars.ts'
import { CostTable } from './CostTable.tsx'

type Recurrence = CostLine['recurrence']

const componentsAtFirst = 10
const series: readonly BarSeries[] = [
  { key: 'technology', name: 'Technology', colour: 'var(--chart-own)' },
  { key: 'people', name: 'People', colour: 'var(--chart-people)' },
]

/** Where the money goes: by component, dearest first, and below it every line down to its formula. */
export function CostSection({ estimate }: { readonly estimate: Estimate }) {
  const [picked, setPicked] = useState<string | undefined>(undefined)
  const [recurrence, setRecurrence] = useState<Recurrence>('month')
  const hasOnce = estimate.lines.some((line) => line.recurrence === 'once' && line.usd.value > 0)
  const shown = hasOnce ? recurrence : 'month'
  const lines = useMemo(() => estimate.lines.filter((line) => line.recurrence === shown), [estimate.lines, shown])
  const component = lines.some((line) => line.component === picked) ? picked : undefined
  if (estimate.lines.length === 0) return <p className="panel-empty-line">Nothing on the drawing has a price yet.</p>
  return (
    <div className="estimate-part">
      <div className="estimate-subhead">
        <h3 className="small muted">{shown === 'month' ? 'USD a month, by component' : 'USD once, by component'}</h3>
        <span className="faint small">Prices of {estimate.priceBookDate}</span>
        {hasOnce ? (
          <Segmented
            label="Recurrence"
            value={shown}
            options={[
              { value: 'month', label: 'A month' },
              { value: 'once', label: 'Once' },
            ]}
            onChange={(next) => setRecurrence(next ?? shown)}
          />
        ) : null}
      </div>
      <CostChart lines={lines} picked={component} onPick={(id) => setPicked(id === component ? undefined : id)} />
      {component === undefined ? null : <PickedBar component={component} onClear={() => setPicked(undefined)} />}
      <CostTable
        key={component ?? 'all'}
        lines={component === undefined ? lines : lines.filter((line) => line.component === component)}
        estimate={estimate}
      />
    </div>
  )
}

interface CostChartProps {
  readonly lines: readonly CostLine[]
  readonly picked: string | undefined
  readonly onPick: (component: string) => void
}

function CostChart({ lines, picked, onPick }: CostChartProps) {
  const design = useDesign((present) => present)
  const all = useMemo(() => costRows(lines, (id) => nameOf(design, id)), [lines, design])
  const rows = all.slice(0, componentsAtFirst)
  const total = all.reduce((sum, row) => sum + lengthOf(row), 0)
  const ticks = roundTicks(Math.max(...rows.map(lengthOf)))
  if (rows.length === 0 || total === 0) return null
  const rest = all.slice(componentsAtFirst)
  return (
    <>
      <ChartRows
        bars={{
          label: 'Cost by component',
          rows: rows.map((row) => (picked === undefined || picked === row.id ? row : { ...row, faded: true })),
          series,
          format: (usd) => formatQuantity(usd, 'USD'),
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
            <span>{formatQuantity(lengthOf(row), 'USD')}</span>
            <span className="faint">{wholePercent(lengthOf(row) / total)}</span>
          </span>
        ))}
      />
      {rest.length === 0 ? null : (
        <p className="faint small estimate-note">
          {rest.length} more components:{' '}
          {formatQuantity(
            rest.reduce((sum, row) => sum + lengthOf(row), 0),
            'USD',
          )}
          , in the lines below.
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

function PickedBar({ component, onClear }: { readonly component: string; readonly onClear: () => void }) {
  const name = useDesign((design) => nameOf(design, component))
  return (
    <p className="estimate-picked small">
      Lines of <strong>{name}</strong>
      <Button tone="quiet" icon={X} onClick={onClear}>
        Show all
      </Button>
    </p>
  )
}
