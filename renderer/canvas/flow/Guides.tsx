import './guides.css'
import { ViewportPortal } from '@xyflow/react'
import { useCanvas } from '../canvas-store.ts'

/** Half the length of the strokes that end an equal gap, on the screen. */
const tick = 5

/** The lines on which what is dragged lies with others, and the gaps that it makes equal. */
export function Guides() {
  const shown = useCanvas((state) => state.guides)
  const zoom = useCanvas((state) => state.camera.zoom)
  if (shown === undefined || shown.guides.length + shown.gaps.length === 0) return null
  const half = tick / zoom
  return (
    <ViewportPortal>
      <svg className="guides" aria-hidden>
        {shown.guides.map(({ axis, at, from, to }) => (
          <path key={`${axis} ${at}`} d={axis === 'x' ? `M${at},${from}V${to}` : `M${from},${at}H${to}`} />
        ))}
        {shown.gaps.map(({ axis, from, to, at }) => (
          <path
            key={`${axis} ${from} ${to}`}
            className="guides-gap"
            d={
              axis === 'x'
                ? `M${from},${at}H${to}M${from},${at - half}v${2 * half}M${to},${at - half}v${2 * half}`
                : `M${at},${from}V${to}M${at - half},${from}h${2 * half}M${at - half},${to}h${2 * half}`
            }
          />
        ))}
      </svg>
    </ViewportPortal>
  )
}
