import { daysBetween } from '../../../shared/prices/age.ts'
import { LinkButton } from '../../ui/index.ts'
import { todayIso } from '../edits.ts'
import { currencyWords } from '../quantities.ts'
import { viewStore } from '../stores.ts'

/** How old the prices are, once; opens the book that they stand in. */
export function PricesLine({ date }: { readonly date: string }) {
  const note = currencyWords()
  const age = daysBetween(date, todayIso())
  return (
    <LinkButton title="Open the price book" onClick={() => viewStore.getState().set({ pricesOpen: true })}>
      Prices of {date}, {age === 1 ? 'one day' : `${age} days`} old{note === undefined ? '' : `, shown in ${note}`}
    </LinkButton>
  )
}
