import { type Formatter, formatMs, splitBand } from '../../shared/kinds/figures/number-format.ts'
import type { StoredHeadlines } from '../store/stored.ts'

/** A number of a card, and its band for who asks. */
export interface CardFact {
  readonly text: string
  readonly band?: string
}

/** What a card says of cost and time: as many digits as their bands allow, as everywhere. */
export function cardFacts(
  { technology, people, answer, noAnswer }: StoredHeadlines,
  money: Formatter,
): readonly CardFact[] {
  const fact = (before: string, band: typeof answer, format: Formatter, after = ''): readonly CardFact[] => {
    if (band === undefined) return []
    const { text, range } = splitBand(band, format)
    return [{ text: `${before}${text}${after}`, ...(range === undefined ? {} : { band: range }) }]
  }
  return [
    ...fact('', technology, money, ' /month'),
    ...(people === undefined || people.value === 0 ? [] : fact('people ', people, money)),
    ...(noAnswer === undefined ? fact('p95 ', answer, formatMs) : [{ text: `p95 ${noAnswer}` }]),
  ]
}
