import type { Boundary, Component, DataAsset, Flow, Id, Modifiers, Plan, Step } from '../design.ts'
import { type Draw, drawName, drawSettings } from './draw.ts'

/** A boundary, within one of the earlier ones or not. */
export function drawBoundary(draw: Draw, id: Id, earlier: readonly Id[]): Boundary {
  const parent = draw.chance(50) ? draw.oneOf(earlier) : undefined
  return {
    id,
    name: drawName(draw),
    ...(parent === undefined ? {} : { in: parent }),
    ...(draw.chance(50) ? { trust: draw.number(100) } : {}),
    ...(draw.chance(30) ? { copies: { of: 'zone', count: 1 + draw.number(3) } } : {}),
  }
}

/** Data, made of some of the earlier ones or of none. */
export function drawAsset(draw: Draw, id: Id, earlier: readonly Id[]): DataAsset {
  const derivedFrom = draw.some(earlier)
  return {
    id,
    name: drawName(draw),
    ...(derivedFrom.length > 0 ? { derivedFrom } : {}),
    ...(draw.chance(40) ? { facts: drawSettings(draw) } : {}),
  }
}

/** An arrow to a later box: recursion is refused (E11). */
export function drawFlow(
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

/** A box with plans over its own arrows. */
export function drawComponent(
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
