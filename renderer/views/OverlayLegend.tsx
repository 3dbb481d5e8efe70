import { useMemo } from 'react'
import { foldedHeats } from '../analysis/folded-heats.ts'
import { useHeatMap } from './use-heat.ts'
import { useCanvas } from '../canvas/canvas-store.ts'
import { useDesign } from '../store/design-store.ts'
import type { HeatLevel, HeatMap } from '../analysis/heat.ts'
import { viewStore } from '../store/view-store.ts'
import { formatNumber } from '../ui/index.ts'

/** What the colours over the canvas mean: of what, where each step begins or what each name is. One click selects what has it. */
export function OverlayLegend() {
  const map = useLegendMap()
  if (map === undefined) return null
  const { title, legend, heats, traffic = 1 } = map
  const counts = countLevels(map)
  const named = legend.some(({ mark }) => mark !== undefined)
  const isUnstable = [...heats.values()].some((heat) => heat.unstable === true)
  return (
    <section className="overlay-legend" aria-label="Legend of the overlay">
      <span className="overlay-legend-title">
        {heats.size === 0 && legend.length > 0 ? 'nothing known yet' : title}
        {traffic === 1 ? null : <span className="overlay-legend-what-if"> what if: {formatNumber(traffic, 3)}×</span>}
      </span>
      <ul className={named ? 'overlay-legend-names' : 'overlay-legend-steps'}>
        {legend.map(({ level, mark, label }) => {
          const count = counts.get(level) ?? 0
          return (
            <li key={level}>
              <button
                type="button"
                disabled={count === 0}
                title={count === 0 ? 'Nothing has this colour' : `Select these ${count}`}
                aria-label={`${label}: select ${count}`}
                onClick={() => selectLevel(heats, level)}
              >
                <i data-heat={level} aria-hidden>
                  {mark}
                </i>
                <span className="ellipsis">{label}</span>
                {named ? <span className="overlay-legend-count">{count}</span> : null}
              </button>
            </li>
          )
        })}
        {isUnstable ? (
          <li className="overlay-legend-unstable">
            <i aria-hidden />
            <span>unstable</span>
          </li>
        ) : null}
      </ul>
    </section>
  )
}

/** The map of all elements, and what collapsed boundaries wear that none of these does. */
function useLegendMap(): HeatMap | undefined {
  const map = useHeatMap()
  const drawn = useCanvas((state) => state.drawn)
  const whole = useDesign((design) => design)
  return useMemo(() => {
    if (map === undefined) return undefined
    const entries = new Map(map.legend.map((entry) => [entry.level, entry]))
    const more = [...foldedHeats(map, drawn, whole)].filter(([, { level }]) => !entries.has(level))
    if (more.length === 0) return map
    for (const [, { level, mark, text }] of more) {
      entries.set(level, { level, label: text, ...(mark === undefined ? {} : { mark }) })
    }
    return { ...map, legend: [...entries.values()], heats: new Map([...map.heats, ...more]) }
  }, [map, drawn, whole])
}

function countLevels({ heats }: HeatMap): ReadonlyMap<HeatLevel, number> {
  const counts = new Map<HeatLevel, number>()
  for (const { level } of heats.values()) counts.set(level, (counts.get(level) ?? 0) + 1)
  return counts
}

function selectLevel(heats: HeatMap['heats'], level: HeatLevel): void {
  viewStore.getState().select([...heats].flatMap(([id, heat]) => (heat.level === level ? [id] : [])))
}
