import { type AnyCollection, collections, nameOf, nouns } from './collections.ts'
import type { Design, Element, Id, Patch } from './design.ts'
import { mergedFields } from './patch.ts'
import { printFlat } from './print.ts'
import { slots } from './references.ts'
import { isPlainObject, sameJson } from './same-json.ts'
import { shorten } from './wording.ts'

/** One difference in meaning between two designs; looks (places, routes, strokes) and order are none. */
export interface DesignChange {
  readonly type: 'added' | 'removed' | 'changed'
  /** 'design' for what the design says of itself, its context included. */
  readonly collection: AnyCollection | 'design'
  readonly id: Id
  /** Name for people, as it is in the newer design that has it. */
  readonly name: string
  /** 'product', 'settings.replicas', 'plans'; absent for what was added or removed as a whole. */
  readonly field?: string
  /** JSON as it was and is, ids replaced by names; absent where there was or is nothing. */
  readonly before?: unknown
  readonly after?: unknown
}

/** What the picture looks like, which is no difference in meaning, and the copy of all that a baseline holds. */
const looks: ReadonlySet<string> = new Set(['places', 'routes', 'strokes', 'window'])
const copied: ReadonlySet<string> = new Set(['frozen'])
/** Fields of the design that are compared element by element, or say nothing about the system. */
const ownFields: ReadonlySet<string> = new Set([...collections, 'format', 'version', 'id', 'context'])

/** What changed in meaning, in the order of the file: the design itself, then collection by collection. */
export function diffDesigns(before: Design, after: Design): readonly DesignChange[] {
  const changes = [...diffDesignFields(before, after)]
  for (const collection of collections) changes.push(...diffCollection(before, after, collection))
  return changes
}

function* diffDesignFields(before: Design, after: Design): Iterable<DesignChange> {
  const base = { type: 'changed', collection: 'design', id: after.id, name: after.name } as const
  for (const { field, was, is } of differences(without(before, ownFields), without(after, ownFields))) {
    yield { ...base, field, ...sides(was, is) }
  }
  for (const { field, was, is } of differences(before.context ?? {}, after.context ?? {})) {
    yield { ...base, field: `context.${field}`, ...sides(was, is) }
  }
}

function* diffCollection(before: Design, after: Design, collection: AnyCollection): Iterable<DesignChange> {
  const old = new Map<Id, Element>((before[collection] ?? []).map((element) => [element.id, element]))
  const current = new Map<Id, Element>((after[collection] ?? []).map((element) => [element.id, element]))
  for (const [id, element] of old) {
    if (current.has(id)) continue
    yield { type: 'removed', collection, id, name: nameOf(before, id), before: whole(before, collection, element) }
  }
  for (const [id, element] of current) {
    const previous = old.get(id)
    const name = nameOf(after, id)
    if (!previous) yield { type: 'added', collection, id, name, after: whole(after, collection, element) }
    else if (previous !== element) {
      for (const { field, was, is } of elementDifferences(previous, element)) {
        const sidesNamed = sides(named(before, collection, was, field), named(after, collection, is, field))
        yield { type: 'changed', collection, id, name, field, ...sidesNamed }
      }
    }
  }
}

function whole(design: Design, collection: AnyCollection, element: Element): unknown {
  return named(design, collection, without(element, copied))
}

interface Difference {
  readonly field: string
  readonly was: unknown
  readonly is: unknown
}

function* elementDifferences(before: Element, after: Element): Iterable<Difference> {
  const skipped = new Set([...looks, ...copied, 'id'])
  for (const difference of differences(without(before, skipped), without(after, skipped))) {
    const { field, was, is } = difference
    const byName = mergedFields.has(field) && (isPlainObject(was) || isPlainObject(is))
    if (byName) yield* prefixed(field, differences(asRecord(was), asRecord(is)))
    else if (field === 'changes') yield* patchDifferences(was as Patch | undefined, is as Patch | undefined)
    else yield difference
  }
}

/** A variant's changes, element by element. */
function* patchDifferences(before: Patch | undefined, after: Patch | undefined): Iterable<Difference> {
  for (const { field: collection, was, is } of differences(before ?? {}, after ?? {})) {
    yield* prefixed(`changes.${collection}`, differences(asRecord(was), asRecord(is)))
  }
}

function* prefixed(field: string, found: Iterable<Difference>): Iterable<Difference> {
  for (const { field: name, was, is } of found) yield { field: `${field}.${name}`, was, is }
}

function* differences(before: object, after: object): Iterable<Difference> {
  const old = new Map<string, unknown>(Object.entries(before))
  const current = new Map<string, unknown>(Object.entries(after))
  for (const field of new Set([...old.keys(), ...current.keys()])) {
    const [was, is] = [old.get(field), current.get(field)]
    if (!sameJson(was, is)) yield { field, was, is }
  }
}

function without(object: object, fields: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(object).filter(([field]) => !fields.has(field)))
}

function asRecord(value: unknown): object {
  return isPlainObject(value) ? value : {}
}

function sides(before: unknown, after: unknown): Pick<DesignChange, 'before' | 'after'> {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
}

/** A field's value with the names of elements where it refers to them by id. */
function named(design: Design, collection: AnyCollection, value: unknown, field = ''): unknown {
  const refers = (name: string): boolean =>
    name === 'plans' || slots[collection].some((slot) => slot.path.split(/[.[{]/)[0] === name)
  if (field !== '') return refers(field) ? withNames(design, value) : value
  if (!isPlainObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, refers(name) ? withNames(design, child) : child] as const),
  )
}

function withNames(design: Design, value: unknown): unknown {
  if (typeof value === 'string') return nameOf(design, value)
  if (Array.isArray(value)) return value.map((item: unknown) => withNames(design, item))
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withNames(design, child)] as const))
}

const marks = { added: '+', removed: '-', changed: '~' }

/** The changes as plain text, one block for each element, one line for each field. */
export function printDiff(changes: readonly DesignChange[]): string {
  const lines: string[] = []
  let block = ''
  for (const change of changes) {
    const noun = change.collection === 'design' ? 'design' : nouns[change.collection]
    const title = `${marks[change.type]} ${noun} "${shorten(change.name)}"`
    if (title !== block) lines.push(title)
    block = title
    if (change.field === undefined) continue
    lines.push(`    ${change.field}: ${side(change.before)} -> ${side(change.after)}`)
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}

function side(value: unknown): string {
  return value === undefined ? 'nothing' : shorten(printFlat(value), 200)
}
