import { Big } from 'big.js'
import type { Formula, OperationNode } from './formula.ts'
import { groupThousands, thinSpace } from '../figures/number-format.ts'

/** Far beyond a cent of any bill, so that a division inside a formula never shows in its result. */
const Exact = Big()
Exact.DP = 40
Exact.RM = Exact.roundHalfEven

const zero = new Exact(0)

const operations: Readonly<Record<OperationNode['op'], (values: readonly Big[]) => Big>> = {
  sum: (values) => values.reduce((total, value) => total.plus(value), zero),
  product: (values) => values.reduce((total, value) => total.times(value), new Exact(1)),
  quotient: ([dividend = zero, divisor = zero]) => (divisor.eq(0) ? zero : dividend.div(divisor)),
  difference: ([from = zero, subtract = zero]) => from.minus(subtract),
  max: (values) => values.reduce((largest, value) => (value.gt(largest) ? value : largest)),
  min: (values) => values.reduce((least, value) => (value.lt(least) ? value : least)),
  ceil: ([value = zero]) => roundUp(value),
  power: ([base = zero, exponent = zero]) => raise(base, exponent),
}

/**
 * The formula in exact decimals: 0.1 + 0.2 is 0.3, and the order of a sum changes no digit. Numbers are taken as they
 * read, not as their nearest binary fraction; divisions and roots are right to 40 decimal places.
 */
export function evaluateExactly(formula: Formula): Big {
  if (formula.op === 'input') return new Exact(formula.value)
  return operations[formula.op](formula.of.map(evaluateExactly))
}

/** The sum of formulas in exact decimals. */
export function sumExactly(formulas: readonly Formula[]): Big {
  return formulas.reduce((total, formula) => total.plus(evaluateExactly(formula)), zero)
}

/** As `evaluate` does: a billionth above a whole number is a trace of how the number was made, not one more machine. */
function roundUp(value: Big): Big {
  const whole = value.minus(1e-9).round(0, Exact.roundDown)
  return whole.lt(value.minus(1e-9)) ? whole.plus(1) : whole
}

function raise(base: Big, exponent: Big): Big {
  const whole = exponent.toNumber()
  return Number.isInteger(whole) && Math.abs(whole) <= 1000
    ? base.pow(whole)
    : new Exact(base.toNumber() ** exponent.toNumber())
}

/** The formula's US dollars as the ledger shows them, rounded from the exact value: "$4 612.50", "$0.1137". */
export function formatExactUsd(formula: Formula): string {
  const usd = evaluateExactly(formula)
  const size = usd.abs()
  const places = size.eq(0) || size.gte(1) ? 2 : Math.min(10, 3 - size.e)
  return `${usd.lt(0) ? '−' : ''}$${groupThousands(size.toFixed(places, Big.roundHalfUp), thinSpace)}`
}
