import { useState } from 'react'
import type { PriceOverride, Value } from '../../shared/design/design.ts'
import { isStated, known } from '../../shared/design/value.ts'
import type { PriceRow } from '../../shared/prices/price-row.ts'
import { useDesign } from '../store/design-store.ts'
import { Button, NumberField, Popover, Segmented, TextField } from '../ui/index.ts'
import { itemOf, ownPriceWords, stateOwnPrice } from './own-prices.ts'

type Way = 'price' | 'discount'

/** The design's own price or discount for a row of the book: a contract, a commitment. */
export function OwnPriceEditor({ row, name }: { readonly row: PriceRow; readonly name: string }) {
  const item = itemOf(row)
  const own = useDesign((design) => design.prices?.find((price) => price.item === item))
  const [open, setOpen] = useState(false)
  return (
    <Popover
      label={`Own price of ${name}`}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button tone="quiet" aria-label={`Own price of ${name}`}>
          {own === undefined ? 'Own price' : ownPriceWords(own)}
        </Button>
      }
    >
      {open ? <OwnPriceForm item={item} unit={row.unit} own={own} onDone={() => setOpen(false)} /> : null}
    </Popover>
  )
}

interface FormProps {
  readonly item: string
  readonly unit: string
  readonly own: PriceOverride | undefined
  readonly onDone: () => void
}

function OwnPriceForm({ item, unit, own, onDone }: FormProps) {
  const [way, setWay] = useState<Way>(own?.usd === undefined && own?.discount !== undefined ? 'discount' : 'price')
  const stated = way === 'price' ? own?.usd : own?.discount
  const [number, setNumber] = useState(known(stated))
  const [source, setSource] = useState(sourceOf(stated))
  const save = (): void => {
    stateOwnPrice(item, way, number, source)
    onDone()
  }
  return (
    <form
      className="own-price"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Segmented
        label="Kind of own price"
        value={way}
        options={[
          { value: 'price', label: 'Price' },
          { value: 'discount', label: 'Discount' },
        ]}
        onChange={(next) => {
          const chosen = next ?? way
          setWay(chosen)
          setNumber(known(chosen === 'price' ? own?.usd : own?.discount))
        }}
      />
      <NumberField
        key={way}
        label={way === 'price' ? 'Own price' : 'Discount'}
        value={number}
        min={0}
        {...(way === 'price' ? { suffix: unit } : { suffix: '%', scale: 100, max: 1 })}
        onCommit={setNumber}
      />
      <TextField
        value={source}
        placeholder="Who says so: contract, quote"
        aria-label="Who says so"
        onCommit={setSource}
      />
      <div className="own-price-foot">
        {own === undefined ? null : (
          <Button
            tone="quiet"
            onClick={() => {
              stateOwnPrice(item, way, undefined, '')
              onDone()
            }}
          >
            Take the book’s price
          </Button>
        )}
        <Button type="submit" tone="primary">
          Use it
        </Button>
      </div>
    </form>
  )
}

function sourceOf(value: Value<number> | undefined): string {
  return isStated(value) ? (value.source ?? '') : ''
}
