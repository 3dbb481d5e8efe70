import { describe, expect, it } from 'vitest'
import type { Design, Requirement } from '../design/design.ts'
import { measureWords, requirementScenario } from './scenario.ts'
import { setTradeOff, tradeOffsOf } from './trade-offs.ts'

const base: Requirement = {
  id: 'r',
  metric: 'latency.full',
  aggregate: 'p95',
  is: '<=',
  target: 8000,
  priority: 'must',
}
const names: Readonly<Record<string, string>> = { ask: 'Ask', tell: 'Tell', show: 'Show', keep: 'Keep' }
const say = (more: Partial<Requirement>) =>
  requirementScenario({ ...base, ...more }, { nameOf: (id) => names[id] ?? id }).replaceAll('\u202f', ' ')

describe('a requirement as a sentence', () => {
  it('is read from metric and target where nobody wrote a scenario', () => {
    expect(say({})).toBe('p95 of time to full answer at most 8 s.')
    expect(say({ on: ['ask', 'tell'], at: 'average', window: '30 days', stretch: 6000 })).toBe(
      'p95 of time to full answer at most 8 s (stretch 6 s), for "Ask" and "Tell" in the mean hour, measured over 30 days.',
    )
    expect(say({ on: ['ask', 'tell', 'show', 'keep'] })).toContain('"Ask", "Tell", "Show" and 1 more')
    expect(say({ target: { unknown: true } })).toBe('p95 of time to full answer, target open.')
  })
  it('reads the six parts in order, and brings the measure where it is missing', () => {
    const scenario = {
      source: 'An analyst',
      stimulus: 'asks a question',
      environment: 'in the busiest hour',
      artefact: 'the assistant',
      response: 'answers with its sources.',
      measure: 'within 8 s in 95 of 100 cases',
    }
    const start = 'An analyst asks a question in the busiest hour: the assistant answers with its sources'
    expect(say({ scenario })).toBe(`${start}; within 8 s in 95 of 100 cases.`)
    const { measure: _measure, ...without } = scenario
    expect(say({ scenario: without })).toBe(`${start}; p95 of time to full answer at most 8 s.`)
    expect(say({ scenario: { response: 'answers' }, on: ['ask'] })).toBe(
      '"Ask" answers; p95 of time to full answer at most 8 s.',
    )
  })
  it('speaks each unit as people do', () => {
    const words = (more: Partial<Requirement>) => {
      const { aggregate: _aggregate, ...rest } = base
      return measureWords({ ...rest, ...more }).replaceAll('\u202f', ' ')
    }
    expect(words({ metric: 'cost.month', target: 9000 })).toBe('cost per month at most $9k')
    expect(words({ metric: 'tokens.request', target: 9000 })).toBe('tokens per request at most 9 000')
    expect(words({ metric: 'capacity.sustained', is: '>=', target: 20 })).toBe(
      'sustained requests a second at least 20',
    )
    expect(words({ metric: 'residency', is: 'in', target: ['EU', 'CH'] })).toBe('residency only in EU, CH')
    expect(words({ metric: 'recovery.rto', target: 4 })).toBe('recovery time (RTO) at most 4 h')
    expect(words({ metric: 'later', target: 'much' })).toBe('later at most much')
  })
})

describe('trade-offs', () => {
  const design: Design = {
    format: 'lintel/design',
    version: 1,
    id: 'd',
    name: 'D',
    requirements: [
      { ...base, id: 'a', against: ['b'] },
      { ...base, id: 'b' },
      { ...base, id: 'c', against: ['a'] },
    ],
  }
  const idsOf = (from: Design, id: string) => tradeOffsOf(from, id).map((each) => each.id)
  it('are shown from both ends', () => {
    expect(idsOf(design, 'a')).toEqual(['b', 'c'])
    expect(idsOf(design, 'b')).toEqual(['a'])
    expect(idsOf(design, 'c')).toEqual(['a'])
  })
  it('are stated once and taken back wherever they were stated', () => {
    const more = setTradeOff(design, 'b', 'c', true)
    expect(more.requirements?.map(({ against }) => against)).toEqual([['b'], ['c'], ['a']])
    expect(setTradeOff(design, 'b', 'a', true)).toBe(design)
    const less = setTradeOff(design, 'a', 'c', false)
    expect(idsOf(less, 'a')).toEqual(['b'])
    expect(less.requirements?.[2]).not.toHaveProperty('against')
    expect(setTradeOff(less, 'a', 'c', false)).toBe(less)
    expect(setTradeOff(design, 'a', 'a', true)).toBe(design)
  })
})
