import { describe, expect, it } from 'vitest'
import type { Step } from '../../design/design.ts'
import { arrow, box, draw } from '../../graph/testing/draw.ts'
import { callsByArrow, estimateOf, handByArrow, onceAMonth } from '../testing/estimate-drawing.ts'

const user = box('user', 'actor')
/** An app with this plan over arrows to a cache, two models, a search, a gate and a log. */
function app(steps: readonly Step[]) {
  return draw(
    [
      user,
      box('app', 'service', { plans: [{ steps }] }),
      box('cache', 'cache'),
      box('big', 'model'),
      box('small', 'model'),
      box('search', 'search'),
      box('gate', 'gate'),
    ],
    [
      arrow('user>app'),
      arrow('app>cache as c'),
      arrow('app>big as b'),
      arrow('app>small as s'),
      arrow('app>search as f'),
      arrow('app>gate as g'),
    ],
  )
}
const rest = (...used: readonly string[]): readonly Step[] =>
  ['c', 'b', 's', 'f', 'g'].filter((flow) => !used.includes(flow)).map((call) => ({ call, share: 0 }))

describe('visits', () => {
  it('let a cache hit skip the rest, not one call', () => {
    // 30 % hits; a router with 70/30 and one escalation in 15 of 100 of the small one's answers: 0.7735, not 1.105.
    const escalating: Step = { steps: [{ call: 's' }, { call: 'b', share: 0.15 }], share: 0.7 }
    const routed: Step = { choose: [escalating, { call: 'b', share: 0.3 }] }
    const calls = callsByArrow(app([{ call: 'c', ends: 0.3 }, routed, ...rest('c', 's', 'b')]))
    expect((calls['s'] ?? 0) + (calls['b'] ?? 0)).toBeCloseTo(0.7735, 12)
  })
  it('take share as independent and choose as exclusive', () => {
    const calls = callsByArrow(
      app([
        { call: 'g', share: 0.04 },
        { call: 'f', share: 0.1 },
        { choose: [{ call: 'b', share: 0.7 }, { call: 's' }] },
        ...rest('g', 'f', 'b', 's'),
      ]),
    )
    expect(calls).toMatchObject({ g: 0.04, f: 0.1, b: 0.7 })
    expect(calls['s']).toBeCloseTo(0.3, 12)
  })
  it('let what ends inside a parallel take effect at its join', () => {
    const calls = callsByArrow(
      app([{ parallel: [{ call: 'g', ends: 0.02 }, { call: 'f' }] }, { call: 'b' }, ...rest('g', 'f', 'b')]),
    )
    expect(calls).toMatchObject({ g: 1, f: 1 })
    expect(calls['b']).toBeCloseTo(0.98, 12)
  })
  it('count every branch of a join of any, and turns of a loop', () => {
    const calls = callsByArrow(
      app([
        { parallel: [{ call: 'b' }, { call: 's' }], join: 'any' },
        { times: 3, steps: [{ call: 'f' }] },
        ...rest('b', 's', 'f'),
      ]),
    )
    expect(calls).toMatchObject({ b: 1, s: 1, f: 3 })
  })
  it('reach the alternative only after a failure', () => {
    const calls = callsByArrow(app([{ call: 'b', orElse: [{ call: 's' }] }, ...rest('b', 's')]), {
      down: 0.02,
      late: 0,
    })
    expect(calls).toMatchObject({ b: 1, s: 0.02 })
  })
  it('fall back in turn when a choice fails over', () => {
    const calls = callsByArrow(app([{ choose: [{ call: 'b' }, { call: 's' }], failover: true }, ...rest('b', 's')]), {
      down: 0.02,
      late: 0,
    })
    expect(calls['b']).toBe(1)
    expect(calls['s']).toBeCloseTo(0.02, 12)
  })
  it('ask what stands in for what is down, however often it is tried again', () => {
    const plan = [{ call: 'm', orElse: [{ call: 's' }] }]
    const parts = [user, box('a', 'service', { plans: [{ steps: plan }] }), box('m', 'model'), box('s', 'model')]
    const flows = [arrow('user>a'), arrow('a>m as m', { retries: 2 }), arrow('a>s as s')]
    const spare = (failure: { readonly down: number; readonly late: number }) =>
      callsByArrow(draw(parts, flows), failure)['s']
    expect(spare({ down: 0.005, late: 0 })).toBeCloseTo(0.005, 12)
    expect(spare({ down: 0, late: 0.1 })).toBeCloseTo(0.1 ** 3, 12)
    expect(spare({ down: 0.005, late: 0.1 })).toBeCloseTo(0.005 + 0.995 * 0.1 ** 3, 12)
  })
  it('multiply late attempts by (1 - q^r) / (1 - q); a refused attempt neither loads nor costs', () => {
    const design = draw([user, box('a', 'service'), box('m', 'model')], [arrow('user>a'), arrow('a>m', { retries: 2 })])
    expect(callsByArrow(design, { down: 0, late: 0.1 })['a-m']).toBeCloseTo((1 - 0.1 ** 3) / 0.9, 12)
    expect(callsByArrow(design, { down: 0.1, late: 0 })['a-m']).toBe(1)
  })
  it('call every copy of the plates named in toAll, one copy else', () => {
    const boundaries = [{ id: 'regions', name: 'Regions', copies: { of: 'region' as const, count: 3 } }]
    const parts = [user, box('a', 'service'), box('db', 'store', { in: 'regions' })]
    const once = draw(parts, [arrow('user>a'), arrow('a>db')], { boundaries })
    const all = draw(parts, [arrow('user>a'), arrow('a>db', { toAll: ['regions'] })], { boundaries })
    expect([callsByArrow(once)['a-db'], callsByArrow(all)['a-db']]).toEqual([1, 3])
  })
  it('add up call-backs: 1 % corrected documents are booked again, never read again', () => {
    const worker = box('worker', 'service', {
      plans: [
        { steps: [{ call: 'ocr' }, { call: 'review', share: 0.01 }, { call: 'book', share: 0.99 }] },
        { on: ['corrected'], steps: [{ call: 'book' }] },
      ],
    })
    const design = draw(
      [user, worker, box('reader', 'service'), box('desk', 'person'), box('erp', 'store')],
      [
        arrow('user>worker'),
        arrow('worker>reader as ocr'),
        arrow('worker>desk as review'),
        arrow('worker>erp as book'),
        arrow('desk>worker as corrected', { mode: 'async' }),
      ],
    )
    const calls = callsByArrow(design)
    expect(calls['ocr']).toBe(1)
    expect(calls['book']).toBeCloseTo(1, 12)
  })
  it('solve a call-back that returns again, and leave out one that never ends', () => {
    const loop = (again: Partial<Step>) =>
      draw(
        [
          user,
          box('a', 'service', {
            plans: [{ steps: [{ call: 'ask' }] }, { on: ['back'], steps: [{ call: 'ask', ...again }] }],
          }),
          box('b', 'service', { plans: [{ on: ['ask'], steps: [{ call: 'back' }] }] }),
        ],
        [arrow('user>a'), arrow('a>b as ask', { mode: 'async' }), arrow('b>a as back', { mode: 'async' })],
      )
    const endlessIn = (again: Partial<Step>) => {
      const { components, flows } = loop(again)
      return estimateOf(components ?? [], flows ?? []).actions[0]?.endless
    }
    expect(callsByArrow(loop({ share: 0.5 }))['ask']).toBeCloseTo(2, 6)
    expect(endlessIn({ times: 2 })).toEqual(['b'])
    expect(endlessIn({ share: 0.5 })).toBeUndefined()
  })
  it('run a merge once, when all branches have arrived', () => {
    const flows = [arrow('user>app'), ...['a', 'b', 'c'].flatMap((id) => [arrow(`app>${id}`), arrow(`${id}>merge`)])]
    const calls = callsByArrow(
      draw(
        [user, box('app', 'service'), ...['a', 'b', 'c'].map((id) => box(id, 'service')), box('merge', 'merge')],
        flows,
      ),
    )
    expect((calls['a-merge'] ?? 0) + (calls['b-merge'] ?? 0) + (calls['c-merge'] ?? 0)).toBeCloseTo(1, 12)
  })
})

