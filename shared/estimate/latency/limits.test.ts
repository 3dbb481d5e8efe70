import { describe, expect, it } from 'vitest'
import type { Flow, Step } from '../../design/design.ts'
import { arrow, box } from '../../graph/testing/draw.ts'
import type { ActionEstimate } from '../estimate.ts'
import { estimateOf, onceAMonth } from '../testing/estimate-drawing.ts'

/** An app over a store (median 800, p95 2,000 ms), with these limits on the arrow, and another store (100 ms). */
function actionOf(limits: Partial<Flow>, plan?: readonly Step[]): ActionEstimate {
  const steps = plan ?? [{ call: 's' }, { call: 'o', share: 0 }]
  const [action] = estimateOf(
    [
      box('user', 'actor'),
      box('app', 'service', { plans: [{ steps: [...steps] }] }),
      box('store', 'store', { settings: { ms: 800, p95Ms: 2000 } }),
      box('other', 'store', { settings: { ms: 100 } }),
    ],
    [arrow('user>app'), arrow('app>store as s', limits), arrow('app>other as o')],
    onceAMonth('user-app'),
  ).actions
  if (!action) throw new Error('no action')
  return action
}

describe('timeouts', () => {
  it('turn the slowest into errors, and the rest keeps its percentiles', () => {
    const action = actionOf({ timeoutMs: 2000 })
    expect(action.timedOut?.share).toBeCloseTo(0.05, 3)
    expect(action.timedOut?.flows).toMatchObject([{ flow: 's' }])
    const cut = actionOf({ timeoutMs: 2000, retries: 1 })
    expect(cut.timedOut?.share).toBeCloseTo(0.05 ** 2, 4)
    expect(actionOf({}).timedOut).toBeUndefined()
  })
  it('are no errors where somebody answers instead, or where the call may fail', () => {
    const instead = actionOf({ timeoutMs: 2000 }, [{ call: 's', orElse: [{ call: 'o' }] }])
    expect(instead.timedOut?.share).toBe(0)
    expect(instead.timedOut?.flows[0]?.share).toBeCloseTo(0.05, 3)
    expect(
      actionOf({ timeoutMs: 2000 }, [
        { call: 's', optional: true },
        { call: 'o', share: 0 },
      ]).timedOut?.share,
    ).toBe(0)
  })
  it('add up over what is awaited, as often as it is', () => {
    const share = (steps: readonly Step[]) => actionOf({ timeoutMs: 2000 }, [...steps, { call: 'o' }]).timedOut?.share
    expect(share([{ call: 's', share: 0.5 }])).toBeCloseTo(0.025, 3)
    expect(share([{ call: 's', times: 2 }])).toBeCloseTo(1 - 0.95 ** 2, 3)
    expect(share([{ call: 's' }])).toBeCloseTo(0.05, 3)
  })
  it('stand in the waterfall with what happens instead, after they are over', () => {
    const spans = actionOf({ timeoutMs: 2000 }, [{ call: 's', orElse: [{ call: 'o' }] }]).spans ?? []
    const other = spans.find((span) => span.component === 'other')
    expect(other?.startMs).toBeCloseTo(2000, 3)
    expect(other?.share).toBeCloseTo(0.05, 3)
  })
})

describe('a way on which nothing has a time', () => {
  it('has no time, instead of none', () => {
    const { actions } = estimateOf(
      [box('user', 'actor'), box('page', 'page')],
      [arrow('user>page')],
      onceAMonth('user-page'),
    )
    expect(actions[0]).toMatchObject({ action: 'user-page', shares: [] })
    expect([actions[0]?.first, actions[0]?.full, actions[0]?.unattended]).toEqual([undefined, undefined, undefined])
  })
})

describe('a share of the runs that answers at a step that some skip', () => {
  it('leaves share x ends of them there', () => {
    const action = actionOf({}, [{ call: 'o', share: 0.5, ends: 0.4 }, { call: 's' }])
    const store = action.spans?.find((span) => span.component === 'store')
    expect(store?.share).toBeCloseTo(0.8, 9)
    expect(action.full?.meanMs).toBeCloseTo(0.5 * 100 + 0.8 * (actionOf({}).full?.meanMs ?? 0), 6)
  })
})
