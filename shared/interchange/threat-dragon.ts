import { designFormat, designVersion } from '../design/design.ts'
import type { Boundary, Component, Flow, Id, Place } from '../design/design.ts'
import type { Problem } from '../design/problem.ts'
import { listAt, makeIds, numberAt, recordAt, textAt, truthAt, valueAt } from './foreign-values.ts'
import type { Format, Imported, Reading } from './format.ts'
import { recogniseKind } from './recognise-kind.ts'

interface Box {
  readonly id: Id
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

const componentShapes: Readonly<Record<string, string>> = {
  actor: 'user',
  process: 'orchestrator',
  store: 'relational-db',
}

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
    const cells = diagrams.flatMap((diagram) => listAt(diagram, 'cells'))
    if (cells.length === 0) {
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
  const idFor = makeIds()
  const readings: Reading[] = []
  const leftOut: string[] = []
  const places: Record<Id, Place> = {}
  const boundaries: Boundary[] = []
  const components: Component[] = []
  const flows: Flow[] = []
  let threats = 0
  let top = 0

  for (const diagram of diagrams) {
    const cells = listAt(diagram, 'cells')
    const boxes: Box[] = []
    let bottom = top
    const at = (cell: unknown): { x: number; y: number } => ({
      x: Math.round(numberAt(cell, 'position', 'x') ?? 0),
      y: Math.round((numberAt(cell, 'position', 'y') ?? 0) + top),
    })
    for (const cell of cells.filter((item) => textAt(item, 'shape') === 'trust-boundary-box')) {
      const id = idFor(textAt(cell, 'id') ?? '', 'zone')
      const box = {
        id,
        ...at(cell),
        w: Math.round(numberAt(cell, 'size', 'width') ?? 200),
        h: Math.round(numberAt(cell, 'size', 'height') ?? 200),
      }
      boxes.push(box)
      places[id] = { x: box.x, y: box.y, w: box.w, h: box.h }
      bottom = Math.max(bottom, box.y + box.h)
      const name = nameOf(cell) ?? 'Trust boundary'
      readings.push({ id, name, takenFor: 'Boundary', confidence: 'certain' })
    }
    for (const cell of cells.filter((item) => textAt(item, 'shape') === 'trust-boundary-box')) {
      const id = idFor(textAt(cell, 'id') ?? '', 'zone')
      const own = boxes.find((box) => box.id === id)
      const home = own && smallestAround(own, boxes)
      boundaries.push({
        id,
        name: nameOf(cell) ?? 'Trust boundary',
        ...(home ? { in: home.id } : {}),
        ...notesOf(cell),
      })
    }
    for (const cell of cells) {
      const shape = textAt(cell, 'shape') ?? ''
      threats += listAt(cell, 'data', 'threats').length
      const fallback = componentShapes[shape]
      if (fallback === undefined) continue
      const id = idFor(textAt(cell, 'id') ?? '', 'component')
      const name = (nameOf(cell) ?? shape).replaceAll(/\s+/g, ' ')
      const guess = recogniseKind(name, '', fallback)
      const kind = shape === 'actor' && guess.kind !== 'user' ? 'external-system' : guess.kind
      const where = at(cell)
      const box = { id, ...where, w: numberAt(cell, 'size', 'width') ?? 120, h: numberAt(cell, 'size', 'height') ?? 80 }
      places[id] = where
      bottom = Math.max(bottom, box.y + box.h)
      const home = smallestAround(box, boxes)
      const reason = textAt(cell, 'data', 'reasonOutOfScope')
      const out =
        truthAt(cell, 'data', 'outOfScope') === true ? { outOfScope: reason ?? 'Out of scope in Threat Dragon' } : {}
      const encrypted = truthAt(cell, 'data', 'isEncrypted') === true ? { settings: { encryptedAtRest: true } } : {}
      components.push({ id, name, kind, ...(home ? { in: home.id } : {}), ...out, ...encrypted, ...notesOf(cell) })
      readings.push({ id, name, takenFor: kind, confidence: guess.confidence })
    }
    const known = new Set(components.map((component) => component.id))
    for (const cell of cells) {
      const shape = textAt(cell, 'shape') ?? ''
      if (shape.startsWith('trust-b') && shape.endsWith('-curve')) {
        leftOut.push(
          `The curved boundary "${nameOf(cell) ?? 'unnamed'}" was left out: it has no inside. Draw a box around what it protects.`,
        )
      }
      if (shape !== 'flow') continue
      const from = textAt(cell, 'source', 'cell')
      const to = textAt(cell, 'target', 'cell')
      const name = nameOf(cell)
      const ends = [from, to].map((end) => (end === undefined ? '' : idFor(end, 'component')))
      const [source = '', target = ''] = ends
      if (!known.has(source) || !known.has(target)) {
        leftOut.push(`The flow "${name ?? 'unnamed'}" was left out: one of its ends is not joined to an element.`)
        continue
      }
      const protocol = textAt(cell, 'data', 'protocol')
      const flow: Flow = {
        id: idFor(textAt(cell, 'id') ?? '', 'flow'),
        ...(name === undefined ? {} : { name }),
        from: source,
        to: target,
        ...(protocol === undefined ? {} : { protocol }),
        ...(truthAt(cell, 'data', 'isEncrypted') === true ? { encrypted: true } : {}),
        ...notesOf(cell),
      }
      // Two opposite arrows are a question and its answer: the first calls, the second is kept as drawn.
      const answersEarlier = flows.some(
        (other) => other.from === flow.to && other.to === flow.from && other.mode !== 'offline',
      )
      flows.push(answersEarlier ? { ...flow, mode: 'offline' } : flow)
    }
    top = bottom + 120
  }
  if (threats > 0) leftOut.push(`${threats} threats were left out: Lintel derives threats from the drawing.`)
  const summary = textAt(content, 'summary', 'description')
  return {
    design: {
      format: designFormat,
      version: designVersion,
      id: designId,
      name: textAt(content, 'summary', 'title') ?? 'Imported threat model',
      ...(summary === undefined ? {} : { summary }),
      boundaries,
      components,
      flows,
      views: [{ id: 'main', name: 'Everything', places }],
    },
    readings,
    leftOut,
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
function smallestAround(inner: Box, boxes: readonly Box[]): Box | undefined {
  const x = inner.x + inner.w / 2
  const y = inner.y + inner.h / 2
  return boxes
    .filter((box) => box.id !== inner.id && box.w * box.h > inner.w * inner.h)
    .filter((box) => x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h)
    .toSorted((one, other) => one.w * one.h - other.w * other.h)[0]
}
