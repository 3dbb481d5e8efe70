import type { Design } from './design.ts'
import { isPlainObject } from './same-json.ts'

/** What leads from one design to another: an edit shares with its past all that it leaves alone. */
export interface DesignEdit {
  /** The names of all fields, in their order. */
  readonly fields: readonly string[]
  /** Fields that are other ones than before. */
  readonly values: Readonly<Record<string, unknown>>
  /** The same of lists: each item by its place in the list of before, or itself when it is a new one. */
  readonly lists: Readonly<Record<string, readonly (number | object)[]>>
}

/** The edit that makes `now` of `before`. Small when the two share their elements, as edits leave them. */
export function editBetween(before: Design, now: Design): DesignEdit {
  const values: Record<string, unknown> = {}
  const lists: Record<string, readonly (number | object)[]> = {}
  for (const [field, value] of Object.entries(now)) {
    const old: unknown = before[field as keyof Design]
    if (old === value) continue
    if (isList(old) && isList(value)) lists[field] = placesIn(old, value)
    else values[field] = value
  }
  return { fields: Object.keys(now), values, lists }
}

/** The design that an edit makes of `before`; what it left alone are the very objects of before. */
export function applyEdit(before: Design, { fields, values, lists }: DesignEdit): Design {
  const valueOf = (field: string): unknown => {
    if (Object.hasOwn(values, field)) return values[field]
    const old: unknown = before[field as keyof Design]
    const items = lists[field]
    return items === undefined ? old : items.map((item) => (typeof item === 'number' ? (old as List)[item] : item))
  }
  return Object.fromEntries(fields.map((field) => [field, valueOf(field)])) as unknown as Design
}

type List = readonly object[]

/** A number in a list of a faulty file would be taken for a place: such a list is kept whole. */
function isList(value: unknown): value is List {
  return Array.isArray(value) && value.every(isPlainObject)
}

function placesIn(old: List, now: List): readonly (number | object)[] {
  const places = new Map(old.map((item, index) => [item, index]))
  return now.map((item) => places.get(item) ?? item)
}
