import { describe, expect, it } from 'vitest'
import type { Step } from '../../design/design.ts'
import { arrow, box, draw } from '../../graph/testing/draw.ts'
import { makeGenerator } from '../sampling/generator.ts'
import { normalQuantile, z95 } from '../distribution/normal.ts'
import { clocksOf } from '../testing/clocks-of.ts'
import { makeupOf, tailSharesOf } from './clock-makeup.ts'

const lognormals = { a: [100, 300], b: [400, 800], c: [200, 1200] } as const

function clockOf(steps: readonly Step[], scale: Readonly<Record<string, number>> = {}) {
  const boxes = Object.entries(lognormals).map(([id, [p50Ms, p95Ms]]) => {
    const by = scale[id] ?? 1
    return box(id, 'service', { settings: { ms: p50Ms * by, p95Ms: p95Ms * by } })
  })
  const { full } = clocksOf(
    draw(
      [box('user', 'actor'), box('app', 'service', { plans: [{ steps: [...steps] }] }), ...boxes],
      [arrow('user>app'), arrow('app>a as fa'), arrow('app>b as fb'), arrow('app>c as fc')],
    ),
  )
  if (!full) throw new Error('nothing answers')
  return full
}

const shapes: Readonly<Record<string, readonly Step[]>> = {
  sequence: [{ call: 'fa' }, { call: 'fb' }, { call: 'fc' }],
  join: [{ parallel: [{ call: 'fa' }, { call: 'fb' }, { call: 'fc' }] }],
  'two of three': [{ parallel: [{ call: 'fa' }, { call: 'fb' }, { call: 'fc' }], join: 2 }],
  'seldom and often': [{ call: 'fa', share: 0.2 }, { call: 'fb', times: 3 }, { call: 'fc' }],
  'early answers': [{ call: 'fa', ends: 0.4 }, { call: 'fb' }, { call: 'fc' }],
}

describe('what a time is made of', () => {
  it.each(Object.entries(shapes))('adds up to mean and variance: %s', (_, steps) => {
    const clock = clockOf(steps)
    const parts = [...makeupOf(clock).parts.values()]
    expect(parts.reduce((sum, part) => sum + part.meanMs, 0)).toBeCloseTo(clock.time.meanMs, 6)
  })
  it('knows the variance of a sequence with rare and repeated steps exactly', () => {
    const variance = (p50Ms: number, p95Ms: number) => {
      const sigma = Math.log(p95Ms / p50Ms) / z95
      const mean = p50Ms * Math.exp((sigma * sigma) / 2)
      return { mean, of: mean * mean * Math.expm1(sigma * sigma) }
    }
    const [a, b, c] = [variance(100, 300), variance(400, 800), variance(200, 1200)]
    const seldom = 0.2 * a.of + 0.2 * 0.8 * a.mean ** 2
    const parts = [...makeupOf(clockOf(shapes['seldom and often'] ?? [])).parts.values()]
    expect(parts.reduce((sum, part) => sum + part.covarianceMs2, 0) / (seldom + 3 * b.of + c.of)).toBeCloseTo(1, 9)
  })
  it.each(Object.entries(shapes))('says how far each input moves the mean: %s', (_, steps) => {
    const clock = clockOf(steps)
    const swings = [...makeupOf(clock).swings.values()]
    for (const id of ['a', 'b', 'c']) {
      const swing = swings.find(({ node }) => node.provenance.on === id)
      // A grade A counts as 5 % either way.
      const moved = clockOf(steps, { [id]: 1.05 }).time.meanMs - clock.time.meanMs
      expect(Math.abs((swing?.above ?? 0) - moved), id).toBeLessThan(0.0012 * clock.time.meanMs)
      expect(swing?.below).toBeCloseTo(-(swing?.above ?? 0), 9)
    }
  })
  it('knows by its step what a share of early answers moves', () => {
    const ends = { value: 0.4, low: 0.2, high: 0.6 }
    const clock = clockOf([{ call: 'fa', ends }, { call: 'fb' }, { call: 'fc', share: 0 }])
    const swing = [...makeupOf(clock).swings.values()].find(({ node }) => node.provenance.field === 'ends')
    const at = (value: number) =>
      clockOf([{ call: 'fa', ends: value }, { call: 'fb' }, { call: 'fc', share: 0 }]).time.meanMs - clock.time.meanMs
    expect(swing?.atLow).toBeCloseTo(at(0.2), 6)
    expect(swing?.atHigh).toBeCloseTo(at(0.6), 6)
  })
})

describe('who the slowest twentieth waits for', () => {
  it('is who varies most: close to what a hundred thousand requests say', () => {
    const next = makeGenerator(7)
    const requests = Array.from({ length: 100_000 }, () =>
      Object.values(lognormals).map(([p50Ms, p95Ms]) => p50Ms * (p95Ms / p50Ms) ** (normalQuantile(next()) / z95)),
    )
    const sum = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0)
    const slow = requests.toSorted((a, b) => sum(b) - sum(a)).slice(0, 5000)
    const total = sum(slow.map(sum))
    const shares = tailSharesOf(clockOf(shapes['sequence'] ?? []))
    Object.keys(lognormals).forEach((id, index) => {
      const counted = sum(slow.map((parts) => parts[index] ?? 0)) / total
      expect(Math.abs((shares.get(id) ?? 0) - counted), id).toBeLessThan(0.05)
    })
    expect(sum([...shares.values()])).toBeCloseTo(1, 9)
  })
})
