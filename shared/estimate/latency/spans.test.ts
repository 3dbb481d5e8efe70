import { describe, expect, it } from 'vitest'
import type { Step } from '../../design/design.ts'
import { arrow, box } from '../../graph/testing/draw.ts'
import type { ActionEstimate } from '../estimate.ts'
import { estimateOf, onceAMonth } from '../testing/estimate-drawing.ts'

const ms = (value: number) => ({ settings: { ms: value } })

/** An app (10 ms) over search (50), gate (300), model (200 + 1,000), and a worker (1,000) that it does not await. */
function actionOf(steps: readonly Step[]): ActionEstimate {
  const [action] = estimateOf(
    [
      box('user', 'actor'),
      box('app', 'service', { ...ms(10), plans: [{ steps: [...steps] }] }),
      box('find', 'search', ms(50)),
      box('gate', 'gate', ms(300)),
      box('llm', 'model', { settings: { ms: 200, restMs: 1000 } }),
      box('worker', 'service', ms(1000)),
      box('books', 'store', ms(7)),
    ],
    [
      arrow('user>app'),
      arrow('app>find as f'),
      arrow('app>gate as g'),
      arrow('app>llm as m'),
      arrow('app>worker as w', { mode: 'async' }),
      arrow('worker>books as b'),
    ],
    onceAMonth('user-app'),
  ).actions
  if (!action) throw new Error('no action')
  return action
}
const unused = (...ids: readonly string[]): readonly Step[] => ids.map((call) => ({ call, share: 0 }))
const bars = (steps: readonly Step[]) =>
  (actionOf(steps).spans ?? []).map(({ component, depth, startMs, durationMs }) => [
    component,
    depth,
    Math.round(startMs),
    Math.round(durationMs),
  ])

describe('the waterfall', () => {
  it('nests calls under who makes them, one after the other', () => {
    expect(bars([{ call: 'f' }, { call: 'm' }, ...unused('g', 'w')])).toEqual([
      ['app', 0, 0, 1260],
      ['find', 1, 10, 50],
      ['llm', 1, 60, 1200],
    ])
  })
  it('starts branches together and marks the longest', () => {
    const spans = actionOf([{ parallel: [{ call: 'f' }, { call: 'g' }] }, ...unused('m', 'w')]).spans ?? []
    expect(spans.map(({ component, startMs, critical }) => [component, startMs, critical])).toEqual([
      ['app', 0, true],
      ['find', 10, false],
      ['gate', 10, true],
    ])
  })
  it('draws the turns of a loop as one bar, and what stands in it stretched to all turns', () => {
    const loop: Step = { times: 4, steps: [{ call: 'f' }, { call: 'g' }] }
    expect(bars([loop, ...unused('m', 'w')])).toEqual([
      ['app', 0, 0, 1410],
      ['find', 1, 10, 200],
      ['gate', 1, 210, 1200],
    ])
    const [, find] = actionOf([loop, ...unused('m', 'w')]).spans ?? []
    expect([find?.times, find?.ownMs]).toEqual([4, 200])
  })
  it('says in which share of the requests a call happens, and starts what follows at its mean', () => {
    const spans = actionOf([{ call: 'g', share: 0.1 }, { call: 'f' }, ...unused('m', 'w')]).spans ?? []
    expect(spans.map(({ component, share, durationMs }) => [component, share, Math.round(durationMs)])).toEqual([
      ['app', 1, 90],
      ['gate', 0.1, 300],
      ['find', 1, 50],
    ])
    expect(spans[2]?.startMs).toBeCloseTo(40, 6)
  })
  it('draws fewer of what comes after an early answer', () => {
    const spans = actionOf([{ call: 'f', ends: 0.3 }, { call: 'g' }, ...unused('m', 'w')]).spans ?? []
    expect(spans[2]?.share).toBeCloseTo(0.7, 9)
  })
  it('goes on behind the answer with what nobody waits for', () => {
    const spans = actionOf([{ call: 'w' }, { call: 'f' }, ...unused('g', 'm')]).spans ?? []
    expect(spans.map(({ component, startMs, awaited, critical }) => [component, startMs, awaited, critical])).toEqual([
      ['app', 0, true, true],
      ['worker', 10, false, false],
      ['books', 1010, false, false],
      ['find', 10, true, true],
    ])
  })
})

it('draws no bar for work behind the answer that has no time: more is asked of it than it can do', () => {
  const withRate = (perSecond: number) =>
    estimateOf(
      [
        box('user', 'actor'),
        box('app', 'service', { ...ms(10), plans: [{ steps: [{ call: 'w' }] }] }),
        box('worker', 'service', { settings: { ms: 1000, perSecond } }),
      ],
      [arrow('user>app'), arrow('app>worker as w', { mode: 'async' })],
      {
        workloads: [
          { id: 'w', name: 'W', mix: { 'user-app': 1 }, arrivals: { rate: 10, per: 'second', peakFactor: 1 } },
        ],
      },
    ).actions[0]
  expect(withRate(100)?.spans?.map(({ component }) => component)).toEqual(['app', 'worker'])
  expect(withRate(5)?.overloaded).toEqual(['worker'])
  expect(withRate(5)?.spans?.map(({ component }) => component)).toEqual(['app'])
})
