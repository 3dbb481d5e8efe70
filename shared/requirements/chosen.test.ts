import { describe, expect, it } from 'vitest'
import type { Component, Design, Requirement } from '../design/design.ts'
import { estimateDesign } from '../estimate/estimate-design.ts'
import type { RequirementResult } from '../estimate/requirement-result.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { buildLineage } from '../graph/build-lineage.ts'
import { input } from '../kinds/formula/formula.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { verifyRequirements } from './verify.ts'

const components: readonly Component[] = [
  { id: 'user', name: 'User', kind: 'user' },
  { id: 'app', name: 'App', kind: 'orchestrator', in: 'ours' },
  store('db', 90, { tags: ['core'] }),
  store('archive', 400, { tags: ['old'] }),
]
function store(id: string, retentionDays: number, more: Partial<Component> = {}): Component {
  return { id, name: id, kind: 'relational-db', in: 'ours', settings: { retentionDays }, ...more }
}

function verify(requirement: Partial<Requirement>, more: Partial<Design> = {}): RequirementResult | undefined {
  const design: Design = {
    format: 'lintel/design',
    version: 1,
    id: 'd',
    name: 'D',
    components,
    flows: [
      { id: 'ask', from: 'user', to: 'app' },
      { id: 'read', from: 'app', to: 'db' },
      { id: 'keep', from: 'app', to: 'archive' },
    ],
    boundaries: [{ id: 'ours', name: 'Ours', trust: 80 }],
    requirements: [{ id: 'r', metric: 'retention', is: '<=', target: 100, priority: 'must', ...requirement }],
    ...more,
  }
  const graph = buildGraph(design, kinds, products)
  const find = (item: string) => input(item, 1, 'USD', { from: 'price' })
  const estimate = estimateDesign(graph, { date: '2026-11-21', find })
  return verifyRequirements({ graph, lineage: buildLineage(graph), estimate }, '2026-11-21')[0]
}

describe('a requirement that chooses what it holds for', () => {
  it('holds for those alone', () => {
    expect(verify({ where: 'tag = core' })).toMatchObject({ verdict: 'pass', elements: ['db'] })
    expect(verify({ where: 'tag = old' })).toMatchObject({ verdict: 'fail', elements: ['archive'] })
    expect(verify({ where: 'trait = stores-data' })).toMatchObject({ verdict: 'fail', elements: ['archive'] })
    expect(verify({ where: 'trait = stores-data' })).toEqual(verify({ on: ['db', 'archive'] }))
  })

  it('chooses actions by tag and name, where they are measured', () => {
    const actions = [
      { id: 'ask-one', name: 'Ask one', starts: 'ask', tags: ['urgent'] },
      { id: 'ask-many', name: 'Ask many', starts: 'ask' },
    ]
    const availability = { metric: 'availability', is: '>=', target: 0.5 } as const
    for (const where of ['tag = urgent', 'name = "Ask o*"']) {
      expect(verify({ ...availability, where }, { actions }), where).toEqual(
        verify({ ...availability, on: ['ask-one'] }, { actions }),
      )
    }
    const both = verify({ ...availability, where: 'name = "Ask*"' }, { actions })
    expect(both).toEqual(verify({ ...availability, on: ['ask-one', 'ask-many'] }, { actions }))
    expect(both?.arithmetic).toContain('Availability of "Ask many" is')
    expect(verify({ ...availability, where: 'kind = orchestrator' }, { actions })?.arithmetic).toContain(
      'nothing in this design is known to be that',
    )
  })

  it('is unknown, with the question, while it is not clear whom it holds for', () => {
    const boundaries = [{ id: 'ours', name: 'Ours' }]
    expect(verify({ where: 'in trust < 50' }, { boundaries })).toMatchObject({
      verdict: 'unknown',
      question: 'What is "Trust" of "Ours"? It decides what this holds for.',
    })
    const partly = verify({ where: 'tag = core | tag = old & in trust < 50' }, { boundaries })
    expect(partly).toMatchObject({ verdict: 'unknown', question: expect.stringContaining('"Trust" of "Ours"') })
    // What fails fails, whoever else it may hold for.
    const broken = verify({ where: 'tag = old | tag = core & in trust < 50' }, { boundaries })
    expect(broken).toMatchObject({ verdict: 'fail', elements: ['archive'] })
  })

  it('passes nothing when it holds for nothing', () => {
    const result = verify({ where: 'tag = new' })
    expect(result).toMatchObject({ verdict: 'unknown' })
    expect(result?.arithmetic).toContain('is tagged new')
  })

  it('says where its text cannot be read, and when its metric is asked of the whole alone', () => {
    expect(verify({ where: 'tag = core & knid = agent' })?.arithmetic).toContain('at character 14')
    const cost = verify({ metric: 'cost.people', where: 'tag = core' })
    expect(cost).toMatchObject({
      verdict: 'unknown',
      arithmetic: expect.stringContaining('name what it holds'),
    })
  })
})
