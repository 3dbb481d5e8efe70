import { manualThreatRule, requirementRule } from './design/design.ts'
import type { FieldShape, MetricShape, Vocabulary } from './design/vocabulary.ts'
import type { Field, Fields } from './kinds/fields/field.ts'
import { kinds, products } from './kinds/index.ts'
import type { Kind, Trait } from './kinds/kind.ts'
import type { Metric } from './requirements/metric.ts'
import { metrics } from './requirements/metrics/index.ts'
import { rules } from './rules.ts'
import { ownRuleIds } from './standards/own-rules.ts'

const byId: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.id, kind]))
const metricById: ReadonlyMap<string, Metric> = new Map(metrics.map((metric) => [metric.id, metric]))

/** What this version knows of kinds, metrics and rules, as the checks of a document ask for it. */
export const vocabulary: Vocabulary = {
  kindIds: [...byId.keys()],
  fields: (kind, record) => {
    const found = byId.get(kind)
    return found && shapesOf(found[record])
  },
  isActor: (kind) => has(kind, 'starts-requests'),
  isLoader: (kind) => has(kind, 'ingests') === true || has(kind, 'splits-documents'),
  isPassive: (kind) => {
    const passive = has(kind, 'passive')
    return passive === undefined ? undefined : passive && has(kind, 'delivers') !== true
  },
  productIds: products.map((product) => product.id),
  metricIds: [...metricById.keys()],
  metric: (id) => {
    const found = metricById.get(id)
    return found && { scopes: found.scopes, target: targetOf(found) }
  },
  ruleIds: [...rules.flatMap((rule) => [rule.id, ...rule.aliases]), ...ownRuleIds, requirementRule, manualThreatRule],
}

/** Nothing can be said about a kind that is not known. */
function has(kind: string, trait: Trait): boolean | undefined {
  return byId.get(kind)?.traits.includes(trait)
}

/** Every box of a kind has the fields of the kind: they are read once. */
const shapes = new WeakMap<Fields, Readonly<Record<string, FieldShape>>>()

function shapesOf(fields: Fields): Readonly<Record<string, FieldShape>> {
  const known = shapes.get(fields)
  if (known) return known
  const read = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, shapeOf(field)] as const))
  shapes.set(fields, read)
  return read
}

function shapeOf({ type, options, min, above, max, integer }: Field): FieldShape {
  return {
    type,
    ...(options ? { options: options.map((option) => option.value) } : {}),
    ...(min === undefined ? {} : { min }),
    ...(above === undefined ? {} : { above }),
    ...(max === undefined ? {} : { max }),
    ...(integer === undefined ? {} : { integer }),
  }
}

/** A metric's target is of the type that a new requirement on it starts with. */
function targetOf({ usual: { target } }: Metric): MetricShape['target'] {
  if (Array.isArray(target)) return 'list'
  return typeof target === 'string' ? 'text' : typeof target === 'boolean' ? 'boolean' : 'number'
}
