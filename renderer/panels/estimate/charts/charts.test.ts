import { describe, expect, it } from 'vitest'
import type { Span, Tornado, TornadoBar } from '../../../../shared/estimate/estimate-parts.ts'
import { roundTicks, roundTicksBetween, timeAxis } from './bars.ts'
import { tornadoDomain, tornadoRow } from './tornado.ts'
import { spanNote, waterfallRows } from './waterfall.ts'

const span = (more: Partial<Span> = {}): Span => ({
  component: 'model',
  depth: 0,
  startMs: 100,
  durationMs: 900,
  ownMs: 500,
  waitMs: 150,
  networkMs: 50,
  share: 1,
  times: 1,
  awaited: true,
  critical: true,
  ...more,
})
const bar = (resultAtLow: number, resultAtHigh: number): TornadoBar => ({
  on: 'model',
  field: 'outputTokens',
  label: 'Output tokens',
  unit: 'tokens',
  value: 450,
  low: 300,
  high: 700,
  standing: 'stated',
  provenance: { from: 'stated' },
  resultAtLow,
  resultAtHigh,
})

describe('the waterfall', () => {
  it('parts a call into network, waiting, work, and the wait for what it calls', () => {
    const [row] = waterfallRows([span()], () => 'Answer model')
    expect(row?.values).toEqual({ offset: 100, network: 50, wait: 150, own: 500, rest: 200 })
    expect(row?.faded).toBeUndefined()
  })
  it('says turns of a loop, shares, and what nobody waits for', () => {
    const rare = span({ times: 6, share: 0.05, awaited: false, label: 'approves' })
    const [row] = waterfallRows([rare], () => 'Team lead')
    expect(row?.name).toBe('Team lead: approves ×6')
    expect(row?.faded).toBe(true)
    expect(spanNote(rare).replaceAll('\u202f', ' ')).toBe('Nobody waits for it, in 5 % of requests, 6 turns together')
  })
  it('never takes away from a call', () => {
    const [row] = waterfallRows([span({ durationMs: 600 })], () => 'Answer model')
    expect(row?.values['rest']).toBe(0)
  })
})

describe('the tornado', () => {
  it('colours each side by the end of the input that leads there', () => {
    expect(tornadoRow(bar(80, 150), 100, '').values).toEqual({ offset: 80, leftLow: 20, rightHigh: 50 })
    expect(tornadoRow(bar(150, 80), 100, '').values).toEqual({ offset: 80, leftHigh: 20, rightLow: 50 })
  })
  it('reaches from the result even when both ends lie on one side', () => {
    expect(tornadoRow(bar(120, 150), 100, '').values).toEqual({ offset: 100, leftLow: 0, rightHigh: 50 })
  })
  it('has an axis around all bars that never goes below 0', () => {
    const tornado: Tornado = { headline: 'total', unit: 'USD', value: 100, bars: [bar(1, 400)] }
    const [least, most] = tornadoDomain(tornado)
    expect(least).toBe(0)
    expect(most).toBeGreaterThan(400)
  })
})

describe('axes', () => {
  it('have ticks that are round as they read, in another currency too', () => {
    expect(roundTicks(8000, 0.92).map((usd) => Math.round(usd * 0.92))).toEqual([0, 2000, 4000, 6000, 8000])
    expect(roundTicksBetween(1000, 3000, 0.5).map((usd) => usd * 0.5)).toEqual([600, 800, 1000, 1200, 1400])
  })
  it('have round ticks that hold the longest bar', () => {
    expect(roundTicks(4336)).toEqual([0, 1000, 2000, 3000, 4000, 5000])
    expect(roundTicks(0.37)).toEqual([0, 0.1, 0.2, 0.3, 0.4])
    expect(roundTicks(0)).toEqual([0, 1])
    expect(roundTicksBetween(496, 1890)).toEqual([500, 1000, 1500])
  })
  it('of time are read in one unit', () => {
    expect(timeAxis(58_800).ticks.map(timeAxis(58_800).format)).toEqual(['0', '20\u202fs', '40\u202fs', '60\u202fs'])
    expect(timeAxis(727_000).format(300_000)).toBe('5\u202fmin')
    expect(timeAxis(940).format(250)).toBe('250\u202fms')
  })
})
