import type { AnyCollection } from '../../design/collections.ts'
import type { Boundary, Component, Design, Element, Flow, Id, View } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { restOf } from '../carried.ts'
import type { StudioMark } from '../carried.ts'
import { drawnViews, shapeOf } from '../drawn.ts'
import type { Drawn } from '../drawn.ts'
import { listAt, numberAt, textAt } from '../foreign-values.ts'
import { keptOf } from '../kept.ts'
import { manualThreats } from '../outgoing-threats.ts'
import type { OutgoingThreat, Standing } from '../outgoing-threats.ts'
import { onOneLine } from './cells.ts'
import { usualDiagramType } from './diagram.ts'
import { flagNames, noReason } from './read-components.ts'
import { uuidOf } from './uuid.ts'
import { numberThreats } from './write-threats.ts'

/** The version of the format that is written; at most ten characters. */
const version = '2.5.0'

/**
 * A design as a Threat Dragon 2 model: a diagram for each view, threats on their elements, and what the format has no
 * place for under `studio`, in each cell and beside the drawing.
 */
export function writeThreatDragon(
  design: Design,
  threats: readonly OutgoingThreat[] = [],
  standings: readonly Standing[] = [],
): object {
  const views = drawnViews(design)
  const drawn = new Set(
    views.flatMap(({ boundaries, components, flows }) => [...boundaries, ...components, ...flows].map(({ id }) => id)),
  )
  const all = [...manualThreats(design, drawn, standings), ...threats.filter(({ on }) => drawn.has(on))]
  const { numbered, top } = numberThreats(all)
  const said = keptOf(design, 'threat-dragon')
  const seen = new Set<Id>()
  const homes = homesOf(views)
  return {
    version,
    summary: { title: design.name, owner: textAt(said, 'owner') ?? '', description: design.summary ?? '', id: 0 },
    detail: {
      contributors: (design.authors ?? []).map((name) => ({ name })),
      diagrams: views.map((view, index) => diagramOf(view, index, { numbered, seen, homes })),
      diagramTop: views.length,
      reviewer: textAt(said, 'reviewer') ?? '',
      threatTop: top,
    },
    studio: restOf(design, drawn, standings),
  }
}

interface Setting {
  readonly numbered: ReadonlyMap<Id, readonly object[]>
  /** Elements that an earlier diagram has drawn. */
  readonly seen: Set<Id>
  /** On which diagram each element shows its threats. */
  readonly homes: ReadonlyMap<Id, number>
}

/** What the element is called on the diagram that it came from: others find it again by that. */
function cameAs(view: View | undefined, id: Id): string | undefined {
  return textAt(keptOf(view ?? {}, 'threat-dragon'), 'cells', id)
}

/** Where an element shows its threats: on the diagram that it came from, else on the first that draws it. */
function homesOf(views: readonly Drawn[]): ReadonlyMap<Id, number> {
  const homes = new Map<Id, number>()
  const came = new Set<Id>()
  for (const [index, { view, boundaries, components, flows }] of views.entries())
    for (const { id } of [...boundaries, ...components, ...flows]) {
      const isFrom = !came.has(id) && cameAs(view, id) !== undefined
      if (isFrom) came.add(id)
      if (isFrom || !homes.has(id)) homes.set(id, index)
    }
  return homes
}

function diagramOf(drawn: Drawn, index: number, setting: Setting): object {
  const { view, boundaries, components, flows } = drawn
  const idOf = (id: Id): string => cameAs(view, id) ?? uuidOf(`${index} ${id}`)
  const here = { ...setting, index }
  const cells = [
    ...boundaries.map((boundary) => boundaryCell(boundary, drawn, idOf, here)),
    ...components.map((component) => componentCell(component, drawn, idOf, here)),
    ...flows.map((flow) => flowCell(flow, drawn, idOf, here)),
    ...textCells(view, idOf),
  ]
  return {
    id: index,
    title: view?.name ?? 'Data flows',
    diagramType: textAt(keptOf(view ?? {}, 'threat-dragon'), 'diagramType') ?? usualDiagramType,
    placeholder: 'New STRIDE diagram description',
    thumbnail: './public/content/images/thumbnail.stride.jpg',
    version,
    ...(view === undefined ? {} : { studio: { view: view.id, ...(view.only === undefined ? {} : { partial: true }) } }),
    cells,
  }
}

interface InDiagram extends Setting {
  /** Which of the diagrams it is. */
  readonly index: number
}

/** The first drawing of an element carries all of it, one its threats; others say which it is. */
function markOf(
  element: Element,
  collection: AnyCollection,
  { seen, numbered, homes, index }: InDiagram,
): {
  readonly studio: StudioMark
  readonly threats: readonly object[]
  readonly hasOpenThreats: boolean
} {
  const { id } = element
  const isFirst = !seen.has(id)
  seen.add(id)
  const threats = homes.get(id) === index ? (numbered.get(id) ?? []) : []
  const hasOpenThreats = threats.some((threat) => Reflect.get(threat, 'status') === 'Open')
  return { studio: { id, collection, ...(isFirst ? { element } : {}) }, threats, hasOpenThreats }
}

