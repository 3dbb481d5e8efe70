import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { constant, evaluate, input, product, sum } from '../../kinds/formula/formula.ts'
import { type BothWays, weighBuildOrBuy } from './build-or-buy.ts'

const price = (label: string, usdPerMillion: number, tokens: number) =>
  product(constant(label, tokens, 'tokens'), constant('USD per token', usdPerMillion / 1e6, 'USD'))

/** GPT-4.1 mini with 1,500 tokens in and 300 out, against two g6e.xlarge at 9 calls a second used to 80 %. */
const r8: BothWays = {
  callsPerMonth: 40_000_000,
  usdPerCallBought: sum(price('Prompt', 0.4, 1500), price('Answer', 1.6, 300)),
  gpusPerReplica: 1,
  usdPerGpuHour: input('Price per GPU hour', 1.861, 'USD/hour', { from: 'price' }),
  engineeringUsdPerMonth: product(constant('Share', 0.15, 'share'), constant('Engineer', 12_000, 'USD/month')),
  callsPerSecondPerReplica: 9,
  plannedUtilisation: 0.8,
  peakOverMean: 1,
  leastReplicas: 2,
}

describe('build or buy', () => {
  it('R8: bought 0.00108 a call, built 4,517.06 a month, even at 4,182,462.96 calls, 3 replicas for 40 million', () => {
    const found = weighBuildOrBuy(r8)
    expect(found.usdPerCallBought).toBeCloseTo(0.00108, 12)
    expect(2 * found.usdPerMonthPerReplica + found.usdPerMonthEngineering).toBeCloseTo(4517.06, 9)
    expect(found.breakEvenCallsPerMonth?.toFixed(2)).toBe('4182462.96')
    expect(((found.breakEvenCallsPerMonth ?? 0) * 12) / 365).toBeCloseTo(137_505.6, 1)
    expect(2 * found.callsPerMonthPerReplica).toBeCloseTo(37_843_200, 6)
    expect(found.replicasNeeded).toBe(3)
    expect(found.usdPerMonthBought).toBeCloseTo(43_200, 6)
    expect(found.usdPerMonthBuilt).toBeCloseTo(3 * 1.861 * 730 + 1800, 6)
  })

  it('shows the expression that it computed', () => {
    const { breakEvenFormula, breakEvenCallsPerMonth } = weighBuildOrBuy(r8)
    expect(breakEvenFormula && evaluate(breakEvenFormula)).toBe(breakEvenCallsPerMonth)
  })

  it('is never even where a full replica costs more than what it serves, or where tokens cost nothing', () => {
    expect(weighBuildOrBuy({ ...r8, callsPerSecondPerReplica: 0.1 }).breakEvenCallsPerMonth).toBeUndefined()
    expect(weighBuildOrBuy({ ...r8, usdPerCallBought: constant('Free', 0) }).breakEvenCallsPerMonth).toBeUndefined()
    expect(weighBuildOrBuy({ ...r8, callsPerSecondPerReplica: Number.NaN })).toMatchObject({
      curve: [],
      replicasNeeded: 2,
    })
  })

  it('plans machines for the peak', () => {
    const peaked = weighBuildOrBuy({ ...r8, peakOverMean: 3 })
    expect(peaked.callsPerMonthPerReplica).toBeCloseTo(37_843_200 / 6, 6)
    expect(peaked.replicasNeeded).toBe(7)
  })

  it('finds the cheapest volume that the replicas paid for can take, as a search over all steps does', () => {
    const ways = fc.record({
      perCall: fc.double({ min: 1e-6, max: 0.1, noNaN: true }),
      perHour: fc.double({ min: 0.1, max: 30, noNaN: true }),
      engineering: fc.double({ min: 0, max: 20_000, noNaN: true }),
      perSecond: fc.double({ min: 0.001, max: 50, noNaN: true }),
      least: fc.integer({ min: 1, max: 5 }),
    })
    fc.assert(
      fc.property(ways, ({ perCall, perHour, engineering, perSecond, least }) => {
        const found = weighBuildOrBuy({
          ...r8,
          usdPerCallBought: constant('Bought', perCall),
          usdPerGpuHour: input('Hour', perHour, 'USD/hour', { from: 'price' }),
          engineeringUsdPerMonth: constant('Engineer', engineering),
          callsPerSecondPerReplica: perSecond,
          leastReplicas: least,
        })
        const { callsPerMonthPerReplica: capacity, usdPerMonthPerReplica: replica } = found
        const steps = Array.from({ length: 3000 }, (_, index) => index + least)
        const first = steps.find((step) => (step * replica + engineering) / perCall <= step * capacity * (1 + 1e-12))
        if (first !== undefined) {
          expect(found.breakEvenCallsPerMonth).toBeCloseTo((first * replica + engineering) / perCall, 3)
        } else if (found.breakEvenCallsPerMonth !== undefined) {
          expect(found.breakEvenCallsPerMonth).toBeGreaterThan(2999 * capacity)
        }
      }),
      { seed: 20261121, numRuns: 300 },
    )
  })

  it('draws a line and a staircase that never falls, through today and the break-even', () => {
    const { curve, usdPerCallBought } = weighBuildOrBuy(r8)
    expect(curve.length).toBeGreaterThan(4)
    for (const [index, point] of curve.entries()) {
      expect(point.bought).toBeCloseTo(point.callsPerMonth * usdPerCallBought, 9)
      const before = curve[index - 1]
      if (before) expect(point.built >= before.built && point.callsPerMonth >= before.callsPerMonth).toBe(true)
    }
    expect(curve.at(-1)?.callsPerMonth).toBeCloseTo(1.25 * 56_764_800, 6)
    expect(weighBuildOrBuy({ ...r8, callsPerMonth: 1e12 }).curve.length).toBeLessThan(80)
  })
})
