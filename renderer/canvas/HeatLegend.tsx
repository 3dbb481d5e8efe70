import { X } from 'lucide-react'
import { useHeatMap } from '../analysis/use-heat.ts'
import type { HeatMap } from '../analysis/heat.ts'
import { formatNumber, IconButton } from '../ui/index.ts'
import { viewStore } from '../store/view-store.ts'

const levels = [1, 2, 3, 4, 5] as const

/** What the colours over the canvas mean: the number, its unit, where each step begins, and at what traffic. */
export function HeatLegend() {
  const map = useHeatMap()
  if (map === undefined) return null
  return (
    <section className="heat-legend" aria-label="Legend of the overlay">
      <div className="heat-legend-head">
        <span className="strong">{map.title}</span>
        <IconButton
          label="No overlay"
          icon={X}
          shortcut="Alt+Shift+0"
          side="top"
          onClick={() => viewStore.getState().set({ overlay: 'none' })}
        />
      </div>
      <div className="heat-legend-ramp" aria-hidden>
        {levels.map((level) => (
          <i key={level} data-heat={level} />
        ))}
      </div>
      <div className="heat-legend-ends">
        {map.steps.map((step, index) => (
          <span key={levels[index]}>
            {step}
            {index === map.steps.length - 1 ? <span>{map.most}</span> : null}
          </span>
        ))}
      </div>
      {noteOf(map) === '' ? null : <p className="heat-legend-note">{noteOf(map)}</p>}
    </section>
  )
}

function noteOf({ of, traffic, heats }: HeatMap): string {
  const unstable = [...heats.values()].filter((heat) => heat.unstable === true).length
  const parts = [
    ...(unstable > 0 ? ['Striped: unstable, asked for more than it can do.'] : []),
    ...(traffic === 1 ? [] : [`What if: ${formatNumber(traffic, 3)}× the stated traffic.`]),
    ...(of === 'load' && heats.size === 0 ? ['Nobody has said a limit of anything here.'] : []),
  ]
  return parts.join(' ')
}
