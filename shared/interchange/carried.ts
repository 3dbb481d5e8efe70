import { collections, takenIds } from '../design/collections.ts'
import type { AnyCollection } from '../design/collections.ts'
import { designFormat, designVersion } from '../design/design.ts'
import type { Design, Element, Id, Place, View } from '../design/design.ts'
import { isPlainObject, sameJson } from '../design/same-json.ts'
import { refuseMisshapen } from '../design/shape-problems.ts'
import { soundDesign } from '../design/sound.ts'
import { permissiveVocabulary } from '../design/vocabulary.ts'
import type { Imported, Reading } from './format.ts'
import type { Standing } from './outgoing-threats.ts'

/**
 * What a file of another tool carries of ours: each drawn element with its own shape, under `studio`, and the rest of
 * the design beside the drawing. The other tool changes what it knows; the rest comes back as it went.
 */
export type Carried = Map<Id, { readonly collection: AnyCollection; readonly element: Element }>

/** What stands in the extension of a drawn element. */
export interface StudioMark {
  readonly collection: AnyCollection
  /** The whole element the first time it is drawn; further drawings of it say the id alone. */
  readonly element?: Element
  readonly id: Id
}

/** What stands beside the drawing: the design without what is drawn, which elements those were, and how threats stand. */
export function restOf(design: Design, drawn: ReadonlySet<Id>, standings: readonly Standing[]): object {
  const rest = Object.fromEntries(
    Object.entries(design).map(([field, value]) => {
      if (!isDrawnList(field)) return [field, value as unknown]
      return [field, (design[field] ?? []).filter(({ id }) => !drawn.has(id))]
    }),
  )
  return { design: rest, drawn: [...drawn], ...(standings.length === 0 ? {} : { standings }) }
}

type DrawnList = 'boundaries' | 'components' | 'flows' | 'data'
const drawnLists: readonly DrawnList[] = ['boundaries', 'components', 'flows', 'data']
function isDrawnList(field: string): field is DrawnList {
  return drawnLists.some((list) => list === field)
}

/** The mark of an extension, if it is one of ours. */
export function markIn(value: unknown): StudioMark | undefined {
  if (!isPlainObject(value)) return undefined
  const { id, collection, element } = value
  const list = drawnLists.find((each) => each === collection)
  if (typeof id !== 'string' || list === undefined) return undefined
  if (!isPlainObject(element) || element['id'] !== id) return { id, collection: list }
  return { id, collection: list, element: element as unknown as Element }
}

/** Ids that the rest of a carried design uses: for good, or for what the drawing names again (threats, views). */
export function idsOfRest(studio: unknown): { readonly taken: readonly Id[]; readonly claimable: readonly Id[] } {
  const rest = designIn(studio)
  if (rest === undefined) return { taken: [], claimable: [] }
  const { design } = refuseMisshapen(rest)
  const lists = [design.risks, design.treatments, design.controls, design.views]
  // A variant speaks of what is drawn, so ids of drawn elements stand in the rest as well.
  const named = new Set([...lists.flatMap((list) => (list ?? []).map(({ id }) => id)), ...drawnIds(studio)])
  return { taken: [...takenIds(design)].filter((id) => !named.has(id)), claimable: [...named] }
}

function drawnIds(studio: unknown): readonly Id[] {
  const drawn = isPlainObject(studio) ? studio['drawn'] : undefined
  return Array.isArray(drawn) ? drawn.filter((id: unknown): id is Id => typeof id === 'string') : []
}

function designIn(studio: unknown): Readonly<Record<string, unknown>> | undefined {
  const design = isPlainObject(studio) ? studio['design'] : undefined
  return isPlainObject(design) && design['format'] === designFormat ? design : undefined
}

/** A design that a file carries. */
export interface CarriedDesign {
  readonly design: Design
  /** All that was drawn is still in the file. */
  readonly isWhole: boolean
}

/** The design that the file was written from, as far as it is still in it; undefined when there is nothing of ours. */
export function joinCarried(studio: unknown, carried: Carried, designId: Id, name: string): CarriedDesign | undefined {
  const base = designIn(studio)
  if (base === undefined && carried.size === 0) return undefined
  const lists = Object.fromEntries(
    drawnLists.flatMap((list) => {
      const own = base?.[list]
      const drawn = [...carried.values()].filter(({ collection }) => collection === list)
      if (own === undefined && drawn.length === 0) return []
      return [[list, [...(Array.isArray(own) ? (own as unknown[]) : []), ...drawn.map(({ element }) => element)]]]
    }),
  )
  const start = base ?? { format: designFormat, version: designVersion, id: designId, name }
  const isWhole = base !== undefined && drawnIds(studio).every((id) => carried.has(id))
  return { design: refuseMisshapen({ ...start, ...lists }).design, isWhole }
}

