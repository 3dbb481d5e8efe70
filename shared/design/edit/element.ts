import { type AnyCollection, type ElementOf, findElement } from '../collections.ts'
import type { Design, Element, Id, Value } from '../design.ts'
import { isPlainObject, sameJson } from '../same-json.ts'

/** The design with one more element at the end of a collection. The id must be new (see `newId`). */
export function addElement<C extends AnyCollection>(design: Design, collection: C, element: ElementOf<C>): Design {
  return { ...design, [collection]: [...(design[collection] ?? []), element] }
}

/** The design with one element changed; the same design when the change answers the same element, or finds none. */
export function updateElement<C extends AnyCollection>(
  design: Design,
  collection: C,
  id: Id,
  change: (element: ElementOf<C>) => ElementOf<C>,
): Design {
  return updateElements(design, collection, [id], change)
}

/** As `updateElement`, for several elements of one collection. */
export function updateElements<C extends AnyCollection>(
  design: Design,
  collection: C,
  ids: readonly Id[],
  change: (element: ElementOf<C>) => ElementOf<C>,
): Design {
  const elements: readonly ElementOf<C>[] = design[collection] ?? []
  const next = elements.map((element) => (ids.includes(element.id) ? change(element) : element))
  return next.every((element, index) => element === elements[index]) ? design : { ...design, [collection]: next }
}

/** As `updateElement`, for an element of any collection. */
function updateAny(design: Design, id: Id, change: (element: Element) => Element): Design {
  const found = findElement(design, id)
  if (!found) return design
  const { collection } = found
  // The collection was found by the element itself, so the changed element belongs there too.
  return updateElement(design, collection, id, change as (element: ElementOf<typeof collection>) => never)
}

/** A new name; nothing else refers to names, so nothing else changes. An empty name of an arrow takes the name away. */
export function rename(design: Design, id: Id, name: string): Design {
  if (id === design.id) return design.name === name || name === '' ? design : { ...design, name }
  const found = findElement(design, id)
  if (!found) return design
  const mayBeNameless = [
    'flows',
    'controls',
    'requirements',
    'treatments',
    'risks',
    'assumptions',
    'questions',
    'parked',
    'reviews',
  ]
  if (name === '' && !mayBeNameless.includes(found.collection)) return design
  return setField(design, id, 'name', name === '' ? undefined : name)
}

/** What a field can hold: plain JSON, also where its type is an interface. */
export type FieldValue = string | number | boolean | object

/**
 * Writes one field of an element or of the design itself (by the design's id). `field` may be a dotted path
 * ('request.data', 'copies.count'); undefined takes it away, and with it the objects that it leaves empty.
 */
export function setField(design: Design, id: Id, field: string, value: FieldValue | undefined): Design {
  if (field === 'id' || field === '') return design
  const path = field.split('.')
  if (id === design.id) return setAt(design, path, value) as Design
  return updateAny(design, id, (element) => setAt(element, path, value) as Element)
}

export type ValueRecord = 'settings' | 'call' | 'facts' | 'input' | 'scores' | 'mix'

/** Writes one named value of a record; undefined means that nobody looked. A record with nothing in it goes. */
export function setSetting(
  design: Design,
  id: Id,
  record: ValueRecord,
  name: string,
  value: Value | undefined,
): Design {
  return updateAny(design, id, (element) => {
    const next = setAt(element, [record, name], value) as Element
    const needsRecord = record === 'mix' && !(record in next)
    return needsRecord ? ({ ...next, [record]: {} } as Element) : next
  })
}

/** Writes one value of the design's context: audience, stage, budget ... */
export function setContext(design: Design, name: string, value: Value | undefined): Design {
  return setAt(design, ['context', name], value) as Design
}

function setAt(owner: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path
  if (name === undefined) return value
  const object = isPlainObject(owner) ? owner : {}
  const old = Object.hasOwn(object, name) ? object[name] : undefined
  let next = value
  if (rest.length > 0) {
    // Only look inside when there is something to write or to take away.
    if (value === undefined && old === undefined) return owner
    next = setAt(old, rest, value)
    if (isPlainObject(next) && Object.keys(next).length === 0) next = undefined
  }
  if (old === next || (next !== undefined && sameJson(old, next))) return owner
  if (next !== undefined) return { ...object, [name]: next }
  const { [name]: _gone, ...others } = object
  return others
}
