import type { Problem } from '../../design/problem.ts'
import type { PriceRow } from '../price-row.ts'

/** What an importer found: rows to put over the book, and rows of the book that no longer hold. */
export interface FoundPrices {
  /** As people say it: "a LiteLLM list", "a table of prices". */
  readonly what: string
  readonly rows: readonly PriceRow[]
  readonly dropped: readonly PriceRow[]
  readonly retiredOn: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
  /** About rows that are used and may be meant otherwise. */
  readonly doubts: readonly Problem[]
}
