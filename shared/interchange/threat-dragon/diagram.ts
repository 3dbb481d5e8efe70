import type { Id } from '../../design/design.ts'
import type { Assembly, ReadView } from '../assembly.ts'
import { markIn } from '../carried.ts'
import type { StudioMark } from '../carried.ts'
import type { Cell } from './cells.ts'

/** The method of a diagram that says no other. */
export const usualDiagramType = 'STRIDE'

/** A cell that has become an element. */
export interface Box extends Pick<Cell, 'x' | 'y' | 'w' | 'h'> {
  readonly id: Id
  readonly cell: Cell
}

/** One diagram while it is read. */
export interface Diagram {
  readonly assembly: Assembly
  readonly view: ReadView
  readonly boundaries: Box[]
  readonly components: Box[]
  /** Elements of this diagram by the ids of their cells. */
  readonly byCell: Map<string, Id>
  /** Elements that earlier diagrams drew. */
  readonly before: ReadonlySet<Id>
  /** Which flags of the tool, on how many elements, no part of a design holds. */
  readonly flags: Map<string, number>
}

/** The element of a cell: known from an earlier diagram, or new with its own id. Says which. */
export function elementFor(
  cell: Cell,
  prefix: string,
  { assembly, byCell, before }: Diagram,
): { readonly id: Id; readonly isNew: boolean } {
  const mark = markIn(cell.data['studio'])
  const isAgain = mark !== undefined && before.has(mark.id) && assembly.ids.isTaken(mark.id)
  const id = isAgain ? mark.id : assembly.ids.give(mark?.id, cell.foreign, prefix)
  if (!isAgain) carry(mark, id, assembly)
  if (byCell.has(cell.foreign)) {
    const called = cell.name === undefined ? 'the second' : `"${cell.name}"`
    // Only what arrows lead to loses something by it.
    const loss = cell.shape === 'flow' ? `${called} was read as well` : `arrows lead to the first, none to ${called}`
    assembly.leftOut.push(`Two elements have the id "${cell.foreign.slice(0, 60)}": ${loss}.`)
  } else byCell.set(cell.foreign, id)
  return { id, isNew: !isAgain }
}

/** A copy made in the other tool carries what its original was, under its own id. */
function carry(mark: StudioMark | undefined, id: Id, assembly: Assembly): void {
  if (mark === undefined) return
  const { collection } = mark
  const element = mark.element ?? assembly.carried.get(mark.id)?.element
  if (element !== undefined) assembly.carried.set(id, { collection, element: { ...element, id } })
}
