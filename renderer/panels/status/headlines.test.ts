import { describe, expect, it } from 'vitest'
import type { Analysis } from '../../../shared/analysis.ts'
import type { Requirement } from '../../../shared/design/design.ts'
import type { Band, Percentiles } from '../../../shared/estimate/estimate.ts'
import { constant } from '../../../shared/kinds/formula/formula.ts'
import { headlinesOf } from './headlines.ts'

const band = (value: number): Band => ({ value, low: value * 0.8, high: value * 1.2 })
const times = (p95: number): Percentiles => ({
  p50: band(p95 / 2),
  p90: band(p95 * 0.9),
  p95: band(p95),
  p99: band(p95 * 2),
  meanMs: p95 / 2,
})

function analysis(meaningful: boolean, p95Ms = 1800): Analysis {
  return {
    problems: [],
    findings: [],
    questions: [],
    requirements: [
      { requirement: 'r-1', verdict: 'pass', verification: 'computed', arithmetic: '', elements: [] },
      { requirement: 'r-2', verdict: 'fail', verification: 'computed', arithmetic: '', elements: [] },
    ],
    estimate: {
      meaningful,
      actions: [
        {
          action: 'ask',
          name: 'Ask',
          derived: false,
          first: times(p95Ms),
          full: times(p95Ms * 5),
          method: 'convolution',
          shares: [],
          usdPerRequest: band(0.05),
          technologyUsdPerRequest: band(0.04),
          peopleUsdPerRequest: band(0.01),
          requestsPerMonth: 36_500,
          peakPerSecond: 0.04,
        },
      ],
      mainAction: 'ask',
      flowsDone: [],
      lines: [],
      scaling: [],
      technologyUsdPerMonth: band(1900),
      peopleUsdPerMonth: band(3200),
      totalUsdPerMonth: band(5100),
      onceUsd: band(0),
      components: [],
      availability: {
        value: 0.999,
        low: 0.999,
        high: 0.999,
        formula: constant('Up', 0.999),
        downMinutesPerMonth: 43.8,
        downMinutesPer30Days: 43.2,
        downBy: [],
      },
      capacity: { components: [], unlimited: [] },
      tornados: [],
      ledger: [],
      serving: [],
      buildOrBuy: [],
      retired: [],
      traffic: 1,
      priceBookDate: '2026-10-31',
    },
  }
}

const nameOf = (id: string): string => ({ reviewers: 'Reviewers', model: 'Qwen' })[id] ?? id
const requirement = (id: string, metric: string): Requirement => ({
  id,
  metric,
  is: '<=',
  target: 2500,
  priority: 'must',
})
const requirements = [
  requirement('r-1', 'latency.first'),
  requirement('r-2', 'latency.first'),
  requirement('r-3', 'cost.month'),
]

