import { describe, expect, it } from 'vitest'
import type { Flow, Plan, Step } from '../../design/design.ts'
import { arrow, box } from '../../graph/testing/draw.ts'
import type { ActionEstimate } from '../estimate.ts'
import { estimateOf, onceAMonth } from '../testing/estimate-drawing.ts'

const user = box('user', 'actor')
const ms = (value: number, more: Readonly<Record<string, number | string>> = {}) => ({
  settings: { ms: value, ...more },
})

/** An app with this plan over arrows to a model (200 + 1,000 ms), a gate (300), a search (50) and a person (60,000). */
function clocksOf(
  steps: readonly Step[],
  more: { readonly flow?: Partial<Flow>; readonly gate?: string; readonly plans?: readonly Plan[] } = {},
): ActionEstimate {
  const flows = [
    arrow('user>app', more.flow),
    arrow('app>llm as m'),
    arrow('app>gate as g'),
    arrow('app>find as f'),
    arrow('app>desk as p'),
  ]
  const used = JSON.stringify(steps)
  const unused = ['m', 'g', 'f', 'p'].filter((id) => !used.includes(`"${id}"`)).map((call) => ({ call, share: 0 }))
  const { actions } = estimateOf(
    [
      user,
      box('app', 'service', { plans: [{ steps: [...steps, ...unused] }] }),
      box('llm', 'model', ms(200, { restMs: 1000 })),
      box('gate', 'gate', ms(300, more.gate === undefined ? {} : { release: more.gate })),
      box('find', 'search', ms(50)),
      box('desk', 'person', ms(60_000)),
    ],
    flows,
    onceAMonth('user-app'),
  )
  const [action] = actions
  if (!action) throw new Error('no action')
  return action
}
const first = (action: ActionEstimate) => action.first?.p50.value
const full = (action: ActionEstimate) => action.full?.p50.value

describe('full answer', () => {
  it('is the sequence of what is awaited', () => {
    expect(full(clocksOf([{ call: 'f' }, { call: 'g' }, { call: 'm' }]))).toBeCloseTo(1550, 6)
  })
  it('waits for the slowest branch, or for one of them', () => {
    expect(full(clocksOf([{ parallel: [{ call: 'f' }, { call: 'g' }] }]))).toBeCloseTo(300, 0)
    expect(full(clocksOf([{ parallel: [{ call: 'f' }, { call: 'g' }], join: 'any' }]))).toBeCloseTo(50, 0)
  })
  it('leaves out what is not awaited', () => {
    expect(full(clocksOf([{ call: 'f' }, { call: 'p' }]))).toBeCloseTo(50, 6)
  })
  it('mixes by share: the mean moves, the median of a rare step does not', () => {
    const action = clocksOf([{ call: 'f' }, { call: 'g', share: 0.1 }])
    expect(full(action)).toBeCloseTo(50, 0)
    expect(action.full?.meanMs).toBeCloseTo(80, 6)
  })
  it('leaves early where a step ends', () => {
    const action = clocksOf([{ call: 'f', ends: 0.3 }, { call: 'g' }])
    expect(action.full?.meanMs).toBeCloseTo(50 + 0.7 * 300, 6)
  })
  it('turns in rounds when turns run at once', () => {
    expect(full(clocksOf([{ call: 'g', times: 10 }]))).toBeCloseTo(3000, 6)
    expect(full(clocksOf([{ call: 'g', times: 10, atOnce: 4 }]))).toBeCloseTo(900, 0)
  })
  it('is never a sum of percentiles', () => {
    const chain = estimateOf(
      [user, box('a', 'service', ms(100, { p95Ms: 250 })), box('b', 'store', ms(800, { p95Ms: 2000 }))],
      [arrow('user>a'), arrow('a>b')],
      onceAMonth('user-a'),
    )
    expect(Math.abs((chain.actions[0]?.full?.p95.value ?? 0) / 2122.255602 - 1)).toBeLessThan(0.005)
  })
})

