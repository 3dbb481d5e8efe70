import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateExactly, formatExactUsd, sumExactly } from './formula-exact.ts'
import { atLeast, atMost, constant, difference, evaluate, product, quotient, sum, wholeUnits } from './formula.ts'
import type { Formula } from './formula.ts'

const number = (value: number): Formula => constant('Number', value)

describe('exact decimals', () => {
  it('add tenths to tenths', () => {
    expect(evaluate(sum(number(0.1), number(0.2)))).not.toBe(0.3)
    expect(evaluateExactly(sum(number(0.1), number(0.2))).toString()).toBe('0.3')
  })
  it('give the worked cases to the last digit', () => {
    const million = number(1_000_000)
    const chat = quotient(sum(product(number(22_550), number(0.15)), product(number(2500), number(0.6))), million)
    expect(evaluateExactly(chat).toString()).toBe('0.0048825')
    const uncached = product(number(4246), number(0.15))
    const cached = quotient(
      sum(uncached, product(number(18_304), number(0.075)), product(number(2500), number(0.6))),
      million,
    )
    expect(evaluateExactly(cached).toString()).toBe('0.0035097')
    const agent = [
      product(number(98_450), number(0.3)),
      product(number(15_250), number(3.75)),
      product(number(1800), number(15)),
    ]
    expect(evaluateExactly(quotient(sum(...agent), million)).toString()).toBe('0.1137225')
  })
  it('are shown as the ledger shows dollars, rounded once', () => {
    const half = product(number(1.005), number(1))
    expect(formatExactUsd(half)).toBe('$1.01')
    expect((1.005).toFixed(2)).toBe('1.00')
    expect(formatExactUsd(product(number(4612.5), number(10)))).toBe('$46\u202f125.00')
    expect(formatExactUsd(number(0.1137225))).toBe('$0.1137')
    expect(formatExactUsd(difference(number(0), number(2)))).toBe('−$2.00')
    expect(formatExactUsd(number(0))).toBe('$0.00')
  })
  it('round up whole units, not the trace of a float', () => {
    expect(evaluateExactly(wholeUnits(number(2.0000000000000004))).toString()).toBe('2')
    expect(evaluateExactly(wholeUnits(number(2.1))).toString()).toBe('3')
    expect(evaluateExactly(wholeUnits(number(0))).toString()).toBe('0')
  })
  it('divide by nothing as the estimate does', () => {
    expect(evaluateExactly(quotient(number(3), number(0))).toString()).toBe('0')
  })

  const { formula } = fc.letrec<{ formula: Formula }>((tie) => {
    const parts = fc.array(tie('formula'), { minLength: 1, maxLength: 3 })
    const two = fc.tuple(tie('formula'), tie('formula'))
    return {
      formula: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.double({ min: 0.001, max: 1e5, noNaN: true }).map((value) => number(Number(value.toPrecision(6)))),
        parts.map((of) => sum(...of)),
        parts.map((of) => product(...of)),
        parts.map((of) => atLeast(...of)),
        parts.map((of) => atMost(...of)),
        two.map(([from, subtract]) => difference(from, subtract)),
        two.map(([dividend, divisor]) => quotient(dividend, sum(divisor, number(1)))),
      ),
    }
  })
  it('agree with the floats that the estimate uses', () => {
    fc.assert(
      fc.property(formula, (each) => {
        const scale = Math.max(1, ...inputSizes(each))
        expect(Math.abs(evaluateExactly(each).toNumber() - evaluate(each))).toBeLessThanOrEqual(scale * 1e-9)
      }),
      { seed: 20261121, numRuns: 200 },
    )
  })
  it('sum to the same digits in any order', () => {
    fc.assert(
      fc.property(fc.array(formula, { maxLength: 6 }), (lines) => {
        expect(sumExactly(lines).toString()).toBe(sumExactly(lines.toReversed()).toString())
      }),
      { seed: 20261121, numRuns: 100 },
    )
  })
})

/** The largest number that turns up on the way: what a float error is relative to. */
function inputSizes(formula: Formula): readonly number[] {
  const own = Math.abs(evaluate(formula))
  return formula.op === 'input' ? [own] : [own, ...formula.of.flatMap(inputSizes)]
}
