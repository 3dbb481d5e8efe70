import { useState } from 'react'
import { useStore } from 'zustand'
import type { DesignCurrency, Stated } from '../../shared/design/design.ts'
import { isStated, known } from '../../shared/design/value.ts'
import { currencyFault } from '../../shared/kinds/figures/money-format.ts'
import { designStore, editDocument } from '../store/design-store.ts'
import { todayIso } from '../store/today.ts'
import { DateField, NumberField, showToast, TextField } from '../ui/index.ts'

/** The currency of the open design, with the rate that somebody typed, its day and who says so. */
export function CurrencyEditor() {
  const open = useStore(designStore, (state) => state.open)
  const currency = useStore(designStore, (state) => state.document.currency)
  // Whoever says the day and the source first finds them there with the rate.
  const [saidBefore, setSaidBefore] = useState<Said>({})
  if (!open) return null
  const code = currency?.code ?? 'USD'
  const rate = currency?.unitsPerUsd
  const said: Said = isStated(rate) ? rate : saidBefore
  const say = (value: number | undefined, next: Said): void => {
    setSaidBefore(next)
    if (value !== undefined || known(rate) !== undefined) setRate(code, value, next)
  }
  const fault = currencyFault(currency === undefined ? {} : { currency })
  return (
    <fieldset className="currency" aria-label="Currency of this design">
      <span>Amounts of this design in</span>
      <TextField
        className="currency-code"
        value={code}
        maxLength={3}
        aria-label="Currency"
        onCommit={(next) => {
          if (setCode(next, code)) setSaidBefore({})
        }}
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
            // The day and the source vouch for the rate that they came with, never for the next one.
            onCommit={(value) => say(value, known(rate) === undefined ? said : {})}
          />
          <span>a USD, as of</span>
          <DateField
            value={said.asOf ?? ''}
            aria-label="Day of the rate"
            onCommit={(asOf) => say(known(rate), withText(said, 'asOf', asOf))}
          />
          <TextField
            className="currency-source"
            value={said.source ?? ''}
            placeholder="Who says so: ECB"
            aria-label="Source of the rate"
            onCommit={(source) => say(known(rate), withText(said, 'source', source))}
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

/** False where the design keeps the currency that it has. */
function setCode(typed: string, before: string): boolean {
  const code = typed.trim().toUpperCase()
  if (!/^[A-Z]{3}$/.test(code)) {
    showToast(`“${typed.trim()}” was not taken. A currency has three letters, such as EUR.`, { tone: 'fail' })
    return false
  }
  if (code === before) return false
  // A rate is of one currency: that of another would be wrong by far.
  const currency: DesignCurrency | undefined =
    code === 'USD' ? undefined : { code, unitsPerUsd: { unknown: true, ask: 'Controlling' } }
  change('Choose the currency', currency)
  return true
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
