import type { DesignCurrency, Stated } from '../../shared/design/design.ts'
import { isStated, known } from '../../shared/design/value.ts'
import { currencyFault } from '../../shared/kinds/figures/money-format.ts'
import { designStore, editDocument } from '../store/design-store.ts'
import { useStore } from 'zustand'
import { todayIso } from '../store/today.ts'
import { DateField, NumberField, TextField } from '../ui/index.ts'

/** The currency of the open design, with the rate that somebody typed, its day and who says so. */
export function CurrencyEditor() {
  const open = useStore(designStore, (state) => state.open)
  const currency = useStore(designStore, (state) => state.document.currency)
  if (!open) return null
  const code = currency?.code ?? 'USD'
  const rate = currency?.unitsPerUsd
  const stated: Partial<Stated<number>> = isStated(rate) ? rate : {}
  const fault = currencyFault(currency === undefined ? {} : { currency })
  return (
    <fieldset className="currency" aria-label="Currency of this design">
      <span>Amounts of this design in</span>
      <TextField
        className="currency-code"
        value={code}
        maxLength={3}
        aria-label="Currency"
        onCommit={(next) => setCode(next)}
      />
      {code === 'USD' ? (
        <span className="faint">such as EUR or GBP; prices stay in USD</span>
      ) : (
        <>
          <span>at</span>
          <NumberField
            label="Units a USD"
            value={known(rate)}
            min={0}
            suffix={code}
            onCommit={(value) => setRate(code, value, stated)}
          />
          <span>a USD, as of</span>
          <DateField
            value={stated.asOf ?? ''}
            aria-label="Day of the rate"
            onCommit={(asOf) => setRate(code, known(rate), withText(stated, 'asOf', asOf))}
          />
          <TextField
            className="currency-source"
            value={stated.source ?? ''}
            placeholder="Who says so: ECB"
            aria-label="Source of the rate"
            onCommit={(source) => setRate(code, known(rate), withText(stated, 'source', source))}
          />
          {fault === undefined ? null : <span className="currency-fault">{fault}</span>}
        </>
      )}
    </fieldset>
  )
}

type Said = Pick<Partial<Stated<number>>, 'source' | 'asOf'>

function withText(said: Said, field: keyof Said, text: string): Said {
  const { [field]: _before, ...rest } = said
  return text.trim() === '' ? rest : { ...rest, [field]: text.trim() }
}

function setCode(typed: string): void {
  const code = typed.trim().toUpperCase()
  if (!/^[A-Z]{3}$/.test(code)) return
  // A rate is of one currency: that of another would be wrong by far.
  const currency: DesignCurrency | undefined =
    code === 'USD' ? undefined : { code, unitsPerUsd: { unknown: true, ask: 'Controlling' } }
  change('Choose the currency', currency)
}

function setRate(code: string, value: number | undefined, { source, asOf }: Said): void {
  if (value === undefined) {
    change('Take the rate back', { code, unitsPerUsd: { unknown: true, ask: 'Controlling' } })
    return
  }
  const unitsPerUsd = { value, asOf: asOf ?? todayIso(), ...(source === undefined ? {} : { source }) }
  change('State the rate', { code, unitsPerUsd })
}

function change(label: string, currency: DesignCurrency | undefined): void {
  editDocument(label, (design) => {
    const { currency: _before, ...rest } = design
    return currency === undefined ? rest : { ...rest, currency }
  })
}
