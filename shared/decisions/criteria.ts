import type { Decision, Design, Requirement } from '../design/design.ts'
import { numberOr } from '../design/value.ts'
import { findMetric } from '../requirements/metrics/index.ts'
import type { Unit } from '../kinds/fields/field.ts'

/** What options are weighed by: a requirement, or something that only people can judge, by its own words. */
export interface Criterion {
  /** The requirement's id, or the words themselves: the key of its weight and of typed scores. */
  readonly id: string
  readonly title: string
  readonly requirement?: Requirement
  readonly unit?: Unit
  /** Filled by the engines, or by people alone. */
  readonly filledBy: 'engines' | 'people'
  /** An option that fails it is out. */
  readonly isMust: boolean
  /** How much it counts: 1 where nothing is said. */
  readonly weight: number
}

/**
 * The criteria of a decision: its drivers (all requirements where none are named), then whatever else has a weight or a
 * score. One with the weight 0 is left out.
 */
export function criteriaOf(decision: Decision, design: Design): readonly Criterion[] {
  return everyCriterion(decision, design).filter(({ weight }) => weight > 0)
}

/** Those with the weight 0 as well: what an editor shows. */
export function everyCriterion(decision: Decision, design: Design): readonly Criterion[] {
  const requirements = design.requirements ?? []
  const weights = decision.weights ?? {}
  const drivers = decision.drivers ?? []
  const chosen = requirements.filter(
    ({ id }) => drivers.length === 0 || drivers.includes(id) || Object.hasOwn(weights, id),
  )
  const ids = new Set(requirements.map(({ id }) => id))
  const words = [...Object.keys(weights), ...decision.options.flatMap(({ scores }) => Object.keys(scores ?? {}))]
  const own = [...new Set(words)].filter((word) => !ids.has(word))
  const weightOf = (id: string): number => Math.max(0, numberOr(weights[id], 1))
  return [
    ...chosen.map((requirement) => ofRequirement(requirement, weightOf(requirement.id))),
    ...own.map((id): Criterion => ({ id, title: id, filledBy: 'people', isMust: false, weight: weightOf(id) })),
  ]
}

function ofRequirement(requirement: Requirement, weight: number): Criterion {
  const metric = findMetric(requirement.metric)
  const { id, name, priority } = requirement
  return {
    id,
    title: name ?? metric?.title ?? requirement.metric,
    requirement,
    ...(metric?.unit === undefined ? {} : { unit: metric.unit }),
    // What is measured on the running system alone is judged by people until then.
    filledBy: metric === undefined || metric.verification === 'evidence' ? 'people' : 'engines',
    isMust: priority === 'must',
    weight,
  }
}