describe('headline numbers', () => {
  it('are dashes while nothing is connected, never $0', () => {
    for (const result of [undefined, analysis(false)]) {
      const shown = headlinesOf(result, [], 0, nameOf).filter((headline) => headline.id !== 'questions')
      expect(shown.map((headline) => headline.value)).toEqual(['–', '–', '–', '–', '–'])
      expect(shown.every((headline) => headline.verdict === undefined)).toBe(true)
    }
  })
  it('show value and band, technology and people apart', () => {
    const shown = headlinesOf(analysis(true), [], 0, nameOf)
    expect(shown.map((headline) => headline.value.replaceAll('\u202f', ' '))).toEqual([
      '1.8 s',
      '9.0 s',
      '$1.9k',
      '$3.2k',
      '99.9 %',
      '0',
    ])
  })
  it('carry the worst verdict of the requirements on their metric', () => {
    const [first, answer] = headlinesOf(analysis(true), requirements, 0, nameOf)
    expect(first?.verdict).toBe('fail')
    expect(answer?.verdict).toBeUndefined()
  })
  it('are unstable, not a number, where more is asked for than can be done', () => {
    const steady = analysis(true)
    const [action] = steady.estimate.actions
    if (action === undefined) throw new Error('the fixture has an action')
    const actions = [{ ...action, overloaded: ['reviewers'], unstable: ['reviewers'] }]
    const [first, answer] = headlinesOf(
      { ...steady, estimate: { ...steady.estimate, actions } },
      requirements,
      0,
      nameOf,
    )
    expect([first?.value, answer?.value]).toEqual(['unstable', 'unstable'])
    expect(first?.band).toBeUndefined()
    expect(first?.verdict).toBe('fail')
    expect(first?.why).toContain('waiting grows without end')
    expect(first).toMatchObject({ section: 'capacity', stuck: { ids: ['reviewers'], at: 'Reviewers' } })
    expect(first?.why).toContain('Reviewers is asked for more')
  })
  it('say that an answer comes within hours where somebody buys that, and lead to the times', () => {
    const steady = analysis(true)
    const [action] = steady.estimate.actions
    if (action === undefined) throw new Error('the fixture has an action')
    const { first: _first, full: _full, ...rest } = action
    const actions = [{ ...rest, batched: ['model'] }]
    const shown = headlinesOf({ ...steady, estimate: { ...steady.estimate, actions } }, requirements, 0, nameOf)
    expect(shown[1]).toMatchObject({ value: 'within hours', section: 'time', stuck: { ids: ['model'] } })
    expect(shown[1]?.why).toContain('is asked in the batch tier, which promises no percentile')
  })
  it('say which requests they leave out where those are more than a p95 may', () => {
    const steady = analysis(true)
    const [action] = steady.estimate.actions
    if (action === undefined) throw new Error('the fixture has an action')
    const shownWith = (more: Partial<typeof action>) =>
      headlinesOf({ ...steady, estimate: { ...steady.estimate, actions: [{ ...action, ...more }] } }, [], 0, nameOf)
    const lost = (share: number) => ({ timedOut: { share, flows: [{ flow: 'asks', share }] } })
    expect(shownWith(lost(0.05)).every(({ leavesOut }) => leavesOut === undefined)).toBe(true)
    const outside = [{ component: 'reviewers', share: 0.2, longestMs: 57_600_000 }]
    const [, answer, technology] = shownWith({ ...lost(0.15), outsideHours: outside })
    const words = (answer?.leavesOut ?? []).map((sentence) => sentence.replaceAll(/\s/gu, ' '))
    expect(words).toEqual([
      '20 % of the requests reach Reviewers outside its hours and wait up to 16 h until people begin, which this time leaves out.',
      '15 % of the requests end in a timeout instead, which this time leaves out.',
    ])
    expect(answer?.why.replaceAll(/\s/gu, ' ')).toBe(`p95 of the full answer of “Ask”. ${words.join(' ')}`)
    expect(technology?.leavesOut).toBeUndefined()
  })
  it('say that a model does not fit, which nothing else can outweigh', () => {
    const steady = analysis(true)
    const [action] = steady.estimate.actions
    if (action === undefined) throw new Error('the fixture has an action')
    const { first: _first, full: _full, ...rest } = action
    const actions = [{ ...rest, unstable: ['reviewers'], misfits: ['model'] }]
    const shown = headlinesOf({ ...steady, estimate: { ...steady.estimate, actions } }, requirements, 0, nameOf)
    expect(shown[1]).toMatchObject({ value: 'does not fit', section: 'serving', stuck: { ids: ['model'], at: 'Qwen' } })
    expect(shown[1]?.number).toBeUndefined()
    expect(shown[2]?.value).toContain('$')
  })
  it('say how far they moved when they left their band', () => {
    const [before] = headlinesOf(analysis(true, 1800), [], 0, nameOf)
    const [after] = headlinesOf(analysis(true, 3600), [], 0, nameOf)
    const [near] = headlinesOf(analysis(true, 1850), [], 0, nameOf)
    expect(after?.moveFrom(before)?.replaceAll('\u202f', ' ')).toBe('+1.8 s')
    expect(near?.moveFrom(before)).toBeUndefined()
    expect(after?.moveFrom(undefined)).toBeUndefined()
  })
})
