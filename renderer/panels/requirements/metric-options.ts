import type { Aggregate, Requirement } from '../../../shared/design/design.ts'
import { known } from '../../../shared/design/value.ts'
import type { Field } from '../../../shared/kinds/fields/field.ts'
import { formatExact } from '../../../shared/kinds/figures/number-format.ts'
import { formatterFor } from '../quantities.ts'
import type { Metric } from '../../../shared/requirements/metric.ts'
import { isUsualStart } from '../../../shared/requirements/sets/requirement-set.ts'
import { findMetric } from '../../../shared/requirements/metrics/index.ts'

/** What a metric is called; one that this version does not know keeps its id as its name. */
export function metricTitle(id: string): string {
  return findMetric(id)?.title ?? id
}

/**
 * The same requirement on another metric: its usual comparison and target, nothing that belonged to the old one; of one
 * that nobody has agreed to yet, neither the name nor the reasons that it came with.
 */
export function withMetric(requirement: Requirement, id: string): Requirement {
  const own = isUsualStart(requirement) ? withoutStart(requirement) : requirement
  const { aggregate: _aggregate, on: _on, where: _where, stretch: _stretch, category: _category, ...rest } = own
  const usual = findMetric(id)?.usual
  return usual === undefined ? { ...rest, metric: id } : { ...rest, metric: id, ...usual }
}

function withoutStart(requirement: Requirement): Requirement {
  const { name: _name, source: _source, rationale: _why, scenario: _scenario, window: _window, ...rest } = requirement
  return rest
}

/** The target as a field in the metric's unit. */
export function targetField(metric: Metric | undefined, requirement: Requirement): Field {
  const target = metric?.usual.target ?? requirement.target
  if (metric?.words !== undefined) {
    return { type: 'choice', label: 'Target', options: metric.words.map((value) => ({ value, label: value })) }
  }
  if (requirement.is === 'in' || Array.isArray(target)) {
    return {
      type: 'choices',
      label: 'Target',
      options: ['EU', 'EEA', 'UK', 'CH', 'US', 'CA', 'JP', 'SG', 'AU'].map((value) => ({ value, label: value })),
    }
  }
  if (typeof target === 'boolean') return { type: 'boolean', label: 'Target' }
  if (typeof target === 'string') return { type: 'text', label: 'Target' }
  return { type: 'number', label: 'Target', ...(metric?.unit === undefined ? {} : { unit: metric.unit }) }
}

/** What would be better still, in the metric's unit; undefined when nothing is stated. */
export function stretchText(metric: Metric | undefined, { stretch }: Requirement): string | undefined {
  const scalar = known(stretch)
  if (scalar === undefined) return undefined
  if (typeof scalar === 'number') return formatExact(scalar, formatterFor(metric?.unit))
  return typeof scalar === 'object' ? scalar.join(', ') : String(scalar)
}

export function aggregateOptions(metric: Metric | undefined) {
  return (metric?.aggregates ?? []).map((aggregate: Aggregate) => ({ value: aggregate, label: aggregate }))
}
export const isOptions = [
  { value: '<=', label: '≤' },
  { value: '>=', label: '≥' },
  { value: '=', label: '=' },
  { value: 'in', label: 'in' },
]
export const priorityOptions = [
  { value: 'must', label: 'Must' },
  { value: 'should', label: 'Should' },
  { value: 'could', label: 'Could' },
]
