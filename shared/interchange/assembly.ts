import { designFormat, designVersion } from '../design/design.ts'
import type {
  Boundary,
  Component,
  Control,
  DataAsset,
  Design,
  Flow,
  Id,
  Place,
  Risk,
  Route,
  Treatment,
  View,
} from '../design/design.ts'
import { settleAnswers } from './answers.ts'
import { idsOfRest } from './carried.ts'
import type { Carried } from './carried.ts'
import { makeIds } from './foreign-values.ts'
import type { IdMaker } from './foreign-values.ts'
import type { Imported, Reading } from './format.ts'

/** One diagram of the foreign file. */
export interface ReadView {
  readonly id: Id
  readonly name: string
  readonly places: Record<Id, Place>
  /** Where somebody bent an arrow. */
  readonly routes?: Record<Id, Route>
  /** Texts that stood on the diagram. */
  readonly notes: string[]
  /** The file carries this view of ours: it says itself what it shows. */
  readonly ours?: { readonly isPartial: boolean }
  /** What the file says of the diagram and no field of a view holds. */
  readonly x?: View['x']
}

/** What has been read of a foreign file so far. A reader fills it; `finish` makes the design. */
export interface Assembly {
  readonly ids: IdMaker
  /** Elements of ours that the file carries; filled while reading. */
  readonly carried: Carried
  readonly boundaries: Boundary[]
  readonly components: Component[]
  readonly flows: Flow[]
  readonly data: DataAsset[]
  readonly risks: Risk[]
  readonly treatments: Treatment[]
  readonly controls: Control[]
  readonly views: ReadView[]
  readonly readings: Reading[]
  readonly leftOut: string[]
}

/** `rest`: what is carried beside the drawing; its ids are not given to anything else. */
export function startAssembly(rest?: unknown): Assembly {
  const { taken, claimable } = idsOfRest(rest)
  return {
    ids: makeIds(taken, claimable),
    carried: new Map(),
    boundaries: [],
    components: [],
    flows: [],
    data: [],
    risks: [],
    treatments: [],
    controls: [],
    views: [],
    readings: [],
    leftOut: [],
  }
}

/** A row on what an element was taken for. */
export function tell(
  assembly: Assembly,
  collection: Reading['collection'],
  element: { readonly id: Id; readonly name?: string },
  takenFor: string,
  confidence: Reading['confidence'],
  why: string,
): void {
  assembly.readings.push({ id: element.id, name: element.name ?? 'Unnamed', collection, takenFor, confidence, why })
}

/** What elements say that no field of a design holds, and how many say it: a sentence each. */
export function tellKept(counts: ReadonlyMap<string, number>, leftOut: string[]): void {
  for (const [name, count] of counts) {
    const subject = count === 1 ? 'One element says' : `${count} elements say`
    leftOut.push(`${subject} "${name}": kept with the element, and read by no rule.`)
  }
}

const gapBetweenDiagrams = 120

/** What a file says of the whole. */
interface Whole {
  readonly name: string
  readonly summary?: string | undefined
  readonly authors?: readonly string[]
  readonly x?: Design['x']
}

/** The design; one view for each diagram, and one of everything before them where there are several. */
export function finish(assembly: Assembly, designId: Id, { name, summary, authors = [], x }: Whole): Imported {
  settleAnswers(assembly)
  const { boundaries, components, flows, data, risks, treatments, controls, readings, leftOut } = assembly
  const design: Design = {
    format: designFormat,
    version: designVersion,
    id: designId,
    name,
    ...(summary === undefined ? {} : { summary }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(x === undefined ? {} : { x }),
    ...filled({ boundaries, components, flows, data, controls, treatments, risks }),
    views: viewsOf(assembly),
  }
  return { design, readings, leftOut }
}

type Lists = Pick<Design, 'boundaries' | 'components' | 'flows' | 'data' | 'controls' | 'treatments' | 'risks'>

function filled(lists: Lists): Lists {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0))
}

function viewsOf({ views, ids, flows }: Assembly): readonly View[] {
  const drawn = views.map((view) => {
    if (view.ours?.isPartial !== true && (view.ours !== undefined || views.length === 1)) return viewOf(view)
    const shown = new Set(Object.keys(view.places))
    const arrows = flows.filter(({ from, to }) => shown.has(from) && shown.has(to)).map(({ id }) => id)
    return { ...viewOf(view), only: [...shown, ...arrows] }
  })
  if (views.length <= 1 || views.some(({ ours }) => ours !== undefined)) return drawn
  // Diagrams have their own coordinates: in the view of everything they stand below one another.
  const places: Record<Id, Place> = {}
  let top = 0
  for (const view of views) {
    const all = Object.entries(view.places)
    const first = Math.min(0, ...all.map(([, { y }]) => y))
    for (const [id, place] of all) places[id] ??= { ...place, y: place.y - first + top }
    top = Math.max(top, ...all.map(([, { y, h }]) => y - first + top + (h ?? 100))) + gapBetweenDiagrams
  }
  const everything: View = { id: ids.give('everything', 'everything', 'view'), name: 'Everything', places }
  return [everything, ...drawn]
}

function viewOf({ id, name, places, routes = {}, notes, x }: ReadView): View {
  return {
    id,
    name,
    ...(notes.length === 0 ? {} : { notes: notes.join('\n\n') }),
    ...(x === undefined ? {} : { x }),
    places,
    ...(Object.keys(routes).length === 0 ? {} : { routes }),
  }
}
