import { lazy, Suspense, useMemo, useState } from 'react'
import measured from '../../../resources/serving/measured-points.json'
import type { ServingEstimate } from '../../../shared/estimate/self-hosting-parts.ts'
import { openMeasuredPoints } from '../../../shared/kinds/serving/measured-points.ts'
import { Segmented } from '../../ui/index.ts'
import { formatShare } from '../quantities.ts'
import type { PlotSeries } from './charts/serving-points.ts'
import { seriesOf } from './charts/serving-points.ts'
import { ViewSwitch } from './ViewSwitch.tsx'
import type { ChartView } from './ViewSwitch.tsx'

// The chart library comes with the plot, not with the panel.
const Scatter = lazy(async () => ({ default: (await import('./charts/Scatter.tsx')).Scatter }))

const colours: Readonly<Record<string, string>> = {
  h100: 'var(--chart-own)',
  h200: 'var(--chart-people)',
  b200: 'var(--chart-high)',
  b300: 'var(--family-agents)',
}
const shapeSigns: Readonly<Record<string, string>> = { vllm: '●', trtllm: '▲', sglang: '■' }

interface ServingPlotProps {
  readonly serving: readonly ServingEstimate[]
  readonly nameOf: (component: string) => string
}

/** How far the serving model can be trusted: every public measurement beside what the model says to it. */
export function ServingPlot({ serving, nameOf }: ServingPlotProps) {
  const [view, setView] = useState<ChartView>('chart')
  const [mixed, setMixed] = useState(serving.find((one) => one.fits)?.mixed ?? false)
  const points = useMemo(() => openMeasuredPoints(measured), [])
  const series = useMemo(() => seriesOf(points, mixed), [points, mixed])
  const own = serving
    .filter((one) => one.mixed === mixed)
    .flatMap(({ component, tpotMs }) =>
      tpotMs === undefined ? [] : [{ name: nameOf(component), predictedMs: tpotMs.value }],
    )
  const label = `Time per output token, measured and predicted: ${mixed ? 'mixtures of experts' : 'dense models'}`
  return (
    <figure className="chart serving-plot" aria-label={label}>
      <div className="estimate-subhead">
        <h3 className="small muted">Measured against predicted</h3>
        <Segmented
          label="Models"
          value={mixed ? 'mixed' : 'dense'}
          options={[
            { value: 'dense', label: 'Dense models' },
            { value: 'mixed', label: 'Mixtures of experts' },
          ]}
          onChange={(next) => setMixed(next === undefined ? mixed : next === 'mixed')}
        />
        <ViewSwitch value={view} onChange={setView} />
      </div>
      {view === 'chart' ? (
        <>
          <div className="serving-plot-area">
            <Suspense fallback={null}>
              <Scatter
                label={label}
                series={series}
                colourOf={(gpu) => colours[gpu] ?? 'var(--text-muted)'}
                own={own}
              />
            </Suspense>
          </div>
          <Legend series={series} hasOwn={own.length > 0} />
        </>
      ) : (
        <SeriesTable series={series} />
      )}
      <p className="small faint">
        {points.length} points, {measured.date}: {measured.source} ({measured.licence}).
      </p>
    </figure>
  )
}

function Legend({ series, hasOwn }: { readonly series: readonly PlotSeries[]; readonly hasOwn: boolean }) {
  const gpus = [...new Map(series.map((one) => [one.gpu, one.gpuTitle]))]
  const engines = [...new Map(series.map((one) => [one.engine, one.engineTitle]))]
  return (
    <figcaption className="chart-legend">
      {gpus.map(([gpu, title]) => (
        <span key={gpu}>
          <i style={{ background: colours[gpu] }} />
          {title}
        </span>
      ))}
      {engines.map(([engine, title]) => (
        <span key={engine}>
          <span aria-hidden>{shapeSigns[engine]}</span>
          {title}
        </span>
      ))}
      <span>Line: met. Dashes: within a quarter.</span>
      {hasOwn ? <span>Ring: this design, where a right prediction would lie.</span> : null}
    </figcaption>
  )
}

function SeriesTable({ series }: { readonly series: readonly PlotSeries[] }) {
  return (
    <table className="panel-table panel-table-inner">
      <thead>
        <tr>
          <th>GPU</th>
          <th>Engine</th>
          <th className="number">Points</th>
          <th className="number">Mean error</th>
          <th className="number">Within a quarter</th>
        </tr>
      </thead>
      <tbody>
        {series.map((one) => (
          <tr key={`${one.gpu} ${one.engine}`}>
            <td>{one.gpuTitle}</td>
            <td>{one.engineTitle}</td>
            <td className="number">{one.points.length}</td>
            <td className="number">{formatShare(one.meanError)}</td>
            <td className="number">{formatShare(one.withinQuarter)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
