import type { Scalar } from '../design/design.ts'
import { findKind } from '../kinds/index.ts'
import { traitWords } from '../kinds/trait-words.ts'
import type { Comparison, Condition } from './condition.ts'
import { fieldLabel } from './condition-words.ts'

/** A condition in words, as it goes on after "that": "stores data and is not one that is hosted by a vendor". */
export function sayCondition(condition: Condition): string {
  if ('all' in condition) return condition.all.map((each) => within(each, 'any')).join(' and ')
  if ('any' in condition) return condition.any.map((each) => within(each, 'all')).join(' or ')
  if ('not' in condition) return `is not one that ${within(condition.not, 'any', 'all')}`
  if ('kind' in condition) return `is of the kind ${either(condition.kind, (id) => findKind(id)?.title ?? id)}`
  if ('trait' in condition)
    return (typeof condition.trait === 'string' ? [condition.trait] : condition.trait)
      .map((trait) => traitWords[trait])
      .join(' or ')
  if ('product' in condition) return `is the product ${either(condition.product)}`
  if ('name' in condition) return `is called ${condition.name}`
  if ('tag' in condition) return `is tagged ${condition.tag}`
  if ('inside' in condition) return `stands in a boundary that ${sayCondition(condition.inside)}`
  if ('data' in condition) return `holds or carries data that ${sayCondition(condition.data)}`
  if ('from' in condition) return `is called by one that ${sayCondition(condition.from)}`
  if ('to' in condition) return `calls one that ${sayCondition(condition.to)}`
  if ('crosses' in condition) return `joins two that differ in ${condition.crosses}`
  return sayField(condition.field, condition.is, condition.value)
}

/** In brackets where it is joined by the other word, or "and" and "or" would be read together. */
function within(condition: Condition, ...joins: readonly ('all' | 'any')[]): string {
  const words = sayCondition(condition)
  return joins.some((join) => join in condition) ? `(${words})` : words
}

function either(words: string | readonly string[], say: (word: string) => string = (word) => word): string {
  return (typeof words === 'string' ? [words] : words).map(say).join(' or ')
}

const comparisonWords: Readonly<Record<Exclude<Comparison, 'stated' | 'in'>, string>> = {
  '=': 'that is',
  '!=': 'that is not',
  '<': 'below',
  '<=': 'of at most',
  '>': 'above',
  '>=': 'of at least',
  has: 'with',
}

function sayField(field: string, is: Comparison, value: Scalar | undefined): string {
  const label = `“${fieldLabel(field)}”`
  if (is === 'stated' || value === undefined) return `states ${label}`
  const words = typeof value === 'object' ? value.map(sayValue).join(', ') : sayValue(value)
  return is === 'in' ? `has ${label} out of ${words}` : `has ${label} ${comparisonWords[is]} ${words}`
}

function sayValue(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}
