import type { FieldShape, MetricShape, Vocabulary } from './design/vocabulary.ts'
import type { Field, Fields } from './kinds/field.ts'
import { findKind, kinds } from './kinds/index.ts'
import type { Kind, Trait } from './kinds/kind.ts'
import type { Metric } from './requirements/metric.ts'
import { findMetric, metrics } from './requirements/metrics/index.ts'
import { rules } from './rules.ts'

/** What this version knows about kinds, metrics and rules, for the checks of a document. */
export const vocabulary: Vocabulary = {
  kindIds: kinds.map((kind) => kind.id),
  fields: (kind, record) => {
    const known = knownKind(kind)
    return known && shapesOf(known[record])
  },
  isActor: (kind) => has(kind, 'starts-requests'),
  isPassive: (kind) => {
    const known = knownKind(kind)
    return known && known.traits.includes('passive') && !known.traits.includes('delivers')
  },
  metricIds: metrics.map((metric) => metric.id),
  metric: (id) => {
    const metric = findMetric(id)
    return metric && shapeOfMetric(metric)
  },
  // A waiver of a requirement names no rule.
  ruleIds: ['requirement', ...rules.flatMap((rule) => [rule.id, ...rule.aliases])],
}

function knownKind(id: string): Kind | undefined {
  const kind = findKind(id)
  return kind.id === id && !kind.traits.includes('unknown-kind') ? kind : undefined
}

function has(id: string, trait: Trait): boolean | undefined {
  return knownKind(id)?.traits.includes(trait)
}

const shapes = new WeakMap<Fields, Readonly<Record<string, FieldShape>>>()

function shapesOf(fields: Fields): Readonly<Record<string, FieldShape>> {
  const known =
    shapes.get(fields) ?? Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, shapeOf(field)]))
  shapes.set(fields, known)
  return known
}

function shapeOf({ type, options, min, max, integer }: Field): FieldShape {
  return {
    type,
    ...(options === undefined ? {} : { options: options.map((option) => option.value) }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(integer === undefined ? {} : { integer }),
  }
}

function shapeOfMetric({ scopes, usual }: Metric): MetricShape {
  const { target } = usual
  const type = Array.isArray(target) ? 'list' : typeof target
  return { scopes, target: type === 'number' || type === 'boolean' || type === 'list' ? type : 'text' }
}
