import type { Flow, Id } from '../design/design.ts'
import type { Problem } from '../design/problem.ts'
import { finish, startAssembly } from './assembly.ts'
import type { Assembly } from './assembly.ts'
import { listAt, numberAt, recordAt, textAt, truthAt, valueAt } from './foreign-values.ts'
import type { Format, Imported } from './format.ts'
import { recogniseKind } from './recognise-kind.ts'

interface Box {
  readonly id: Id
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** What a shape is when its name says nothing. */
const kindOfShape: Readonly<Record<string, string>> = { actor: 'user', process: 'orchestrator', store: 'relational-db' }
const defaultSize = { w: 120, h: 80 }
const gapBetweenDiagrams = 120

/**
 * OWASP Threat Dragon, version 2 (JSON). Actors, processes and stores become components, boxes become boundaries; what
 * stands in which boundary is read from the drawing (by the centre), because the format does not say. All diagrams arrive in
 * one design, below one another. Curved boundaries have no inside and are listed as left out, as are the threats.
 */
export const threatDragon: Format = {
  id: 'threat-dragon',
  title: 'OWASP Threat Dragon 2',
  extensions: ['.json'],
  recognises: (content) =>
    textAt(content, 'summary', 'title') !== undefined && Array.isArray(valueAt(content, 'detail', 'diagrams')),
  read(content, designId) {
    const diagrams = listAt(content, 'detail', 'diagrams')
    if (diagrams.every((diagram) => listAt(diagram, 'cells').length === 0)) {
      const old = diagrams.some((diagram) => recordAt(diagram, 'diagramJson') !== undefined)
      const sentence = old
        ? 'This file is of Threat Dragon 1. Open it in Threat Dragon 2, save it there, and import that file.'
        : 'This Threat Dragon file has no diagram with elements in it; there is nothing to import.'
      const problem: Problem = { code: 'file', level: 'error', path: 'detail.diagrams', sentence }
      return { ok: false, problems: [problem] }
    }
    return { ok: true, value: readModel(content, diagrams, designId), problems: [] }
  },
}

function readModel(content: unknown, diagrams: readonly unknown[], designId: Id): Imported {
  const assembly = startAssembly()
  let top = 0
  let threats = 0
  for (const diagram of diagrams) {
    const cells = listAt(diagram, 'cells')
    const boxes = readBoundaries(cells, top, assembly)
    const components = cells.flatMap((cell) => readComponent(cell, top, boxes, assembly))
    readFlows(cells, new Set(components.map((box) => box.id)), assembly)
    threats += cells.reduce<number>((count, cell) => count + listAt(cell, 'data', 'threats').length, 0)
    top = Math.max(top, ...[...boxes, ...components].map((box) => box.y + box.h)) + gapBetweenDiagrams
  }
  const counted = threats === 1 ? 'One threat was' : `${threats} threats were`
  if (threats > 0) assembly.leftOut.push(`${counted} left out: Lintel derives threats from the drawing.`)
  const name = textAt(content, 'summary', 'title') ?? 'Imported threat model'
  return finish(assembly, designId, name, textAt(content, 'summary', 'description'))
}

function readBoundaries(cells: readonly unknown[], top: number, assembly: Assembly): readonly Box[] {
  const drawn = cells.filter((cell) => textAt(cell, 'shape') === 'trust-boundary-box')
  const boxes = drawn.map((cell) => boxOf(cell, assembly.idFor(textAt(cell, 'id') ?? '', 'zone'), top))
  for (const [index, box] of boxes.entries()) {
    const name = nameOf(drawn[index]) ?? 'Trust boundary'
    assembly.boundaries.push({ id: box.id, name, ...standsIn(box, boxes), ...notesOf(drawn[index]) })
    assembly.places[box.id] = { x: box.x, y: box.y, w: box.w, h: box.h }
    assembly.readings.push({ id: box.id, name, takenFor: 'Boundary', confidence: 'certain' })
  }
  return boxes
}

function readComponent(cell: unknown, top: number, boundaries: readonly Box[], assembly: Assembly): readonly Box[] {
  const shape = textAt(cell, 'shape') ?? ''
  const fallback = kindOfShape[shape]
  if (fallback === undefined) return []
  const box = boxOf(cell, assembly.idFor(textAt(cell, 'id') ?? '', 'component'), top)
  const name = (nameOf(cell) ?? shape).replaceAll(/\s+/g, ' ')
  const guess = recogniseKind(name, '', fallback)
  // An actor stands outside the system: whatever it is called, it is a person or somebody else's machine.
  const kind = shape === 'actor' && guess.kind !== 'user' ? 'external-system' : guess.kind
  const reason = textAt(cell, 'data', 'reasonOutOfScope') ?? 'Out of scope in Threat Dragon'
  assembly.components.push({
    id: box.id,
    name,
    kind,
    ...standsIn(box, boundaries),
    ...(truthAt(cell, 'data', 'outOfScope') === true ? { outOfScope: reason } : {}),
    ...(truthAt(cell, 'data', 'isEncrypted') === true ? { settings: { encryptedAtRest: true } } : {}),
    ...notesOf(cell),
  })
  assembly.places[box.id] = { x: box.x, y: box.y }
  assembly.readings.push({ id: box.id, name, takenFor: kind, confidence: guess.confidence })
  return [box]
}

function readFlows(cells: readonly unknown[], known: ReadonlySet<Id>, assembly: Assembly): void {
  for (const cell of cells) {
    const shape = textAt(cell, 'shape') ?? ''
    const name = nameOf(cell)
    // Files of older versions spell it "trust-broundary-curve".
    if (/^trust-b\w+-curve$/.test(shape)) {
      assembly.leftOut.push(
        `The curved boundary "${name ?? 'unnamed'}" was left out: it has no inside. Draw a box around what it protects.`,
      )
    }
    if (shape !== 'flow') continue
    const from = assembly.idFor(textAt(cell, 'source', 'cell') ?? '', 'component')
    const to = assembly.idFor(textAt(cell, 'target', 'cell') ?? '', 'component')
    if (!known.has(from) || !known.has(to)) {
      const sentence = `The flow "${name ?? 'unnamed'}" was left out: one of its ends is not joined to an element.`
      assembly.leftOut.push(sentence)
      continue
    }
    const protocol = textAt(cell, 'data', 'protocol')
    assembly.flows.push({
      id: assembly.idFor(textAt(cell, 'id') ?? '', 'flow'),
      ...(name === undefined ? {} : { name }),
      from,
      to,
      ...(isAnswer(from, to, assembly.flows) ? { mode: 'offline' } : {}),
      ...(protocol === undefined ? {} : { protocol }),
      ...(truthAt(cell, 'data', 'isEncrypted') === true ? { encrypted: true } : {}),
      ...notesOf(cell),
    })
  }
}

/** Two opposite arrows are a question and its answer: the first one calls, the second is kept as drawn. */
function isAnswer(from: Id, to: Id, earlier: readonly Flow[]): boolean {
  return earlier.some((flow) => flow.from === to && flow.to === from && flow.mode !== 'offline')
}

function boxOf(cell: unknown, id: Id, top: number): Box {
  return {
    id,
    x: Math.round(numberAt(cell, 'position', 'x') ?? 0),
    y: Math.round((numberAt(cell, 'position', 'y') ?? 0) + top),
    w: Math.round(numberAt(cell, 'size', 'width') ?? defaultSize.w),
    h: Math.round(numberAt(cell, 'size', 'height') ?? defaultSize.h),
  }
}

/** Names stand in four places, depending on the shape and the version that wrote them. */
function nameOf(cell: unknown): string | undefined {
  const first = listAt(cell, 'labels')[0]
  return (
    textAt(cell, 'data', 'name') ??
    textAt(cell, 'attrs', 'text', 'text') ??
    textAt(cell, 'attrs', 'label', 'text') ??
    textAt(first, 'attrs', 'labelText', 'text') ??
    (typeof first === 'string' ? first : undefined) ??
    textAt(cell, 'label')
  )
}

function notesOf(cell: unknown): { notes?: string } {
  const notes = textAt(cell, 'data', 'description')
  return notes === undefined ? {} : { notes }
}

/** The smallest box around the centre of another, itself excluded. */
function standsIn(inner: Box, boxes: readonly Box[]): { in?: Id } {
  const x = inner.x + inner.w / 2
  const y = inner.y + inner.h / 2
  const [smallest] = boxes
    .filter((box) => box.id !== inner.id && box.w * box.h > inner.w * inner.h)
    .filter((box) => x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h)
    .toSorted((one, other) => one.w * one.h - other.w * other.h)
  return smallest ? { in: smallest.id } : {}
}