describe('what is in hand', () => {
  const parts = (adds: number, replaces?: number) => [
    user,
    box('app', 'service'),
    box('find', 'search', { settings: { adds } }),
    ...(replaces === undefined ? [] : [box('rank', 'search', { settings: { replaces } })]),
    box('llm', 'model'),
  ]
  const input = {
    actions: [{ id: 'ask', name: 'Ask', starts: 'user-app', input: { tokens: 60 } }],
    ...onceAMonth('ask'),
  }
  it('grows by what an answer adds', () => {
    expect(
      handByArrow(draw(parts(4000), [arrow('user>app'), arrow('app>find'), arrow('app>llm')], input))['app-llm'],
    ).toBe(4060)
  })
  it('becomes what an answer replaces', () => {
    const flows = [arrow('user>app'), arrow('app>find'), arrow('app>rank'), arrow('app>llm')]
    expect(handByArrow(draw(parts(4000, 2400), flows, input))['app-llm']).toBe(2400)
  })
  it('does not grow by what is not awaited', () => {
    const flows = [arrow('user>app'), arrow('app>find', { mode: 'async' }), arrow('app>llm')]
    expect(handByArrow(draw(parts(4000), flows, input))['app-llm']).toBe(60)
  })
  it('is averaged over those who share a callee', () => {
    const design = draw(
      [
        user,
        box('app', 'service', {
          plans: [{ steps: [{ call: 'app-llm', share: 0.5 }, { call: 'app-find' }, { call: 'app-llm', share: 0.5 }] }],
        }),
        box('find', 'search', { settings: { adds: 1000 } }),
        box('llm', 'model'),
        box('db', 'store'),
      ],
      [arrow('user>app'), arrow('app>find'), arrow('app>llm'), arrow('llm>db', { pull: false })],
      input,
    )
    expect(handByArrow(design)['llm-db']).toBeCloseTo(560, 9)
  })
})
