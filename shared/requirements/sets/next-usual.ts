import type { Design, Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import { requirementSets } from './index.ts'
import type { UsualRequirement } from './requirement-set.ts'
import { fitsDrawing, insertUsual, isAsked } from './requirement-set.ts'

/** Where no set fits the drawing, or all of it is asked for: how long an answer takes is asked first everywhere. */
const otherwise: UsualRequirement = {
  name: 'Whole answer',
  metric: 'latency.full',
  aggregate: 'p95',
  is: '<=',
  target: 8000,
  priority: 'must',
  rationale: 'Whoever waits longer turns to something else meanwhile.',
}

/**
 * The design with one more requirement: of the set that fits the drawing, the first that is not asked for yet, so that
 * whoever adds three gets three different ones.
 *
 * `graph`: of the same design. `id`: of the new requirement.
 */
export function withNextUsual(design: Design, graph: Graph, id: Id): Design {
  const set = requirementSets.find((each) => fitsDrawing(each, graph))
  const next = set?.requirements.find((usual) => !isAsked(design, usual)) ?? otherwise
  return insertUsual(design, [next], () => id, new Set()).design
}
