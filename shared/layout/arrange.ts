import type { Id } from '../design/design.ts'
import { cardWidth, columnGap, rowGap } from './card.ts'
import type { Link } from './layering.ts'
import { columnsOf } from './layering.ts'

export interface Item {
  readonly id: Id
  readonly w: number
  readonly h: number
}
interface Corner {
  readonly x: number
  readonly y: number
}
export interface Arrangement {
  /** Relative to the arrangement's top left corner. */
  readonly corners: ReadonlyMap<Id, Corner>
  readonly w: number
  readonly h: number
}

export interface Gaps {
  readonly column: number
  readonly row: number
  /** A column taller than this (and than its tallest item) is split. */
  readonly tallestColumn: number
  /** Boundaries stand below one another instead of side by side: for pictures on upright pages. */
  readonly stacked?: boolean
  /** What has no link at all stands in rows instead of columns: where boundaries are stacked. */
  readonly looseInRows?: boolean
  /** Room for a boundary's title, when not the canvas's own. */
  readonly title?: number
}
export const usualGaps: Gaps = { column: columnGap, row: rowGap, tallestColumn: 640 }

/**
 * Lays items out in columns along their links, left to right, with what has no link in rows below.
 * Deterministic: the order of the inputs does not matter.
 */
export function arrange(items: readonly Item[], links: readonly Link[], gaps: Gaps = usualGaps): Arrangement {
  if (gaps.stacked === true) return turned(items, links)
  const byId = new Map(items.map((item) => [item.id, item]))
  const ids = [...byId.keys()].toSorted()
  const columns = columnsOf(ids, links).map((column) => column.flatMap((id) => byId.get(id) ?? []))
  const ordered = orderColumns(columns, links)
  const split = ordered.flatMap((column) => splitColumn(column, gaps))
  const placed = placeColumns(split, gaps)
  const corners = new Map(placed.corners)
  const { w: linkedWidth, h: height } = placed
  const loose = ids.filter((id) => !corners.has(id)).flatMap((id) => byId.get(id) ?? [])
  // Called from elsewhere, all of them: one column reads best beside what calls them.
  if (height === 0 && gaps.looseInRows !== true) return placeColumns(splitColumn(loose, gaps), gaps)
  const rows = placeRows(
    loose,
    Math.max(linkedWidth, idealRowWidth(loose, gaps)),
    height === 0 ? 0 : height + gaps.row,
    gaps,
  )
  for (const [id, corner] of rows.corners) corners.set(id, corner)
  return { corners, w: Math.max(linkedWidth, rows.w), h: Math.max(height, rows.bottom) }
}

/** Columns side by side, each centred, as is each item in its column. */
function placeColumns(columns: readonly (readonly Item[])[], gaps: Gaps): Arrangement {
  const corners = new Map<Id, Corner>()
  const height = Math.max(0, ...columns.map((column) => columnHeight(column, gaps)))
  let x = 0
  for (const column of columns) {
    const width = Math.max(0, ...column.map((item) => item.w))
    let y = Math.round((height - columnHeight(column, gaps)) / 2)
    for (const item of column) {
      corners.set(item.id, { x: x + Math.round((width - item.w) / 2), y })
      y += item.h + gaps.row
    }
    x += width + gaps.column
  }
  return { corners, w: Math.max(0, x - gaps.column), h: height }
}

/** The same with rows for columns: laid out lying down, then turned upright. */
function turned(items: readonly Item[], links: readonly Link[]): Arrangement {
  const lying = items.map(({ id, w, h }) => ({ id, w: h, h: w }))
  const arranged = arrange(lying, links, { column: 56, row: 40, tallestColumn: 1400 })
  const corners = new Map([...arranged.corners].map(([id, { x, y }]) => [id, { x: y, y: x }]))
  return { corners, w: arranged.h, h: arranged.w }
}

function columnHeight(column: readonly Item[], gaps: Gaps): number {
  return column.reduce((total, item) => total + item.h, 0) + gaps.row * Math.max(0, column.length - 1)
}

/** A hub with many callees would give one endless column: it becomes several of about equal height. */
function splitColumn(column: readonly Item[], gaps: Gaps): readonly (readonly Item[])[] {
  const limit = Math.max(gaps.tallestColumn, ...column.map((item) => item.h))
  const parts = Math.ceil(columnHeight(column, gaps) / limit)
  if (parts <= 1) return [column]
  const perPart = Math.ceil(column.length / parts)
  return Array.from({ length: parts }, (_, part) => column.slice(part * perPart, (part + 1) * perPart)).filter(
    (entries) => entries.length > 0,
  )
}

/** Barycentre sweeps: each item near the mean height of its neighbours in the columns before and after. */
function orderColumns(columns: readonly (readonly Item[])[], links: readonly Link[]): readonly (readonly Item[])[] {
  const neighbours = new Map<Id, Id[]>()
  for (const { from, to } of links) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to])
    neighbours.set(to, [...(neighbours.get(to) ?? []), from])
  }
  const columnOf = new Map(columns.flatMap((column, index) => column.map((item) => [item.id, index] as const)))
  const height = new Map<Id, number>()
  const measure = (column: readonly Item[]): void =>
    column.forEach((item, index) => height.set(item.id, (index + 0.5) / column.length))
  let current = columns.map((column) => column.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  current.forEach(measure)
  for (let sweep = 0; sweep < 6; sweep += 1) {
    const forward = sweep % 2 === 0
    const indexes = current.map((_, index) => (forward ? index : current.length - 1 - index))
    for (const index of indexes) {
      const column = current[index] ?? []
      const wanted = new Map(
        column.map((item) => {
          const beside = (neighbours.get(item.id) ?? []).filter((other) => {
            const where = columnOf.get(other)
            return where !== undefined && (forward ? where < index : where > index)
          })
          const sum = beside.reduce((total, other) => total + (height.get(other) ?? 0.5), 0)
          return [item.id, beside.length === 0 ? (height.get(item.id) ?? 0.5) : sum / beside.length] as const
        }),
      )
      const sorted = column.toSorted((a, b) => {
        const difference = (wanted.get(a.id) ?? 0) - (wanted.get(b.id) ?? 0)
        return Math.abs(difference) > 1e-9 ? difference : a.id < b.id ? -1 : 1
      })
      measure(sorted)
      current = current.with(index, sorted)
    }
  }
  return current
}

function idealRowWidth(items: readonly Item[], gaps: Gaps): number {
  const perRow = Math.max(1, Math.ceil(Math.sqrt(items.length * 0.7)))
  const widest = Math.max(cardWidth, ...items.map((item) => item.w))
  return items.length === 0 ? 0 : perRow * widest + (perRow - 1) * gaps.column
}

function placeRows(
  items: readonly Item[],
  width: number,
  top: number,
  gaps: Gaps,
): { readonly corners: ReadonlyMap<Id, Corner>; readonly w: number; readonly bottom: number } {
  const corners = new Map<Id, Corner>()
  const betweenItems = Math.min(gaps.column, 48)
  let x = 0
  let y = top
  let rowHeight = 0
  let right = 0
  for (const item of items) {
    if (x > 0 && x + item.w > width) {
      x = 0
      y += rowHeight + gaps.row
      rowHeight = 0
    }
    corners.set(item.id, { x, y })
    right = Math.max(right, x + item.w)
    x += item.w + betweenItems
    rowHeight = Math.max(rowHeight, item.h)
  }
  return { corners, w: right, bottom: items.length === 0 ? 0 : y + rowHeight }
}
