import type { Flow } from '../../design/design.ts'
import { distanceTo } from '../../layout/box.ts'
import { tell } from '../assembly.ts'
import { textAt, truthAt } from '../foreign-values.ts'
import type { Cell, End, Point } from './cells.ts'
import { centreOf } from './cells.ts'
import type { DrawnFlow } from './curves.ts'
import { flagsOf, remarksOf } from './read-components.ts'
import { elementFor } from './diagram.ts'
import type { Box, Diagram } from './diagram.ts'

/** So far from an element an end that is joined to nothing still means it. */
const reach = 24

/** A flow becomes an arrow; one whose ends are nowhere near an element is listed as left out. */
export function readFlow(cell: Cell, diagram: Diagram): readonly DrawnFlow[] {
  const { assembly } = diagram
  const from = endAt(cell.source, diagram)
  const to = endAt(cell.target, diagram)
  if (from === undefined || to === undefined) {
    const which = from === undefined && to === undefined ? 'neither end' : from === undefined ? 'its start' : 'its end'
    const verb = from === undefined && to === undefined ? 'is' : 'is not'
    assembly.leftOut.push(`${sayFlow(cell, from, to)} was left out: ${which} ${verb} joined to an element.`)
    return []
  }
  const { id, isNew } = elementFor(cell, 'flow', diagram)
  const drawn = { id, from: from.box.id, to: to.box.id, line: [from.point, ...cell.vertices, to.point] }
  if (!isNew) return [drawn]
  const protocol = textAt(cell.data, 'protocol')
  const reason = textAt(cell.data, 'reasonOutOfScope')
  const isOutOfScope = truthAt(cell.data, 'outOfScope') === true
  if (isOutOfScope) {
    const why = reason === undefined ? '' : ` (${reason})`
    assembly.leftOut.push(
      `${sayFlow(cell, from, to)} is out of scope in the file${why}: an arrow is as far in scope as its ends.`,
    )
  }
  const flow: Flow = {
    id,
    ...(cell.name === undefined ? {} : { name: cell.name }),
    from: from.box.id,
    to: to.box.id,
    ...(protocol === undefined ? {} : { protocol }),
    ...(truthAt(cell.data, 'isEncrypted') === true ? { encrypted: true } : {}),
    ...remarksOf(cell),
    ...flagsOf(cell, diagram, isOutOfScope ? { outOfScope: true, reasonOutOfScope: reason } : {}),
  }
  assembly.flows.push(flow)
  const isJoined = from.isJoined && to.isJoined
  const name = cell.name ?? `${nameOfBox(from.box)} to ${nameOfBox(to.box)}`
  const why = isJoined
    ? 'It is drawn as a data flow.'
    : 'An end is joined to nothing; it is drawn close to this element.'
  tell(assembly, 'flows', { id, name }, 'Arrow', isJoined ? 'certain' : 'guess', why)
  return [drawn]
}

/** As the beginning of a sentence: by its name, else by what it is joined to. */
function sayFlow({ name }: Cell, from: FoundEnd | undefined, to: FoundEnd | undefined): string {
  if (name !== undefined) return `The flow "${name}"`
  const ends = [
    ...(from === undefined ? [] : [`from "${nameOfBox(from.box)}"`]),
    ...(to === undefined ? [] : [`to "${nameOfBox(to.box)}"`]),
  ]
  return ends.length === 0 ? 'A flow without a name' : `A flow without a name, ${ends.join(' ')},`
}

function nameOfBox({ cell }: Box): string {
  return cell.name ?? cell.shape
}

interface FoundEnd {
  readonly box: Box
  readonly point: Point
  readonly isJoined: boolean
}

function endAt({ cell, at }: End, { byCell, components }: Diagram): FoundEnd | undefined {
  const id = cell === undefined ? undefined : byCell.get(cell)
  const joined = components.find((box) => box.id === id)
  if (joined !== undefined) return { box: joined, point: at ?? centreOf(joined), isJoined: true }
  if (at === undefined) return undefined
  const near = components
    .map((box) => ({ box, far: distanceTo(box, at) }))
    .filter(({ far }) => far <= reach)
    .toSorted((one, other) => one.far - other.far)[0]
  return near === undefined ? undefined : { box: near.box, point: at, isJoined: false }
}
