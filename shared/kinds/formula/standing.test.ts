import { describe, expect, it } from 'vitest'
import { bandOf, swingsIn } from './formula-band.ts'
import { evaluate, input, product, sum } from './formula.ts'
import type { InputNode, Provenance } from './formula.ts'
import type { Unit } from '../fields/field.ts'
import { limitsOf, standingOf, standings, usualDoubt, weaker, weakestOf } from './standing.ts'

const node = (provenance: Provenance, value = 100, unit: Unit = 'tokens'): InputNode =>
  input('Input', value, unit, provenance)

describe('standing', () => {
  it.each([
    [{ from: 'stated' }, 'stated'],
    [{ from: 'stated', confidence: 'A' }, 'measured'],
    [{ from: 'stated', confidence: 'B' }, 'stated'],
    [{ from: 'stated', confidence: 'C' }, 'assumed'],
    [{ from: 'product', confidence: 'A' }, 'listed'],
    [{ from: 'price', confidence: 'B' }, 'secondary'],
    [{ from: 'price', confidence: 'C' }, 'assumed'],
    [{ from: 'default', confidence: 'A', source: 'a vendor page' }, 'assumed'],
    [{ from: 'derived' }, undefined],
  ] satisfies readonly (readonly [Provenance, string | undefined])[])('%j is %s', (provenance, expected) => {
    expect(standingOf(node(provenance))).toBe(expected)
  })
  it('of a price that nobody knows is assumed', () => {
    expect(standingOf({ ...node({ from: 'price', confidence: 'A' }), missing: true })).toBe('assumed')
  })
  it('of a formula is that of its weakest input, through what stands behind a number', () => {
    const assumed = node({ from: 'default' })
    const known = node({ from: 'stated', confidence: 'A' })
    expect(weakestOf(product(known, known))).toBe('measured')
    expect(weakestOf(sum(known, product(assumed, known)))).toBe('assumed')
    expect(weakestOf(product(known, { ...node({ from: 'derived' }), by: assumed }))).toBe('assumed')
    expect(weakestOf(product(known, { ...node({ from: 'derived' }), restsOn: 'stated' }))).toBe('stated')
    expect(weakestOf(node({ from: 'derived' }))).toBeUndefined()
    expect(weaker(undefined, 'listed')).toBe('listed')
  })
})

describe('the usual band', () => {
  it('widens with the standing', () => {
    const widths = standings.map((standing) => usualDoubt[standing])
    expect(widths).toEqual(widths.toSorted((one, other) => one - other))
  })
  it.each([
    [{ from: 'stated', confidence: 'A' }, 100, 'tokens', [95, 105]],
    [{ from: 'stated' }, 100, 'tokens', [90, 110]],
    [{ from: 'default' }, 100, 'ms', [80, 120]],
    [{ from: 'price', confidence: 'A' }, 100, 'USD/hour', [98, 102]],
    [{ from: 'stated' }, 100, 'USD/hour', [98, 102]],
    [{ from: 'price', confidence: 'B' }, 100, 'USD/hour', [90, 110]],
    [{ from: 'stated' }, 0.999, 'share', [0.9989, 0.9991]],
    [{ from: 'stated' }, 0.04, 'share', [0.036, 0.044]],
  ] satisfies readonly (readonly [Provenance, number, Unit, readonly [number, number]])[])(
    'of %j, %d %s is %j',
    (provenance, value, unit, [low, high]) => {
      const limits = limitsOf(node(provenance, value, unit))
      expect(limits?.low).toBeCloseTo(low, 10)
      expect(limits?.high).toBeCloseTo(high, 10)
    },
  )
  it('gives way to a stated one, also to one end', () => {
    const stated = node({ from: 'default' })
    expect(limitsOf({ ...stated, low: 10, high: 900 })).toEqual({ low: 10, high: 900 })
    expect(limitsOf({ ...stated, high: 900 })).toEqual({ low: 100, high: 900 })
  })
  it('is nothing for what is chosen, for constants, for nothing and for a price that is missing', () => {
    expect(limitsOf(node({ from: 'stated' }, 2, 'machines'))).toBeUndefined()
    expect(limitsOf(node({ from: 'derived' }))).toBeUndefined()
    expect(limitsOf(node({ from: 'stated' }, 0))).toBeUndefined()
    expect(limitsOf({ ...node({ from: 'price' }, 0, 'USD'), missing: true })).toBeUndefined()
  })
  it('of an input behind a shown number moves the result', () => {
    const rate = node({ from: 'stated', on: 'w', field: 'rate' }, 1000, 'calls')
    const month = {
      ...node({ from: 'derived' }, 30_000, 'calls/month'),
      by: product(rate, input('Days', 30, 'days', { from: 'derived' })),
    }
    const price = node({ from: 'derived' }, 0.001, 'USD')
    const cost = product(month, price)
    expect(evaluate(cost)).toBeCloseTo(30, 10)
    expect(bandOf(cost).low).toBeCloseTo(27, 10)
    expect([...swingsIn(cost).values()].map((swing) => swing.node)).toEqual([rate])
  })
})
