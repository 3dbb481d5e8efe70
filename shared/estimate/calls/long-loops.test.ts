import { describe, expect, it } from 'vitest'
import type { Component, Design, Step } from '../../design/design.ts'
import { arrow, box, draw } from '../../graph/testing/draw.ts'
import { lognormal, percentile } from '../distribution/distribution.ts'
import { slowest, slowestOf } from '../distribution/combine.ts'
import { repeated, turnsBeforeLast } from '../distribution/repeat.ts'
import { percentile as percentileOf } from '../latency/time.ts'
import { clocksOf } from '../testing/clocks-of.ts'
import { callsByArrow, estimateOf, handByArrow, onceAMonth } from '../testing/estimate-drawing.ts'

const growing = (steps: readonly Step[], modifiers: Partial<Step> = {}): Component =>
  box('app', 'service', { plans: [{ steps: [{ steps, keeps: 'all', ...modifiers }] }] })
const drawn = (app: Component): Design =>
  draw(
    [
      app,
      box('llm', 'model', { settings: { ms: 100, restMs: 400 } }),
      box('tool', 'service', { settings: { adds: 10 } }),
    ],
    [arrow('app>llm'), arrow('app>tool')],
    { actions: [{ id: 'go', name: 'Go', starts: 'app', input: { tokens: 500 } }], ...onceAMonth('go') },
  )
const turn: readonly Step[] = [{ call: 'app-llm' }, { call: 'app-tool' }]
/** Tokens in hand in the mean turn, which brings 10 more to the next one. */
const inHand = (modifiers: Partial<Step>): number => handByArrow(drawn(growing(turn, modifiers)))['app-llm'] ?? 0

describe('what is in hand in the turns of a loop', () => {
  it('grows with every turn of a fixed loop', () => expect(inHand({ times: 12 })).toBeCloseTo(500 + (10 * 11) / 2, 9))
  it('is what the turns before it brought, given that it happens: m (m - 1) c over a geometric loop', () => {
    expect(inHand({ times: 4, spread: 'geometric' })).toBeCloseTo(500 + 10 * 3, 9)
    expect(inHand({ times: 10_000, spread: 'geometric' })).toBeCloseTo(500 + 10 * 9999, 4)
  })
  it('counts the turns that a spread has', () => {
    // One turn in half of the runs, three in the others: 2 on average, of which the second and third see more.
    expect(inHand({ spread: [0.5, 0, 0.5] })).toBeCloseTo(500 + (10 * (0.5 * 1 + 0.5 * 2)) / 2, 9)
  })
  it('grows to the end of ten thousand turns', () => {
    expect(inHand({ times: 10_000 })).toBeCloseTo(500 + (10 * 9999) / 2, 4)
  })
  it('is carried on after the loop as after its last turn', () => {
    const after = (times: number, spread: 'fixed' | 'geometric'): number => {
      const loop: Step = { call: 'app-tool', times, spread, keeps: 'all' }
      const app = box('app', 'service', { plans: [{ steps: [loop, { call: 'app-llm' }] }] })
      return handByArrow(drawn(app))['app-llm'] ?? 0
    }
    expect(after(10_000, 'fixed')).toBeCloseTo(100_500, 4)
    expect(after(7, 'geometric')).toBeCloseTo(570, 4)
  })
  it('is found for loops inside loops, a million turns in all', () => {
    const nested = (depth: number): readonly Step[] =>
      depth === 0 ? turn : [{ steps: nested(depth - 1), times: 100, keeps: 'all' }]
    const app = growing(nested(2), { times: 100 })
    const found = handByArrow(drawn(app))['app-llm'] ?? 0
    expect(found / (500 + (10 * 999_999) / 2)).toBeCloseTo(1, 6)
  })
})

