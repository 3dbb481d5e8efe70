import { evaluate, sourcesOf } from './formula.ts'
import type { Formula, InputNode } from './formula.ts'
import { limitsOf } from './standing.ts'

/** What moving one unknown alone to its low and to its high does to a result; the two may lie on either side of it. */
export interface FormulaSwing {
  readonly node: InputNode
  readonly atLow: number
  readonly atHigh: number
}

/**
 * How each unknown of a formula moves its result, by `keyOf`: exact, since the formula itself is evaluated at both ends.
 * The same field used twice in a formula moves as one. What has neither a band nor a standing counts as known.
 */
export function swingsIn(formula: Formula): ReadonlyMap<string, FormulaSwing> {
  const unknowns = new Map<string, { readonly node: InputNode; readonly low: number; readonly high: number }>()
  for (const node of sourcesOf(formula)) {
    const limits = limitsOf(node)
    if (limits && !unknowns.has(keyOf(node))) unknowns.set(keyOf(node), { node, ...limits })
  }
  const swings = new Map<string, FormulaSwing>()
  if (unknowns.size === 0) return swings
  const value = evaluate(formula, (node) => node.value)
  for (const [key, { node, low, high }] of unknowns) {
    const at = (end: number): number =>
      evaluate(formula, (other) => (other === node || keyOf(other) === key ? end : other.value)) - value
    swings.set(key, { node, atLow: at(low), atHigh: at(high) })
  }
  return swings
}

/**
 * What we do not know about a result, P10 to P90, from the bands of its inputs: each input is moved to its low and its
 * high alone, and the swings are joined as a root of a sum of squares. That assumes independent inputs and is exact
 * for sums; for products it is the first-order answer.
 */
export function bandOf(formula: Formula): { readonly low: number; readonly high: number } {
  const value = evaluate(formula)
  let below = 0
  let above = 0
  for (const { atLow, atHigh } of swingsIn(formula).values()) {
    below += Math.min(0, atLow, atHigh) ** 2
    above += Math.max(0, atLow, atHigh) ** 2
  }
  return { low: value - Math.sqrt(below), high: value + Math.sqrt(above) }
}

const keys = new WeakMap<InputNode, string>()

/** One field of one element is one unknown, however often a formula reads it. */
export function keyOf(node: InputNode): string {
  const made = keys.get(node)
  if (made !== undefined) return made
  const { on = '', field = '', source = '', region = '' } = node.provenance
  const key = [on, field, node.label, node.value, source, region].join('|')
  keys.set(node, key)
  return key
}
