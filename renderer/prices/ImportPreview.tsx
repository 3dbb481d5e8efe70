import { useMemo, useState } from 'react'
import type { Problem } from '../../shared/design/problem.ts'
import { typographic } from '../../shared/design/typographic.ts'
import { diffBooks } from '../../shared/prices/import/diff-books.ts'
import type { BookDifference } from '../../shared/prices/import/diff-books.ts'
import { importPrices } from '../../shared/prices/import/import-prices.ts'
import type { PriceBookFile, PriceRow } from '../../shared/prices/price-row.ts'
import { todayIso } from '../store/today.ts'
import { Button, DateField, formatNumber } from '../ui/index.ts'
import { priceWords, showRow } from './find-rows.ts'
import { MovedNumbers } from './MovedNumbers.tsx'

interface ImportPreviewProps {
  readonly base: PriceBookFile
  readonly fileName: string
  readonly text: string
  readonly onCancel: () => void
  readonly onAccept: (book: PriceBookFile) => void
}

/** What a price file changes, before it counts. */
export function ImportPreview({ base, fileName, text, onCancel, onAccept }: ImportPreviewProps) {
  const [asOf, setAsOf] = useState(todayIso)
  const result = useMemo(() => importPrices(base, { text, asOf }), [base, text, asOf])
  const book = result.ok ? result.value.book : undefined
  const difference = useMemo(() => (book === undefined ? undefined : diffBooks(base, book)), [base, book])
  return (
    <div className="prices prices-preview">
      <div className="prices-head">
        <p className="prices-line">
          <strong>{fileName}</strong>
          <span className="muted">
            {result.ok
              ? `${result.value.used === 1 ? 'One price' : `${formatNumber(result.value.used)} prices`} from ${result.value.what}. Nothing counts yet.`
              : 'It cannot be used.'}
          </span>
        </p>
        <div className="prices-as-of">
          <span>Prices as of</span>
          <DateField
            value={asOf}
            aria-label="Prices as of"
            onCommit={(next) => setAsOf(next === '' ? todayIso() : next)}
          />
        </div>
        <Button onClick={onCancel}>Cancel</Button>
        <Button tone="primary" disabled={book === undefined} onClick={() => book !== undefined && onAccept(book)}>
          Use these prices
        </Button>
      </div>
      <div className="prices-scroll">
        <Problems title={result.ok ? 'What is left out' : 'What is wrong with it'} problems={result.problems} />
        <Problems title="To look at again" problems={result.ok ? result.value.doubts : []} isUsed />
        {difference === undefined || book === undefined ? null : (
          <>
            <MovedNumbers book={book} />
            <Difference difference={difference} />
          </>
        )}
      </div>
    </div>
  )
}

interface ProblemsProps {
  readonly title: string
  readonly problems: readonly Problem[]
  /** The lines count all the same. */
  readonly isUsed?: boolean
}

function Problems({ title, problems, isUsed = false }: ProblemsProps) {
  if (problems.length === 0) return null
  return (
    <section className="prices-part">
      <h3>{title}</h3>
      <ul className="prices-problems" data-used={isUsed}>
        {problems.map(({ sentence, path }) => (
          <li key={`${path} ${sentence}`}>{typographic(sentence)}</li>
        ))}
      </ul>
    </section>
  )
}

function Difference({ difference }: { readonly difference: BookDifference }) {
  const { changed, added, removed, retired, confirmed } = difference
  const nothing = changed.length + added.length + removed.length + retired.length === 0
  return (
    <>
      <output className="prices-counts">
        {nothing
          ? 'It changes no price.'
          : `${changed.length} changed, ${added.length} added, ${removed.length} removed.`}{' '}
        {confirmed === 0
          ? ''
          : `${confirmed === 1 ? 'One stays as it is' : `${confirmed} stay as they are`}, with a newer date.`}
      </output>
      {retired.length === 0 ? null : (
        <Part title="Out of service">
          {retired.map(({ product, on }) => (
            <tr key={product}>
              <td>{showRow(rowFor(product)).product}</td>
              <td colSpan={3}>{on}</td>
            </tr>
          ))}
        </Part>
      )}
      {changed.length === 0 ? null : (
        <Part title="Changed">
          {changed.map(({ before, after, share }) => (
            <tr key={`${after.item} ${after.product} ${after.region}`}>
              <PriceName row={after} />
              <td className="number">{priceWords(before).amount}</td>
              <td className="number">
                {priceWords(after).amount} <span className="faint small">{priceWords(after).per}</span>
              </td>
              <td className="number prices-change" data-rises={share > 0}>
                {share > 0 ? '+' : '−'}
                {Number(Math.abs(share * 100).toPrecision(3))} %
              </td>
            </tr>
          ))}
        </Part>
      )}
      <PriceList title="Added" rows={added} />
      <PriceList title="Removed" rows={removed} />
    </>
  )
}

function PriceList({ title, rows }: { readonly title: string; readonly rows: readonly PriceRow[] }) {
  if (rows.length === 0) return null
  return (
    <Part title={title}>
      {rows.map((row) => (
        <tr key={`${row.item} ${row.product} ${row.region}`}>
          <PriceName row={row} />
          <td className="number" colSpan={2}>
            {priceWords(row).amount} <span className="faint small">{priceWords(row).per}</span>
          </td>
          <td>{row.region}</td>
        </tr>
      ))}
    </Part>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className="prices-part">
      <h3>{title}</h3>
      <table className="ui-records prices-table">
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

function PriceName({ row }: { readonly row: PriceRow }) {
  const { label, product } = showRow(row)
  return (
    <td>
      <span className="prices-product">{product}</span>
      <span className="faint small">{label}</span>
    </td>
  )
}

function rowFor(product: string): PriceRow {
  return { item: '', product, usd: 1, unit: '', region: '', asOf: '', source: '', licence: '', confidence: 'C' }
}