describe('the first words of a loop', () => {
  const clocks = (modifiers: Partial<Step>) => {
    const design = drawn(box('app', 'service', { plans: [{ steps: [{ call: 'app-llm', ...modifiers }] }] }))
    return clocksOf({ ...design, flows: (design.flows ?? []).slice(0, 1) })
  }
  it.each([
    { times: 5 },
    { times: 5, spread: 'geometric' as const },
    { times: 0.3 },
    { times: 0.3, spread: 'geometric' as const },
    { spread: [0.2, 0.35, 0, 0.45] },
  ])('never come after its end: %o', (modifiers) => {
    const { first, full } = clocks(modifiers)
    if (!first || !full) throw new Error('Every loop here has an answer.')
    for (const share of [0.1, 0.5, 0.9, 0.95, 0.99]) {
      expect(percentileOf(first.time, share)).toBeLessThanOrEqual(percentileOf(full.time, share) * 1.002 + 1e-9)
    }
    const turns = modifiers.spread && typeof modifiers.spread !== 'string' ? 0.2 + 0.7 + 1.8 : (modifiers.times ?? 1)
    expect(full.time.meanMs).toBeCloseTo(500 * turns, 6)
    expect(first.time.meanMs).toBeCloseTo(500 * turns - 400 * Math.min(1, turns), 6)
  })
  it('come after the turns before the last one', () => {
    const means = turnsBeforeLast({ mean: 4, spread: 'geometric' }).map(({ weight, turns }) => weight * turns.mean)
    expect(means.reduce((sum, mean) => sum + mean, 0)).toBeCloseTo(3, 12)
  })
})

describe('many at once', () => {
  it('take as long as the slowest: a power of one distribution', () => {
    const one = lognormal(100, 250)
    for (const count of [2, 3, 10]) {
      const each = slowest(Array.from({ length: count }, () => one))
      for (const share of [0.5, 0.95, 0.99])
        expect(percentile(slowestOf(one, count), share) / percentile(each, share)).toBeCloseTo(1, 3)
    }
    expect(slowestOf(one, 1)).toBe(one)
  })
  it('turn at all in a share of the runs where the mean is below one', () => {
    expect(repeated(lognormal(100, 250), { mean: 0.25, spread: 'geometric' }).meanMs).toBeCloseTo(
      lognormal(100, 250).meanMs / 4,
      6,
    )
  })
})

it('a thousand million users who meet no limit are as many as they are', () => {
  const found = estimateOf(
    [box('user', 'actor'), box('app', 'service', { settings: { ms: 1000 } })],
    [arrow('user>app')],
    {
      actions: [{ id: 'go', name: 'Go', starts: 'user-app' }],
      workloads: [{ id: 'w', name: 'W', mix: { go: 1 }, arrivals: { users: 1e9, thinkTimeS: 9 } }],
    },
  )
  expect(found.actions[0]?.peakPerSecond).toBeCloseTo(1e8, 0)
})

it('who answers in a turn of a loop takes no other one', () => {
  const calls = (modifiers: Partial<Step>) => {
    const steps: readonly Step[] = [{ steps: [{ call: 'app-tool', ends: 0.5 }], ...modifiers }, { call: 'app-llm' }]
    return callsByArrow(drawn(box('app', 'service', { plans: [{ steps }] })))
  }
  // Ten turns of which each ends half of the runs: 1 + 1/2 + 1/4 ..., and one in 1,024 goes on.
  for (const keeps of [undefined, 'all', 'nothing'] as const) {
    const found = calls({ times: 10, ...(keeps ? { keeps } : {}) })
    expect(found['app-tool']).toBeCloseTo(2 * (1 - 0.5 ** 10), 9)
    expect(found['app-llm']).toBeCloseTo(0.5 ** 10, 9)
  }
  const geometric = calls({ times: 4, spread: 'geometric' })
  expect(geometric['app-tool']).toBeCloseTo(1 / (1 - 0.75 * 0.5), 9)
  expect(geometric['app-llm']).toBeCloseTo(0.125 / (1 - 0.75 * 0.5), 9)
})
