import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandOf } from './formula-band.ts'
import { renderFormula } from './formula-text.ts'
import {
  atLeast,
  atMost,
  constant,
  derived,
  difference,
  evaluate,
  input,
  product,
  quotient,
  sum,
  wholeUnits,
} from './formula.ts'
import type { Formula, InputNode } from './formula.ts'
import type { Unit } from '../fields/field.ts'
import { readFormula } from '../testing/read-formula.ts'

const dollars = (value: number): InputNode => input('Price', value, 'USD/1M tokens', derived)
const tokens = (value: number): InputNode => input('Tokens', value, 'tokens', derived)
const million = constant('Tokens per price unit', 1_000_000)

describe('rendering', () => {
  it('shows values and units, and brackets only where they are needed', () => {
    const request = quotient(sum(product(tokens(3600), dollars(2)), product(tokens(450), dollars(8))), million)
    const month = product(request, input('Calls', 36_500, 'calls/month', derived))
    expect(renderFormula(month)).toBe('(3,600 tokens × $2.00 + 450 tokens × $8.00) / 1,000,000 × 36,500 calls/month')
  })

  it.each([
    [product(sum(tokens(1), tokens(2)), dollars(0.00465)), '(1 token + 2 tokens) × $0.00465'],
    [difference(tokens(9), sum(tokens(1), tokens(2))), '9 tokens - (1 token + 2 tokens)'],
    [quotient(tokens(9), product(tokens(3), tokens(2))), '9 tokens / (3 tokens × 2 tokens)'],
    [atLeast(dollars(6.68), dollars(45)), 'the larger of ($6.68; $45.00)'],
    [atMost(dollars(6.68), dollars(45)), 'the smaller of ($6.68; $45.00)'],
    [wholeUnits(quotient(tokens(2460), constant('Characters', 250))), 'rounded up (2,460 tokens / 250)'],
    [product(input('Share', 0.04, 'share', derived), tokens(2)), '4 % × 2 tokens'],
    [sum(tokens(5)), '5 tokens'],
    [{ ...dollars(0), missing: true }, '$? (Price: not known)'],
  ] satisfies readonly (readonly [Formula, string])[])('%#', (formula, text) => {
    expect(renderFormula(formula)).toBe(text)
  })
})

describe('what is shown is what was computed', () => {
  const units: readonly Unit[] = ['count', 'tokens', 'USD', 'USD/hour', 'share', 'calls/month', 'GB', 'text units']
  const leaf = fc
    .record({ value: fc.double({ min: 0.001, max: 1e6, noNaN: true }), unit: fc.constantFrom(...units) })
    .map(({ value, unit }) => input('Input', Number(value.toPrecision(8)), unit, derived))
  const { formula } = fc.letrec<{ formula: Formula }>((tie) => {
    const two = fc.tuple(tie('formula'), tie('formula'))
    const several = fc.array(tie('formula'), { minLength: 1, maxLength: 4 })
    return {
      formula: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        leaf,
        several.map((of) => sum(...of)),
        several.map((of) => product(...of)),
        several.map((of) => atLeast(...of)),
        several.map((of) => atMost(...of)),
        two.map(([a, b]) => quotient(a, b)),
        two.map(([a, b]) => difference(a, b)),
        tie('formula').map(wholeUnits),
      ),
    }
  })

  it('reading the text gives the value of the formula', () => {
    fc.assert(
      fc.property(formula, (each) => {
        const value = evaluate(each)
        fc.pre(Number.isFinite(value) && !tooSensitive(each))
        const read = readFormula(renderFormula(each))
        expect(Math.abs(read - value)).toBeLessThanOrEqual(1e-6 * Math.max(1, scaleOf(each)))
      }),
      { seed: 20261121, numRuns: 400 },
    )
  })
})

/** A divisor next to zero, or a rounding up, makes whole numbers of the twelfth digit: not a matter of the text. */
function tooSensitive(formula: Formula): boolean {
  if (formula.op === 'input') return false
  const [, divisor] = formula.of
  if (formula.op === 'ceil') return true
  if (formula.op === 'quotient' && divisor && Math.abs(evaluate(divisor)) < 1e-3 * scaleOf(divisor)) return true
  return formula.of.some(tooSensitive)
}

/** The size of the numbers that meet in a formula, by which a cancelled difference must be measured. */
function scaleOf(formula: Formula): number {
  if (formula.op === 'input') return Math.abs(formula.value)
  const parts = formula.of.map(scaleOf)
  if (formula.op === 'product') return parts.reduce((total, part) => total * Math.max(1, part), 1)
  if (formula.op === 'quotient') return (parts[0] ?? 0) / Math.min(1, Math.abs(evaluate(formula.of[1] as Formula)))
  return parts.reduce((total, part) => total + part, 0)
}

describe('band', () => {
  const between = (value: number, low: number, high: number, field: string): InputNode => ({
    ...input(field, value, 'count', { from: 'stated', on: 'box', field }),
    low,
    high,
  })

  it('joins independent swings as a root of squares', () => {
    const band = bandOf(sum(between(10, 7, 13, 'a'), between(20, 16, 24, 'b')))
    expect(band.low).toBeCloseTo(25, 12)
    expect(band.high).toBeCloseTo(35, 12)
  })

  it('moves one field as one, however often it is used', () => {
    const a = between(10, 7, 13, 'a')
    expect(bandOf(sum(a, a))).toEqual({ low: 14, high: 26 })
    expect(bandOf(difference(a, a))).toEqual({ low: 0, high: 0 })
  })

  it('knows that a divisor swings the other way, and that a minimum flattens', () => {
    expect(bandOf(quotient(constant('Work', 100), between(10, 5, 20, 'a')))).toEqual({ low: 5, high: 20 })
    expect(bandOf(atLeast(between(10, 5, 20, 'a'), constant('Minimum', 15)))).toEqual({ low: 15, high: 20 })
    expect(bandOf(constant('Known', 3))).toEqual({ low: 3, high: 3 })
  })

  it('always holds the value', () => {
    const banded = fc
      .tuple(fc.nat(1000), fc.nat(500), fc.nat(500), fc.constantFrom('a', 'b', 'c'))
      .map(([value, below, above, field]) =>
        between(value + 1, value + 1 - Math.min(below, value), value + 1 + above, field),
      )
    fc.assert(
      fc.property(fc.array(banded, { minLength: 1, maxLength: 5 }), (nodes) => {
        for (const each of [sum(...nodes), product(...nodes), atLeast(...nodes)]) {
          const { low, high } = bandOf(each)
          expect(low).toBeLessThanOrEqual(evaluate(each) + 1e-6)
          expect(high).toBeGreaterThanOrEqual(evaluate(each) - 1e-6)
        }
      }),
      { seed: 20261121 },
    )
  })
})
