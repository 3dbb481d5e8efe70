import type { Id } from '../../shared/design/design.ts'
import type { Box } from '../../shared/layout/box.ts'
import { overlaps } from '../../shared/layout/box.ts'

/** Finds boxes by where they are, without looking at all of them. */
export interface SpatialIndex {
  /** The ids of all boxes that touch an area, in the order in which they were given. */
  readonly within: (area: Box) => readonly Id[]
}

/** About two cards: most boxes lie in one to four cells. */
const cellSize = 400
/** Boxes over more cells than this are few, and are looked at each time. */
const mostCells = 64

/** `boxes`: what to find, by id; later ones lie on top. */
export function indexBoxes(boxes: Iterable<readonly [Id, Box]>): SpatialIndex {
  const entries: { readonly id: Id; readonly box: Box }[] = []
  const cells = new Map<string, number[]>()
  const large: number[] = []
  for (const [id, box] of boxes) {
    const at = entries.push({ id, box }) - 1
    const { left, top, right, bottom } = cellsOf(box)
    if ((right - left + 1) * (bottom - top + 1) > mostCells) {
      large.push(at)
      continue
    }
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const key = `${column},${row}`
        const known = cells.get(key)
        if (known === undefined) cells.set(key, [at])
        else known.push(at)
      }
    }
  }
  return {
    within: (area) => {
      const { left, top, right, bottom } = cellsOf(area)
      const found = new Set<number>(large)
      if ((right - left + 1) * (bottom - top + 1) > cells.size) {
        for (const inCell of cells.values()) for (const at of inCell) found.add(at)
      } else {
        for (let row = top; row <= bottom; row += 1) {
          for (let column = left; column <= right; column += 1) {
            for (const at of cells.get(`${column},${row}`) ?? []) found.add(at)
          }
        }
      }
      return [...found]
        .toSorted((a, b) => a - b)
        .flatMap((at) => {
          const entry = entries[at]
          return entry !== undefined && overlaps(entry.box, area) ? [entry.id] : []
        })
    },
  }
}

function cellsOf({ x, y, w, h }: Box) {
  return {
    left: Math.floor(x / cellSize),
    top: Math.floor(y / cellSize),
    right: Math.floor((x + w) / cellSize),
    bottom: Math.floor((y + h) / cellSize),
  }
}
