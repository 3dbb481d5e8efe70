import { describe, expect, it } from 'vitest'
import type { Design, Requirement } from '../../../shared/design/design.ts'
import { buildGraph } from '../../../shared/graph/build-graph.ts'
import { parseCondition } from '../../../shared/graph/condition-text.ts'
import { kinds, products } from '../../../shared/kinds/index.ts'
import { findMetric } from '../../../shared/requirements/metrics/index.ts'
import { loadWords } from './LoadPopover.tsx'
import { findMetrics } from './MetricChoice.tsx'
import { chosenWords, conditionOffers, scopeGroups, scopeLabel } from './scope-words.ts'

const design: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd',
  name: 'D',
  boundaries: [{ id: 'house', name: 'House' }],
  components: [
    { id: 'user', name: 'User', kind: 'user' },
    { id: 'app', name: 'App', kind: 'orchestrator', in: 'house' },
    { id: 'model', name: 'Model', kind: 'llm-api', in: 'house' },
  ],
  flows: [
    { id: 'ask', from: 'user', to: 'app' },
    { id: 'think', from: 'app', to: 'model' },
  ],
  actions: [{ id: 'asks', name: 'Asks', starts: 'ask' }],
  workloads: [{ id: 'day', name: 'Day', mix: { asks: 1 }, arrivals: { rate: 1, per: 'hour' } }],
}
const graph = buildGraph(design, kinds, products)
const requirement: Requirement = { id: 'r', metric: 'cost.month', is: '<=', target: 1, priority: 'must' }
const cost = findMetric('cost.month')
if (cost === undefined) throw new Error('no metric')

describe('what a requirement holds for', () => {
  it('offers what the metric measures, workloads for actions and boundaries for components', () => {
    const titles = (metric: string) => scopeGroups(design, findMetric(metric)).map(({ title }) => title)
    expect(titles('cost.month')).toEqual(['Components', 'Boundaries'])
    expect(titles('latency.full')).toEqual(['Actions', 'Workloads', 'Arrows'])
    expect(titles('cost.people')).toEqual([])
  })
  it('is told in few words', () => {
    expect(scopeLabel(design, requirement)).toBe('The design')
    expect(scopeLabel(design, { ...requirement, on: ['model'] })).toBe('Model')
    expect(scopeLabel(design, { ...requirement, on: ['model', 'app'] })).toBe('Model +1')
    expect(scopeLabel(design, { ...requirement, where: 'kind = llm-api' })).toBe(
      'Every component that is of the kind LLM API',
    )
  })
  it('counts what a rule chooses while it is written, and says why one cannot be read', () => {
    expect(chosenWords('', cost, graph)).toMatchObject({ ids: [], isFault: false })
    expect(chosenWords('kind = llm-api', cost, graph)).toMatchObject({
      words: 'Every component that is of the kind LLM API: 1 element.',
      ids: ['model'],
    })
    expect(chosenWords('kind = llm-apo', cost, graph)).toMatchObject({ ids: [], isFault: true })
    const open = chosenWords('in trust < 50', cost, graph)
    expect(open.words).toContain('nobody can tell yet')
  })
  it('offers conditions that can be read, kinds of the drawing first', () => {
    const offers = conditionOffers(graph)
    expect(offers[0]?.label).toMatch(/^Kind: /)
    expect(offers).toContainEqual({ text: 'kind = user', label: 'Kind: User' })
    expect(offers).toContainEqual({ text: 'trait = starts-requests', label: 'Starts requests' })
    for (const { text } of offers) expect(parseCondition(text), text).toMatchObject({ ok: true })
  })
})

it('says under which load, in as few words', () => {
  expect(loadWords(requirement)).toBe('Load and window...')
  expect(loadWords({ ...requirement, at: 'average', load: { requestsPerSecond: 20 }, window: '30 days' })).toBe(
    'In the mean hour, at 20/s, over 30 days',
  )
})

it('finds metrics by any of their words, in their groups', () => {
  expect(findMetrics('recovery').flatMap(({ options }) => options.map(({ value }) => value))).toContain('recovery.rto')
  expect(findMetrics('nothing like it')).toEqual([])
  expect(findMetrics('')[0]?.heading).toBe('Functional suitability')
})
