import { expect, it } from 'vitest'
import { erlangC, waitFor } from './queueing.ts'

it.each([
  [1, 0.8, 0.8],
  [2, 0.8, 0.711111],
  [8, 0.8, 0.457645],
  [2, 0.5, 0.333333],
  [8, 0.95, 0.844169],
  [32, 0.9, 0.458197],
  [100, 0.95, 0.506457],
])('finds the probability of waiting at %i servers used at %d', (servers, used, expected) => {
  expect(erlangC(servers, servers * used)).toBeCloseTo(expected, 6)
})

it.each([
  [1, 0.8, 4],
  [2, 0.8, 1.777778],
  [8, 0.8, 0.286028],
  [8, 0.95, 2.110422],
  [32, 0.9, 0.143186],
])('finds the mean wait at %i servers used at %d', (servers, used, expectedSeconds) => {
  const wait = waitFor(servers * used, servers, servers)
  expect(((wait?.share ?? 0) * (wait?.meanMs ?? 0)) / 1000).toBeCloseTo(expectedSeconds, 6)
})

it('finds 2.677 ms at 400 requests a second, 15 ms each, 8 servers', () => {
  const wait = waitFor(400, 8 / 0.015, 8)
  expect((wait?.share ?? 0) * (wait?.meanMs ?? 0)).toBeCloseTo(2.677358, 5)
})

it('gives no number where there is no steady state', () => {
  expect(waitFor(10, 10, 1)).toBeUndefined()
  expect(waitFor(0, 10, 1)).toBeUndefined()
})
