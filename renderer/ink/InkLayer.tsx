import './ink.css'
import type { ReactNode } from 'react'
import { memo } from 'react'
import type { Stroke } from '../../shared/design/design.ts'
import { strokesOf } from '../../shared/design/edit/index.ts'
import { strokeLine } from '../../shared/layout/strokes.ts'
import { useCanvas } from '../canvas/canvas-store.ts'
import { useDesignState } from '../store/design-store.ts'
import { useView } from '../store/view-store.ts'
import { useInk } from './ink-store.ts'

/** As wide as a felt pen beside a card; from afar as thin as can still be seen. */
const width = 3
const leastOnScreen = 1.5

/** What was drawn by hand, over the cards and over the painted picture alike. */
export function InkLayer() {
  const strokes = useDesignState(({ document }) => strokesOf(document))
  const shown = useView((view) => view.inkShown)
  const drawing = useInk((state) => state.drawing)
  const ink = useInk((state) => state.ink)
  const wiped = useInk((state) => state.wiped)
  if ((!shown || strokes.length === 0) && drawing === undefined) return null
  return (
    <OverTheDrawing>
      {shown
        ? strokes.map((stroke, index) => (
            // Nothing else tells two strokes apart, and none moves to another place while it stays.
            // eslint-disable-next-line react/no-array-index-key
            <Line key={index} stroke={stroke} wiped={wiped.has(index)} />
          ))
        : null}
      {drawing === undefined ? null : <path data-ink={ink} d={strokeLine(drawing)} />}
    </OverTheDrawing>
  )
}

const Line = memo(function Line({ stroke, wiped }: { readonly stroke: Stroke; readonly wiped: boolean }) {
  return <path data-ink={stroke.ink ?? 'red'} data-wiped={wiped} d={strokeLine(stroke.points)} />
})

/** Moves with the camera; what is drawn in it is not looked at again meanwhile. */
function OverTheDrawing({ children }: { readonly children: ReactNode }) {
  const { x, y, zoom } = useCanvas((state) => state.camera)
  return (
    <svg className="ink" aria-hidden>
      <g transform={`translate(${x} ${y}) scale(${zoom})`} strokeWidth={Math.max(width, leastOnScreen / zoom)}>
        {children}
      </g>
    </svg>
  )
}