/**
 * The carried design with what has been changed in the other tool since: `before` is what this reader makes of the file
 * as it was written, `now` of the file as it is. What both say alike has not been touched, and ours stands.
 */
export function mergeCarried({ design: ours, isWhole }: CarriedDesign, before: Imported, now: Imported): Imported {
  const merged: Record<string, unknown> = { ...ours }
  let changes = 0
  for (const field of ['name', 'summary', 'authors'] as const) {
    if (sameJson(before.design[field], now.design[field])) continue
    changes += 1
    setOrDrop(merged, field, now.design[field])
  }
  if (!sameJson(before.design.x, now.design.x)) {
    changes += 1
    setOrDrop(merged, 'x', withChangedWords(ours.x, before.design.x, now.design.x))
  }
  for (const collection of collections) {
    const list = mergeList(ours[collection], before.design[collection], now.design[collection])
    if (list === undefined) continue
    changes += 1
    merged[collection] = list
  }
  const design = merged as unknown as Design
  const whole = changes === 0 && isWhole ? ours : soundDesign(design, permissiveVocabulary)
  return { design: whole, readings: readingsOf(whole, now.readings), leftOut: [...now.leftOut, ...lost(design, whole)] }
}

/** The list with the changes; undefined when there are none. */
function mergeList(
  ours: readonly Element[] = [],
  before: readonly Element[] = [],
  now: readonly Element[] = [],
): readonly Element[] | undefined {
  const was = new Map(before.map((element) => [element.id, element]))
  const is = new Map(now.map((element) => [element.id, element]))
  const mine = new Map(ours.map((element) => [element.id, element]))
  let changed = false
  for (const id of was.keys()) {
    if (!is.has(id) && mine.delete(id)) changed = true
  }
  for (const [id, element] of is) {
    const previous = was.get(id)
    if (previous !== undefined && sameJson(previous, element)) continue
    changed = true
    const own = mine.get(id)
    mine.set(id, own === undefined || previous === undefined ? element : withChanges(own, previous, element))
  }
  return changed ? [...mine.values()] : undefined
}

function withChanges(own: Element, before: Element, now: Element): Element {
  const result: Record<string, unknown> = { ...own }
  for (const field of new Set([...Object.keys(before), ...Object.keys(now)])) {
    const [was, is] = [Reflect.get(before, field) as unknown, Reflect.get(now, field) as unknown]
    if (sameJson(was, is)) continue
    if (field === 'places') result[field] = movedPlaces(own, was, is)
    else if (field === 'x') setOrDrop(result, field, withChangedWords(own.x, was, is))
    else setOrDrop(result, field, is)
  }
  return result as unknown as Element
}

/** Extensions, name by name down to the value that was changed: what neither reading of the file speaks of stays. */
function withChangedWords(own: unknown, before: unknown, now: unknown): unknown {
  if (sameJson(before, now)) return own
  const [was, is] = [before ?? {}, now ?? {}]
  if (!isPlainObject(was) || !isPlainObject(is)) return now
  const result: Record<string, unknown> = isPlainObject(own) ? { ...own } : {}
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)]))
    setOrDrop(result, name, withChangedWords(result[name], was[name], is[name]))
  return result
}

/** Only what was moved: what had no place of its own keeps finding one by itself. */
function movedPlaces(own: Element, before: unknown, now: unknown): Readonly<Record<Id, Place>> {
  const was = isPlainObject(before) ? before : {}
  const moved = Object.entries((now ?? {}) as Record<Id, Place>).filter(([id, place]) => !sameJson(was[id], place))
  const places = Reflect.get(own, 'places') as View['places']
  return { ...places, ...Object.fromEntries(moved) }
}

function setOrDrop(target: Record<string, unknown>, field: string, value: unknown): void {
  if (value === undefined) Reflect.deleteProperty(target, field)
  else target[field] = value
}

/** What was ours is known for certain: the file carries it. */
function readingsOf(design: Design, readings: readonly Reading[]): readonly Reading[] {
  const kinds = new Map((design.components ?? []).map(({ id, kind }) => [id, kind]))
  return readings.map((reading) => {
    const kind = kinds.get(reading.id)
    if (kind === undefined || kind === reading.takenFor) return reading
    return { ...reading, takenFor: kind, confidence: 'certain', why: 'The file carries what it was in the studio.' }
  })
}

function lost(design: Design, whole: Design): readonly string[] {
  return collections.flatMap((collection) => {
    const kept = new Set((whole[collection] ?? []).map(({ id }) => id))
    const names = (design[collection] ?? []).filter(({ id }) => !kept.has(id)).map(({ id, name }) => name ?? id)
    return names.map((name) => `"${name}" was left out: what it needs is no longer in the file.`)
  })
}
