import { useRef, useState } from 'react'
import type { PriceOverride, Value } from '../../shared/design/design.ts'
import { isStated, known } from '../../shared/design/value.ts'
import type { PriceRow } from '../../shared/prices/price-row.ts'
import { useDesign } from '../store/design-store.ts'
import { Button, Choice, NumberField, Popover, Segmented, TextField } from '../ui/index.ts'
import { discountScopes, itemOf, ownPriceName, ownPriceOf, ownPriceWords, stateOwnPrice } from './own-prices.ts'

type Way = 'price' | 'discount'

/** The design's own price or discount for a row of the book: a contract, a commitment. */
export function OwnPriceEditor({ row, name }: { readonly row: PriceRow; readonly name: string }) {
  const own = useDesign((design) => ownPriceOf(design.prices, row))
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
      {open ? <OwnPriceForm row={row} own={own} onDone={() => setOpen(false)} /> : null}
    </Popover>
  )
}

interface FormProps {
  readonly row: PriceRow
  readonly own: PriceOverride | undefined
  readonly onDone: () => void
}

function OwnPriceForm({ row, own, onDone }: FormProps) {
  const [way, setWay] = useState<Way>(own?.usd === undefined && own?.discount !== undefined ? 'discount' : 'price')
  const scopes = discountScopes(row)
  const [scope, setScope] = useState(own?.item ?? itemOf(row))
  const stated = way === 'price' ? own?.usd : own?.discount
  const [number, setNumber] = useState(known(stated))
  const [source, setSource] = useState(sourceOf(stated))
  const refused = useRef(false)
  const save = (): void => {
    // Nothing was said, or what was typed was refused with a message: there is nothing to use yet.
    const wasRefused = refused.current
    refused.current = false
    if (wasRefused || (number === undefined && own === undefined)) return
    const at = (name: string | undefined): number => scopes.findIndex((each) => each.value === name)
    // A narrower discount would win over the wider one that is stated now.
    const replaced = way === 'discount' && own !== undefined && at(own.item) < at(scope) ? own.id : undefined
    stateOwnPrice(way === 'price' ? itemOf(row) : scope, way, number, source, replaced)
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
        {...(way === 'price' ? { suffix: row.unit } : { suffix: '%', scale: 100, max: 1 })}
        onCommit={(next) => {
          refused.current = false
          setNumber(next)
        }}
        onRefuse={() => (refused.current = true)}
      />
      {way === 'discount' && scopes.length > 1 ? (
        <Choice
          label="Taken off"
          value={scope}
          options={
            scopes.some((each) => each.value === scope)
              ? scopes
              : [...scopes, { value: scope, label: ownPriceName(scope) }]
          }
          onChange={setScope}
        />
      ) : null}
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
              stateOwnPrice(own.item, way, undefined, '')
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
