import { type Arbitrary, gen, nat } from 'fast-check'
import type {
  Action,
  Boundary,
  Component,
  DataAsset,
  Design,
  Flow,
  Id,
  Modifiers,
  Plan,
  Requirement,
  Settings,
  Step,
  Value,
  Workload,
} from '../design.ts'
import { addVariant, editWithin, removeElements, setField, setSetting } from '../edit/index.ts'

/**
 * How often a property is tried. A failing design is shown as it is: making it smaller by this many choices takes longer
 * than reading it.
 */
export function runs(numRuns: number): { readonly numRuns: number; readonly endOnFailure: true } {
  return { numRuns, endOnFailure: true }
}

/** Draws one thing after another from fast-check, so that a failing design shrinks. */
interface Draw {
  /** A whole number from 0 to `most`. */
  number(most: number): number
  chance(percent: number): boolean
  oneOf<T>(options: readonly T[]): T | undefined
  some<T>(options: readonly T[]): readonly T[]
}

const words = ['Answer', 'Índex', 'guard "in"', 'a\\b', 'Größe', '流れ', 'line\nbreak', 'x'.repeat(70)]

/**
 * Designs that keep every law of the document, with names that need escaping, unknown keys, nested plans and variants.
 * Ids come from small pools, so that two designs drawn apart have many elements in common and can be compared.
 */
export const arbitraryDesign: Arbitrary<Design> = gen().map((g) => {
  const number = (most: number): number => g(nat, { max: most })
  const draw: Draw = {
    number,
    chance: (percent) => number(99) < percent,
    oneOf: (options) => options[number(Math.max(0, options.length - 1))],
    some: (options) => options.filter(() => number(2) === 0),
  }
  return withVariants(draw, drawModel(draw))
})

function drawModel(draw: Draw): Design {
  const boundaries = drawIds(draw, 'b', 4).map((id, index, ids) => drawBoundary(draw, id, ids.slice(0, index)))
  const data = drawIds(draw, 'd', 4).map((id, index, ids) => drawAsset(draw, id, ids.slice(0, index)))
  const boxIds = drawIds(draw, 'c', 6)
  const assets = data.map((asset) => asset.id)
  // Calls only lead to later boxes: recursion is refused (E11).
  const flows =
    boxIds.length < 2 ? [] : drawIds(draw, 'f', 8).map((id) => drawFlow(draw, id, boxIds, assets, boundaries))
  const components = boxIds.map((id) => drawComponent(draw, id, boundaries, assets, flows))
  const actions = drawIds(draw, 'a', 2).flatMap((id) => drawAction(draw, id, boxIds, flows))
  const workloads = actions.length === 0 ? [] : drawIds(draw, 'w', 2).map((id) => drawWorkload(draw, id, actions))
  const requirements = drawIds(draw, 'r', 2).map((id) => drawRequirement(draw, id, [...boxIds, ...assets]))
  return {
    format: 'lintel/design',
    version: 1,
    id: 'design-1',
    name: drawName(draw),
    ...(draw.chance(50) ? { context: drawSettings(draw) } : {}),
    ...filled({ boundaries, components, flows, data, actions, workloads, requirements }),
    ...drawRecords(draw, boxIds, flows),
    ...drawFraming(draw, requirements, actions),
    ...(draw.chance(30) ? { later: { kept: [1, 'two', true] }, alpha: 1 } : {}),
  }
}

function drawFraming(draw: Draw, requirements: readonly Requirement[], actions: readonly Action[]): Partial<Design> {
  if (!draw.chance(40)) return {}
  const requirement = draw.oneOf(requirements)?.id
  const action = draw.oneOf(actions)?.id
  return {
    framing: {
      problem: drawName(draw),
      measures: [{ id: 'm-0', name: drawName(draw), ...(requirement === undefined ? {} : { requirement }) }],
      answers: [{ id: 'k-0', name: drawName(draw), ...(action === undefined ? {} : { action }) }],
    },
  }
}

function drawIds(draw: Draw, prefix: string, most: number): readonly Id[] {
  return Array.from({ length: most }, (_, index) => `${prefix}-${index}`).filter(() => draw.chance(60))
}

function drawName(draw: Draw): string {
  return `${draw.oneOf(words) ?? ''} ${draw.number(9)}`
}

