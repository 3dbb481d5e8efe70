import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inSeries } from '../distribution/combine.ts'
import { exponentialWait, percentile } from '../distribution/distribution.ts'
import { erlangC, refusedShare, waitFor, waitPercentile } from './queueing.ts'
import { responsePercentile } from '../testing/closed-forms.ts'

/** The reference prints six digits: a number agrees when it rounds to what is printed. */
const same = (found: number, printed: number): void => expect(Math.abs(found - printed)).toBeLessThanOrEqual(5.0001e-7)

const meanWait = (servers: number, used: number, arrivals = 1, service = 1): number => {
  const wait = waitFor(servers * used, servers, servers, { arrivals, service })
  return ((wait?.share ?? 0) * (wait?.meanMs ?? 0)) / 1000
}

describe('waiting for a server', () => {
  it.each([
    [1, 0.8, 0.8],
    [2, 0.8, 0.711111],
    [8, 0.8, 0.457645],
    [2, 0.5, 0.333333],
    [2, 0.95, 0.925641],
    [8, 0.5, 0.059044],
    [8, 0.95, 0.844169],
    [32, 0.9, 0.458197],
    [100, 0.95, 0.506457],
  ])('finds how likely it is at %i servers used at %d', (servers, used, expected) => {
    same(erlangC(servers, servers * used), expected)
  })
  it.each([
    [1, 0.8, 4],
    [2, 0.8, 1.777778],
    [8, 0.8, 0.286028],
    [2, 0.5, 0.333333],
    [2, 0.95, 9.25641],
    [8, 0.5, 0.014761],
    [8, 0.95, 2.110422],
    [32, 0.9, 0.143186],
    [100, 0.95, 0.101291],
  ])('finds how long it is at %i servers used at %d', (servers, used, expectedSeconds) => {
    expect(Math.abs(meanWait(servers, used) - expectedSeconds)).toBeLessThanOrEqual(1e-6 * Math.max(1, expectedSeconds))
  })
  it('knows other spreads: a constant service, M/G/1, Allen-Cunneen, Kingman', () => {
    same(meanWait(1, 0.8, 1, 0), 2)
    same(meanWait(1, 0.8, 1, 2.25), 6.5)
    same(meanWait(8, 0.8, 1, 0.25), 0.178768)
    same(meanWait(1, 0.9, 1.5, 0.5), 9)
  })
  it.each([
    [1, [2.350018, 13.862944, 21.910133]],
    [2, [0.880551, 6.637014, 10.660609]],
    [8, [0, 1.383794, 2.389693]],
  ])('finds percentiles of the wait at %i servers used at 0.8', (servers, expected) => {
    const wait = waitFor(servers * 0.8, servers, servers)
    ;[0.5, 0.95, 0.99].forEach((share, index) =>
      same(wait ? waitPercentile(wait, share) / 1000 : Number.NaN, expected[index] ?? Number.NaN),
    )
  })
  it.each([
    [1, [Math.log(2) * 5, 14.978661, 23.025851]],
    [2, [2.040031, 7.910684, 11.93737]],
    [8, [0.986334, 3.508443, 5.152182]],
  ])(
    'finds percentiles of wait and service at %i servers used at 0.8, and so does convolution',
    (servers, expected) => {
      const wait = waitFor(servers * 0.8, servers, servers)
      const response = inSeries(exponentialWait(wait?.share ?? 0, wait?.meanMs ?? 0), exponentialWait(1, 1000))
      ;[0.5, 0.95, 0.99].forEach((share, index) => {
        const exact = expected[index] ?? Number.NaN
        same(responsePercentile(servers, servers * 0.8, 1, share), exact)
        expect(Math.abs(percentile(response, share) / 1000 / exact - 1)).toBeLessThan(0.002)
      })
    },
  )
  it('answers the worked case of 400 requests a second, 15 ms each, 8 servers', () => {
    const rate = 1 / 0.015
    same(erlangC(8, 400 * 0.015), 0.356981)
    const milliseconds = (arrivals: number, service = 1): number => {
      const wait = waitFor(arrivals, 8 * rate, 8, { arrivals: 1, service })
      return (wait?.share ?? 0) * (wait?.meanMs ?? 0)
    }
    same(milliseconds(400), 2.677358)
    same(milliseconds(400, 0.25), 1.673349)
    same(milliseconds(500), 24.217576)
    same(responsePercentile(8, 400, rate, 0.95) * 1000, 49.367362)
    same(responsePercentile(8, 400, rate, 0.99) * 1000, 73.627325)
    same(responsePercentile(8, 500, rate, 0.99) * 1000, 152.454984)
  })
  it('gives no number where there is no steady state', () => {
    expect(waitFor(10, 10, 1)).toBeUndefined()
    expect(waitFor(0, 10, 1)).toBeUndefined()
    expect(waitFor(1e12, 10, 4)).toBeUndefined()
    expect(waitFor(Number.NaN, 10, 4)).toBeUndefined()
  })
  it('is never shorter with more load, nor longer with more servers', () => {
    const mean = (arrivals: number, servers: number, service: number): number => {
      const wait = waitFor(arrivals, servers, servers, { arrivals: 1, service })
      return (wait?.share ?? 0) * (wait?.meanMs ?? 0)
    }
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0.01, max: 0.98, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (servers, used, service) => {
          const now = mean(servers * used, servers, service)
          // A wait that hardly anybody has is left out: a ten-thousandth of the calls.
          const leftOut = 0.1 / (1 - used) / servers + 1e-9
          expect(mean(servers * used * 1.01, servers, service)).toBeGreaterThanOrEqual(now - 1e-9)
          expect(mean(servers * used, servers + 1, service)).toBeLessThanOrEqual(now + leftOut)
        },
      ),
      { seed: 20261121, numRuns: 300 },
    )
  })
})

describe('a limit per minute', () => {
  it('refuses what does not fit, and hardly anything far below', () => {
    expect(refusedShare(1, 2)).toBe(0)
    expect(refusedShare(20, 10)).toBeCloseTo(0.5, 6)
    // At the limit itself: deviation / sqrt(2 pi) of the calls of a minute.
    expect(refusedShare(10, 10)).toBeCloseTo(Math.sqrt(600 / (2 * Math.PI)) / 600, 9)
    expect(refusedShare(0, 10)).toBe(0)
  })
})
