import { modelCollections, requiredFields } from './collections.ts'
import type { Change, Collection, Element, Id, Json, Model, Patch, Value } from './design.ts'
import { isPlainObject, sameJson } from './same-json.ts'

/** Records of values: a patch merges them name by name. Every other field is replaced whole. */
export const mergedFields: ReadonlySet<string> = new Set(['settings', 'call', 'facts', 'input', 'mix'])

type Fields = Readonly<Record<string, unknown>>

/**
 * The model with a patch laid over it. Untouched elements are shared with the input.
 *
 * A change for an id that is not there adds the element at the end, if it has the fields that such an element needs;
 * a change that lost its element does nothing (invariant W19 reports it).
 */
export function applyPatch<M extends Model>(model: M, patch: Patch): M {
  const changed: Record<string, unknown> = {}
  if (patch.context !== undefined) changed['context'] = mergeRecord(model.context ?? {}, patch.context)
  for (const collection of modelCollections) {
    const changes = patch[collection]
    if (changes !== undefined) changed[collection] = applyChanges(collection, model[collection] ?? [], changes)
  }
  return Object.keys(changed).length === 0 ? model : { ...model, ...changed }
}

/**
 * The patch that turns `before` into `after`: `applyPatch(before, diffModels(before, after))` is `after`, up to the
 * order of collections and keys (which means nothing) and up to collections that are empty rather than absent.
 */
export function diffModels(before: Model, after: Model): Patch {
  const patch: Record<string, unknown> = {}
  const context = diffRecord(before.context ?? {}, after.context ?? {})
  if (context) patch['context'] = context
  for (const collection of modelCollections) {
    const changes = diffCollection(before[collection] ?? [], after[collection] ?? [])
    if (changes) patch[collection] = changes
  }
  return patch
}

/** Whether a patch changes nothing at all. */
export function isEmptyPatch(patch: Patch): boolean {
  return Object.values(patch).every((changes) => changes === undefined || Object.keys(changes).length === 0)
}

function applyChanges(
  collection: Collection,
  elements: readonly Element[],
  changes: Readonly<Record<Id, Change>>,
): readonly Element[] {
  const known = new Set(elements.map((element) => element.id))
  const kept = elements.flatMap((element) => {
    if (!Object.hasOwn(changes, element.id)) return [element]
    const change = changes[element.id]
    return change === null || change === undefined ? [] : [applyChange(element, change)]
  })
  const added = Object.entries(changes).flatMap(([id, change]) => {
    if (change === null || known.has(id)) return []
    if (!requiredFields[collection].every((field) => change[field] !== undefined && change[field] !== null)) return []
    return [applyChange({ id }, change)]
  })
  return added.length === 0 ? kept : [...kept, ...added]
}

function applyChange(element: Element, change: NonNullable<Change>): Element {
  const next = new Map<string, unknown>(Object.entries(element))
  for (const [field, value] of Object.entries(change)) {
    if (field === 'id') continue
    if (value === null) next.delete(field)
    else if (mergedFields.has(field) && isPlainObject(value)) {
      const old = next.get(field)
      next.set(field, mergeRecord(isPlainObject(old) ? old : {}, value))
    } else next.set(field, value)
  }
  return Object.fromEntries(next) as unknown as Element
}

function mergeRecord(old: Fields, changes: Fields): Fields {
  const next = new Map(Object.entries(old))
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  return Object.fromEntries(next)
}

function diffCollection(
  before: readonly Element[],
  after: readonly Element[],
): Readonly<Record<Id, Change>> | undefined {
  const old = new Map(before.map((element) => [element.id, element]))
  const current = new Set(after.map((element) => element.id))
  const changes: [Id, Change][] = []
  for (const element of before) if (!current.has(element.id)) changes.push([element.id, null])
  for (const element of after) {
    const previous = old.get(element.id)
    if (previous === element) continue
    const change = diffElement(previous ?? { id: element.id }, element)
    if (change || !previous) changes.push([element.id, change ?? {}])
  }
  return changes.length === 0 ? undefined : Object.fromEntries(changes)
}

function diffElement(before: Element, after: Element): NonNullable<Change> | undefined {
  const old = new Map<string, unknown>(Object.entries(before))
  const current = new Map<string, unknown>(Object.entries(after))
  const fields: [string, unknown][] = []
  for (const field of old.keys()) if (current.get(field) === undefined) fields.push([field, null])
  for (const [field, value] of current) {
    const previous = old.get(field)
    if (field === 'id' || value === undefined || sameJson(previous, value)) continue
    const byName = mergedFields.has(field) && isPlainObject(previous) && isPlainObject(value)
    fields.push([field, byName ? diffRecord(previous, value) : value])
  }
  return fields.length === 0 ? undefined : (Object.fromEntries(fields) as NonNullable<Change>)
}

function diffRecord(before: Fields, after: Fields): Readonly<Record<string, Value | Json | null>> | undefined {
  const names: [string, unknown][] = []
  for (const name of Object.keys(before)) if (after[name] === undefined) names.push([name, null])
  for (const [name, value] of Object.entries(after)) {
    if (value !== undefined && !sameJson(before[name], value)) names.push([name, value])
  }
  return names.length === 0 ? undefined : (Object.fromEntries(names) as Readonly<Record<string, Value | null>>)
}
