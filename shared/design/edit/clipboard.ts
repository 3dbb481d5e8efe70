import { type ElementOf, takenIds } from '../collections.ts'
import type { Boundary, Component, DataAsset, Design, Flow, Id, Identity, Place, Route } from '../design.ts'
import { insideOf } from '../nesting.ts'
import { type MapReference, mapReferences, referencesOf } from '../references.ts'
import { sameJson } from '../same-json.ts'
import { mainView, setPlaces, setRoute } from './place.ts'

const fragmentFormat = 'lintel/fragment'

/** What the clipboard holds: a piece of a design as plain JSON, with what it refers to, but without any judgement. */
export interface Fragment {
  readonly format: typeof fragmentFormat
  readonly version: 1
  /** The design it was copied from. */
  readonly design: Id
  readonly boundaries: readonly Boundary[]
  readonly components: readonly Component[]
  /** Only arrows between copied components. */
  readonly flows: readonly Flow[]
  /** Data and identities that the copied elements name: used when pasting into another file. */
  readonly data: readonly DataAsset[]
  readonly identities: readonly Identity[]
  readonly places: Readonly<Record<Id, Place>>
  /** How its arrows were bent, and where their labels stand. */
  readonly routes?: Readonly<Record<Id, Route>>
}

/** Whether a parsed clipboard text is a fragment that this version can paste. */
export function isFragment(value: unknown): value is Fragment {
  if (typeof value !== 'object' || value === null) return false
  const candidate: Partial<Record<keyof Fragment, unknown>> = value
  const lists = ['boundaries', 'components', 'flows', 'data', 'identities'] as const
  return (
    candidate.format === fragmentFormat &&
    candidate.version === 1 &&
    typeof candidate.places === 'object' &&
    candidate.places !== null &&
    ['object', 'undefined'].includes(typeof candidate.routes) &&
    candidate.routes !== null &&
    lists.every((list) => Array.isArray(candidate[list]))
  )
}

/**
 * Copies components, boundaries with all that stands in them, and the arrows between them. Arrows to the outside are
 * left behind; requirements, decisions, treatments, evidence and answers never travel.
 */
export function copyFragment(design: Design, ids: readonly Id[], view?: Id): Fragment {
  const chosen = new Set(ids.flatMap((id) => [id, ...insideOf(design, id)]))
  const components = (design.components ?? []).filter((component) => chosen.has(component.id))
  const boundaries = (design.boundaries ?? []).filter((boundary) => chosen.has(boundary.id))
  const flows = (design.flows ?? []).filter((flow) => chosen.has(flow.from) && chosen.has(flow.to))
  const named = new Set<Id>([
    ...components.flatMap((component) => referencesOf('components', component).map((reference) => reference.id)),
    ...flows.flatMap((flow) => referencesOf('flows', flow).map((reference) => reference.id)),
  ])
  const { places = {}, routes = {} } =
    design.views?.find((candidate) => candidate.id === view) ?? mainView(design) ?? {}
  const between = new Set(flows.map(({ id }) => id))
  const bent = Object.entries(routes).filter(([id]) => between.has(id))
  return {
    format: fragmentFormat,
    version: 1,
    design: design.id,
    boundaries,
    components,
    flows,
    data: withOrigins(design, named),
    identities: (design.identities ?? []).filter((identity) => named.has(identity.id)),
    places: Object.fromEntries(Object.entries(places).filter(([id]) => chosen.has(id))),
    ...(bent.length === 0 ? {} : { routes: Object.fromEntries(bent) }),
  }
}

/** The named data assets and what they derive from. */
function withOrigins(design: Design, named: ReadonlySet<Id>): readonly DataAsset[] {
  const assets = new Map((design.data ?? []).map((asset) => [asset.id, asset]))
  const wanted = new Set<Id>()
  const waiting = [...named]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const asset = assets.get(id)
    if (!asset || wanted.has(id)) continue
    wanted.add(id)
    waiting.push(...(asset.derivedFrom ?? []))
  }
  return (design.data ?? []).filter((asset) => wanted.has(asset.id))
}

export interface PasteOptions {
  readonly offset?: { readonly x: number; readonly y: number }
  /** The boundary that outermost elements go into; absent: where they stood, if that is in this design, else outside. */
  readonly into?: Id
  readonly view?: Id
}

/**
 * Pastes a fragment under new ids; inside a file, what is no longer there (cut, or deleted since) comes back under its
 * own. Data and identities are the same ones inside a file; across files equal content is
 * the same, another asset of the same name becomes "Orders (2)".
 *
 * @param newId answers a fresh id for a word such as a kind; it must know every id of the file, variants included
 * @returns the new design, and the ids of the pasted boxes and boundaries to select
 */