describe('first part', () => {
  it('comes when the last awaited step streams: the time before it and its first part', () => {
    const action = clocksOf([{ call: 'f' }, { call: 'm' }])
    expect([first(action), full(action)]).toEqual([250, 1250])
    expect(action.heldBy).toBeUndefined()
  })
  it('waits for an awaited step after the stream, and says who holds it', () => {
    const action = clocksOf([{ call: 'm' }, { call: 'g' }])
    expect([first(action), full(action)]).toEqual([1500, 1500])
    expect(action.heldBy).toEqual({ element: 'g', reason: 'gate judges the whole answer before any of it is shown.' })
    expect(clocksOf([{ call: 'm' }, { call: 'f' }]).heldBy?.element).toBe('f')
  })
  it('passes a gate that lets it through, by chunk with the time of a chunk', () => {
    expect(first(clocksOf([{ call: 'm' }, { call: 'g' }], { gate: 'streamed' }))).toBe(200)
    expect(first(clocksOf([{ call: 'm' }, { call: 'g' }], { gate: 'chunked' }))).toBe(200 + 1000 / 8 + 300)
  })
  it('is not held by what is not awaited', () => {
    expect(first(clocksOf([{ call: 'm' }, { call: 'p' }]))).toBe(200)
  })
  it('waits at a join around it', () => {
    const action = clocksOf([{ parallel: [{ call: 'm' }, { call: 'f' }] }])
    expect(first(action)).toBe(full(action))
    expect(action.heldBy?.element).toBe('app')
  })
  it('waits for a stated sync arrow anywhere above', () => {
    const action = clocksOf([{ call: 'm' }], { flow: { mode: 'sync' } })
    expect(first(action)).toBe(1200)
    expect(action.heldBy?.element).toBe('user-app')
  })
  it('waits at a gate in the line, which calls the model itself', () => {
    const { actions } = estimateOf(
      [user, box('gate', 'gate', ms(300)), box('llm', 'model', ms(200, { restMs: 1000 }))],
      [arrow('user>gate'), arrow('gate>llm')],
      onceAMonth('user-gate'),
    )
    expect(actions[0]?.first?.p50.value).toBe(1500)
    expect(actions[0]?.heldBy?.element).toBe('gate')
  })
  it('comes in the last turn of a loop', () => {
    expect(first(clocksOf([{ times: 3, keeps: 'all', steps: [{ call: 'm' }] }]))).toBeCloseTo(2600, 6)
  })
})

describe('people', () => {
  it('count in the full answer and not in the unattended one', () => {
    const [action] = estimateOf(
      [user, box('app', 'service'), box('desk', 'person', ms(60_000)), box('find', 'search', ms(50))],
      [arrow('user>app'), arrow('app>desk', { mode: 'sync' }), arrow('app>find')],
      onceAMonth('user-app'),
    ).actions
    expect(action?.full?.p50.value).toBe(60_050)
    expect(action?.unattended?.p50.value).toBe(50)
  })
})

