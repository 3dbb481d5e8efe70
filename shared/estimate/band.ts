import { evaluate, type Formula, hasMissing, inputsOf, type InputNode } from '../kinds/formula.ts'
import { keyOf } from '../kinds/formula-band.ts'
import type { Band } from './estimate.ts'

/** What moving each unknown of a formula alone to its low or its high does to the result; `below` is not positive. */
export type FormulaSwings = ReadonlyMap<
  string,
  { readonly below: number; readonly above: number; readonly node: InputNode }
>

export function swingsOf(formula: Formula): FormulaSwings {
  const swings = new Map<string, { below: number; above: number; node: InputNode }>()
  const banded = new Map<string, InputNode>()
  for (const node of inputsOf(formula)) {
    if (node.low !== undefined || node.high !== undefined) banded.set(keyOf(node), node)
  }
  if (banded.size === 0) return swings
  const value = evaluate(formula)
  for (const [key, node] of banded) {
    const at = (end: number): number =>
      evaluate(formula, (other) => (other === node || keyOf(other) === key ? end : other.value)) - value
    const ends = [at(node.low ?? node.value), at(node.high ?? node.value)]
    swings.set(key, { below: Math.min(0, ...ends), above: Math.max(0, ...ends), node })
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
