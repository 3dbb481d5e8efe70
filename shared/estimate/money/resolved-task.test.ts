import { describe, expect, it } from 'vitest'
import type { Action, Component, Flow } from '../../design/design.ts'
import { arrow, box } from '../../graph/testing/draw.ts'
import type { Estimate } from '../estimate.ts'
import { actionInputs } from '../calls/action-inputs.ts'
import { estimateOf } from '../testing/estimate-drawing.ts'

const components: readonly Component[] = [
  box('user', 'actor'),
  box('app', 'service', { settings: { ms: 100, usd: 0.5 } }),
]
const flows: readonly Flow[] = [arrow('user>app as ask')]

function solved(input: Action['input'] = {}): Estimate {
  return estimateOf(components, flows, {
    actions: [{ id: 'a', name: 'A', starts: 'ask', input }],
    workloads: [{ id: 'w', name: 'W', mix: { a: 1 }, arrivals: { rate: 1000, per: 'month', peakFactor: 1 } }],
  })
}

describe('a resolved task', () => {
  it('costs what a request costs over the share that is resolved', () => {
    const request = solved().actions[0]?.usdPerRequest.value ?? 0
    expect(request).toBeGreaterThan(0)
    expect(solved({ resolvedShare: 0.8 }).usdPerResolvedTask?.value).toBeCloseTo(request / 0.8, 9)
    expect(solved({ resolvedShare: 0.4 }).usdPerResolvedTask?.value).toBeCloseTo(request / 0.4, 9)
  })
  it('has the band of the share in it', () => {
    const { usdPerResolvedTask: band } = solved({ resolvedShare: { value: 0.8, low: 0.5, high: 0.9 } })
    const request = solved().actions[0]?.usdPerRequest.value ?? 0
    expect(band?.high).toBeGreaterThanOrEqual(request / 0.5)
    expect(band?.makeup).toBeDefined()
  })
  it('has no cost while nobody has stated the share, or it is none', () => {
    expect(solved().usdPerResolvedTask).toBeUndefined()
    expect(solved({ resolvedShare: { unknown: true } }).usdPerResolvedTask).toBeUndefined()
    expect(solved({ resolvedShare: 0 }).usdPerResolvedTask).toBeUndefined()
    expect(solved({ resolvedShare: 80 }).usdPerResolvedTask).toBeUndefined()
  })
  it('is an input of the ledger like any other', () => {
    const { ledger } = solved({ resolvedShare: 0.8, tokens: 300 })
    expect(ledger.find(({ field }) => field === 'resolvedShare')).toMatchObject({ on: 'a', standing: 'stated' })
    expect(ledger.find(({ on, field }) => on === 'a' && field === 'tokens')?.value).toBe(300)
    expect(
      actionInputs({
        format: 'lintel/design',
        version: 1,
        id: 'd',
        name: 'D',
        actions: [{ id: 'a', name: 'A', starts: 'x', input: { tokens: { unknown: true }, other: 3 } }],
      }),
    ).toEqual([])
  })
})

describe('a thousand requests', () => {
  const asked = { id: 'w', name: 'W', mix: { a: 1 }, arrivals: { rate: 1000, per: 'month', peakFactor: 1 } } as const
  const nightly = (action: string) =>
    ({ id: 'n', name: 'N', mix: { [action]: 1 }, arrivals: { items: 1000, every: 'month', withinHours: 8 } }) as const
  const actions = [
    { id: 'a', name: 'A', starts: 'ask' },
    { id: 'b', name: 'B', starts: 'load' },
  ]
  const perThousand = (action: string) => {
    const found = estimateOf([...components, box('timer', 'actor')], [...flows, arrow('timer>app as load')], {
      actions,
      workloads: [asked, nightly(action)],
    })
    return { thousand: found.usdPerThousandRequests?.value ?? 0, month: found.totalUsdPerMonth.value }
  }
  it('cost the month over all runs of what people ask for, by night as well', () => {
    const { thousand, month } = perThousand('a')
    expect(thousand).toBeCloseTo(month / 2, 9)
  })
  it('carry what runs for nobody', () => {
    const { thousand, month } = perThousand('b')
    expect(thousand).toBeCloseTo(month, 9)
  })
})
