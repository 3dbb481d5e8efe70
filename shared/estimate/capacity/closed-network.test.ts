import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solveClosed } from './closed-network.ts'

const single = { servers: 1, openShare: 0 }

/** Exact MVA of one chain over single servers, as the textbook recursion: an independent answer. */
function recursion(
  users: number,
  think: number,
  demands: readonly number[],
): { x: number; r: number; queues: number[] } {
  let queues = demands.map(() => 0)
  let x = 0
  let r = 0
  for (let n = 1; n <= users; n += 1) {
    const times = demands.map((demand, at) => demand * (1 + (queues[at] ?? 0)))
    r = times.reduce((sum, time) => sum + time, 0)
    x = n / (think + r)
    queues = times.map((time) => time * x)
  }
  return { x, r, queues }
}

/** M/M/c with `users` machines that fail after `think` and are repaired in `service`: states in closed form. */
function repairmen(users: number, servers: number, think: number, service: number): number {
  const weights = [1]
  for (let n = 1; n <= users; n += 1)
    weights.push(((weights[n - 1] ?? 0) * (users - n + 1) * service) / think / Math.min(n, servers))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.reduce((sum, weight, n) => sum + (weight * Math.min(n, servers)) / total / service, 0)
}

describe('users who wait for the answer before they think', () => {
  it('is exact for the worked case', () => {
    const solved = solveClosed([single, single], [{ users: 20, thinkSeconds: 10, demands: [0.2, 0.5] }])
    expect(solved.perSecond[0]).toBeCloseTo(1.652403, 6)
    expect(solved.responseSeconds[0]).toBeCloseTo(2.103588, 6)
    expect(solved.method).toBe('exact')
  })
  it('equals the recursion of mean values for any network of single servers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.array(fc.double({ min: 0.001, max: 5, noNaN: true }), { minLength: 1, maxLength: 6 }),
        (users, think, demands) => {
          const stations = demands.map(() => single)
          const solved = solveClosed(stations, [{ users, thinkSeconds: think, demands }])
          const { x, r } = recursion(users, think, demands)
          expect(Math.abs((solved.perSecond[0] ?? 0) / x - 1)).toBeLessThan(1e-9)
          expect(Math.abs((solved.responseSeconds[0] ?? 0) - r)).toBeLessThan(1e-6 * (r + think))
          const met = recursion(users - 1, think, demands).queues
          solved.waits.forEach((wait, at) =>
            expect(Math.abs(wait.services - (met[at] ?? 0))).toBeLessThan(1e-6 * users),
          )
        },
      ),
      { seed: 20261121, numRuns: 200 },
    )
  })
  it.each([
    [10, 2, 5, 1],
    [200, 8, 10, 1],
    [1500, 64, 20, 1],
    [30, 40, 5, 1],
  ])('is exact for %i users at %i servers', (users, servers, think, service) => {
    const solved = solveClosed([{ servers, openShare: 0 }], [{ users, thinkSeconds: think, demands: [service] }])
    const exact = repairmen(users, servers, think, service)
    expect(Math.abs((solved.perSecond[0] ?? 0) / exact - 1)).toBeLessThan(1e-9)
    // Little's law over the whole round.
    expect((solved.perSecond[0] ?? 0) * (think + (solved.responseSeconds[0] ?? 0))).toBeCloseTo(users, 6)
  })
  it('is exact for several workloads: two that are alike are one of both together', () => {
    const alike = (users: number) => ({ users, thinkSeconds: 10, demands: [0.2, 0.5] })
    const solved = solveClosed([single, single], [alike(8), alike(12)])
    expect((solved.perSecond[0] ?? 0) + (solved.perSecond[1] ?? 0)).toBeCloseTo(1.652403, 6)
    expect(solved.responseSeconds[0]).toBeCloseTo(2.103588, 6)
    expect(solved.method).toBe('exact')
  })
  it('says that it is approximate where open arrivals take a part of several servers', () => {
    const users = [{ users: 20, thinkSeconds: 10, demands: [0.5] }]
    const methodAt = (servers: number, openShare: number) => solveClosed([{ servers, openShare }], users).method
    expect([methodAt(1, 0.3), methodAt(4, 0), methodAt(4, 0.3)]).toEqual(['exact', 'exact', 'approximate'])
  })
  it('says that it is approximate where waits are shared out among stations of several servers', () => {
    const users = [{ users: 20, thinkSeconds: 10, demands: [0.5, 0.4] }]
    const methodAt = (...servers: readonly number[]) =>
      solveClosed(
        servers.map((each) => ({ servers: each, openShare: 0 })),
        users,
      ).method
    expect([methodAt(1, 1), methodAt(4, 1), methodAt(4, 2)]).toEqual(['exact', 'exact', 'approximate'])
  })
  it('keeps an approximation within a few per cent of the exact answer', () => {
    const alike = (users: number) => ({ users, thinkSeconds: 10, demands: [0.02, 0.05] })
    const together = solveClosed([single, single], [alike(400)])
    const apart = solveClosed([single, single], [alike(150), alike(150), alike(100)])
    expect([together.method, apart.method]).toEqual(['exact', 'approximate'])
    const sum = apart.perSecond.reduce((total, each) => total + each, 0)
    expect(Math.abs(sum / (together.perSecond[0] ?? 1) - 1)).toBeLessThan(0.03)
  })
  it('never serves more than the slowest station can, nor than the users ask for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.array(fc.tuple(fc.double({ min: 0.001, max: 2, noNaN: true }), fc.integer({ min: 1, max: 50 })), {
          minLength: 1,
          maxLength: 4,
        }),
        (users, think, places) => {
          const stations = places.map(([, servers]) => ({ servers, openShare: 0 }))
          const demands = places.map(([demand]) => demand)
          const solved = solveClosed(stations, [{ users, thinkSeconds: think, demands }])
          const bound = Math.min(
            users / (think + demands.reduce((sum, demand) => sum + demand, 0)),
            ...places.map(([demand, servers]) => servers / demand),
          )
          expect(solved.perSecond[0]).toBeLessThanOrEqual(bound * (1 + 1e-6))
          expect(Number.isFinite(solved.responseSeconds[0])).toBe(true)
          if (users > 0) expect(solved.perSecond[0]).toBeGreaterThan(0)
        },
      ),
      { seed: 20261121, numRuns: 100 },
    )
  })
  it('lets open arrivals take their part of a station first', () => {
    const at = (openShare: number) =>
      solveClosed([{ servers: 1, openShare }], [{ users: 5, thinkSeconds: 1, demands: [0.5] }]).perSecond[0]
    expect(at(0.5)).toBeCloseTo(
      solveClosed([single], [{ users: 5, thinkSeconds: 1, demands: [1] }]).perSecond[0] ?? 0,
      9,
    )
    expect(at(0.5)).toBeLessThan(at(0) ?? 0)
  })
})
