import { useDeferredValue, useMemo, useState } from 'react'
import { known } from '../../shared/design/value.ts'
import type { PriceBookFile, PriceRow } from '../../shared/prices/price-row.ts'
import { useDesign } from '../store/design-store.ts'
import { todayIso } from '../store/today.ts'
import { Badge, Button, formatNumber, SearchField } from '../ui/index.ts'
import { findRows, priceWords, showRow } from './find-rows.ts'
import type { ShownRow } from './find-rows.ts'
import { OwnPriceEditor } from './OwnPriceEditor.tsx'

/** So many lines are read at once; the rest is found by typing. */
const shownAtOnce = 100

/** Every price with what it is for, where it holds and who says so. */
export function PriceTable({ book }: { readonly book: PriceBookFile }) {
  const [typed, setTyped] = useState('')
  const [all, setAll] = useState(false)
  const components = useDesign((design) => design.components)
  const rows = useMemo(() => {
    // What is on the drawing is what somebody comes here for.
    const drawn = new Set(components?.map(({ product }) => known(product)))
    const isDrawn = ({ row }: ShownRow): boolean => row.product !== undefined && drawn.has(row.product)
    return book.rows.map(showRow).toSorted((a, b) => Number(isDrawn(b)) - Number(isDrawn(a)))
  }, [book, components])
  const wanted = useDeferredValue(typed)
  const found = useMemo(() => findRows(rows, wanted), [rows, wanted])
  const shown = all ? found : found.slice(0, shownAtOnce)
  const today = todayIso()
  return (
    <>
      <SearchField
        // Whoever opens the book looks for a price.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="prices-search"
        label="Find a price"
        placeholder="Find a price: gpt-4.1 output, h100, eu, transfer"
        value={typed}
        onChange={setTyped}
      />
      <div className="prices-scroll">
        <table className="ui-records prices-table">
          <thead>
            <tr>
              <th scope="col">Price of</th>
              <th scope="col" className="number">
                USD
              </th>
              <th scope="col">Region</th>
              <th scope="col">As of</th>
              <th scope="col">Source</th>
              <th scope="col">Second source</th>
              <th scope="col">Licence</th>
              <th scope="col">This design</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <PriceLine key={keyOf(one.row)} shown={one} book={book} today={today} />
            ))}
          </tbody>
        </table>
      </div>
      <output className="faint small">
        {found.length === rows.length
          ? `${formatNumber(rows.length)} prices`
          : `${formatNumber(found.length)} of ${formatNumber(rows.length)} prices`}
        {shown.length < found.length ? (
          <Button tone="quiet" onClick={() => setAll(true)}>
            Show all {formatNumber(found.length)}
          </Button>
        ) : null}
      </output>
    </>
  )
}

interface PriceLineProps {
  readonly shown: ShownRow
  readonly book: PriceBookFile
  readonly today: string
}

function PriceLine({ shown: { row, label, product }, book, today }: PriceLineProps) {
  const { amount, per } = priceWords(row)
  const retired = row.product === undefined ? undefined : book.retiredOn?.[row.product]
  const isOpen = useDesign((design) => design.id !== '')
  return (
    <tr data-item={row.item} data-product={row.product}>
      <td>
        <span className="prices-product">
          {product}
          {retired === undefined ? null : (
            <Badge tone={retired <= today ? 'fail' : 'atRisk'}>
              {retired <= today ? `retired on ${retired}` : `until ${retired}`}
            </Badge>
          )}
        </span>
        <span className="faint small">{label}</span>
      </td>
      <td className="number">
        {amount}
        <span className="faint small"> {per}</span>
        <Spread row={row} />
      </td>
      <td className="prices-region">{row.region}</td>
      <td className="prices-date">{row.asOf}</td>
      <td className="prices-source" title={row.source}>
        {row.source}
      </td>
      <td>
        <SecondSource row={row} book={book} />
      </td>
      <td>{row.licence === 'fact' ? <span title="A list price is a fact">fact</span> : row.licence}</td>
      <td>{isOpen ? <OwnPriceEditor row={row} name={`${product}, ${label}`} /> : null}</td>
    </tr>
  )
}

function Spread({ row: { low, high } }: { readonly row: PriceRow }) {
  if (low === undefined && high === undefined) return null
  return (
    <span className="faint small prices-band">
      {low}–{high}
    </span>
  )
}

function SecondSource({
  row: { agrees, alternative },
  book,
}: {
  readonly row: PriceRow
  readonly book: PriceBookFile
}) {
  if (alternative !== undefined) {
    return (
      <span className="prices-differs" title={alternative.source}>
        ${alternative.usd}, {titleOf(alternative.source, book)}
      </span>
    )
  }
  if (agrees === undefined) return <span className="faint">–</span>
  return <span title={titleOf(agrees, book)}>agrees</span>
}

function titleOf(source: string, book: PriceBookFile): string {
  const found = book.sources?.[source]
  return found === undefined ? source : `${found.title}, ${found.asOf}`
}

function keyOf({ item, product, region }: PriceRow): string {
  return `${item} ${product ?? ''} ${region}`
}
