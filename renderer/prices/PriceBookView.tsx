import './prices.css'
import { Download, RotateCcw } from 'lucide-react'
import { useMemo, useState } from 'react'
import { daysBetween } from '../../shared/prices/age.ts'
import type { PriceBookFile } from '../../shared/prices/price-row.ts'
import { shippedBook } from '../store/current-book.ts'
import { adoptPrices, priceStore, resetPrices, usePrices } from '../store/price-store.ts'
import { todayIso } from '../store/today.ts'
import { Button, TextFileButton, formatNumber, showToast } from '../ui/index.ts'
import type { ChosenText } from '../ui/index.ts'
import { CurrencyEditor } from './CurrencyEditor.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import { OwnPrices } from './OwnPrices.tsx'
import { PriceTable } from './PriceTable.tsx'

/** The book that counts in this workspace; a file that was chosen is shown with all it changes before it counts. */
export function PriceBookView() {
  const imported = usePrices((state) => state.imported)
  const book = imported?.book ?? shippedBook()
  const [chosen, setChosen] = useState<ChosenText | undefined>(undefined)
  if (chosen !== undefined) {
    return (
      <ImportPreview
        key={chosen.fileName}
        base={book}
        {...chosen}
        onCancel={() => setChosen(undefined)}
        onAccept={(next) => {
          setChosen(undefined)
          void adopt(chosen.fileName, next)
        }}
      />
    )
  }
  return (
    <div className="prices">
      <div className="prices-head">
        <BookLine book={book} fileName={imported?.fileName} />
        <TextFileButton
          label="Price file"
          accept=".json,.csv,.tsv,.txt"
          icon={Download}
          title="LiteLLM JSON, or a table with the columns item, product, usd, unit, region, date, source"
          onChoose={setChosen}
        >
          Import prices...
        </TextFileButton>
        {imported === undefined ? null : (
          <Button icon={RotateCcw} onClick={() => void reset()}>
            Back to the shipped book
          </Button>
        )}
      </div>
      <CurrencyEditor />
      <OwnPrices book={book} />
      <PriceTable book={book} />
    </div>
  )
}

/** One line that says how old the book is; single prices do not. */
function BookLine({ book, fileName }: { readonly book: PriceBookFile; readonly fileName: string | undefined }) {
  const age = daysBetween(book.date, todayIso())
  const counts = useMemo(
    () => ({
      agrees: book.rows.filter((row) => row.agrees !== undefined).length,
      differs: book.rows.filter((row) => row.alternative !== undefined).length,
    }),
    [book],
  )
  return (
    <p className="prices-line" data-book-date={book.date}>
      <strong>
        Prices of {book.date}, {age === 1 ? 'one day' : `${age} days`} old
      </strong>
      <span className="muted">
        {formatNumber(book.rows.length)} prices{fileName === undefined ? '' : `, with those of ${fileName}`}; a second
        source agrees on {counts.agrees} and differs on {counts.differs}. Bands grow by 2 % for 90 days of age.
      </span>
    </p>
  )
}

async function adopt(fileName: string, book: PriceBookFile): Promise<void> {
  const before = priceStore.getState().imported
  await adoptPrices(fileName, book)
  showToast(`The prices of “${fileName}” count now in this workspace.`, {
    action: {
      label: 'Undo',
      run: () => void (before === undefined ? resetPrices() : adoptPrices(before.fileName, before.book)),
    },
  })
}

async function reset(): Promise<void> {
  const given = await resetPrices()
  if (given === undefined) return
  showToast('The shipped prices count again.', {
    action: { label: 'Undo', run: () => void adoptPrices(given.fileName, given.book) },
  })
}
