import { X } from 'lucide-react'
import { useMemo } from 'react'
import type { PriceOverride } from '../../shared/design/design.ts'
import { isStated } from '../../shared/design/value.ts'
import { openPriceBook } from '../../shared/prices/price-book.ts'
import type { PriceBookFile } from '../../shared/prices/price-row.ts'
import { useDesign } from '../store/design-store.ts'
import { IconButton } from '../ui/index.ts'
import { dropOwnPrice, ownPriceName, ownPriceWords } from './own-prices.ts'

const none: readonly PriceOverride[] = []

/** The open design's own prices, those first that cannot be used, each with the reason. */
export function OwnPrices({ book }: { readonly book: PriceBookFile }) {
  const prices = useDesign((design) => design.prices) ?? none
  const ignored = useMemo(() => openPriceBook(book, prices).ignoredOverrides, [book, prices])
  if (prices.length === 0) return null
  const reasons = new Map(ignored.map(({ id, reason }) => [id, reason]))
  const sorted = prices.toSorted((a, b) => Number(reasons.has(b.id)) - Number(reasons.has(a.id)))
  return (
    <section className="own-prices">
      <h3 className="small muted">Prices of this design</h3>
      <ul>
        {sorted.map((price) => (
          <li key={price.id} data-ignored={reasons.has(price.id)}>
            <span>{ownPriceName(price.item)}</span>
            <strong>{ownPriceWords(price)}</strong>
            <span className="faint">{sourceOf(price)}</span>
            {reasons.has(price.id) ? (
              <span className="own-prices-reason">Not used. {reasons.get(price.id)}</span>
            ) : null}
            <IconButton
              label={`Take the book’s price of ${ownPriceName(price.item)}`}
              icon={X}
              onClick={() => dropOwnPrice(price.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function sourceOf({ usd, discount }: PriceOverride): string {
  const stated = usd ?? discount
  if (!isStated(stated)) return ''
  return [stated.source, stated.asOf].filter((part) => part !== undefined).join(', ')
}
