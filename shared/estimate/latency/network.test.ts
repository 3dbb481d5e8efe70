import { describe, expect, it } from 'vitest'
import type { Boundary } from '../../design/design.ts'
import { arrow, box, draw } from '../../graph/testing/draw.ts'
import { estimateOf, onceAMonth } from '../testing/estimate-drawing.ts'
import { clocksOf } from '../testing/clocks-of.ts'
import { makeupOf } from './clock-makeup.ts'
import { betweenZones, roundTripBetween } from './round-trips.ts'

const at = (id: string, region?: string, more: Partial<Boundary> = {}): Boundary => ({
  id,
  name: id,
  ...(region === undefined ? {} : { region }),
  ...more,
})

function meanBetween(one: Boundary, other: Boundary, times = 1): number {
  const design = draw(
    [
      box('user', 'actor'),
      box('app', 'service', { in: one.id, plans: [{ steps: [{ call: 'f', times }] }] }),
      box('store', 'store', { in: other.id, settings: { ms: 10 } }),
    ],
    [arrow('user>app'), arrow('app>store as f')],
    { boundaries: one === other ? [one] : [one, other] },
  )
  return clocksOf(design).full?.time.meanMs ?? 0
}

describe('round trips', () => {
  it.each([
    ['us-east-1', 'us-east-2', 28],
    ['us-east-1', 'eu-west-1', 99],
    ['us-east-1', 'eu-central-1', 112],
    ['us-east-1', 'ap-northeast-1', 182],
    ['us-east-1', 'ap-southeast-2', 253],
  ])('from %s to %s hold the ping of %i ms that was measured with its last mile', (from, to, ping) => {
    const trip = roundTripBetween(from, to)
    expect(trip?.low).toBeLessThan(ping)
    expect(trip?.high).toBeGreaterThan(ping * 0.93)
    expect(trip?.ms).toBeLessThan(ping)
  })
  it('are the same both ways, in any spelling, and unknown where a region is', () => {
    expect(roundTripBetween('eu-central-1', 'us-west-2')).toEqual(roundTripBetween('US-West-2', 'eu-central-1'))
    expect(roundTripBetween('eu-central-1', 'our cellar')).toBeUndefined()
    expect(roundTripBetween('eu-central-1', 'eu-central-1')).toBeUndefined()
  })
})

describe('the way of a call', () => {
  it('adds a round trip between regions to each call, and nothing within one', () => {
    const trip = roundTripBetween('eu-central-1', 'us-east-1')
    const far = meanBetween(at('here', 'eu-central-1'), at('there', 'us-east-1'))
    expect(far).toBeGreaterThan(10 + (trip?.ms ?? 0))
    expect(far).toBeLessThan(10 + (trip?.ms ?? 0) * 1.05)
    expect(meanBetween(at('here', 'eu-central-1'), at('there', 'us-east-1'), 3)).toBeCloseTo(3 * far, 6)
    expect(meanBetween(at('here', 'eu-central-1'), at('there', 'eu-central-1'))).toBe(10)
    expect(meanBetween(at('here', 'eu-central-1'), at('there'))).toBe(10)
  })
  it('goes to another zone in the share of calls that meets one', () => {
    const zones = at('here', 'eu-central-1', { copies: { of: 'zone', count: 3 } })
    const mean = meanBetween(zones, zones) - 10
    expect(mean / (2 / 3)).toBeGreaterThan(betweenZones.ms)
    expect(mean / (2 / 3)).toBeLessThan(betweenZones.ms * 1.2)
  })
  it('is an assumed input of the time, and stands in the waterfall', () => {
    const design = draw(
      [
        box('user', 'actor'),
        box('app', 'service', { in: 'here', settings: { ms: 5 } }),
        box('store', 'store', { in: 'there', settings: { ms: 10 } }),
      ],
      [arrow('user>app'), arrow('app>store')],
      { boundaries: [at('here', 'eu-central-1'), at('there', 'us-east-1')], ...onceAMonth('user-app') },
    )
    const { full } = clocksOf(design)
    const swings = full ? [...makeupOf(full).swings.values()] : []
    const trip = swings.find(({ node }) => node.provenance.on === 'app-store')
    expect(trip?.node).toMatchObject({ label: 'Round trip eu-central-1 to us-east-1', unit: 'ms' })
    expect(trip?.node.provenance).toMatchObject({ from: 'default', confidence: 'C' })
    expect(trip?.above).toBeGreaterThan(15)
    expect(trip?.above).toBeLessThan(25)
    const [action] = estimateOf(design.components ?? [], design.flows ?? [], design).actions
    const store = action?.spans?.find((span) => span.component === 'store')
    expect(store?.networkMs).toBeGreaterThan(90)
    expect(store?.ownMs).toBe(10)
    expect(store?.durationMs).toBeCloseTo((store?.networkMs ?? 0) + 10, 6)
  })
})
