import { describe, expect, it } from 'vitest'
import { inSeries as inSeriesOnGrid, mixture as mixtureOnGrid, slowest } from '../distribution/combine.ts'
import { type Distribution, lognormal, percentile as percentileOnGrid } from '../distribution/distribution.ts'
import { normalQuantile, z95 } from '../distribution/normal.ts'
import { hedged, inSeries, mixture, percentile, retried, shareAbove, type Time, whenEnded } from '../latency/time.ts'
import { constantTime } from '../distribution/distribution.ts'
import { anotherDraw } from './combine-samples.ts'
import { paths } from './generator.ts'
import { crossedRanks, makeDraws, slowMomentCorrelation } from './normal-scores.ts'
import { ascending } from './ranks.ts'
import { dependentLognormal, distributionOf, type Samples, sortedOf } from './samples.ts'
import { sobolDimensions, sobolRanks } from './sobol.ts'

/** On paths, and independent of every other draw. */
const alone = (p50Ms: number, p95Ms: number, draw: number): Samples =>
  dependentLognormal(p50Ms, p95Ms, { common: 0, correlation: 0, own: draw }, makeDraws(20))
const together = (p50Ms: number, p95Ms: number, draw: number): Samples =>
  dependentLognormal(p50Ms, p95Ms, { common: 0, correlation: slowMomentCorrelation, own: draw }, makeDraws(20))

const sum = (times: readonly Time[]): Time => times.reduce((a, b) => inSeries(a, b))

function expectPercentiles(time: Time, expected: Readonly<Record<number, number>>): void {
  for (const [share, value] of Object.entries(expected)) {
    const found = percentile(time, Number(share) / 100)
    const tolerance = Number(share) >= 99 ? 0.02 : 0.01
    expect(Math.abs(found / value - 1), `p${share}: ${found} for ${value}`).toBeLessThan(tolerance)
  }
}

describe('paths', () => {
  it('meet every stratum of every dimension once', () => {
    for (let dimension = 0; dimension < sobolDimensions; dimension += 1) {
      expect(new Set(sobolRanks(dimension)).size, `dimension ${dimension}`).toBe(paths)
    }
    expect(new Set(crossedRanks(7)).size).toBe(paths)
  })
  it('meet each square of two dimensions evenly', () => {
    const dimensions = Array.from({ length: 20 }, (_, dimension) => dimension)
    const pairs = dimensions.flatMap((one) => dimensions.slice(one + 1).map((other) => [one, other] as const))
    for (const [one, other] of pairs) {
      const counts = new Map<number, number>()
      sobolRanks(one).forEach((rank, path) => {
        const square = (rank >> 7) * 32 + ((sobolRanks(other)[path] as number) >> 7)
        counts.set(square, (counts.get(square) ?? 0) + 1)
      })
      expect(
        [...counts.values()].every((count) => count === paths / 1024),
        `${one} and ${other}`,
      ).toBe(true)
      expect(counts.size).toBe(1024)
    }
  })
  it('are sorted by value, negative ones too', () => {
    const values = Float64Array.of(3, -2, 0, 1e9, -7.5, 2)
    expect([...ascending(values)]).toEqual([4, 1, 2, 5, 0, 3])
  })
  it('give the same digits for the same ids', () => {
    expect(together(80, 200, 5).values).toEqual(together(80, 200, 5).values)
    expect(anotherDraw(alone(80, 200, 5)).values).not.toEqual(alone(80, 200, 5).values)
    expect(sortedOf(anotherDraw(alone(80, 200, 5)))).toEqual(sortedOf(alone(80, 200, 5)))
  })
})

