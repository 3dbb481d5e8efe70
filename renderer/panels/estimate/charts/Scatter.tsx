import {
  CartesianGrid,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Scatter as ScatterPoints,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { formatQuantity } from '../../quantities.ts'
import type { PlotPoint, PlotSeries } from './serving-points.ts'

export interface ScatterProps {
  readonly label: string
  readonly series: readonly PlotSeries[]
  readonly colourOf: (gpu: string) => string
  /** What the design's own models are predicted at, drawn where a right prediction would lie. */
  readonly own: readonly { readonly name: string; readonly predictedMs: number }[]
}

const height = 360
const least = 2
const most = 400
const ticks = [2, 5, 10, 20, 50, 100, 200, 400]
const shapes: Readonly<Record<string, 'circle' | 'triangle' | 'square'>> = { trtllm: 'triangle', sglang: 'square' }
/** Names of models that are predicted alike must not cover one another, nor what is written at the axes. */
const sides = ['right', 'left', 'bottom', 'top'] as const
const sidesNearAxis = ['right', 'top'] as const
const nearAxisMs = 12
const ownLabel = {
  offset: 12,
  fill: 'var(--text)',
  fontSize: 12,
  fontWeight: 600,
  style: { paintOrder: 'stroke', stroke: 'var(--surface)', strokeWidth: 4 },
} as const
const tick = { fill: 'var(--text-faint)', fontSize: 11 }

/** Measured against predicted on logarithmic axes: what lies on the line was met, between the dashes within a quarter. */
export function Scatter({ label, series, colourOf, own }: ScatterProps) {
  const axis = {
    type: 'number',
    scale: 'log',
    domain: [least, most],
    ticks,
    allowDataOverflow: true,
    tick,
    tickLine: false,
    axisLine: { stroke: 'var(--line)' },
  } as const
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ScatterChart title={label} margin={{ top: 8, right: 16, bottom: 20, left: 8 }}>
        <CartesianGrid stroke="var(--line)" />
        <XAxis
          {...axis}
          dataKey="measuredMs"
          name="Measured"
          label={{ value: 'Measured, ms per token', position: 'insideBottom', offset: -12, ...tick }}
        />
        <YAxis
          {...axis}
          dataKey="predictedMs"
          name="Predicted"
          width={56}
          label={{ value: 'Predicted, ms per token', angle: -90, position: 'insideLeft', dy: 64, ...tick }}
        />
        <ReferenceLine segment={between(1)} stroke="var(--text-muted)" />
        <ReferenceLine segment={between(1.25)} stroke="var(--line-strong)" strokeDasharray="4 4" />
        <ReferenceLine segment={between(0.75)} stroke="var(--line-strong)" strokeDasharray="4 4" />
        <Tooltip
          isAnimationActive={false}
          cursor={false}
          wrapperStyle={{ zIndex: 5, outline: 'none' }}
          content={<PointTip />}
        />
        {series.map((one) => (
          <ScatterPoints
            key={`${one.gpu} ${one.engine}`}
            data={[...one.points]}
            fill={colourOf(one.gpu)}
            fillOpacity={0.6}
            shape={shapes[one.engine] ?? 'circle'}
            isAnimationActive={false}
          />
        ))}
        {own.map(({ name, predictedMs }, index) => (
          <ReferenceDot
            key={name}
            x={predictedMs}
            y={predictedMs}
            r={7}
            fill="var(--surface)"
            stroke="var(--text)"
            strokeWidth={2.5}
            label={{ value: name, position: sideOf(predictedMs, index), ...ownLabel }}
          />
        ))}
      </ScatterChart>
    </ResponsiveContainer>
  )
}

function sideOf(predictedMs: number, index: number): (typeof sides)[number] {
  const free = predictedMs < nearAxisMs ? sidesNearAxis : sides
  return free[index % free.length] ?? 'right'
}

/** Predicted = share x measured, cut at the edges of the plot. */
function between(share: number): [{ x: number; y: number }, { x: number; y: number }] {
  const start = Math.max(least, least / share)
  const end = Math.min(most, most / share)
  return [
    { x: start, y: start * share },
    { x: end, y: end * share },
  ]
}

/** Of the point under the pointer; its payload is added by the chart library. */
function PointTip({ payload = [] }: { readonly payload?: readonly { readonly payload?: PlotPoint }[] }) {
  const point = payload[0]?.payload
  if (point === undefined) return null
  const off = point.predictedMs / point.measuredMs - 1
  return (
    <div className="chart-tip">
      <span className="strong">{point.title}</span>
      <span className="muted">
        Measured {formatQuantity(point.measuredMs, 'ms')}, predicted {formatQuantity(point.predictedMs, 'ms')} (
        {off < 0 ? '−' : '+'}
        {Math.abs(off * 100).toFixed(0)} %)
      </span>
    </div>
  )
}
