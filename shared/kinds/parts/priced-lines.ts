import { amount, assumed, factAmount, option } from '../fields/declare-field.ts'
import type { Fields } from '../fields/field.ts'
import { constant, input, product, quotient } from '../formula/formula.ts'
import type { Formula, InputNode } from '../formula/formula.ts'
import type { FieldReader, PricedLine, PriceLookup } from '../kind.ts'
import { month } from '../figures/month.ts'
import { scalingFields } from './scaling.ts'

export const hoursPerMonth = constant('Hours per month', month.hours, 'hours')

/** A technology line: USD per call, or per month, as the caller says. */
export function technology(id: string, label: string, usd: Formula): PricedLine {
  return { id, label, headline: 'technology', usd }
}

/** Paid time of people, which a total never hides among machines. */
export function people(id: string, label: string, usd: Formula): PricedLine {
  return { id, label, headline: 'people', usd }
}

/** A number worked out by the engine from what comes before, such as the tokens in hand. */
export function workedOut(label: string, value: number, unit: InputNode['unit']): InputNode {
  return input(label, value, unit, { from: 'derived' })
}

/** The price that somebody stated in `field`, else the book's price of `item` for the product. */
export function priceOf(
  settings: FieldReader,
  field: string,
  prices: PriceLookup,
  item: string,
  productId: string | undefined,
): InputNode {
  return settings.number(field) === undefined ? prices.find(item, productId) : settings.input(field)
}

/** What one call costs: stated as `usdPerCall`, else the book's price of a million of them. */
export function pricePerCall(
  settings: FieldReader,
  prices: PriceLookup,
  item: string,
  productId: string | undefined,
): Formula {
  return settings.number('usdPerCall') === undefined
    ? perMillionCalls(prices.find(item, productId))
    : settings.input('usdPerCall')
}

/** How many copies run, and over how many zones. */
export function machineFields(replicas = 1): Fields {
  return {
    replicas: amount('Replicas', 'machines', {
      first: true,
      integer: true,
      min: 1,
      ...assumed(replicas, replicas, replicas * 2, 'a small deployment'),
    }),
    zones: factAmount('Zones', 'count', 'Over how many zones are the replicas spread?', 'Platform team', {
      integer: true,
    }),
    ...scalingFields,
    usdPerMachineHour: amount('Price per machine hour', 'USD/hour', { help: 'Over the price book.' }),
  }
}

/** Whether a vendor runs it, or we do, on machines of any make. */
export const runsOnField: Fields = {
  runsOn: option(
    'Runs on',
    { service: 'A managed service', machines: 'Machines of ours' },
    'service',
    'assumed: a managed service',
    { ours: 'machines' },
  ),
}

/** The price item of a machine: the service's own, or that of any machine where the software runs on ours. */
export function machineItem(settings: FieldReader, item: string): string {
  return settings.text('runsOn') === 'machines' ? 'compute.machine-hour' : item
}

/** The same for a gigabyte kept. */
export function storageItem(settings: FieldReader, item: string): string {
  return settings.text('runsOn') === 'machines' ? 'compute.disk' : item
}

/** Replicas x hours x price per hour, running whether called or not. */
export function machineLine(
  settings: FieldReader,
  prices: PriceLookup,
  item: string,
  productId: string | undefined,
): PricedLine {
  const price = priceOf(settings, 'usdPerMachineHour', prices, item, productId)
  return technology('machines', 'Machines', product(settings.input('replicas'), hoursPerMonth, price))
}

/** A subscription or flat price that only the buyer knows: no line until it is stated. */
export const flatPriceField: Fields = {
  usdPerMonth: amount('Price per month', 'USD/month', { help: 'Licence or subscription, when there is one.' }),
}

/** What is paid a month whatever is used; no line where nobody stated it. */
export function flatPriceLines(settings: FieldReader): readonly PricedLine[] {
  if (settings.number('usdPerMonth') === undefined) return []
  return [technology('subscription', 'Subscription', settings.input('usdPerMonth'))]
}

/** A price per million calls as USD of one call. */
export function perMillionCalls(price: InputNode): Formula {
  return quotient(price, constant('Calls per price unit', 1_000_000))
}

/** How much is kept again as backups, as a multiple of the data. */
export const backupFields: Fields = {
  backupCopies: amount('Backups kept, times the data', 'count', assumed(1, 0.3, 3, 'one full copy and its changes')),
}

/** What backups of so many gigabytes cost a month: a line that bills show and estimates forget. */
export function backupLine(
  settings: FieldReader,
  prices: PriceLookup,
  productId: string | undefined,
  gigabytes: Formula,
): PricedLine {
  const price = prices.find('store.backup', productId)
  return technology('backups', 'Backups', product(gigabytes, settings.input('backupCopies'), price))
}
