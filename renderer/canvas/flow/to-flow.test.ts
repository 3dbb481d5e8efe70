import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../../shared/design/design.ts'
import { rename } from '../../../shared/design/edit/index.ts'
import type { Finding } from '../../../shared/findings/finding.ts'
import { buildGraph } from '../../../shared/graph/build-graph.ts'
import { kinds } from '../../../shared/kinds/index.ts'
import { products } from '../../../shared/kinds/products/index.ts'
import { foldDesign } from '../../../shared/layout/fold.ts'
import { placesOf } from '../../../shared/layout/places.ts'
import { routeEdges } from '../../../shared/layout/routes.ts'
import { arrowFactsOf } from '../arrow-facts.ts'
import { createDrawnKeeper } from '../drawn-design.ts'
import { highlightOf } from '../highlight.ts'
import { indexBoxes } from '../spatial-index.ts'
import type { Drawn } from './to-flow.ts'
import { createFlowBuilder } from './to-flow.ts'

const template = new URL('../../../resources/templates/customer-support-agent.lintel.json', import.meta.url)
const design = JSON.parse(readFileSync(template, 'utf8')) as Design

function drawn(of: Design, more: Partial<Drawn> = {}): Drawn {
  const places = placesOf(of)
  const cards = Object.fromEntries((of.components ?? []).flatMap(({ id }) => (places[id] ? [[id, places[id]]] : [])))
  const folded = foldDesign(of, places)
  return {
    ...folded,
    design: createDrawnKeeper()(folded.design),
    routes: routeEdges(cards, of.flows ?? []),
    facts: arrowFactsOf(buildGraph(of, kinds, products), of),
    chips: new Map(),
    cardIndex: indexBoxes([]),
    arrowIndex: () => indexBoxes([]),
    overlaid: false,
    look: { says: '' },
    moved: new Map(),
    resized: undefined,
    bent: new Map(),
    hops: new Map(),
    shown: undefined,
    badges: new Map(),
    heats: new Map(),
    selection: new Set(),
    highlight: undefined,
    target: undefined,
    readOnly: false,
    productTitle: () => undefined,
    ...more,
  }
}

describe('drawing a design', () => {
  it('draws every component, boundary and arrow, with size and handles, so that nothing is measured', () => {
    const builder = createFlowBuilder()
    const nodes = builder.nodes(drawn(design))
    expect(nodes).toHaveLength((design.components?.length ?? 0) + (design.boundaries?.length ?? 0))
    expect(builder.edges(drawn(design))).toHaveLength(design.flows?.length ?? 0)
    for (const node of nodes) {
      expect(node.measured).toEqual({ width: node.width, height: node.height })
      if (node.type === 'component') expect(node.handles).toHaveLength(4)
    }
  })

  it('gives the same objects again for what did not change', () => {
    const builder = createFlowBuilder()
    const base = drawn(design)
    const before = builder.nodes(base)
    const edges = builder.edges(base)
    const [id = ''] = (design.components ?? []).map((component) => component.id)
    const after = builder.nodes({ ...base, moved: new Map([[id, { x: 7, y: 9 }]]) })
    expect(after.filter((node, index) => node !== before[index]).map((node) => node.id)).toEqual([id])
    expect(builder.edges({ ...base, selection: new Set([id]) }).every((edge, index) => edge === edges[index])).toBe(
      true,
    )
  })

  it('draws what is in sight, and the cards at both ends of an arrow that passes', () => {
    const builder = createFlowBuilder()
    const [flow] = design.flows ?? []
    const cards = new Set([flow?.from ?? '', flow?.to ?? ''])
    const shown = { cards, boundaries: new Set<string>(), arrows: new Set([flow?.id ?? '']), ends: new Set<string>() }
    expect(new Set(builder.nodes(drawn(design, { shown })).map((node) => node.id))).toEqual(cards)
    expect(builder.edges(drawn(design, { shown })).map((edge) => edge.id)).toEqual([flow?.id])
  })

  it('draws one card again when its name changes', () => {
    const builder = createFlowBuilder()
    const base = drawn(design)
    const before = builder.nodes(base)
    const [id = ''] = (design.components ?? []).map((component) => component.id)
    const after = builder.nodes({ ...base, design: createDrawnKeeper()(rename(design, id, 'Another name')) })
    expect(after.filter((node, index) => node !== before[index]).map((node) => node.id)).toEqual([id])
  })

  it('says for the ear what the card says for the eye', () => {
    const component = design.components?.find((each) => each.kind === 'llm-api')
    const badges = new Map([[component?.id ?? '', { findings: { count: 2, worst: 'high' as const } }]])
    const node = createFlowBuilder()
      .nodes(drawn(design, { badges }))
      .find((each) => each.id === component?.id)
    expect(node?.ariaLabel).toBe(`${component?.name}, LLM API, in Model vendors, 2 findings`)
  })

  it('lets nobody drag what may only be read', () => {
    const nodes = createFlowBuilder().nodes(drawn(design, { readOnly: true }))
    expect(nodes.every((node) => node.draggable === false)).toBe(true)
  })
})

describe('showing a finding', () => {
  const [flow] = design.flows ?? []
  const finding: Finding = {
    id: 'x',
    rule: 'P-01',
    aliases: [],
    lenses: ['threat'],
    topic: 'agents',
    severity: 'high',
    weighed: 'High at most by its rule.',
    title: 'A path',
    problem: '',
    why: '',
    fix: '',
    references: [],
    anchors: [flow?.from ?? '', flow?.to ?? ''],
    elements: [flow?.id ?? ''],
    path: [flow?.from ?? '', flow?.id ?? '', flow?.to ?? ''],
    legs: [{ label: 'Untrusted input', elements: [flow?.from ?? ''] }],
    remedy: { control: 'gate', title: 'A policy gate', at: flow?.id ?? '', strength: 'deterministic' },
    status: 'open',
    facts: {},
  }

  it('numbers the arrows of the path, labels its legs, dims the rest and shows where the control would go', () => {
    const highlight = highlightOf(finding, design.flows ?? [])
    const builder = createFlowBuilder()
    const edges = builder.edges(drawn(design, { highlight }))
    expect(edges.find((edge) => edge.id === flow?.id)?.data).toMatchObject({ step: '1', emphasis: 'path' })
    expect(edges.filter((edge) => edge.data?.emphasis === 'dimmed')).toHaveLength((design.flows?.length ?? 0) - 1)
    const nodes = builder.nodes(drawn(design, { highlight }))
    expect(nodes.find((node) => node.id === flow?.from)?.data).toMatchObject({
      legs: ['Untrusted input'],
      emphasis: 'path',
    })
    expect(nodes.find((node) => node.type === 'ghost')?.data).toEqual({ title: 'A policy gate' })
  })
})
