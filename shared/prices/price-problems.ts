import type { Design } from '../design/design.ts'
import type { Problem } from '../design/problem.ts'
import { currencyFault } from '../kinds/figures/money-format.ts'
import type { PriceBook } from './price-book.ts'

/**
 * What is wrong with the prices and the currency that a design states, as warnings: nothing is left out of the file, and
 * the listed price, or USD, counts instead. `book` is opened with the design's own prices.
 */
export function priceProblems(design: Design, book: PriceBook): readonly Problem[] {
  const places = new Map((design.prices ?? []).map(({ id }, index) => [id, `prices[${index}]`]))
  const unused = book.ignoredOverrides.map(({ id, item, reason }): Problem => {
    const sentence = `The design's own price of "${item}" is not used. ${reason}`
    return { code: 'prices', level: 'warning', sentence, path: places.get(id) ?? 'prices', element: id }
  })
  const fault = currencyFault(design)
  return fault === undefined
    ? unused
    : [...unused, { code: 'currency', level: 'warning', sentence: fault, path: 'currency' }]
}