export function pasteFragment(
  design: Design,
  fragment: Fragment,
  newId: (prefix: string, taken: ReadonlySet<Id>) => Id,
  { offset = { x: 0, y: 0 }, into, view }: PasteOptions = {},
): { readonly design: Design; readonly pasted: readonly Id[] } {
  const taken = new Set(takenIds(design))
  const existing = new Set(taken)
  const fresh = new Map<Id, Id>()
  // What was cut keeps its ids: what people decided about it, and what they ask of it, still holds after the paste.
  const sameFile = fragment.design === design.id
  const rename = (old: Id, prefix: string): void => {
    const id = sameFile && !taken.has(old) ? old : newId(prefix, taken)
    taken.add(id)
    fresh.set(old, id)
  }
  for (const boundary of fragment.boundaries) rename(boundary.id, 'boundary')
  for (const component of fragment.components) rename(component.id, component.kind)
  for (const flow of fragment.flows) rename(flow.id, 'flow')

  const data = adopt(fragment.data, design.data ?? [], sameFile, (asset) => rename(asset.id, 'data'), fresh)
  const identities = adopt(
    fragment.identities,
    design.identities ?? [],
    sameFile,
    (identity) => rename(identity.id, 'identity'),
    fresh,
  )
  // In its own file a copy may go on naming what it named; elsewhere an equal id would be a coincidence.
  const map: MapReference = (id, slot) => {
    const mapped = fresh.get(id)
    if (mapped !== undefined) return mapped
    const outerArrow = slot.path.startsWith('plans')
    return sameFile && existing.has(id) && !outerArrow ? id : undefined
  }

  const renew = <C extends 'boundaries' | 'components' | 'flows' | 'data' | 'identities'>(
    collection: C,
    copied: readonly ElementOf<C>[],
  ): readonly ElementOf<C>[] =>
    copied.flatMap((old): ElementOf<C>[] => {
      const next = mapReferences(collection, old, map)
      return next ? [{ ...next, id: freshId(fresh, old.id) }] : []
    })
  const outermost = new Set(
    [...fragment.boundaries, ...fragment.components].flatMap((old) =>
      old.in === undefined || !fresh.has(old.in) ? [freshId(fresh, old.id)] : [],
    ),
  )
  const settle = <E extends Boundary | Component>(elements: readonly E[], present: readonly E[]): readonly E[] => {
    const names = new Set(present.map((element) => element.name))
    return elements.map((element) => ({
      ...element,
      name: freeName(element.name, names),
      ...(into !== undefined && outermost.has(element.id) ? { in: into } : {}),
    }))
  }
  const boundaries = settle(renew('boundaries', fragment.boundaries), design.boundaries ?? [])
  const components = settle(renew('components', fragment.components), design.components ?? [])
  const pasted: Design = {
    ...design,
    boundaries: [...(design.boundaries ?? []), ...boundaries],
    components: [...(design.components ?? []), ...components],
    flows: [...(design.flows ?? []), ...renew('flows', fragment.flows)],
    ...(data.length > 0 ? { data: [...(design.data ?? []), ...renew('data', data)] } : {}),
    ...(identities.length > 0
      ? { identities: [...(design.identities ?? []), ...renew('identities', identities)] }
      : {}),
  }
  const places = Object.entries(fragment.places).map(
    ([id, place]) => [freshId(fresh, id), { ...place, x: place.x + offset.x, y: place.y + offset.y }] as const,
  )
  const placed = setPlaces(pasted, Object.fromEntries(places), view)
  return {
    design: Object.entries(fragment.routes ?? {}).reduce(
      (next, [id, route]) => setRoute(next, freshId(fresh, id), movedBy(route, offset), view),
      placed,
    ),
    pasted: [...boundaries, ...components].map((element) => element.id),
  }
}

function movedBy(route: Route, by: { readonly x: number; readonly y: number }): Route {
  if (route.points === undefined) return route
  return { ...route, points: route.points.map(([x, y]) => [x + by.x, y + by.y] as const) }
}

/** Copies elements beside themselves. */
export function duplicate(
  design: Design,
  ids: readonly Id[],
  newId: (prefix: string, taken: ReadonlySet<Id>) => Id,
  options: PasteOptions = { offset: { x: 32, y: 32 } },
): { readonly design: Design; readonly pasted: readonly Id[] } {
  return pasteFragment(design, copyFragment(design, ids, options.view), newId, options)
}

/** A name that is not taken yet: "Orders", then "Orders (2)". The name counts as taken from now on. */
function freeName(name: string, taken: Set<string>): string {
  let free = name
  const stem = name.replace(/ \(\d+\)$/, '')
  for (let number = 2; taken.has(free); number += 1) free = `${stem} (${number})`
  taken.add(free)
  return free
}

/** The assets or identities that must be added; those that are there already are written into `fresh`. */
function adopt<E extends DataAsset | Identity>(
  copied: readonly E[],
  present: readonly E[],
  sameFile: boolean,
  rename: (element: E) => void,
  fresh: Map<Id, Id>,
): readonly E[] {
  const names = new Set(present.map((element) => element.name))
  return copied.flatMap((element) => {
    const same = present.find((other) =>
      sameFile ? other.id === element.id : sameJson(contentOf(element), contentOf(other)),
    )
    if (same) {
      fresh.set(element.id, same.id)
      return []
    }
    rename(element)
    return [{ ...element, name: freeName(element.name, names) }]
  })
}

/** What an asset or identity says, apart from ids, which differ between files. */
function contentOf(element: DataAsset | Identity): unknown {
  const { id: _id, ...content } = element
  if ('derivedFrom' in content) return { ...content, derivedFrom: undefined }
  return 'grants' in content ? { ...content, grants: undefined } : content
}

function freshId(fresh: ReadonlyMap<Id, Id>, old: Id): Id {
  return fresh.get(old) ?? old
}
