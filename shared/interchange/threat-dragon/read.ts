import type { Id, Json } from '../../design/design.ts'
import type { Assembly, ReadView } from '../assembly.ts'
import { finish, startAssembly, tell, tellKept } from '../assembly.ts'
import { listAt, textAt, truthAt, valueAt } from '../foreign-values.ts'
import { markIn } from '../carried.ts'
import { fitDrawing } from '../fit-drawing.ts'
import type { Imported } from '../format.ts'
import { unnamedDrawing } from '../../design/unnamed.ts'
import { keeping, keptOf, tellKeptOfWhole } from '../kept.ts'
import { elementFor, usualDiagramType } from './diagram.ts'
import type { Diagram } from './diagram.ts'
import { readCell, smallestAround } from './cells.ts'
import type { Cell } from './cells.ts'
import { readComponent, remarksOf } from './read-components.ts'
import { readCurves } from './read-curves.ts'
import { readFlow } from './read-flows.ts'
import { readThreats } from './read-threats.ts'
import { textsOf } from './texts.ts'

/** What the drawing says, by itself: what the file carries of ours is gathered in the assembly, and not used yet. */
export function readDrawing(
  content: unknown,
  designId: Id,
): { readonly imported: Imported; readonly assembly: Assembly } {
  const assembly = startAssembly(valueAt(content, 'studio'))
  const flags = new Map<string, number>()
  for (const diagram of listAt(content, 'detail', 'diagrams')) readDiagram(diagram, assembly, flags)
  tellKept(flags, assembly.leftOut)
  const words = {
    owner: textAt(content, 'summary', 'owner'),
    reviewer: textAt(content, 'detail', 'reviewer'),
  }
  const kept = keeping('threat-dragon', words)
  tellKeptOfWhole(keptOf(kept, 'threat-dragon'), assembly.leftOut)
  const whole = {
    name: textAt(content, 'summary', 'title') ?? unnamedDrawing,
    summary: textAt(content, 'summary', 'description'),
    authors: listAt(content, 'detail', 'contributors').flatMap((each) => textAt(each, 'name') ?? []),
    ...kept,
  }
  return { imported: finish(assembly, designId, whole), assembly }
}

function readDiagram(diagram: unknown, assembly: Assembly, flags: Map<string, number>): void {
  const old = valueAt(diagram, 'diagramJson')
  const cells = listAt(old ?? diagram, 'cells').map((cell, index) => readCell(cell, index))
  const title = textAt(diagram, 'title') ?? 'Diagram'
  const wanted = textAt(diagram, 'studio', 'view')
  const isPartial = truthAt(diagram, 'studio', 'partial') === true
  const view: ReadView = {
    id: assembly.ids.give(wanted ?? (assembly.views.length === 0 ? 'main' : undefined), title, 'view'),
    name: title,
    places: {},
    notes: [],
    ...(wanted === undefined ? {} : { ours: { isPartial } }),
  }
  const before = new Set([...assembly.boundaries, ...assembly.components, ...assembly.flows].map(({ id }) => id))
  const reading: Diagram = { assembly, view, boundaries: [], components: [], byCell: new Map(), before, flags }
  for (const cell of cells) if (cell.shape === 'box') readBoundary(cell, reading)
  nestBoundaries(reading)
  for (const cell of cells) {
    if (cell.shape === 'actor' || cell.shape === 'process' || cell.shape === 'store') readComponent(cell, reading)
    if (cell.shape === 'text') readText(cell, reading)
    if (cell.shape === 'unknown') {
      const what = cell.word === '' ? 'no shape' : `the unknown shape "${cell.word.slice(0, 60)}"`
      assembly.leftOut.push(`"${cell.name ?? cell.foreign}" was left out: it has ${what}.`)
    }
  }
  const flows = cells.filter(({ shape }) => shape === 'flow').flatMap((cell) => readFlow(cell, reading))
  readCurves(
    cells.filter(({ shape }) => shape === 'curve'),
    flows,
    reading,
  )
  for (const cell of cells) readThreats(cell, reading)
  const spread = view.ours === undefined ? fitDrawing(view, assembly) : 1
  const kept = keeping('threat-dragon', {
    diagramType: diagramTypeOf(diagram),
    texts: textsOf(cells, reading, spread),
    cells: cellIdsOf(cells, reading),
  })
  assembly.views.push({ ...view, ...kept })
}

/** What each element is called in the file, so that others find it again by that; in a file of ours its id says it. */
function cellIdsOf(cells: readonly Cell[], { byCell }: Diagram): Json | undefined {
  const ids = cells.flatMap(({ foreign, hasOwnId, data }) => {
    const id = byCell.get(foreign)
    return id === undefined || !hasOwnId || markIn(data['studio']) !== undefined ? [] : [[id, foreign] as const]
  })
  return ids.length === 0 ? undefined : Object.fromEntries(ids)
}

/** The method that the diagram is of, where it is none that every diagram of ours is of. */
function diagramTypeOf(diagram: unknown): string | undefined {
  const type = textAt(diagram, 'diagramType')
  return type === usualDiagramType ? undefined : type
}

function readBoundary(cell: Cell, diagram: Diagram): void {
  const { id, isNew } = elementFor(cell, 'zone', diagram)
  const { x, y, w, h } = cell
  diagram.boundaries.push({ id, cell, x, y, w, h })
  diagram.view.places[id] = { x, y, w, h }
  if (!isNew) return
  const boundary = {
    id,
    name: cell.name ?? 'Trust boundary',
    ...remarksOf(cell),
    ...keeping('threat-dragon', { name: cell.spelling }),
  }
  diagram.assembly.boundaries.push(boundary)
  tell(diagram.assembly, 'boundaries', boundary, 'Boundary', 'certain', 'It is drawn as a trust boundary box.')
}

function nestBoundaries({ boundaries, before, assembly }: Diagram): void {
  for (const box of boundaries) {
    const around = smallestAround(box, boundaries)
    const index = assembly.boundaries.findIndex(({ id }) => id === box.id)
    const boundary = assembly.boundaries[index]
    if (around === undefined || boundary === undefined || before.has(box.id)) continue
    assembly.boundaries[index] = { ...boundary, in: around.id }
  }
}

function readText(cell: Cell, { assembly, view }: Diagram): void {
  if (cell.name === undefined) return
  view.notes.push(cell.name)
  tell(
    assembly,
    'views',
    { id: view.id, name: cell.name },
    'Note',
    'certain',
    'It is a text block: it stands in the notes of the view.',
  )
}
