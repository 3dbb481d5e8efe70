import type { Design } from '../../shared/design/design.ts'
import { isPlainObject } from '../../shared/design/same-json.ts'

/** A design on its way to the worker: the first time all of it, then what an edit changed. */
export type SentDesign = { readonly whole: Design } | { readonly edit: DesignEdit }

/** What differs from the design that was sent before. An edit shares with its past all that it leaves alone. */
export interface DesignEdit {
  /** The names of all fields, in their order. */
  readonly fields: readonly string[]
  /** Fields that are other ones than before. */
  readonly values: Readonly<Record<string, unknown>>
  /** The same of lists: each item by its place in the list of before, or itself when it is a new one. */
  readonly lists: Readonly<Record<string, readonly (number | object)[]>>
}

/** In the page. `before`: what was sent last; the worker has to hold it. */
export function sendDesign(before: Design | undefined, now: Design): SentDesign {
  if (before === undefined || before.id !== now.id) return { whole: now }
  const values: Record<string, unknown> = {}
  const lists: Record<string, readonly (number | object)[]> = {}
  for (const [field, value] of Object.entries(now)) {
    const old: unknown = before[field as keyof Design]
    if (old === value) continue
    if (isList(old) && isList(value)) lists[field] = placesIn(old, value)
    else values[field] = value
  }
  return { edit: { fields: Object.keys(now), values, lists } }
}

/** In the worker. What an edit left alone are the very objects of before. */
export function receiveDesign(before: Design | undefined, sent: SentDesign): Design {
  if ('whole' in sent) return sent.whole
  if (before === undefined) throw new Error('An edit came before the design that it changes.')
  const { fields, values, lists } = sent.edit
  const valueOf = (field: string): unknown => {
    if (Object.hasOwn(values, field)) return values[field]
    const old: unknown = before[field as keyof Design]
    const items = lists[field]
    return items === undefined ? old : items.map((item) => (typeof item === 'number' ? (old as List)[item] : item))
  }
  return Object.fromEntries(fields.map((field) => [field, valueOf(field)])) as unknown as Design
}

type List = readonly object[]

/** A number in a list of a faulty file would be taken for a place: such a list crosses as it is. */
function isList(value: unknown): value is List {
  return Array.isArray(value) && value.every(isPlainObject)
}

function placesIn(old: List, now: List): readonly (number | object)[] {
  const places = new Map(old.map((item, index) => [item, index]))
  return now.map((item) => places.get(item) ?? item)
}
