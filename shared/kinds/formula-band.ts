import { evaluate, inputsOf } from './formula.ts'
import type { Formula, InputNode } from './formula.ts'

/**
 * What we do not know about a result, P10 to P90, from the bands of its inputs: each input is moved to its low and its
 * high alone, and the swings are joined as a root of a sum of squares. That assumes independent inputs and is exact
 * for sums; for products it is the first-order answer. The same field used twice in a formula moves as one.
 * An input without a band counts as known.
 */
export function bandOf(formula: Formula): { readonly low: number; readonly high: number } {
  const value = evaluate(formula)
  let below = 0
  let above = 0
  for (const [key, node] of bandedInputs(formula)) {
    const ends = [node.low ?? node.value, node.high ?? node.value].map((end) =>
      evaluate(formula, (other) => (keyOf(other) === key ? end : other.value)),
    )
    below += Math.max(0, value - Math.min(...ends)) ** 2
    above += Math.max(0, Math.max(...ends) - value) ** 2
  }
  return { low: value - Math.sqrt(below), high: value + Math.sqrt(above) }
}

function bandedInputs(formula: Formula): ReadonlyMap<string, InputNode> {
  const banded = inputsOf(formula).filter((node) => node.low !== undefined || node.high !== undefined)
  return new Map(banded.map((node) => [keyOf(node), node]))
}

/** One field of one element is one unknown, however often a formula reads it. */
export function keyOf(node: InputNode): string {
  const { on = '', field = '', source = '', region = '' } = node.provenance
  return [on, field, node.label, node.value, source, region].join('|')
}
