import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { takenIds } from '../../design/collections.ts'
import type { Design } from '../../design/design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { parseCondition } from '../../graph/condition-text.ts'
import { kinds } from '../../kinds/index.ts'
import { products } from '../../kinds/products/index.ts'
import { findMetric } from '../metrics/index.ts'
import { scenarioParts } from '../scenario.ts'
import { requirementSets } from './index.ts'
import { fitsDrawing, insertUsual, isAsked, isUsualStart, usualStart } from './requirement-set.ts'

const template = (name: string): Design =>
  JSON.parse(readFileSync(`resources/templates/${name}.lintel.json`, 'utf8')) as Design
const offered = (design: Design): readonly string[] => {
  const graph = buildGraph(design, kinds, products)
  return requirementSets.filter((set) => fitsDrawing(set, graph)).map(({ id }) => id)
}
const blank: Design = { format: 'lintel/design', version: 1, id: 'd', name: 'D' }

describe.each(requirementSets.map((set) => [set.id, set] as const))('%s', (_id, set) => {
  it('asks for what can be measured, once each, and says why', () => {
    expect(set.requirements.length).toBeGreaterThanOrEqual(6)
    expect(set.requirements.length).toBeLessThanOrEqual(10)
    const asked = set.requirements.map(({ metric, aggregate = '' }) => `${metric} ${aggregate}`)
    expect(new Set(asked).size).toBe(asked.length)
    for (const { metric: id, target, aggregate, where, scenario, rationale, is } of set.requirements) {
      const metric = findMetric(id)
      expect(metric, id).toBeDefined()
      expect(typeof target).toBe(typeof metric?.usual.target)
      expect(is).toBe(metric?.usual.is)
      if (aggregate !== undefined) expect(metric?.aggregates).toContain(aggregate)
      expect(rationale).toMatch(/^[A-Z].*\.$/)
      if (where !== undefined) expect(parseCondition(where)).toMatchObject({ ok: true })
      for (const part of Object.keys(scenario ?? {})) expect(scenarioParts.map((each) => each.part)).toContain(part)
    }
    for (const text of set.fits) expect(parseCondition(text)).toMatchObject({ ok: true })
  })
})

it('are offered by what is drawn', () => {
  expect(offered(template('analyst-research-rag'))).toContain('retrieval')
  expect(offered(template('customer-support-agent'))).toContain('agent')
  expect(offered(template('real-time-fraud-scoring'))).toEqual(['scoring'])
  expect(offered(blank)).toEqual([])
  expect(offered({ ...blank, components: [{ id: 'a', name: 'Agent', kind: 'agent' }] })).toEqual([])
  const voice: Design = {
    ...blank,
    components: [
      { id: 'hear', name: 'Hear', kind: 'speech-to-text' },
      { id: 'speak', name: 'Speak', kind: 'text-to-speech' },
    ],
    flows: [{ id: 'f', from: 'hear', to: 'speak' }],
  }
  expect(offered(voice)).toEqual(['voice'])
})

it('come with ids of their own, and say that nobody has agreed to them yet', () => {
  const [set] = requirementSets
  if (set === undefined) throw new Error('no sets')
  const design: Design = {
    ...blank,
    requirements: [{ id: 'nfr-0', metric: 'residency', is: 'in', target: ['EU'], priority: 'must' }],
  }
  const { design: next, added } = insertUsual(
    design,
    set.requirements,
    (taken) => `nfr-${taken.size}`,
    takenIds(design),
  )
  expect(new Set(added).size).toBe(set.requirements.length)
  expect(next.requirements).toHaveLength(1 + set.requirements.length)
  const [own, first] = next.requirements ?? []
  expect(own).toBe(design.requirements?.[0])
  expect(first).toMatchObject({ source: usualStart, metric: set.requirements[0]?.metric })
  expect(next.requirements?.filter(isUsualStart)).toHaveLength(set.requirements.length)
  if (first !== undefined) expect(isUsualStart({ ...first, source: 'Head of Research' })).toBe(false)
  expect(insertUsual(design, [], () => 'x', takenIds(design)).design).toBe(design)
})

it('know what a design asks for already', () => {
  const research = template('analyst-research-rag')
  const [set] = requirementSets
  const asked = set?.requirements.filter((usual) => isAsked(research, usual)).map(({ metric }) => metric)
  expect(asked).toEqual(['latency.first', 'latency.full', 'quality.groundedness', 'availability'])
})
