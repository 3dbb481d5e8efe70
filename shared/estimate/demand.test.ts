import { describe, expect, it } from 'vitest'
import type { Arrivals } from '../design/design.ts'
import { draw } from '../graph/testing/draw.ts'
import { evaluate } from '../kinds/formula.ts'
import { findDemand } from './demand.ts'

const noRound = () => ({ answerSeconds: 0, unhinderedSeconds: 0 })

const demandOf = (arrivals: Arrivals, mix = 1) => {
  const design = draw([], [], { workloads: [{ id: 'w', name: 'W', mix: { ask: mix }, arrivals }] })
  const [demand] = findDemand(design, ['ask'], () => ({ answerSeconds: 2, unhinderedSeconds: 2 }))
  if (!demand) throw new Error('no demand')
  return demand
}

describe('demand', () => {
  it('counts a month of 730 hours and 365 / 12 days', () => {
    expect(demandOf({ rate: 1200, per: 'day' }).requestsPerMonth).toBeCloseTo(36_500, 9)
    expect(demandOf({ rate: 10, per: 'hour' }).requestsPerMonth).toBeCloseTo(7300, 9)
    expect(demandOf({ rate: 2, per: 'minute' }).requestsPerMonth).toBeCloseTo(87_600, 9)
    expect(demandOf({ rate: 400, per: 'second' }).requestsPerMonth).toBeCloseTo(400 * 730 * 3600, 3)
    expect(demandOf({ rate: 500, per: 'month' }, 0.2).requestsPerMonth).toBeCloseTo(100, 9)
  })
  it('takes the peak for three times the mean when nobody says otherwise, and lists it', () => {
    const demand = demandOf({ rate: 86_400, per: 'day' })
    expect(demand.peakPerSecond).toBeCloseTo(3, 9)
    expect(demand.assumed.map((node) => node.provenance.field)).toEqual(['peakFactor'])
    expect(demandOf({ rate: 86_400, per: 'day', peakFactor: 5 }).assumed).toEqual([])
  })
  it('lets hours and weekdays spread a rate, never thin it out', () => {
    const weekdays = demandOf({ rate: 1200, per: 'day', peakFactor: 3, weekdays: [1, 1, 1, 1, 1, 0, 0] })
    expect(weekdays.requestsPerMonth).toBeCloseTo(36_500, 9)
    expect(weekdays.peakPerSecond).toBeCloseTo((1200 / 86_400) * 3 * 1.4, 9)
    const hours = Array.from({ length: 24 }, (_, hour) => (hour < 12 ? 0 : 1))
    expect(demandOf({ rate: 86_400, per: 'day', hours }).peakPerSecond).toBeCloseTo(2, 9)
  })
  it('lets users wait for the answer before they think', () => {
    const demand = demandOf({ users: 100, thinkTimeS: 8 })
    expect(demand.peakPerSecond).toBeCloseTo(10, 9)
    expect(demand.requestsPerMonth).toBeCloseTo(10 * 730 * 3600, 3)
  })
  it('keeps one-off work apart from the month', () => {
    const once = demandOf({ items: 40_000, every: 'once', withinHours: 24 })
    expect(once.once && evaluate(once.once)).toBe(40_000)
    expect([once.requestsPerMonth, once.peakPerSecond]).toEqual([0, 0])
    const nightly = demandOf({ items: 300, every: 'day', withinHours: 2 })
    expect(nightly.requestsPerMonth).toBeCloseTo(9125, 9)
    expect(nightly.peakPerSecond).toBeCloseTo(300 / 7200, 12)
    expect(nightly.openPerMonth).toBe(0)
  })
  it('assumes 1,000 a day for each action when there is no workload', () => {
    const [first, second] = findDemand(draw([], []), ['a', 'b'], noRound)
    expect(first?.requestsPerMonth).toBeCloseTo(1000 * (365 / 12), 6)
    expect(second?.peakPerSecond).toBeCloseTo((1000 / 86_400) * 3, 9)
    expect(first?.assumed).toHaveLength(1)
  })
  it('asks nothing of an action that nobody performs', () => {
    const design = draw([], [], {
      workloads: [{ id: 'w', name: 'W', mix: { ask: 1 }, arrivals: { rate: 1, per: 'day' } }],
    })
    expect(findDemand(design, ['other'], noRound)[0]?.requestsPerMonth).toBe(0)
  })
})
