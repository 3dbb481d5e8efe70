import type { CallStep } from '../../design/design.ts'
import type { Kind, PlanArrow, FieldReader } from '../kind.ts'
import type { Step } from '../../design/design.ts'

/** The step of one arrow in a default plan; a cache beside the path answers for the run in its share of hits. */
export function stepOf(arrow: PlanArrow): CallStep {
  return arrow.ends === undefined ? { call: arrow.flow } : { call: arrow.flow, ends: arrow.ends }
}

/**
 * The plan of a component that states none: its kind's own, else each arrow once in the order given (by the callee
 * kind's place, ties by id).
 */
export function defaultPlan(kind: Kind, arrows: readonly PlanArrow[], settings: FieldReader): readonly Step[] {
  return kind.plan ? kind.plan(arrows, settings) : arrows.map(stepOf)
}
