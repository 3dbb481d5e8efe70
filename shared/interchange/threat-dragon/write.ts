import type { AnyCollection } from '../../design/collections.ts'
import type { Boundary, Component, Design, Element, Flow, Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { restOf } from '../carried.ts'
import type { StudioMark } from '../carried.ts'
import { drawnViews, shapeOf } from '../drawn.ts'
import type { Drawn } from '../drawn.ts'
import { manualThreats } from '../outgoing-threats.ts'
import type { OutgoingThreat } from '../outgoing-threats.ts'
import { uuidOf } from './uuid.ts'

/** The version of the format that is written; at most ten characters. */
const version = '2.5.0'

/**
 * A design as a Threat Dragon 2 model: a diagram for each view, threats on their elements, and what the format has no
 * place for under `studio`, in each cell and beside the drawing.
 */
export function writeThreatDragon(design: Design, threats: readonly OutgoingThreat[] = []): object {
  const views = drawnViews(design)
  const drawn = new Set(
    views.flatMap(({ boundaries, components, flows }) => [...boundaries, ...components, ...flows].map(({ id }) => id)),
  )
  const all = [...manualThreats(design, drawn), ...threats.filter(({ on }) => drawn.has(on))]
  const numbered = new Map<Id, object[]>()
  for (const [index, threat] of all.entries()) {
    const list = numbered.get(threat.on) ?? []
    list.push(threatOf(threat, index + 1))
    numbered.set(threat.on, list)
  }
  const seen = new Set<Id>()
  return {
    version,
    summary: { title: design.name, owner: '', description: design.summary ?? '', id: 0 },
    detail: {
      contributors: (design.authors ?? []).map((name) => ({ name })),
      diagrams: views.map((view, index) => diagramOf(view, index, { numbered, seen, isSeveral: views.length > 1 })),
      diagramTop: views.length,
      reviewer: '',
      threatTop: all.length,
    },
    studio: restOf(design, drawn),
  }
}

interface Setting {
  readonly numbered: ReadonlyMap<Id, readonly object[]>
  /** Elements that an earlier diagram has drawn. */
  readonly seen: Set<Id>
  readonly isSeveral: boolean
}

function diagramOf(drawn: Drawn, index: number, setting: Setting): object {
  const { view, boundaries, components, flows } = drawn
  const idOf = (id: Id): string => uuidOf(`${index} ${id}`)
  const cells = [
    ...boundaries.map((boundary) => boundaryCell(boundary, drawn, idOf, setting)),
    ...components.map((component) => componentCell(component, drawn, idOf, setting)),
    ...flows.map((flow) => flowCell(flow, drawn, idOf, setting)),
  ]
  return {
    id: index,
    title: view?.name ?? 'Data flows',
    diagramType: 'STRIDE',
    placeholder: 'New STRIDE diagram description',
    thumbnail: './public/content/images/thumbnail.stride.jpg',
    version,
    ...(view === undefined ? {} : { studio: { view: view.id, ...(view.only === undefined ? {} : { partial: true }) } }),
    cells,
  }
}

/** The first drawing of an element carries all of it and its threats; further ones say which it is. */
function markOf(
  element: Element,
  collection: AnyCollection,
  { seen, numbered }: Setting,
): {
  readonly studio: StudioMark
  readonly threats: readonly object[]
  readonly hasOpenThreats: boolean
} {
  const { id } = element
  if (seen.has(id)) return { studio: { id, collection }, threats: [], hasOpenThreats: false }
  seen.add(id)
  const threats = numbered.get(id) ?? []
  const hasOpenThreats = threats.some((threat) => Reflect.get(threat, 'status') === 'Open')
  return { studio: { id, collection, element }, threats, hasOpenThreats }
}

function boundaryCell(boundary: Boundary, { placeOf }: Drawn, idOf: (id: Id) => string, setting: Setting): object {
  const { studio, threats, hasOpenThreats } = markOf(boundary, 'boundaries', setting)
  const { name, notes = '' } = boundary
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

function componentCell(component: Component, { placeOf }: Drawn, idOf: (id: Id) => string, setting: Setting): object {
  const { studio, threats, hasOpenThreats } = markOf(component, 'components', setting)
  const { name, notes = '', outOfScope } = component
  const shape = shapeOf(component)
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
      reasonOutOfScope: outOfScope ?? '',
      hasOpenThreats,
      ...(shape === 'store' ? { isEncrypted } : {}),
      threats,
      studio,
    },
  }
}

function flowCell(flow: Flow, { view }: Drawn, idOf: (id: Id) => string, setting: Setting): object {
  const { studio, threats, hasOpenThreats } = markOf(flow, 'flows', setting)
  const name = flow.name ?? ''
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

function threatOf(threat: OutgoingThreat, number: number): object {
  const { title, type, method, status, severity, rating, description, mitigation, ours } = threat
  const key = 'risk' in ours ? ours.risk : ours.fingerprint
  return {
    id: uuidOf(`threat ${key}`),
    number,
    title,
    type,
    modelType: method,
    status,
    severity,
    // Threat Dragon shows a score beside the severity: here likelihood x impact, 1 to 25.
    score: rating === undefined ? '' : String(rating.likelihood * rating.impact),
    description,
    mitigation,
    new: false,
    studio: 'risk' in ours ? ours : { ...ours, status },
  }
}
