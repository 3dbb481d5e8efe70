import type { Boundary, Id, Place } from '../../design/design.ts'
import { shorten } from '../../design/wording.ts'
import { boundaryPadding, boundaryTitleHeight, cardHeight, cardWidth } from '../../layout/card.ts'
import { boxAround } from '../../layout/box.ts'
import { tell } from '../assembly.ts'
import { keeping } from '../kept.ts'
import type { Cell, End, Point } from './cells.ts'
import { centreOf } from './cells.ts'
import { crossedBy, cutOff } from './curves.ts'
import type { DrawnFlow } from './curves.ts'
import { remarksOf } from './read-components.ts'
import { elementFor } from './diagram.ts'
import type { Diagram } from './diagram.ts'

/**
 * Boundary lines have no inside. What the flows across a line cut off becomes a boundary, as a guess to look at; a line
 * that cuts nothing off is listed, with the flows that cross it.
 */
export function readCurves(curves: readonly Cell[], flows: readonly DrawnFlow[], diagram: Diagram): void {
  for (const cell of curves) {
    const line = [pointAt(cell.source, diagram), ...cell.vertices, pointAt(cell.target, diagram)].filter(
      (point) => point !== undefined,
    )
    const crossed = line.length < 2 ? [] : crossedBy(line, flows)
    const inside = cutOff(
      crossed,
      flows,
      diagram.components.map(({ id }) => id),
    )
    if (inside === undefined || !becomesBoundary(cell, inside, crossed.length, diagram)) {
      const names = crossed.map(({ id }) => `"${nameOf(id, diagram)}"`)
      const verb = names.length === 1 ? 'crosses' : 'cross'
      const what =
        names.length === 0
          ? 'no flow crosses it'
          : `${names.join(', ')} ${verb} it, and it cuts nothing off from the rest`
      const which = cell.name === undefined ? 'A boundary line without a name' : `The boundary line "${cell.name}"`
      diagram.assembly.leftOut.push(`${which} was left out: ${what}. Draw a box around what it protects.`)
    }
  }
}

function pointAt({ cell, at }: End, { components, byCell }: Diagram): Point | undefined {
  const id = cell === undefined ? undefined : byCell.get(cell)
  const box = components.find((each) => each.id === id)
  return at ?? (box === undefined ? undefined : centreOf(box))
}

/** Only where all of it stands in the same boundary so far: nothing is moved out of a box that the file draws. */
function becomesBoundary(cell: Cell, inside: readonly Id[], crossings: number, diagram: Diagram): boolean {
  const { assembly, view, components } = diagram
  const within = new Set(assembly.components.filter(({ id }) => inside.includes(id)).map((each) => each.in))
  // As large as the cards here, which are larger than the shapes there.
  const cards = components
    .filter(({ id }) => inside.includes(id))
    .map(({ x, y }) => ({ x, y, w: cardWidth, h: cardHeight }))
  const frame = boxAround(cards)
  if (within.size !== 1 || frame === undefined) return false
  const [around] = within
  const { id } = elementFor(cell, 'zone', diagram)
  const boundary: Boundary = {
    id,
    name: cell.name ?? nameAround(inside, diagram),
    ...(around === undefined ? {} : { in: around }),
    ...remarksOf(cell),
    ...keeping('threat-dragon', { name: cell.spelling }),
  }
  assembly.boundaries.push(boundary)
  for (const [index, component] of assembly.components.entries()) {
    if (inside.includes(component.id)) assembly.components[index] = { ...component, in: id }
  }
  view.places[id] = padded(frame)
  const flows = crossings === 1 ? 'The flow across it cuts' : `The ${crossings} flows across it cut`
  const names = inside.map((each) => `"${nameOf(each, diagram)}"`)
  tell(
    assembly,
    'boundaries',
    boundary,
    'Boundary',
    'guess',
    `It is drawn as a line. ${flows} off ${names.join(', ')}.`,
  )
  return true
}

/** Several lines without a name are told apart by what they cut off. */
function nameAround(inside: readonly Id[], diagram: Diagram): string {
  const [first = '', ...more] = inside.map((id) => nameOf(id, diagram))
  return `Around ${shorten(first, 40)}${more.length === 0 ? '' : ` and ${more.length} more`}`
}

function padded({ x, y, w, h }: { x: number; y: number; w: number; h: number }): Place {
  return {
    x: x - boundaryPadding,
    y: y - boundaryTitleHeight,
    w: w + 2 * boundaryPadding,
    h: h + boundaryTitleHeight + boundaryPadding,
  }
}

function nameOf(id: Id, { assembly }: Diagram): string {
  const flow = assembly.flows.find((each) => each.id === id)
  const end = (of: Id | undefined): string => assembly.components.find((each) => each.id === of)?.name ?? ''
  return flow === undefined ? end(id) : (flow.name ?? `${end(flow.from)} to ${end(flow.to)}`)
}
