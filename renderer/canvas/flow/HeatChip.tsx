import type { Heat } from '../../analysis/heat.ts'

/** What the overlay says of a card, on its lower edge: a number, or a letter and a name. */
export function HeatChip({ heat }: { readonly heat: Heat | undefined }) {
  if (heat === undefined) return null
  return (
    <span className="card-heat" data-named={heat.mark !== undefined} title={heat.title}>
      {heat.mark === undefined ? null : <b className="card-heat-mark">{heat.mark}</b>}
      <span className="card-heat-words">{heat.text}</span>
    </span>
  )
}
