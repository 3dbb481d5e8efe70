import { describe, expect, it } from 'vitest'
import { inSeries, mixture, repeatedAtOnce, shareAbove, percentile, whenEnded, within } from '../latency/time.ts'
import { endOfSome, inSeries as inSeriesOnGrid } from './combine.ts'
import { constantTime, lognormal, percentile as percentileOnGrid, zero } from './distribution.ts'
import { isSplit } from './split.ts'

const hit = inSeriesOnGrid(lognormal(10, 25), lognormal(3, 8))
const miss = inSeriesOnGrid(hit, inSeriesOnGrid(lognormal(800, 1840), lognormal(4400, 5720)))
/** 65 % come from a cache in milliseconds, the rest from a model in seconds. */
const cached = mixture([
  { weight: 0.65, time: hit },
  { weight: 0.35, time: miss },
])

const near = (found: number, exact: number) => expect(Math.abs(found / exact - 1)).toBeLessThan(0.002)

describe('times of which a part is a thousand times faster', () => {
  it('keep the percentiles of both parts', () => {
    expect('parts' in cached && isSplit(cached)).toBe(true)
    near(percentile(cached, 0.5), percentileOnGrid(hit, 0.5 / 0.65))
    near(percentile(cached, 0.95), percentileOnGrid(miss, 1 - 0.05 / 0.35))
    near(cached.meanMs, 0.65 * hit.meanMs + 0.35 * miss.meanMs)
    expect(shareAbove(cached, 1000)).toBeCloseTo(0.35, 4)
  })
  it('keep them in series', () => {
    const gateway = lognormal(20, 45)
    near(percentile(inSeries(cached, gateway), 0.5), percentileOnGrid(inSeriesOnGrid(hit, gateway), 0.5 / 0.65))
    near(percentile(inSeries(inSeries(gateway, zero), cached), 0.5), percentile(inSeries(cached, gateway), 0.5))
  })
  it('keep them when a person decides on some', () => {
    const machine = lognormal(5000, 9000)
    const reviewed = inSeries(
      machine,
      mixture([
        { weight: 0.3, time: lognormal(240_000, 600_000) },
        { weight: 0.7, time: zero },
      ]),
    )
    near(percentile(reviewed, 0.5), percentileOnGrid(machine, 0.5 / 0.7))
  })
  it('join, cut and repeat part by part', () => {
    const { time, awaited } = whenEnded([cached, lognormal(100, 150)], 2)
    near(percentile(time, 0.5), percentileOnGrid(endOfSome([hit, lognormal(100, 150)], 2).time, 0.5 / 0.65))
    expect(awaited.reduce((a, b) => a + b, 0)).toBeCloseTo(time.meanMs, 6)
    near(percentile(within(cached, 500) ?? zero, 0.5), percentileOnGrid(hit, 0.5))
    expect(within(cached, 0.01)).toBeUndefined()
    const twice = repeatedAtOnce(cached, { mean: 2, spread: 'fixed' }, 1)
    near(percentile(twice, 0.3), percentileOnGrid(inSeriesOnGrid(hit, hit), 0.3 / 0.65 ** 2))
    near(twice.meanMs, 2 * cached.meanMs)
  })
  it('are one grid again where all is of one scale', () => {
    const one = mixture([
      { weight: 0.5, time: lognormal(800, 2000) },
      { weight: 0.5, time: lognormal(500, 900) },
    ])
    expect('parts' in one).toBe(false)
    expect(
      'parts' in
        inSeries(
          mixture([
            { weight: 0.5, time: constantTime(50) },
            { weight: 0.5, time: zero },
          ]),
          miss,
        ),
    ).toBe(false)
  })
  it('know the fastest of several as finely as it is, however slow the others are', () => {
    const any = endOfSome([lognormal(20, 26), lognormal(20_000, 60_000)], 1).time
    near(percentileOnGrid(any, 0.95), 26)
  })
})

describe('an agent of twelve steps', () => {
  it('takes what was measured of twelve turns, far less than twelve times their p95', () => {
    // Time to first token 1.07 s, 150 tokens at 47 a second, and a tool; the p95 of a turn adds up to 94.418 s in twelve.
    const answerMs = (150 / 47) * 1000
    const toolP95Ms = 94_418 / 12 - 2461 - answerMs * 1.3
    const turn = [lognormal(1070, 2461), lognormal(answerMs, answerMs * 1.3), lognormal(317, toolP95Ms)].reduce(
      (a, b) => inSeriesOnGrid(a, b),
    )
    const whole = repeatedAtOnce(turn, { mean: 12, spread: 'fixed' }, 1)
    near(percentile(whole, 0.5), 58_607)
    near(percentile(whole, 0.95), 64_479)
    near(percentile(whole, 0.99), 67_289)
  })
})
