import { useHeatMap } from '../analysis/use-heat.ts'
import { formatNumber } from '../ui/index.ts'

const levels = [1, 2, 3, 4, 5] as const

/** What the colours over the canvas mean: of what, in which unit, where each step begins, and at what traffic. */
export function HeatLegend() {
  const map = useHeatMap()
  if (map === undefined) return null
  const { title, steps, heats, traffic } = map
  const isUnstable = [...heats.values()].some((heat) => heat.unstable === true)
  return (
    <section className="heat-legend" aria-label="Legend of the overlay">
      <div className="heat-legend-steps">
        {levels.map((level, index) => (
          <span key={level}>
            <i data-heat={level} aria-hidden />
            {steps[index]}
          </span>
        ))}
        {isUnstable ? (
          <span className="heat-legend-unstable">
            <i aria-hidden />
            unstable
          </span>
        ) : null}
      </div>
      <span className="heat-legend-title">{heats.size === 0 ? 'nothing known yet' : title}</span>
      {traffic === 1 ? null : <span className="heat-legend-what-if">what if: {formatNumber(traffic, 3)}×</span>}
    </section>
  )
}
