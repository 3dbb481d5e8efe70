import { expect, it } from 'vitest'
import supportAgent from '../design/testing/support-agent.json' with { type: 'json' }
import type { Component, Design } from '../design/design.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { buildGraph } from './build-graph.ts'
import { buildLineage } from './build-lineage.ts'
import type { Lineage } from './lineage.ts'
import { rememberedLineage } from './remembered-lineage.ts'

const design = supportAgent as Design
const graphOf = (one: Design) => buildGraph(one, kinds, products)
const remembered = (one: Design): Lineage => rememberedLineage(graphOf(one))
const withComponent = (id: string, change: Partial<Component>): Design => ({
  ...design,
  components: (design.components ?? []).map((each) => (each.id === id ? { ...each, ...change } : each)),
})
/** All that can be read of a lineage. */
const said = (lineage: Lineage) => ({
  calls: lineage.calls,
  answers: lineage.answers,
  origins: lineage.origins,
  ways: lineage.calls.map((call) => Object.keys(lineage.origins).map((origin) => lineage.pathTo(call, origin))),
})

it('is not worked out again when a setting changes, and is a new object for whoever keeps things by it', () => {
  const before = remembered(design)
  const edited = withComponent('agent', { settings: { maxTurns: 3 } })
  const now = remembered(edited)
  expect(now.calls).toBe(before.calls)
  expect(now).not.toBe(before)
  expect(said(now)).toEqual(said(buildLineage(graphOf(structuredClone(edited)))))
})

it.each<readonly [string, Design]>([
  ['the words of others are written by staff', { ...design, data: (design.data ?? []).map(byStaff) }],
  ['a zone is trusted less', { ...design, boundaries: (design.boundaries ?? []).map((one) => ({ ...one, trust: 0 })) }],
  ['a box holds something else', withComponent('web', { holds: [] })],
  ['a box is called something else', withComponent('web', { name: 'The open web' })],
  ['a box is of another kind', withComponent('approver', { kind: 'orchestrator' })],
  ['the audience is another', { ...design, context: { ...design.context, audience: 'internal' } }],
  ['an arrow is gone', { ...design, flows: (design.flows ?? []).filter(({ id }) => id !== 'g-web') }],
  ['an arrow carries nothing that is named', { ...design, flows: (design.flows ?? []).map(unnamed) }],
])('is worked out again when %s', (_, edited) => {
  const before = remembered(design)
  const now = remembered(edited)
  expect(now.calls).not.toBe(before.calls)
  expect(said(now)).toEqual(said(buildLineage(graphOf(structuredClone(edited)))))
})

function byStaff(asset: NonNullable<Design['data']>[number]): NonNullable<Design['data']>[number] {
  return { ...asset, writers: 'staff' }
}

function unnamed(flow: NonNullable<Design['flows']>[number]): NonNullable<Design['flows']>[number] {
  const { request: _request, ...rest } = flow
  return rest
}