function drawValue(draw: Draw): Value {
  const value = draw.number(1000)
  switch (draw.number(6)) {
    case 0:
      return { unknown: true, ask: drawName(draw) }
    case 1:
      return { value, low: value - draw.number(10), high: value + draw.number(10), source: drawName(draw) }
    case 2:
      return drawName(draw)
    case 3:
      return draw.chance(50)
    case 4:
      return [drawName(draw), 'b']
    default:
      return value / 8
  }
}

function drawSettings(draw: Draw): Settings {
  return Object.fromEntries(
    draw.some(['p50Ms', 'replicas', 'odd name', 'region']).map((name) => [name, drawValue(draw)]),
  )
}

function drawBoundary(draw: Draw, id: Id, earlier: readonly Id[]): Boundary {
  const parent = draw.chance(50) ? draw.oneOf(earlier) : undefined
  return {
    id,
    name: drawName(draw),
    ...(parent === undefined ? {} : { in: parent }),
    ...(draw.chance(50) ? { trust: draw.number(100) } : {}),
    ...(draw.chance(30) ? { copies: { of: 'zone', count: 1 + draw.number(3) } } : {}),
  }
}

function drawAsset(draw: Draw, id: Id, earlier: readonly Id[]): DataAsset {
  const derivedFrom = draw.some(earlier)
  return {
    id,
    name: drawName(draw),
    ...(derivedFrom.length > 0 ? { derivedFrom } : {}),
    ...(draw.chance(40) ? { facts: drawSettings(draw) } : {}),
  }
}

function drawFlow(
  draw: Draw,
  id: Id,
  boxes: readonly Id[],
  assets: readonly Id[],
  boundaries: readonly Boundary[],
): Flow {
  const tail = draw.number(boxes.length - 2)
  const from = boxes[tail] ?? ''
  const to = boxes[tail + 1 + draw.number(boxes.length - tail - 2)] ?? ''
  const carried = draw.some(assets)
  return {
    id,
    from,
    to,
    pull: false,
    ...(draw.chance(40) ? { name: drawName(draw) } : {}),
    ...(carried.length > 0 ? { request: { data: carried } } : {}),
    ...(draw.chance(30) ? { call: drawSettings(draw) } : {}),
    ...(draw.chance(20) ? { timeoutMs: 1 + draw.number(5000), retries: 1 } : {}),
    ...(draw.chance(10) && boundaries.length > 0 ? { x: { note: { of: boundaries.length } } } : {}),
  }
}

function drawComponent(
  draw: Draw,
  id: Id,
  boundaries: readonly Boundary[],
  assets: readonly Id[],
  flows: readonly Flow[],
): Component {
  const within = draw.chance(60) ? draw.oneOf(boundaries) : undefined
  const holds = draw.some(assets)
  const own = flows.filter((flow) => flow.from === id).map((flow) => flow.id)
  const incoming = flows.filter((flow) => flow.to === id).map((flow) => flow.id)
  const plans = draw.chance(60) ? drawPlans(draw, own, incoming) : []
  return {
    id,
    name: drawName(draw),
    kind: draw.oneOf(['llm-api', 'agent', 'tool', 'kind-of-tomorrow']) ?? 'tool',
    ...(within ? { in: within.id } : {}),
    ...(draw.chance(50) ? { settings: drawSettings(draw) } : {}),
    ...(holds.length > 0 ? { holds } : {}),
    ...(plans.length > 0 ? { plans } : {}),
    ...(draw.chance(10) ? { zeta: true, beta: { deep: ['kept'] } } : {}),
  }
}

function drawPlans(draw: Draw, own: readonly Id[], incoming: readonly Id[]): readonly Plan[] {
  if (own.length === 0) return []
  const rest: Plan = { steps: own.map((flow) => drawStep(draw, flow, own, 2)) }
  const on = draw.oneOf(incoming)
  return on === undefined || draw.chance(50)
    ? [rest]
    : [{ on: [on], steps: [drawStep(draw, own[0] ?? '', own, 1)] }, rest]
}

function drawStep(draw: Draw, flow: Id, own: readonly Id[], depth: number): Step {
  const modifiers: Modifiers = {
    ...(draw.chance(20) ? { share: draw.number(100) / 100 } : {}),
    ...(draw.chance(15) ? { times: 1 + draw.number(5), keeps: 'all' } : {}),
    ...(draw.chance(10) ? { ends: { value: 0.1, low: 0.05, high: 0.2 } } : {}),
    ...(draw.chance(10) ? { label: drawName(draw) } : {}),
  }
  const form = depth === 0 ? 0 : draw.number(5)
  const children = (): readonly Step[] =>
    [flow, ...draw.some(own)].map((id) => {
      const { share: _share, ...step } = drawStep(draw, id, own, depth - 1)
      return step
    })
  if (form === 1) return { ...modifiers, steps: children() }
  if (form === 2) return { ...modifiers, parallel: children(), join: 'all' }
  if (form === 3) return { ...modifiers, choose: children() }
  return { call: flow, ...modifiers, ...(form === 4 ? { orElse: [{ call: draw.oneOf(own) ?? flow }] } : {}) }
}

