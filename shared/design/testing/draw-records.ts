import type { Action, Design, Flow, Id, Requirement, Workload } from '../design.ts'
import { type Draw, drawName, drawValue } from './draw.ts'

/** What people begin, where there is anything to begin at. */
export function drawAction(draw: Draw, id: Id, boxes: readonly Id[], flows: readonly Flow[]): readonly Action[] {
  const starts = draw.oneOf([...boxes, ...flows.map((flow) => flow.id)])
  return starts === undefined ? [] : [{ id, name: drawName(draw), starts, input: { tokens: draw.number(900) } }]
}

/** How often they begin it. */
export function drawWorkload(draw: Draw, id: Id, actions: readonly Action[]): Workload {
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

/** What is asked of all or of some. */
export function drawRequirement(draw: Draw, id: Id, scope: readonly Id[]): Requirement {
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

/** The problem, and by what its end is known. */
export function drawFraming(
  draw: Draw,
  requirements: readonly Requirement[],
  actions: readonly Action[],
): Partial<Design> {
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

/** Views, and what people said and decided. */
export function drawRecords(draw: Draw, boxes: readonly Id[], flows: readonly Flow[]): Partial<Design> {
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
