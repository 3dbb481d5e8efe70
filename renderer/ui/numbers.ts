import { groupThousands, thinSpace } from '../../shared/kinds/figures/number-format.ts'
import { plainDigits } from '../../shared/kinds/figures/plain-digits.ts'

/** Up to `significant` digits, without trailing zeros, thousands grouped; whole digits are never rounded away. */
export function formatNumber(value: number, significant = 4): string {
  if (!Number.isFinite(value)) return '–'
  const whole = Math.abs(value) >= 1 ? Math.floor(Math.log10(Math.abs(value))) + 1 : 0
  const decimals = whole > 0 ? Math.max(0, significant - whole) : decimalsBelowOne(value, significant)
  const text = trimZeros(value.toFixed(decimals))
  return groupThousands(text.replace('-', '−'), thinSpace)
}

function decimalsBelowOne(value: number, significant: number): number {
  if (value === 0) return 0
  return Math.min(10, -Math.floor(Math.log10(Math.abs(value))) - 1 + significant)
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text
}

const multipliers: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, m: 1e6, M: 1e6, bn: 1e9, b: 1e9, B: 1e9 }

/** What a person may write behind a number instead of the unit of the field, each in the smallest of its sort. */
const sorts: readonly Readonly<Record<string, number>>[] = [
  {
    ...words(1, 'ms', 'milliseconds'),
    ...words(1000, 's', 'sec', 'secs', 'second', 'seconds'),
    ...words(60_000, 'm', 'min', 'mins', 'minute', 'minutes'),
    ...words(3_600_000, 'h', 'hr', 'hrs', 'hour', 'hours'),
    ...words(86_400_000, 'd', 'day', 'days'),
  },
  { ...words(1, 'bytes', 'b'), ...words(1e3, 'kb'), ...words(1e6, 'mb'), ...words(1e9, 'gb'), ...words(1e12, 'tb') },
]

/** How many of a field's own currency one of another buys, by its code: of EUR at 0.92 a USD, `{ USD: 0.92 }`. */
export type OtherCurrencies = Readonly<Record<string, number>>

/**
 * Reads what a person types for a number: thousands may be grouped, a final k, M or B multiplies. Behind the number may
 * stand the unit of the field, or another of its sort: "4 s" is 4,000 in a field of milliseconds. An amount may carry
 * its currency; one that is neither that of the unit ("EUR/month") nor among `others` is no amount that goes there.
 * Undefined when it is no number.
 */
export function parseNumber(text: string, unit = '', others: OtherCurrencies = {}): number | undefined {
  const { rest, times: ofCurrency } = withoutCurrency(text.trim(), unit, others)
  const match = /^(?<digits>[-−]?[\d.,][\d\s.,'_]*(?:e[+-]?\d+)?)(?<behind>.*)$/u.exec(rest)?.groups
  if (match === undefined || ofCurrency === undefined) return undefined
  const digits = plainDigits(match['digits'] ?? '')
  const times = factorOf((match['behind'] ?? '').trim(), unit)
  if (times === undefined || !/^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/.test(digits)) return undefined
  const value = Number(digits) * times * ofCurrency
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : undefined
}

/** The currency of a unit such as "EUR/month". */
export function currencyOf(unit: string): string | undefined {
  return /^[A-Z]{3}(?=\/|$)/.exec(unit)?.[0]
}

const codeOfSign: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR' }

interface Amount {
  /** The text without its currency. */
  readonly rest: string
  /** What brings it into the currency of the field; undefined where nobody has said what it is worth. */
  readonly times: number | undefined
}

/** "2 100 €/month" in a field of USD a month: "2 100", times what a euro is worth. Elsewhere a sign says nothing. */
function withoutCurrency(text: string, unit: string, others: OtherCurrencies): Amount {
  const own = currencyOf(unit)
  if (own === undefined) return { rest: text.replace(/^[$€£]\s*|\s*[$€£]$/g, ''), times: 1 }
  const per = unit.slice(own.length)
  const amount = per !== '' && text.toLowerCase().endsWith(per.toLowerCase()) ? text.slice(0, -per.length) : text
  const mark = /^(?:[$€£¥₹]|[a-z]{3}(?=[\s\d]))|(?:[$€£¥₹]|(?<=[\s\dk])[a-z]{3})$/i.exec(amount.trim())?.[0]
  if (mark === undefined) return { rest: amount, times: 1 }
  const code = codeOfSign[mark] ?? mark.toUpperCase()
  return { rest: amount.replace(mark, '').trim(), times: code === own ? 1 : others[code] }
}

function factorOf(behind: string, unit: string): number | undefined {
  const [typed, own] = [behind.toLowerCase(), unit.toLowerCase()]
  if (behind === '' || typed === own || behind === '%') return 1
  const sort = sorts.find((one) => own in one)
  const [from, to] = [sort?.[typed], sort?.[own]]
  if (from !== undefined && to !== undefined) return from / to
  return multipliers[behind]
}

function words(size: number, ...names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name) => [name, size]))
}
