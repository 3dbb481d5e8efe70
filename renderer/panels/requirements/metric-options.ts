import type { Design, Id, Requirement } from '../../../shared/design/design.ts'
import type { Field, Unit } from '../../../shared/kinds/field.ts'

/** What the panel knows about a metric: its words, its unit, and a usual requirement on it. */
export interface MetricOption {
  readonly id: string
  readonly label: string
  readonly unit: Unit | undefined
  readonly is: Requirement['is']
  readonly target: Requirement['target']
  readonly aggregate?: NonNullable<Requirement['aggregate']>
  /** What it can be measured on. */
  readonly scope: 'action' | 'flow' | 'data' | 'design'
}

const options: readonly MetricOption[] = [
  {
    id: 'latency.first',
    label: 'Time to first words',
    unit: 'ms',
    is: '<=',
    target: 2500,
    aggregate: 'p95',
    scope: 'action',
  },
  {
    id: 'latency.full',
    label: 'Time to full answer',
    unit: 'ms',
    is: '<=',
    target: 8000,
    aggregate: 'p95',
    scope: 'action',
  },
  {
    id: 'latency.unattended',
    label: 'Time without people',
    unit: 'ms',
    is: '<=',
    target: 60_000,
    aggregate: 'p95',
    scope: 'action',
  },
  {
    id: 'latency.done',
    label: 'Time until done',
    unit: 'ms',
    is: '<=',
    target: 3_600_000,
    aggregate: 'p95',
    scope: 'flow',
  },
  { id: 'cost.month', label: 'Cost per month', unit: 'USD/month', is: '<=', target: 10_000, scope: 'design' },
  { id: 'cost.request', label: 'Cost per request', unit: 'USD', is: '<=', target: 0.05, scope: 'action' },
  { id: 'availability', label: 'Availability', unit: 'share', is: '>=', target: 0.995, scope: 'action' },
  { id: 'residency', label: 'Residency', unit: undefined, is: 'in', target: ['EU'], scope: 'data' },
  { id: 'quality.groundedness', label: 'Groundedness', unit: 'share', is: '>=', target: 0.95, scope: 'action' },
]

/** A metric by id; one that this version does not know keeps its id as its name. */
export function optionOf(id: string): MetricOption {
  return (
    options.find((one) => one.id === id) ?? {
      id,
      label: wordsOf(id),
      unit: undefined,
      is: '>=',
      target: 0.9,
      scope: 'action',
    }
  )
}

/** 'quality.taskSuccess' as "Task success". */
function wordsOf(id: string): string {
  const words = (id.split('.').at(-1) ?? id)
    .replaceAll(/([A-Z])/g, ' $1')
    .toLowerCase()
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The metrics on offer, with the present one even when it is not among them. */
export function metricOptions(present: string) {
  const all = options.some((one) => one.id === present) ? options : [...options, optionOf(present)]
  return all.map(({ id, label }) => ({ value: id, label }))
}

/** The target as a field in the metric's unit. */
export function targetField(metric: MetricOption, requirement: Requirement): Field {
  if (requirement.is === 'in' || Array.isArray(requirement.target)) {
    return {
      type: 'choices',
      label: 'Target',
      options: ['EU', 'UK', 'US', 'CH', 'CA', 'APAC'].map((value) => ({ value, label: value })),
    }
  }
  return { type: 'number', label: 'Target', ...(metric.unit === undefined ? {} : { unit: metric.unit }) }
}

/** Elements that a requirement on this metric can name. */
export function scopesOf(design: Design, metric: MetricOption): readonly Id[] {
  const ids = (list: readonly { readonly id: Id }[] | undefined) => (list ?? []).map((one) => one.id)
  if (metric.scope === 'action') return [...ids(design.actions), ...ids(design.flows)]
  if (metric.scope === 'flow') return ids(design.flows)
  return metric.scope === 'data' ? ids(design.data) : [...ids(design.components), ...ids(design.actions)]
}

const same = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }))
export const aggregateOptions = same(['mean', 'p50', 'p90', 'p95', 'p99', 'max'])
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
