import type { InputNode } from '../../kinds/formula/formula.ts'

/**
 * How often something is reached: a number and, among its factors, those inputs that have a band, so that a formula can
 * show them and a total moves with them. `value` is the product of everything, factors included.
 */
export interface Reach {
  readonly value: number
  readonly factors: readonly InputNode[]
}

export const once: Reach = { value: 1, factors: [] }

/** Reached `times` as often; `input` is the banded input that says so, if there is one. */
export function scale(reach: Reach, times: number, input?: InputNode): Reach {
  // Most steps happen once: what stays the same stays the very object, which the next edit tells at a glance.
  if (times === 1 && input === undefined) return reach
  const value = reach.value * times
  return input !== undefined && times > 0
    ? { value, factors: [...reach.factors, input] }
    : { value, factors: reach.factors }
}

/** How often the inner happens for each start of the outer, with the factors of both. */
export function chain(outer: Reach, inner: Reach): Reach {
  if (isOnce(outer)) return inner
  if (isOnce(inner)) return outer
  return { value: outer.value * inner.value, factors: [...outer.factors, ...inner.factors] }
}

function isOnce({ value, factors }: Reach): boolean {
  return value === 1 && factors.length === 0
}

/** Reached in two ways. Factors stay only when both ways have them, since a sum is no product. */
export function either(a: Reach | undefined, b: Reach): Reach {
  if (!a || a.value === 0) return b
  if (b.value === 0) return a
  const factors = a.factors.filter((factor) => b.factors.includes(factor))
  return { value: a.value + b.value, factors }
}

/** What remains of the value when the factors are taken out; the formula multiplies both again. */
export function baseOf(reach: Reach): number {
  return reach.factors.reduce((base, factor) => (factor.value === 0 ? base : base / factor.value), reach.value)
}
