import { evaluate, type Formula, hasMissing, type InputNode } from '../kinds/formula.ts'
import { swingsIn } from '../kinds/formula-band.ts'
import type { Band } from './estimate.ts'

/** What moving each unknown of a formula alone to its low or its high does to the result; `below` is not positive. */
export type FormulaSwings = ReadonlyMap<string, FormulaSwing>

export interface FormulaSwing {
  readonly below: number
  readonly above: number
  /** The move at the input's low and at its high, whichever way they go. */
  readonly atLow: number
  readonly atHigh: number
  readonly node: InputNode
}

export function swingsOf(formula: Formula): FormulaSwings {
  const swings = new Map<string, FormulaSwing>()
  for (const [key, { node, atLow, atHigh }] of swingsIn(formula)) {
    swings.set(key, { below: Math.min(0, atLow, atHigh), above: Math.max(0, atLow, atHigh), atLow, atHigh, node })
  }
  return swings
}

/**
 * The band of a sum of parts, P10 to P90: one unknown moves all parts together, different unknowns are independent, so
 * that their swings join as a root of a sum of squares. Exact for sums, the first-order answer for products.
 */
export function sumBand(parts: readonly { readonly formula: Formula; readonly swings: FormulaSwings }[]): Band {
  let value = 0
  let atLeast = false
  const joined = new Map<string, { below: number; above: number }>()
  for (const { formula, swings } of parts) {
    value += evaluate(formula)
    atLeast ||= hasMissing(formula)
    for (const [key, { below, above }] of swings) {
      const known = joined.get(key)
      joined.set(key, { below: (known?.below ?? 0) + below, above: (known?.above ?? 0) + above })
    }
  }
  const low = Math.sqrt([...joined.values()].reduce((sum, swing) => sum + swing.below ** 2, 0))
  const high = Math.sqrt([...joined.values()].reduce((sum, swing) => sum + swing.above ** 2, 0))
  return { value, low: Math.max(0, value - low), high: value + high, ...(atLeast ? { atLeast } : {}) }
}

export function scaleBand(band: Band, factor: number): Band {
  return { ...band, value: band.value * factor, low: band.low * factor, high: band.high * factor }
}
