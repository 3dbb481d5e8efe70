import { describe, expect, it } from 'vitest'
import type { Arrivals } from '../../design/design.ts'
import { draw } from '../../graph/testing/draw.ts'
import { evaluate } from '../../kinds/formula/formula.ts'
import { findDemand } from './demand.ts'

const noRound = () => ({ answerSeconds: 0, unhinderedSeconds: 0 })

const demandOf = (arrivals: Arrivals, mix = 1, traffic = 1) => {
  const design = draw([], [], { workloads: [{ id: 'w', name: 'W', mix: { ask: mix }, arrivals }] })
  const [demand] = findDemand(design, ['ask'], () => ({ answerSeconds: 2, unhinderedSeconds: 2 }), traffic)
  if (!demand) throw new Error('no demand')
  return demand
}

const mean = (week: readonly number[]): number => week.reduce((sum, rate) => sum + rate, 0) / week.length

describe('the week of a demand', () => {
  it.each<Arrivals>([
    { rate: 86_400, per: 'day' },
    { rate: 86_400, per: 'day', peakFactor: 8, weekdays: [1, 1, 1, 1, 1, 0, 0] },
    { rate: 5, per: 'second', hours: Array.from({ length: 24 }, (_, hour) => hour) },
    { users: 100, thinkTimeS: 8 },
    { items: 3000, every: 'day', withinHours: 2.5 },
    { items: 3000, every: 'week', withinHours: 30 },
    { items: 3000, every: 'month', withinHours: 20 },
    { items: 3000, every: 'hour' },
  ])('has the volume of the month: %j', (arrivals) => {
    const demand = demandOf(arrivals)
    expect(demand.perSecondByHour).toHaveLength(168)
    expect(mean(demand.perSecondByHour) * 730 * 3600).toBeCloseTo(demand.requestsPerMonth, 5)
    expect(Math.max(...demand.perSecondByHour)).toBeLessThanOrEqual(demand.peakPerSecond * (1 + 1e-6))
  })
  it('takes one hump around 14:00 where only the peak is known', () => {
    const week = demandOf({ rate: 86_400, per: 'day', peakFactor: 4 }).perSecondByHour
    expect(week[14]).toBeCloseTo(4, 6)
    expect(week[24 + 14]).toBeCloseTo(4, 6)
    expect(week[2]).toBeLessThan(0.001)
  })
  it('begins on Monday at 00:00: a batch of two hours each night, nothing at the weekend', () => {
    const nightly = demandOf({ items: 7200, every: 'day', withinHours: 2 }).perSecondByHour
    expect(nightly.slice(0, 4)).toEqual([1, 1, 0, 0].map((rate) => expect.closeTo(rate, 9) as number))
    const office = demandOf({ rate: 86_400, per: 'day', weekdays: [1, 1, 1, 1, 1, 0, 0] }).perSecondByHour
    expect(mean(office.slice(5 * 24))).toBe(0)
    expect(mean(office.slice(0, 24))).toBeCloseTo(1.4, 9)
  })
})

describe('traffic', () => {
  it.each<Arrivals>([
    { rate: 1200, per: 'day', growthPerMonth: 0.05 },
    { users: 100, thinkTimeS: 8 },
    { items: 300, every: 'day', withinHours: 2 },
  ])('scales all that recurs: %j', (arrivals) => {
    const [stated, doubled] = [demandOf(arrivals), demandOf(arrivals, 1, 2)]
    expect(doubled.requestsPerMonth).toBeCloseTo(2 * stated.requestsPerMonth, 6)
    expect(doubled.peakPerSecond).toBeCloseTo(2 * stated.peakPerSecond, 9)
    expect(doubled.perMonth && evaluate(doubled.perMonth)).toBeCloseTo(2 * stated.requestsPerMonth, 6)
    expect(mean(doubled.perSecondByHour)).toBeCloseTo(2 * mean(stated.perSecondByHour), 9)
  })
  it('leaves one-off work as it is', () => {
    const once = demandOf({ items: 40_000, every: 'once' }, 1, 2)
    expect(once.once && evaluate(once.once)).toBe(40_000)
  })
})

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

describe('what nobody knows', () => {
  const unknown = { unknown: true } as const
  it.each<readonly [Arrivals, number]>([
    [{ rate: unknown, per: 'second' }, (1000 * 365) / 12],
    [{ users: unknown, thinkTimeS: 8 }, (100 / 10) * 730 * 3600],
    [{ users: 100, thinkTimeS: unknown }, (100 / 12) * 730 * 3600],
    [{ items: unknown, every: 'day' }, (1000 * 365) / 12],
  ])('is a usual number, listed, and not none: %j', (arrivals, perMonth) => {
    const demand = demandOf(arrivals)
    expect(demand.requestsPerMonth).toBeCloseTo(perMonth, 6)
    expect(demand.assumed.some(({ provenance }) => provenance.source === 'assumed: nobody knows yet')).toBe(true)
  })
  it('is performed each time when it is in the mix', () => {
    const design = draw([], [], {
      workloads: [{ id: 'w', name: 'W', mix: { ask: unknown }, arrivals: { rate: 7, per: 'month' } }],
    })
    expect(findDemand(design, ['ask'], noRound)[0]?.requestsPerMonth).toBe(7)
  })
  it('shrinks by all there is at most', () => {
    const [growing] = demandOf({ rate: 10, per: 'day', growthPerMonth: -2 }).growing
    expect(growing?.growth.value).toBe(-1)
  })
})
