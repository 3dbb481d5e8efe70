import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { type DatedPrices, estimateDesign } from '../../estimate/estimate-design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { buildLineage } from '../../graph/build-lineage.ts'
import { input } from '../../kinds/formula/formula.ts'
import { kinds } from '../../kinds/index.ts'
import { products } from '../../kinds/products/index.ts'
import type { MetricContext } from '../metric.ts'
import { verifyRequirement } from '../verify.ts'
import { findQuality } from '../quality-model.ts'
import { everything, metricFixtures, type Trial } from '../testing/metric-fixtures.ts'
import { findMetric, metrics } from './index.ts'

const prices: DatedPrices = { date: '2026-11-21', find: (item) => input(item, 0.01, 'USD', { from: 'price' }) }

function contextOf(design: Design): MetricContext {
  const graph = buildGraph(design, kinds, products)
  return { graph, lineage: buildLineage(graph), estimate: estimateDesign(graph, prices) }
}

const blank: Design = { format: 'lintel/design', version: 1, id: 'd', name: 'Blank' }
const files = ['shared/design/testing', 'resources/templates'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${folder}/${name}`),
)
const designs: readonly (readonly [string, MetricContext])[] = [
  ['a blank design', contextOf(blank)],
  [
    'one box',
    contextOf({ ...blank, components: [{ id: 'db', name: 'Store', kind: 'vector-store', holds: ['gone'] }] }),
  ],
  ...files.map((file) => [file, contextOf(JSON.parse(readFileSync(file, 'utf8')) as Design)] as const),
]

/** The base with the change of a trial, and its requirement on the metric as it usually starts. */
function tryOut(id: string, { requirement, settings = {}, design }: Trial) {
  const changed = { ...everything, ...design }
  const components = (changed.components ?? []).map((box) => {
    const own = settings[box.id]
    return own === undefined ? box : { ...box, settings: own }
  })
  const usual = findMetric(id)?.usual ?? { is: '<=', target: 0 }
  return verifyRequirement(
    { id: 'r', metric: id, priority: 'must', ...usual, ...requirement },
    contextOf({ ...changed, components }),
  )
}

it('have ids and titles of their own', () => {
  expect(new Set(metrics.map((metric) => metric.id)).size).toBe(metrics.length)
  expect(new Set(metrics.map((metric) => metric.title)).size).toBe(metrics.length)
  for (const metric of metrics) expect(findMetric(metric.id)).toBe(metric)
})

describe.each(metrics.map((metric) => [metric.id, metric] as const))('%s', (id, metric) => {
  it('says what it is, where it holds and how a new requirement on it starts', () => {
    expect(metric.title).toMatch(/^[A-Z]/)
    expect(findQuality(metric.category), metric.category).toBeDefined()
    expect(metric.scopes.length).toBeGreaterThan(0)
    const { is, target, aggregate } = metric.usual
    if (typeof target === 'string') expect(metric.words).toContain(target)
    // A number has a unit and is compared; a list is looked up.
    expect(typeof target === 'number').toBe(metric.unit !== undefined)
    expect(is === 'in').toBe(Array.isArray(target))
    if (metric.unit === 'share') expect(target).toBeLessThanOrEqual(1)
    if (metric.aggregates.length > 0) expect(metric.aggregates).toContain(aggregate)
    else expect(aggregate).toBeUndefined()
  })

  it.each(designs)('reads %s, as a whole and element by element', (_name, context) => {
    const { design, actions } = context.graph
    const elementsOf = {
      design: [],
      actions: actions.map((runs) => ({ id: runs.action })),
      flows: design.flows,
      components: design.components,
      boundaries: design.boundaries,
      data: design.data,
      workloads: design.workloads,
    }
    const scopes = [undefined, ...metric.scopes.flatMap((scope) => (elementsOf[scope] ?? []).map((each) => [each.id]))]
    for (const on of scopes) {
      const requirement = { id: 'r', metric: id, priority: 'must', ...metric.usual, ...(on ? { on } : {}) } as const
      const result = verifyRequirement(requirement, context)
      expect(result.verification).toBe(metric.verification)
      expect(result.arithmetic).toMatch(/^\S.*\.$/)
      expect(result.arithmetic).not.toMatch(/undefined|NaN|Infinity|\bnull\b|\[object/)
      for (const element of result.elements) expect(context.graph.name(element), element).not.toBe('')
      if (result.question !== undefined) expect(result.question).toMatch(/\?|\.$/)
      if (result.low !== undefined && result.high !== undefined) {
        expect(result.low).toBeLessThanOrEqual(result.value ?? Number.NaN)
        expect(result.high).toBeGreaterThanOrEqual(result.value ?? Number.NaN)
      }
    }
  })

  it('passes, fails and does not know, each on a design made for it', () => {
    const fixture = metricFixtures[id]
    if (fixture === undefined) throw new Error(`${id} has no designs in metric-fixtures.ts`)
    const verdicts = [fixture.passes, fixture.fails, fixture.unknown].map((trial) => tryOut(id, trial))
    expect(verdicts.map(({ verdict, arithmetic }) => `${verdict}: ${arithmetic}`)).toEqual([
      expect.stringMatching(/^pass: /),
      expect.stringMatching(/^fail: /),
      expect.stringMatching(/^unknown: /),
    ])
    // A measurement is of the running system; everything else names where to look.
    if (metric.verification !== 'evidence') expect(verdicts[1]?.elements.length).toBeGreaterThan(0)
  })

  it('proves nothing on a blank design', () => {
    const result = verifyRequirement({ id: 'r', metric: id, priority: 'must', ...metric.usual }, contextOf(blank))
    expect(result.verdict).toBe('unknown')
  })
})