describe('sampled times against the closed forms', () => {
  const fast = alone(100, 250, 1)
  const slow = alone(800, 2000, 2)
  it('keep the two percentiles of a lognormal', () => expectPercentiles(fast, { 50: 100, 95: 250 }))
  it('add in series', () => {
    expect(sum([fast, slow]).meanMs).toBeCloseTo(1051.061188, 5)
    expectPercentiles(sum([fast, slow]), { 50: 919.308878, 90: 1755.90388, 95: 2122.255602, 99: 3045.155499 })
  })
  it('join', () => {
    const { time, awaited } = whenEnded([fast, alone(120, 300, 2)], 2)
    expectPercentiles(time, { 50: 149.544233, 90: 275.471706, 95: 330.289829, 99: 468.542531 })
    expect(awaited.reduce((a, b) => a + b, 0)).toBeCloseTo(time.meanMs, 6)
  })
  it('mix', () => {
    const mixed = mixture([
      { weight: 0.3, time: fast },
      { weight: 0.7, time: slow },
    ])
    expectPercentiles(mixed, { 95: 1809.566707 })
  })
  it('repeat', () => {
    const four = [1, 2, 3, 4].map((draw) => alone(200, 500, draw))
    expectPercentiles(sum(four), { 95: 1453.069502 })
    const twelve = Array.from({ length: 12 }, (_, draw) => alone(200, 500, draw + 1))
    expectPercentiles(sum(twelve), { 95: 3672.152758, 99: 4148.594936 })
  })
  it('retry', () =>
    expectPercentiles(retried(slow, slow, 0.02, 3, constantTime(500)), { 95: 2127.406873, 99: 3142.948227 }))
  it('hedge', () => {
    const { time, extra } = hedged(fast, 250)
    expectPercentiles(time, { 95: 250, 99: 331.931724 })
    expect(extra).toBeCloseTo(0.05, 3)
    expect(shareAbove(fast, 250)).toBeCloseTo(0.05, 3)
  })
  it('meet what is on a grid as if it were on paths', () => {
    expectPercentiles(inSeries(lognormal(100, 250), slow), { 50: 919.308878, 95: 2122.255602, 99: 3045.155499 })
    expectPercentiles(whenEnded([fast, lognormal(120, 300)], 2).time, {
      50: 149.544233,
      95: 330.289829,
      99: 468.542531,
    })
  })
  it('go back to a grid', () => {
    expectPercentiles(distributionOf(slow), { 50: 800, 95: 2000 })
    expect(distributionOf(slow).meanMs).toBe(slow.meanMs)
  })
})

type Percentiles = readonly [p50Ms: number, p95Ms: number]

/** Exact: given the common factor all are independent, so the grid adds them, and the factor is integrated over. */
function integrated(specs: readonly Percentiles[], join: typeof slowest): Distribution {
  const steps = 200
  const ways = Array.from({ length: steps }, (_, step) => {
    const factor = normalQuantile((step + 0.5) / steps)
    const times = specs.map(([p50Ms, p95Ms]) => {
      const sigma = Math.log(p95Ms / p50Ms) / z95
      const shifted = p50Ms * Math.exp(sigma * Math.sqrt(slowMomentCorrelation) * factor)
      return lognormal(shifted, shifted * Math.exp(z95 * sigma * Math.sqrt(1 - slowMomentCorrelation)))
    })
    return { weight: 1 / steps, time: join(times) }
  })
  return mixtureOnGrid(ways)
}

describe('slow moments that come together', () => {
  const alike: readonly Percentiles[] = [
    [800, 2000],
    [800, 2000],
  ]
  const cases: readonly (readonly Percentiles[])[] = [
    alike,
    [
      [100, 250],
      [800, 2000],
      [4000, 5200],
    ],
    [
      [200, 460],
      [900, 2070],
      [300, 690],
      [1200, 1560],
    ],
  ]
  it.each(cases.map((specs) => ({ specs })))(
    'lengthen the tail of a sequence as integration says: $specs',
    ({ specs }) => {
      const exact = integrated(specs, (times) => times.reduce((a, b) => inSeriesOnGrid(a, b)))
      const sampled = sum(specs.map(([p50Ms, p95Ms], index) => together(p50Ms, p95Ms, 1 + 2 * index)))
      const [p50 = 0, p95 = 0, p99 = 0] = [0.5, 0.95, 0.99].map((share) => percentileOnGrid(exact, share))
      expectPercentiles(sampled, { 50: p50, 95: p95, 99: p99 })
      const independent = specs.map(([p50Ms, p95Ms]) => lognormal(p50Ms, p95Ms)).reduce((a, b) => inSeriesOnGrid(a, b))
      expect(percentile(sampled, 0.99)).toBeGreaterThan(percentileOnGrid(independent, 0.99))
    },
  )
  it('shorten the wait for the slowest of several', () => {
    const exact = integrated(alike, slowest)
    const sampled = whenEnded(
      alike.map(([p50Ms, p95Ms], index) => together(p50Ms, p95Ms, 1 + 2 * index)),
      2,
    ).time
    expectPercentiles(sampled, { 95: percentileOnGrid(exact, 0.95), 99: percentileOnGrid(exact, 0.99) })
    expect(sampled.meanMs).toBeLessThan(slowest(alike.map(([p50Ms, p95Ms]) => lognormal(p50Ms, p95Ms))).meanMs)
  })
})
