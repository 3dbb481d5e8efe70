import type { ReactNode } from 'react'
import { lazy, Suspense } from 'react'
import type { BarsProps } from './bars.ts'
import { axisHeight, rowHeight } from './bars.ts'

// The chart library comes when somebody opens a chart; the start of the studio does not wait for it.
const Bars = lazy(async () => ({ default: (await import('./Bars.tsx')).Bars }))

interface ChartRowsProps {
  readonly bars: BarsProps
  /** The name of each row, before its bar: a button where it leads somewhere. */
  readonly names: readonly ReactNode[]
  /** The number of each row, after its bar. */
  readonly numbers: readonly ReactNode[]
  readonly wideNames?: boolean
}

/** Bars between their names and their numbers: what the bars show is there as text, in the order of the rows. */
export function ChartRows({ bars, names, numbers, wideNames }: ChartRowsProps) {
  const { rows, series } = bars
  const height = rows.length * rowHeight + axisHeight
  const drawn = series.filter((one) => one.colour !== 'none')
  const named = drawn.filter((one, index) => drawn.findIndex((other) => other.name === one.name) === index)
  return (
    <figure className="chart" aria-label={bars.label}>
      <div className="chart-rows" data-wide-names={wideNames}>
        <ul className="chart-names">
          {rows.map((row, index) => (
            <li key={row.id} style={{ height: rowHeight }}>
              {names[index]}
            </li>
          ))}
        </ul>
        <div className="chart-bars" style={{ height }}>
          <Suspense fallback={null}>
            <Bars {...bars} />
          </Suspense>
        </div>
        <ul className="chart-numbers">
          {rows.map((row, index) => (
            <li key={row.id} style={{ height: rowHeight }}>
              {numbers[index]}
            </li>
          ))}
        </ul>
      </div>
      {named.length > 1 ? (
        <figcaption className="chart-legend">
          {named.map((one) => (
            <span key={one.key}>
              <i style={{ background: one.colour }} />
              {one.name}
            </span>
          ))}
        </figcaption>
      ) : null}
    </figure>
  )
}
