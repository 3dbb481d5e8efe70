import type { InputNode } from '../kinds/formula/formula.ts'
import { limitsOf } from '../kinds/formula/standing.ts'

/** A price list of this month is taken as it stands. */
const daysUntilOld = 30

/**
 * How much wider a price is known for each 90 days beyond the first 30, as a share of it on either side. Reason: model
 * and cloud lists moved by a few per cent of their prices in a quarter, most prices not at all; 2 % keeps the band of an
 * ordinary book small (a year: +-7 %) and still lets age decide where a target is close.
 */
const widensPer90Days = 0.02

/** Whole days between two ISO dates, never negative; a month or a year alone counts from its first day. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(from) - Date.parse(to)) / -86_400_000))
}

/** The share by which a price of that day is wider today, on either side. */
export function ageShare(asOf: string, today: string): number {
  return (Math.max(0, daysBetween(asOf, today) - daysUntilOld) / 90) * widensPer90Days
}

/** The node with the band that age gives it; the band it had before is kept as `fresh`. */
export function widenByAge(node: InputNode, asOf: string, today: string): InputNode {
  const share = ageShare(asOf, today)
  if (share === 0) return node
  const { low, high } = limitsOf(node) ?? { low: node.value, high: node.value }
  return { ...node, low: low * (1 - share), high: high * (1 + share), fresh: { low, high } }
}
