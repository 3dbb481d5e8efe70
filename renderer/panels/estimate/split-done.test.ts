import { expect, it } from 'vitest'
import type { Design, Requirement } from '../../../shared/design/design.ts'
import type { ActionEstimate, Percentiles } from '../../../shared/estimate/estimate.ts'
import { splitDone } from './split-done.ts'

const band = { value: 1000, low: 900, high: 1200 }
const times: Percentiles = { p50: band, p90: band, p95: band, p99: band, meanMs: 1000 }
const usd = { value: 0, low: 0, high: 0 }
const ask: ActionEstimate = {
  action: 'ask',
  name: 'Ask',
  derived: false,
  full: times,
  method: 'convolution',
  shares: [],
  usdPerRequest: usd,
  technologyUsdPerRequest: usd,
  peopleUsdPerRequest: usd,
  requestsPerMonth: 1000,
  peakPerSecond: 0.01,
}
const done = ['send', 'log', 'copy'].map((flow) => ({ flow, action: 'ask', done: times }))
const design = (requirements: readonly Requirement[] = []): Design => ({
  format: 'lintel/design',
  version: 1,
  id: 'd',
  name: 'D',
  actions: [{ id: 'ask', name: 'Ask', starts: 'send' }],
  requirements,
})
const splitFlows = (of: Design, action: ActionEstimate) => {
  const { waitedFor, behind } = splitDone(of, action, done)
  return [waitedFor.map(({ flow }) => flow), behind.map(({ flow }) => flow)]
}

it('puts apart what goes on behind an answer', () => {
  expect(splitFlows(design(), ask)).toEqual([[], ['send', 'log', 'copy']])
})
it('keeps with the clocks what a requirement names', () => {
  const requirement: Requirement = {
    id: 'r',
    metric: 'latency.done',
    is: '<=',
    target: 60_000,
    priority: 'must',
    on: ['copy'],
  }
  expect(splitFlows(design([requirement]), ask)).toEqual([['copy'], ['send', 'log']])
})
it('takes the end of the first call for the answer of an action that only sends something off', () => {
  const { full: _full, ...sent } = ask
  expect(splitFlows(design(), sent)).toEqual([['send'], ['log', 'copy']])
  expect(splitFlows(design(), { ...sent, unstable: ['model'] })).toEqual([[], ['send', 'log', 'copy']])
})
