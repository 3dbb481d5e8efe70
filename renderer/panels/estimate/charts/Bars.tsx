import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { typographic } from '../../../../shared/design/typographic.ts'
import type { BarRow, BarsProps, BarSeries } from './bars.ts'
import { axisHeight, rowHeight } from './bars.ts'

/** Horizontal bars, one a row. Their names and numbers stand beside them as text: see `ChartRows`. */
export function Bars({
  label,
  rows,
  series,
  format,
  formatTick,
  ticks,
  domain,
  zones = [],
  baseline,
  onPick,
}: BarsProps) {
  const data = rows.map((row) => ({ row, ...row.values }))
  return (
    <ResponsiveContainer width="100%" height={rows.length * rowHeight + axisHeight}>
      <BarChart
        layout="vertical"
        data={data}
        margin={{ top: 0, right: 24, bottom: 0, left: 8 }}
        barCategoryGap={5}
        title={label}
        onClick={({ activeTooltipIndex }) => {
          const row = rows[Number(activeTooltipIndex)]
          if (row !== undefined) onPick?.(row.id)
        }}
      >
        {zones.map((zone) => (
          <ReferenceArea
            key={zone.colour}
            x1={zone.from}
            x2={zone.to}
            fill={zone.colour}
            fillOpacity={1}
            zIndex={-200}
          />
        ))}
        <CartesianGrid horizontal={false} stroke="var(--line)" />
        <XAxis
          type="number"
          height={axisHeight}
          domain={domain === undefined ? ['auto', 'auto'] : [...domain]}
          {...(ticks === undefined ? {} : { ticks: [...ticks] })}
          allowDataOverflow={domain !== undefined}
          tickFormatter={(value: number) => (formatTick ?? format)(value)}
          tick={{ fill: 'var(--text-faint)', fontSize: 11 }}
          axisLine={{ stroke: 'var(--line)' }}
          tickLine={false}
          interval="preserveStartEnd"
        />
        <YAxis type="category" dataKey="row.id" hide />
        {baseline === undefined ? null : <ReferenceLine x={baseline} stroke="var(--text-faint)" />}
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--hover)', fillOpacity: 0.6 }}
          wrapperStyle={{ zIndex: 5, outline: 'none' }}
          content={<BarTip series={series} format={format} />}
        />
        {series.map((one) => (
          <Bar
            key={one.key}
            dataKey={one.key}
            name={one.name}
            stackId="row"
            fill={one.colour}
            barSize={14}
            isAnimationActive={false}
            shape={<Piece series={one} />}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  )
}

interface Datum {
  readonly row: BarRow
}

/** What the chart library adds to a piece. */
interface Rectangle {
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly payload?: Datum
}

/** One piece of a bar; what lasts a moment is still seen. */
function Piece({ series, x = 0, y = 0, width = 0, height = 0, payload }: Rectangle & { readonly series: BarSeries }) {
  if (series.colour === 'none' || !(Math.abs(width) > 0)) return null
  const shown = Math.max(1.5, Math.abs(width))
  return (
    <rect
      x={width < 0 ? x + width : x}
      y={y}
      width={shown}
      height={height}
      rx={Math.min(2, shown / 2)}
      fill={series.colour}
      fillOpacity={payload?.row.faded === true ? 0.45 : 1}
    />
  )
}

interface BarTipProps {
  readonly series: readonly BarSeries[]
  readonly format: (value: number) => string
  /** Of the row under the pointer; added by the chart library. */
  readonly payload?: readonly { readonly payload?: Datum }[]
}

function BarTip({ series, format, payload = [] }: BarTipProps) {
  const row = payload[0]?.payload?.row
  if (row === undefined) return null
  const lines = series.flatMap((one) => {
    const value = row.values[one.key]
    return one.colour === 'none' || value === undefined || value === 0 ? [] : [{ ...one, text: format(value) }]
  })
  return (
    <div className="chart-tip">
      <span className="strong">{row.name}</span>
      {row.note === undefined ? null : <span className="muted">{typographic(row.note)}</span>}
      {row.hideValues === true
        ? null
        : lines.map((line) => (
            <span key={line.key} className="chart-tip-line">
              <i style={{ background: line.colour }} />
              <span className="muted">{line.name}</span>
              <span className="number">{line.text}</span>
            </span>
          ))}
    </div>
  )
}
