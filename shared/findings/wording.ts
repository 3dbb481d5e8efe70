import type { Id } from '../design/design.ts'
import type { Graph, GraphFlow } from '../graph/graph.ts'
import { moneyFormatter, shownCurrency } from '../kinds/figures/money-format.ts'
import { formatBand, formatCount, formatExact, formatMs, type ShownBand } from '../kinds/figures/number-format.ts'

/** "A, B and C"; beyond four: "A, B, C and 5 more". */
export function listWords(words: readonly string[]): string {
  const [last = ''] = words.slice(-1)
  if (words.length <= 1) return last
  if (words.length > 4) return `${words.slice(0, 3).join(', ')} and ${words.length - 3} more`
  return `${words.slice(0, -1).join(', ')} and ${last}`
}

/** Names of elements in a stable order, each once. */
export function listNames(graph: Graph, ids: readonly Id[]): string {
  return listWords([...new Set(ids)].map((id) => graph.name(id)))
}

/** "Agent to Mail": an arrow by its ends, whatever is written on it. */
export function nameArrow(graph: Graph, { caller, callee }: GraphFlow): string {
  return `${graph.name(caller)} to ${graph.name(callee)}`
}

/** "1 person", "3 people". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${formatExact(number, formatCount)} ${number === 1 ? one : many}`
}

/** A plain number for sentences: at most `digits` after the point, no trailing zeros. */
export function figure(number: number, digits = 1): string {
  return formatExact(Number(number.toFixed(digits)), formatCount)
}

/** "450 ms", "9.1 s", "30 min". */
export function duration(milliseconds: number): string {
  return formatMs(milliseconds)
}

/** "$1.24k", or in the design's currency. */
export function money({ design }: Graph, usd: number): string {
  return moneyFormatter(shownCurrency(design))(usd)
}

/** "$7k ($2k–19k)": money with what is not known of it, in the digits that this leaves; "at least" where a price is missing. */
export function moneyWithBand({ design }: Graph, usd: ShownBand): string {
  return formatBand(usd, moneyFormatter(shownCurrency(design)))
}
