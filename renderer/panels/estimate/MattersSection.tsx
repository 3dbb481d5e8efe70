import { useState } from 'react'
import { nameOf } from '../../../shared/design/collections.ts'
import type { Tornado, TornadoBar } from '../../../shared/estimate/estimate-parts.ts'
import { standingWords } from '../../../shared/kinds/formula/standing.ts'
import { Segmented } from '../../ui/index.ts'
import { formatBand, formatQuantity, moneyScale } from '../quantities.ts'
import { showInput } from '../show-input.ts'
import { useDesign } from '../stores.ts'
import { ChartRows } from './charts/ChartRows.tsx'
import { roundTicksBetween } from './charts/bars.ts'
import { barId, tornadoDomain, tornadoRow, tornadoSeries } from './charts/tornado.ts'
import { formatValue } from './input-words.ts'
import { ViewSwitch } from './ViewSwitch.tsx'
import type { ChartView } from './ViewSwitch.tsx'

export const headlineWords: Readonly<Record<Tornado['headline'], string>> = {
  technology: 'Technology',
  people: 'People',
  total: 'Total cost',
  first: 'First words p95',
  full: 'Answer p95',
  availability: 'Availability',
}

/** The ten inputs that move a headline most, each alone from its low to its high. A click leads to the field. */
export function MattersSection({ tornados }: { readonly tornados: readonly Tornado[] }) {
  const [wanted, setWanted] = useState<Tornado['headline'] | undefined>(undefined)
  const [view, setView] = useState<ChartView>('chart')
  const shown = tornados.filter((one) => one.bars.length > 0)
  const tornado = shown.find((one) => one.headline === wanted) ?? shown[0]
  if (tornado === undefined) return <p className="panel-empty-line">Nothing that is uncertain moves a headline.</p>
  return (
    <div className="estimate-part">
      <div className="estimate-subhead">
        <Segmented
          label="Headline"
          value={tornado.headline}
          options={shown.map((one) => ({ value: one.headline, label: headlineWords[one.headline] }))}
          onChange={(next) => setWanted(next ?? tornado.headline)}
        />
        <span className="estimate-now">
          now <strong>{formatQuantity(tornado.value, tornado.unit)}</strong>
        </span>
        <ViewSwitch value={view} onChange={setView} />
      </div>
      {view === 'chart' ? <TornadoChart tornado={tornado} /> : <TornadoTable tornado={tornado} />}
    </div>
  )
}

interface TornadoChartProps {
  readonly tornado: Tornado
  /** The widest alone. */
  readonly most?: number
}

export function TornadoChart({ tornado, most = 10 }: TornadoChartProps) {
  const design = useDesign((present) => present)
  const { value, unit } = tornado
  const bars = barsToSee(tornado).slice(0, most)
  const domain = tornadoDomain(tornado)
  return (
    <ChartRows
      wideNames
      bars={{
        label: `What moves ${headlineWords[tornado.headline]}`,
        rows: bars.map((bar) => tornadoRow(bar, value, noteOf(bar, nameOf(design, bar.on)))),
        series: tornadoSeries,
        format: (result) => formatQuantity(result, unit),
        domain,
        ticks: roundTicksBetween(...domain, unit.startsWith('USD') ? moneyScale() : 1),
        baseline: value,
        onPick: (id) => showBar(bars.find((bar) => barId(bar) === id)),
      }}
      names={bars.map((bar) => (
        <FieldButton key={barId(bar)} bar={bar} owner={nameOf(design, bar.on)} />
      ))}
      numbers={bars.map((bar) => (
        <span key={barId(bar)} className="muted">
          {results(bar, unit)}
        </span>
      ))}
    />
  )
}

/** What moves the headline by less than a two-hundredth of what the first one does has no bar to see. */
function barsToSee({ bars }: Tornado): readonly TornadoBar[] {
  const span = ({ resultAtLow, resultAtHigh }: TornadoBar): number => Math.abs(resultAtHigh - resultAtLow)
  const widest = Math.max(0, ...bars.map(span))
  return bars.filter((bar) => span(bar) >= widest / 200)
}

function results({ resultAtLow, resultAtHigh }: TornadoBar, unit: Tornado['unit']): string {
  const [least, most] = [Math.min(resultAtLow, resultAtHigh), Math.max(resultAtLow, resultAtHigh)]
  return formatBand({ value: (least + most) / 2, low: least, high: most }, unit).band ?? formatQuantity(least, unit)
}

/** "Output tokens of Answer model: 450, between 300 and 700; stated." */
function noteOf({ label, value, low, high, unit, standing }: TornadoBar, owner: string): string {
  const [now, least, most] = [value, low, high].map((one) => formatValue(one, unit))
  return `${label} of ${owner}: ${now}, between ${least} and ${most}; ${standingWords[standing]}`
}

function FieldButton({ bar, owner }: { readonly bar: TornadoBar; readonly owner: string }) {
  return (
    <button
      type="button"
      className="chart-name"
      data-input={barId(bar)}
      title={noteOf(bar, owner)}
      onClick={() => showBar(bar)}
    >
      <span className="ellipsis">
        {bar.label} <span className="faint">{owner}</span>
      </span>
    </button>
  )
}

function showBar(bar: TornadoBar | undefined): void {
  if (bar !== undefined) showInput(bar.on, bar.field)
}

function TornadoTable({ tornado: { bars, unit } }: { readonly tornado: Tornado }) {
  const design = useDesign((present) => present)
  return (
    <table className="panel-table panel-table-inner">
      <thead>
        <tr>
          <th>Input</th>
          <th className="number">Low</th>
          <th className="number">Likely</th>
          <th className="number">High</th>
          <th>Rests on</th>
          <th className="number">At its low</th>
          <th className="number">At its high</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={barId(bar)} className="panel-row">
            <td>
              <FieldButton bar={bar} owner={nameOf(design, bar.on)} />
            </td>
            <td className="number muted">{formatValue(bar.low, bar.unit)}</td>
            <td className="number">{formatValue(bar.value, bar.unit)}</td>
            <td className="number muted">{formatValue(bar.high, bar.unit)}</td>
            <td className="muted">{standingWords[bar.standing]}</td>
            <td className="number">{formatQuantity(bar.resultAtLow, unit)}</td>
            <td className="number">{formatQuantity(bar.resultAtHigh, unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
