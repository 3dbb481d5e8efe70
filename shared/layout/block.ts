import type { Id } from '../design/design.ts'
import type { Gaps, Item } from './arrange.ts'
import { arrange } from './arrange.ts'
import type { Box } from './box.ts'
import {
  boundaryPadding,
  boundaryTitleHeight,
  cardHeight,
  cardWidth,
  emptyBoundaryHeight,
  emptyBoundaryWidth,
} from './card.ts'
import type { Hierarchy } from './hierarchy.ts'

/** A component or a whole boundary laid out by itself, its top left corner at 0, 0. */
export interface Block {
  readonly w: number
  readonly h: number
  /** Every element in it, itself included. */
  readonly boxes: ReadonlyMap<Id, Box>
}

/** Sizes that somebody stated for an element; a boundary is never smaller than what is in it. */
export type SizeOf = (id: Id) => { readonly w?: number; readonly h?: number } | undefined

/** How blocks are laid out: stated sizes, and how far things stand apart (as on the canvas, when absent). */
export interface BlockLayout {
  readonly hierarchy: Hierarchy
  readonly sizeOf: SizeOf
  readonly gaps?: Gaps
}

/** Lays out an element and everything inside it, as if nothing of it had a place. */
export function layOutBlock(id: Id, layout: BlockLayout): Block {
  const { hierarchy } = layout
  const stated = layout.sizeOf(id)
  if (!hierarchy.isBoundary(id)) {
    const box = { x: 0, y: 0, w: stated?.w ?? cardWidth, h: stated?.h ?? cardHeight }
    return { w: box.w, h: box.h, boxes: new Map([[id, box]]) }
  }
  const title = layout.gaps?.title ?? boundaryTitleHeight
  const inside = layOutInside(id, hierarchy.childrenOf(id), layout)
  const w = Math.max(stated?.w ?? 0, inside.w === 0 ? emptyBoundaryWidth : inside.w + 2 * boundaryPadding)
  const h = Math.max(stated?.h ?? 0, inside.h === 0 ? emptyBoundaryHeight : inside.h + title + boundaryPadding)
  const boxes = new Map<Id, Box>([[id, { x: 0, y: 0, w, h }]])
  for (const [child, box] of inside.boxes) boxes.set(child, moved(box, boundaryPadding, title))
  return { w, h, boxes }
}

/** Lays out some children of a container (all of them, usually) beside one another. */
export function layOutInside(container: Id | undefined, children: readonly Id[], layout: BlockLayout): Block {
  const blocks = new Map(children.map((child) => [child, layOutBlock(child, layout)]))
  const items: Item[] = [...blocks].map(([child, { w, h }]) => ({ id: child, w, h }))
  const { corners, w, h } = arrange(items, layout.hierarchy.linksIn(container), gapsFor(children, layout))
  const boxes = new Map<Id, Box>()
  for (const [child, block] of blocks) {
    const corner = corners.get(child) ?? { x: 0, y: 0 }
    for (const [id, box] of block.boxes) boxes.set(id, moved(box, corner.x, corner.y))
  }
  return { w, h, boxes }
}

/** Only boundaries are stacked; components read from left to right everywhere. */
function gapsFor(children: readonly Id[], { hierarchy, gaps }: BlockLayout): Gaps | undefined {
  if (gaps?.stacked !== true) return gaps
  const stacked = children.some((child) => hierarchy.isBoundary(child))
  return { ...gaps, stacked, looseInRows: true }
}

export function moved(box: Box, x: number, y: number): Box {
  return { ...box, x: box.x + x, y: box.y + y }
}