/** The text blocks of the diagram that came in, as far as their words still stand in the notes. */
function textCells(view: View | undefined, idOf: (id: Id) => string): readonly object[] {
  return listAt(keptOf(view ?? {}, 'threat-dragon'), 'texts').flatMap((block, index) => {
    const text = textAt(block, 'text')
    if (text === undefined || view?.notes?.includes(onOneLine(text)) !== true) return []
    const at = (side: string): number => numberAt(block, side) ?? 0
    return [
      {
        id: textAt(block, 'id') ?? idOf(`text ${index}`),
        shape: 'td-text-block',
        zIndex: 1,
        ...geometry({ x: at('x'), y: at('y'), w: at('w'), h: at('h') }),
        visible: true,
        attrs: { text: { text } },
        data: { type: 'tm.Text', name: text, isTrustBoundary: false, hasOpenThreats: false },
      },
    ]
  })
}

/** What the file says of an element that no field of ours holds; the kind that it was taken for may have changed since. */
function flagsAgain(element: Element): object {
  const said = keptOf(element, 'threat-dragon')
  const flags = [...flagNames, 'outOfScope', 'reasonOutOfScope']
  return Object.fromEntries(flags.flatMap((flag) => (said[flag] === undefined ? [] : [[flag, said[flag]]])))
}

/** Its name, on the lines on which it came while it is still called that. */
function spelledAgain(element: Boundary | Component | Flow): string {
  const name = element.name ?? ''
  const spelling = textAt(keptOf(element, 'threat-dragon'), 'name')
  return spelling !== undefined && onOneLine(spelling) === name ? spelling : name
}

/** The shape that it came with, while it is of the kind that it was taken for. */
function shapeAgain(component: Component): 'actor' | 'process' | 'store' {
  const { shape, takenFor } = keptOf(component, 'threat-dragon')
  const isSaid = shape === 'actor' || shape === 'process' || shape === 'store'
  return isSaid && takenFor === component.kind ? shape : shapeOf(component)
}

function boundaryCell(boundary: Boundary, { placeOf }: Drawn, idOf: (id: Id) => string, setting: InDiagram): object {
  const { studio, threats, hasOpenThreats } = markOf(boundary, 'boundaries', setting)
  const { notes = '' } = boundary
  const name = spelledAgain(boundary)
  return {
    id: idOf(boundary.id),
    shape: 'trust-boundary-box',
    zIndex: -1,
    ...geometry(placeOf(boundary.id)),
    visible: true,
    attrs: { label: { text: name } },
    data: { type: 'tm.BoundaryBox', name, description: notes, isTrustBoundary: true, hasOpenThreats, threats, studio },
  }
}

const shapes = { actor: 'tm.Actor', process: 'tm.Process', store: 'tm.Store' }

function componentCell(component: Component, { placeOf }: Drawn, idOf: (id: Id) => string, setting: InDiagram): object {
  const { studio, threats, hasOpenThreats } = markOf(component, 'components', setting)
  const { notes = '', outOfScope } = component
  const name = spelledAgain(component)
  const shape = shapeAgain(component)
  const line = { stroke: hasOpenThreats ? 'red' : '#333333', strokeWidth: 1.5, strokeDasharray: null }
  const isEncrypted = known(component.settings?.['encryptedAtRest']) === true
  return {
    id: idOf(component.id),
    shape,
    zIndex: 1,
    ...geometry(placeOf(component.id)),
    visible: true,
    attrs: { text: { text: name }, ...(shape === 'store' ? { topLine: line, bottomLine: line } : { body: line }) },
    data: {
      type: shapes[shape],
      name,
      description: notes,
      isTrustBoundary: false,
      outOfScope: outOfScope !== undefined,
      reasonOutOfScope: outOfScope === undefined || outOfScope === noReason ? '' : outOfScope,
      hasOpenThreats,
      ...flagsAgain(component),
      ...(shape === 'store' ? { isEncrypted } : {}),
      threats,
      studio,
    },
  }
}

function flowCell(flow: Flow, { view }: Drawn, idOf: (id: Id) => string, setting: InDiagram): object {
  const { studio, threats, hasOpenThreats } = markOf(flow, 'flows', setting)
  const name = spelledAgain(flow)
  const stroke = hasOpenThreats ? 'red' : '#333333'
  return {
    id: idOf(flow.id),
    shape: 'flow',
    zIndex: 10,
    connector: 'smooth',
    source: { cell: idOf(flow.from) },
    target: { cell: idOf(flow.to) },
    // The schema takes whole numbers only.
    vertices: (view?.routes?.[flow.id]?.points ?? []).map(([x, y]) => ({ x: Math.round(x), y: Math.round(y) })),
    attrs: { line: { stroke, strokeWidth: 1.5, targetMarker: { name: 'block' }, strokeDasharray: null } },
    labels: name === '' ? [] : [{ position: 0.5, attrs: { labelText: { text: name } } }],
    data: {
      type: 'tm.Flow',
      name,
      description: flow.notes ?? '',
      isTrustBoundary: false,
      outOfScope: false,
      reasonOutOfScope: '',
      hasOpenThreats,
      isBidirectional: false,
      isEncrypted: known(flow.encrypted) === true,
      isPublicNetwork: false,
      protocol: known(flow.protocol) ?? '',
      ...flagsAgain(flow),
      threats,
      studio,
    },
  }
}

/** Whole pixels; nothing is smaller than the schema allows. */
function geometry({
  x,
  y,
  w,
  h,
}: {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}): object {
  const size = { width: Math.max(10, Math.round(w)), height: Math.max(10, Math.round(h)) }
  return { position: { x: Math.round(x), y: Math.round(y) }, size }
}