function drawAction(draw: Draw, id: Id, boxes: readonly Id[], flows: readonly Flow[]): readonly Action[] {
  const starts = draw.oneOf([...boxes, ...flows.map((flow) => flow.id)])
  return starts === undefined ? [] : [{ id, name: drawName(draw), starts, input: { tokens: draw.number(900) } }]
}

function drawWorkload(draw: Draw, id: Id, actions: readonly Action[]): Workload {
  const arrivals = draw.chance(50)
    ? ({ rate: 1 + draw.number(500), per: 'day', weekdays: [1, 1, 1, 1, 1, 0, 0] } as const)
    : ({ items: 1 + draw.number(500), every: 'once' } as const)
  return {
    id,
    name: drawName(draw),
    mix: Object.fromEntries(actions.map((action) => [action.id, 1 + draw.number(3)])),
    arrivals,
  }
}

function drawRequirement(draw: Draw, id: Id, scope: readonly Id[]): Requirement {
  const on = draw.some(scope)
  return {
    id,
    metric: 'latency.full',
    is: '<=',
    target: drawValue(draw),
    priority: 'must',
    ...(on.length > 0 ? { on } : {}),
  }
}

function drawRecords(draw: Draw, boxes: readonly Id[], flows: readonly Flow[]): Partial<Design> {
  const about = draw.some(boxes)
  const ends = flows.map((flow) => flow.id)
  const placed = [...draw.some(boxes)].map(
    (id) => [id, { x: draw.number(900) - 400, y: draw.number(900) / 2 }] as const,
  )
  return {
    ...(draw.chance(60) ? { views: [{ id: 'view-1', name: 'Everything', places: Object.fromEntries(placed) }] } : {}),
    ...(draw.chance(40)
      ? { assumptions: [{ id: 'as-1', statement: drawName(draw), about, status: 'open' as const }] }
      : {}),
    ...(draw.chance(40)
      ? {
          decisions: [
            {
              id: 'adr-1',
              name: drawName(draw),
              number: 1,
              status: 'proposed' as const,
              about,
              options: [{ id: 'o-1', title: drawName(draw) }],
            },
          ],
        }
      : {}),
    ...(draw.chance(40) && ends[0] !== undefined
      ? {
          treatments: [
            {
              id: 't-1',
              rule: 'SEC-07',
              on: [ends[0]],
              response: 'accept' as const,
              reason: drawName(draw),
              approver: 'CTO',
              until: '2027-01-31',
            },
          ],
        }
      : {}),
  }
}

/** Options are made as people make them: by editing inside them. */
function withVariants(draw: Draw, base: Design): Design {
  let design = base
  let of: Id | undefined
  for (const id of drawIds(draw, 'v', 2)) {
    const name = drawName(draw)
    design = addVariant(design, { id, name, type: 'option', ...(of === undefined ? {} : { of }) })
    design = editWithin(design, id, (model) => {
      const box = draw.oneOf(model.components ?? [])
      if (!box) return model
      const edited = setSetting(setField(model, box.id, 'name', drawName(draw)), box.id, 'settings', 'replicas', 3)
      const victim = draw.oneOf([...(model.components ?? []), ...(model.flows ?? [])])
      const removed = victim && draw.chance(50) ? removeElements(edited, [victim.id]) : edited
      const added: Component = { id: `${id}-box`, name: drawName(draw), kind: 'tool' }
      return draw.chance(50) ? { ...removed, components: [...(removed.components ?? []), added] } : removed
    })
    if (draw.chance(40)) of = id
  }
  const shown = draw.chance(30) ? design.variants?.[0]?.id : undefined
  return shown === undefined ? design : { ...design, shown }
}

function filled<T extends Record<string, readonly unknown[]>>(collections: T): Partial<T> {
  return Object.fromEntries(Object.entries(collections).filter(([, elements]) => elements.length > 0)) as Partial<T>
}
