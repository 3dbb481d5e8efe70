import { describe, expect, it } from 'vitest'
import { exhausted, hedged, percentile as percentileOf, retried, type Time } from '../latency/time.ts'
import { fastest, inSeries, mixture, slowest, slowestOf, whenEnded, within } from './combine.ts'
import {
  constantTime,
  type Distribution,
  exponentialWait,
  lognormal,
  percentile,
  shareAbove,
  zero,
} from './distribution.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { repeated, repeatedAtOnce } from './repeat.ts'

/** Reference values: estimation oracles with six digits, evaluated independently of this code. */
function expectPercentiles(time: Time, expected: Readonly<Record<number, number>>, tolerance = 0.0005): void {
  for (const [share, value] of Object.entries(expected)) {
    const found = percentileOf(time, Number(share) / 100)
    expect(Math.abs(found / value - 1), `p${share}: ${found} for ${value}`).toBeLessThan(tolerance)
  }
}
const exponential = (meanMs: number): Distribution => exponentialWait(1, meanMs)

describe('distributions', () => {
  it('knows the normal distribution to ten digits', () => {
    expect(normalCdf(0)).toBeCloseTo(0.5, 11)
    expect(normalCdf(1.96)).toBeCloseTo(0.9750021048517795, 10)
    expect(normalCdf(-3)).toBeCloseTo(0.0013498980316300946, 11)
    expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 9)
  })

  it('keeps the two percentiles that define a lognormal', () => {
    expectPercentiles(lognormal(100, 250), { 50: 100, 95: 250 })
    expectPercentiles(lognormal(3, 15), { 50: 3, 95: 15 }, 0.002)
    expect(lognormal(800, 800)).toEqual(constantTime(800))
    expect(lognormal(0, 0)).toBe(zero)
  })

  it('adds two lognormals in series, never their percentiles', () => {
    const sum = inSeries(lognormal(100, 250), lognormal(800, 2000))
    expect(sum.meanMs).toBeCloseTo(1051.061188, 5)
    expectPercentiles(sum, { 50: 919.308878, 90: 1755.90388, 95: 2122.255602, 99: 3045.155499 })
  })

  it('takes the slowest of two lognormals at a join', () => {
    const joined = slowest([lognormal(100, 250), lognormal(120, 300)])
    expectPercentiles(joined, { 50: 149.544233, 90: 275.471706, 95: 330.289829, 99: 468.542531 })
  })

  it('mixes by weight', () => {
    const mixed = mixture([
      { weight: 0.3, time: lognormal(100, 250) },
      { weight: 0.7, time: lognormal(800, 2000) },
    ])
    expectPercentiles(mixed, { 95: 1809.566707 })
  })

  it('repeats a fixed number of times', () => {
    expectPercentiles(repeated(lognormal(200, 500), { mean: 4, spread: 'fixed' }), { 95: 1453.069502 })
    const twelve = repeated(lognormal(200, 500), { mean: 12, spread: 'fixed' })
    expectPercentiles(twelve, { 95: 3672.152758, 99: 4148.594936 })
  })

  it('repeats a geometric number of times', () => {
    const loop = repeated(lognormal(200, 500), { mean: 4, spread: 'geometric' })
    expect(loop.meanMs).toBeCloseTo(934.276611, 4)
    expectPercentiles(loop, { 50: 670.722947, 95: 2644.530467, 99: 4024.691025 }, 0.0005)
  })

  it('repeats by an empirical spread', () => {
    const turn = lognormal(200, 500)
    const mixed = mixture([
      { weight: 0.5, time: turn },
      { weight: 0.5, time: inSeries(turn, inSeries(turn, turn)) },
    ])
    const loop = repeated(turn, { mean: 2, spread: [0.5, 0, 0.5] })
    expectPercentiles(loop, { 50: percentile(mixed, 0.5), 95: percentile(mixed, 0.95) }, 0.0005)
  })

  it('retries after a failure', () => {
    const attempt = lognormal(800, 2000)
    const time = retried(attempt, attempt, 0.02, 3, constantTime(500))
    expectPercentiles(time, { 95: 2127.406873, 99: 3142.948227 })
  })

  it('gives up after the last failure', () => {
    expect(exhausted(constantTime(100), 3, constantTime(10)).meanMs).toBeCloseTo(320, 9)
  })

  it('hedges after a delay', () => {
    const { time, extra } = hedged(lognormal(100, 250), 250)
    expectPercentiles(time, { 95: 250, 99: 331.931724 })
    expect(extra).toBeCloseTo(0.05, 3)
  })

  it('agrees with the closed forms of exponentials', () => {
    const sum = inSeries(inSeries(exponential(1000), exponential(500)), exponential(200))
    expectPercentiles(sum, { 50: 1437.257, 95: 3898.415, 99: 5518.784 })
    const erlang = inSeries(inSeries(exponential(1000), exponential(1000)), exponential(1000))
    expectPercentiles(erlang, { 50: 2674.06, 95: 6295.794, 99: 8405.947 })
    expectPercentiles(slowest(Array.from({ length: 10 }, () => exponential(1000))), {
      50: 2703.555,
      95: 5275.344,
      99: 6903.237,
    })
  })

  it('finds that two exponentials in series are the slowest of two', () => {
    const series = inSeries(exponential(1000), exponential(500))
    const join = slowest([exponential(1000), exponential(1000)])
    for (const share of [50, 95, 99]) expectPercentiles(series, { [share]: percentile(join, share / 100) })
  })

  it('waits for some of several', () => {
    const three = [exponential(1000), exponential(1000), exponential(1000)]
    expect(whenEnded(three, 2).meanMs).toBeCloseTo(1000 * (1 / 3 + 1 / 2), 0)
    expect(fastest(three).meanMs).toBeCloseTo(1000 / 3, 0)
  })

  it('keeps constants exact', () => {
    const sum = inSeries(constantTime(120.5), constantTime(30))
    expect(percentile(sum, 0.5)).toBe(150.5)
    expect(percentile(sum, 0.99)).toBe(150.5)
    expect(shareAbove(sum, 150)).toBe(1)
    expect(repeated(constantTime(20), { mean: 12, spread: 'fixed' }).meanMs).toBe(240)
    expect(within(constantTime(20), 10)).toBeUndefined()
  })

  it('runs turns side by side in rounds', () => {
    const time = repeatedAtOnce(constantTime(100), { mean: 10, spread: 'fixed' }, 4)
    expect(percentile(time, 0.95)).toBeCloseTo(300, 0)
  })

  it('gives the same digits twice', () => {
    const build = (): Distribution =>
      repeated(
        mixture([
          { weight: 0.3, time: lognormal(91, 250) },
          { weight: 0.7, time: lognormal(807, 2003) },
        ]),
        { mean: 5, spread: 'geometric' },
      )
    expect(build().masses).toEqual(build().masses)
  })
})

describe('the slowest of several exponentials', () => {
  it.each([
    [2, 1.5, { 50: 1227.947, 95: 3676.138, 99: 5295.808 }],
    [3, 11 / 6, { 50: 1578.426, 95: 4077.344, 99: 5700.436 }],
    [10, 2.928968, { 50: 2703.555, 95: 5275.344, 99: 6903.237 }],
  ] as const)('of %i has the mean and the percentiles of its closed form', (count, mean, expected) => {
    for (const time of [
      slowest(Array.from({ length: count }, () => exponential(1000))),
      slowestOf(exponential(1000), count),
    ]) {
      expectPercentiles(time, expected, 0.001)
      expect(time.meanMs / 1000 / mean).toBeCloseTo(1, 2)
    }
  })
})
