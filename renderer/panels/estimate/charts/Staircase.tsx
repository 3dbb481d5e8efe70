import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { formatQuantity, moneyScale } from '../../quantities.ts'
import { roundTicks } from './bars.ts'

export interface StaircaseProps {
  readonly label: string
  readonly curve: readonly { readonly callsPerMonth: number; readonly bought: number; readonly built: number }[]
  readonly today: number
  readonly breakEven?: number | undefined
}

const tick = { fill: 'var(--text-faint)', fontSize: 11 }

/** USD a month over calls a month: bought is a line, own machines a staircase of whole replicas. */
export function Staircase({ label, curve, today, breakEven }: StaircaseProps) {
  const end = curve.at(-1)?.callsPerMonth ?? 1
  const ticks = roundTicks(Math.max(...curve.map(({ bought, built }) => Math.max(bought, built))), moneyScale())
  return (
    <ResponsiveContainer width="100%" height={280}>
      <LineChart title={label} data={[...curve]} margin={{ top: 20, right: 24, bottom: 20, left: 8 }}>
        <CartesianGrid stroke="var(--line)" />
        <XAxis
          type="number"
          dataKey="callsPerMonth"
          domain={[0, end]}
          tickFormatter={(calls: number) => formatQuantity(calls, 'count')}
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--line)' }}
          label={{ value: 'Calls a month', position: 'insideBottom', offset: -12, ...tick }}
        />
        <YAxis
          type="number"
          width={64}
          ticks={[...ticks]}
          domain={[0, ticks.at(-1) ?? 1]}
          tickFormatter={(usd: number) => formatQuantity(usd, 'USD')}
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--line)' }}
        />
        <Tooltip isAnimationActive={false} wrapperStyle={{ zIndex: 5, outline: 'none' }} content={<CurveTip />} />
        <ReferenceLine
          x={today}
          stroke="var(--text-muted)"
          strokeDasharray="4 4"
          label={{ value: 'Today', position: 'top', fill: 'var(--text-muted)', fontSize: 12 }}
        />
        {breakEven === undefined || breakEven > end ? null : (
          <ReferenceLine
            x={breakEven}
            stroke="var(--accent)"
            label={{ value: 'Break-even', position: 'top', fill: 'var(--accent-text)', fontSize: 12 }}
          />
        )}
        <Line
          dataKey="bought"
          name="Bought"
          stroke="var(--chart-high)"
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="built"
          name="Own machines"
          stroke="var(--chart-own)"
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  )
}

interface TipProps {
  /** Of the place under the pointer; added by the chart library. */
  readonly payload?: readonly { readonly payload?: StaircaseProps['curve'][number] }[]
}

function CurveTip({ payload = [] }: TipProps) {
  const point = payload[0]?.payload
  if (point === undefined) return null
  return (
    <div className="chart-tip">
      <span className="strong">{formatQuantity(point.callsPerMonth, 'count')} calls a month</span>
      <span className="chart-tip-line">
        <i style={{ background: 'var(--chart-high)' }} />
        Bought <span className="number">{formatQuantity(point.bought, 'USD')}</span>
      </span>
      <span className="chart-tip-line">
        <i style={{ background: 'var(--chart-own)' }} />
        Own machines <span className="number">{formatQuantity(point.built, 'USD')}</span>
      </span>
    </div>
  )
}
