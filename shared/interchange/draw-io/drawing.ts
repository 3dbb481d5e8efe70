import type { Box, Point } from '../../layout/box.ts'
import type { Cell } from './cells.ts'
import { isTable } from './style.ts'

/** A shape with its place on the page. */
export interface Shape extends Box {
  readonly cell: Cell
  /** The shape that the file puts it in. */
  readonly parent: Cell | undefined
  /** Stands somewhere in a table: words about what the table names. */
  readonly isRow: boolean
}

/** An arrow with its words and, where it is joined to nothing, the ends on the page. */
export interface Arrow {
  readonly cell: Cell
  readonly text: string
  readonly from: Point | undefined
  readonly to: Point | undefined
  /** Where somebody bent it, from its start to its end. */
  readonly bends: readonly Point[]
}

/** What can be seen of a page. */
export interface Drawing {
  readonly shapes: readonly Shape[]
  readonly arrows: readonly Arrow[]
  readonly byForeign: ReadonlyMap<string, Cell>
  /** Cells that another one shares its id with. */
  readonly twins: readonly Cell[]
  readonly layers: readonly Cell[]
  /** Hidden shapes, by the name of what hides them: a layer, or nothing where they are hidden themselves. */
  readonly hidden: ReadonlyMap<string, number>
}

/** Deeper than any drawing; the boundaries of a design would nest as deep. */
const mostDepth = 60

/** Puts the cells of a page together; undefined where they stand in one another more than 60 levels deep. */
export function drawingOf(cells: readonly Cell[]): Drawing | undefined {
  const byForeign = new Map<string, Cell>()
  const twins: Cell[] = []
  for (const cell of cells) {
    if (byForeign.has(cell.foreign)) twins.push(cell)
    else byForeign.set(cell.foreign, cell)
  }
  const chains = new Map(cells.map((cell) => [cell, chainOf(cell, byForeign)]))
  if ([...chains.values()].some((chain) => chain.length > mostDepth)) return undefined
  const chainAt = (cell: Cell): readonly Cell[] => chains.get(cell) ?? []
  const hidden = new Map<string, number>()
  const seen = cells.filter((cell) => {
    const by = [cell, ...chainAt(cell)].find(({ isHidden }) => isHidden)
    if (by === undefined || cell.type !== 'shape') return by === undefined
    const name = by.type === 'layer' ? by.text || 'Background' : ''
    hidden.set(name, (hidden.get(name) ?? 0) + 1)
    return false
  })
  const words = new Map<Cell, string[]>()
  for (const cell of seen) {
    const [arrow] = chainAt(cell)
    if (cell.type !== 'shape' || arrow?.type !== 'arrow' || cell.text === '') continue
    words.set(arrow, [...(words.get(arrow) ?? []), cell.text])
  }
  const shapes = seen.flatMap((cell): readonly Shape[] => {
    const chain = chainAt(cell)
    if (cell.type !== 'shape' || chain.some(({ type }) => type === 'arrow')) return []
    const isRow = chain.some(({ style }) => isTable(style))
    return [{ cell, parent: chain.find(({ type }) => type === 'shape'), isRow, ...boxOf(cell, chain) }]
  })
  const arrows = seen
    .filter(({ type }) => type === 'arrow')
    .map((cell): Arrow => {
      const around = chainAt(cell)
      const { x, y } = originOf(around)
      const onPage = (point: Point): Point => [point[0] + x, point[1] + y]
      const { from, to, bends } = cell.geometry
      const text = [cell.text, ...(words.get(cell) ?? [])].filter((each) => each !== '').join(', ')
      return {
        cell,
        text: text.replaceAll('\n', ' '),
        from: from && onPage(from),
        to: to && onPage(to),
        bends: bends.map(onPage),
      }
    })
  const layers = seen.filter(({ type, parent }) => type === 'layer' && parent !== undefined)
  return { shapes, arrows, byForeign, twins, layers, hidden }
}

/** What a cell stands in, the nearest first; a cell that stands in itself in the end stands in nothing. */
function chainOf(cell: Cell, byForeign: ReadonlyMap<string, Cell>): readonly Cell[] {
  const chain: Cell[] = []
  let at = byForeign.get(cell.parent ?? '')
  while (at !== undefined && chain.length <= mostDepth) {
    if (at === cell || chain.includes(at)) return []
    chain.push(at)
    at = byForeign.get(at.parent ?? '')
  }
  return chain
}

function originOf(chain: readonly Cell[]): Box {
  const [nearest, ...rest] = chain
  return nearest === undefined ? { x: 0, y: 0, w: 0, h: 0 } : boxOf(nearest, rest)
}

/** The box on the page of a cell that stands in these. */
function boxOf({ geometry }: Cell, chain: readonly Cell[]): Box {
  const { w, h, offset } = geometry
  const around = originOf(chain)
  const [x, y] = geometry.isRelative ? [geometry.x * around.w, geometry.y * around.h] : [geometry.x, geometry.y]
  return { x: around.x + x + offset[0], y: around.y + y + offset[1], w, h }
}
