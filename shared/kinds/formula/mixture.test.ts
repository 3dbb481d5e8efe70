import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { constant, evaluate, type Formula, type InputNode, input, product, quotient } from './formula.ts'
import { swingsIn } from './formula-band.ts'
import { type Mixture, mixMixtures, mixtureOf, nodeOfMixture, valueOfMixture } from './mixture.ts'

const field = (name: string, value: number): InputNode => ({
  ...input(name, value, 'tokens', { from: 'default', on: 'box', field: name, confidence: 'C' }),
  low: value / 2,
  high: value * 2,
})
const hits = field('hits', 20)
const chunk = field('chunk', 400)
const result = field('result', 900)
const found = product(hits, chunk)
const counted = (value: number): InputNode => constant('In hand', value, 'tokens')

/** Some of a few expressions, put together anew each time. */
const mixture: fc.Arbitrary<Mixture> = fc
  .array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 5 })), { maxLength: 6 })
  .map((parts) =>
    parts.reduce<Mixture>((mixed, [which, times]) => {
      const of: Formula = [product(hits, chunk), result, quotient(result, hits)][which] ?? result
      return mixMixtures(mixed, mixtureOf(of), 1, times)
    }, []),
  )
const weight = fc.integer({ min: -4, max: 4 })

describe('a mixture', () => {
  it('is worth what its parts are worth, whatever is added or taken away', () => {
    fc.assert(
      fc.property(mixture, mixture, weight, weight, (a, b, ofA, ofB) => {
        const expected = valueOfMixture(a) * ofA + valueOfMixture(b) * ofB
        expect(valueOfMixture(mixMixtures(a, b, ofA, ofB))).toBeCloseTo(expected, 6)
      }),
    )
  })
  it('holds each expression once, and nothing of one that was taken away again', () => {
    fc.assert(
      fc.property(mixture, mixture, (a, b) => {
        expect(mixMixtures(a, b, 1, 1).length).toBeLessThanOrEqual(3)
        expect(mixMixtures(mixMixtures(a, b, 1, 1), b, 1, -1)).toEqual(a)
        expect(mixMixtures(a, a, 1, -1)).toEqual([])
      }),
    )
  })
})

describe('a number with its mixture behind it', () => {
  it('is worth what its expression is worth', () => {
    fc.assert(
      fc.property(mixture, fc.double({ min: 1, max: 1e6, noNaN: true }), (mixed, value) => {
        const { by } = nodeOfMixture(counted(value), mixed)
        if (by) expect(evaluate(by)).toBeCloseTo(value, 6)
      }),
    )
  })
  it('is the input itself where one stands behind all of it, and only a number where nothing does', () => {
    expect(nodeOfMixture(counted(900), mixtureOf(result))).toBe(result)
    expect(nodeOfMixture(counted(900), [])).toEqual(counted(900))
    expect(nodeOfMixture(counted(900), undefined)).toEqual(counted(900))
  })
  it('moves with what it follows from: half of 20 x 400 at 200 a chunk is 2,000 less', () => {
    const node = nodeOfMixture(counted(4000), mixMixtures([], mixtureOf(found), 1, 0.5))
    const swing = [...swingsIn(node).values()].find((each) => each.node === chunk)
    expect(swing).toMatchObject({ atLow: -2000, atHigh: 4000 })
  })
  it('keeps what no expression explains, and gives each its part where they explain too much', () => {
    const more = nodeOfMixture(counted(10_000), mixtureOf(found), 'stated')
    expect(swingsIn(more).get([...swingsIn(more).keys()][0] ?? '')?.atLow).toBe(-4000)
    const less = nodeOfMixture(counted(2000), mixtureOf(found))
    expect([...swingsIn(less).values()].map(({ atLow }) => atLow)).toEqual([-1000, -1000])
  })
})
