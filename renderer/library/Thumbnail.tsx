import { memo } from 'react'
import type { Design } from '../../shared/design/design.ts'
import { miniatureOf } from './thumbnail.ts'

/** A picture of the design in the colours of the theme. */
export const Thumbnail = memo(function Thumbnail({ design }: { readonly design: Design }) {
  const { box, areas, cards, lines } = miniatureOf(design)
  // Lines keep a visible width however far the design is scaled down.
  const stroke = Math.max(box.w / 320, box.h / 160) * 1.1
  if (cards.length === 0 && areas.length === 0)
    return <div className="thumbnail thumbnail-blank">Nothing drawn yet</div>
  return (
    <svg
      className="thumbnail"
      viewBox={`${box.x} ${box.y} ${box.w} ${box.h}`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden
    >
      {areas.map(({ id, place }) => (
        <rect
          key={id}
          className="thumbnail-area"
          x={place.x}
          y={place.y}
          width={place.w}
          height={place.h}
          rx={24}
          strokeWidth={stroke}
        />
      ))}
      {lines.map(({ id, from, to }) => (
        <line key={id} className="thumbnail-line" x1={from.x} y1={from.y} x2={to.x} y2={to.y} strokeWidth={stroke} />
      ))}
      {cards.map(({ id, family, place }) => (
        <rect
          key={id}
          className="thumbnail-card"
          data-family={family}
          x={place.x}
          y={place.y}
          width={place.w}
          height={place.h}
          rx={16}
          strokeWidth={stroke}
        />
      ))}
    </svg>
  )
})