describe('done', () => {
  it('is the start of the action to the end of the whole asynchronous subtree', () => {
    const { actions, flowsDone } = estimateOf(
      [
        user,
        box('gate', 'service', ms(10)),
        box('q', 'queue', ms(5)),
        box('worker', 'service', ms(1000)),
        box('erp', 'store', ms(200)),
      ],
      [arrow('user>gate'), arrow('gate>q'), arrow('q>worker'), arrow('worker>erp')],
      onceAMonth('user-gate'),
    )
    expect(actions[0]?.full?.p50.value).toBe(10)
    expect(flowsDone.map(({ flow, done }) => [flow, done?.p50.value])).toEqual([
      ['gate-q', 1215],
      ['q-worker', 1215],
    ])
  })
  it('stands alone when an action only enqueues', () => {
    const { actions, flowsDone } = estimateOf(
      [user, box('q', 'queue', ms(5)), box('worker', 'service', ms(1000))],
      [arrow('user>q'), arrow('q>worker')],
      onceAMonth('user-q'),
    )
    expect(actions[0]?.full).toBeUndefined()
    expect(flowsDone.find((done) => done.flow === 'user-q')?.done?.p50.value).toBe(1005)
  })
  it('answers an action that says so', () => {
    const { actions } = estimateOf(
      [
        user,
        box('gate', 'service', ms(10)),
        box('q', 'queue', ms(5)),
        box('worker', 'service', ms(1000)),
        box('erp', 'store', ms(200)),
      ],
      [arrow('user>gate'), arrow('gate>q'), arrow('q>worker'), arrow('worker>erp as book')],
      {
        ...onceAMonth('drop'),
        actions: [{ id: 'drop', name: 'Drop a document', starts: 'user-gate', answeredBy: 'book' }],
      },
    )
    expect(actions[0]?.full?.p50.value).toBe(1215)
  })
  it('follows a call-back', () => {
    const { flowsDone } = estimateOf(
      [user, box('page', 'page', ms(1)), box('app', 'service', ms(10)), box('desk', 'person', ms(60_000))],
      [
        arrow('user>page'),
        arrow('page>app'),
        arrow('app>desk as review'),
        arrow('desk>page as reviewed', { mode: 'async' }),
      ],
      onceAMonth('user-page'),
    )
    expect(flowsDone.map(({ flow, done }) => [flow, done?.p50.value])).toEqual([
      ['review', 60_012],
      ['reviewed', 60_012],
    ])
  })
})

describe('limits', () => {
  it('cut at a timeout and fall back after it', () => {
    const [action] = estimateOf(
      [
        user,
        box('app', 'service', { plans: [{ steps: [{ call: 'slow', orElse: [{ call: 'fast' }] }] }] }),
        box('s', 'service', ms(5000)),
        box('f', 'service', ms(100)),
      ],
      [arrow('user>app'), arrow('app>s as slow', { timeoutMs: 2000 }), arrow('app>f as fast')],
      onceAMonth('user-app'),
    ).actions
    expect(action?.full?.p50.value).toBeCloseTo(2100, 0)
  })
  it('retry what fails, with its backoff', () => {
    const [action] = estimateOf(
      [user, box('app', 'service'), box('s', 'store', { settings: { ms: 800, p95Ms: 2000, availability: 0.98 } })],
      [arrow('user>app'), arrow('app>s', { retries: 2, backoffMs: 500 })],
      onceAMonth('user-app'),
    ).actions
    expect(Math.abs((action?.full?.p95.value ?? 0) / 2127.406873 - 1)).toBeLessThan(0.005)
    expect(Math.abs((action?.full?.p99.value ?? 0) / 3142.948227 - 1)).toBeLessThan(0.005)
  })
  it('hedge after a delay, at the price of a second call', () => {
    const estimate = estimateOf(
      [user, box('app', 'service'), box('s', 'store', { settings: { ms: 100, p95Ms: 250, usd: 1 } })],
      [arrow('user>app'), arrow('app>s', { hedgeAfterMs: 250 })],
      onceAMonth('user-app'),
    )
    expect(Math.abs((estimate.actions[0]?.full?.p99.value ?? 0) / 331.931724 - 1)).toBeLessThan(0.005)
    expect(estimate.technologyUsdPerMonth.value).toBeCloseTo(1.05, 3)
  })
})

describe('a merge', () => {
  const parts = (plan?: Plan) => [
    user,
    box('app', 'service', plan ? { plans: [plan] } : {}),
    box('a', 'service', ms(100)),
    box('b', 'service', ms(300)),
    box('merge', 'merge', ms(50)),
  ]
  const flows = [arrow('user>app'), arrow('app>a'), arrow('app>b'), arrow('a>merge'), arrow('b>merge')]
  it('runs once after the branches that call it have arrived', () => {
    const plan = { steps: [{ parallel: [{ call: 'app-a' }, { call: 'app-b' }] }] }
    const [action] = estimateOf(parts(plan), flows, onceAMonth('user-app')).actions
    expect(action?.full?.p50.value).toBeCloseTo(350, 0)
  })
  it('runs once when they come one after the other', () => {
    const [action] = estimateOf(parts(), flows, onceAMonth('user-app')).actions
    expect(action?.full?.p50.value).toBe(450)
  })
})
