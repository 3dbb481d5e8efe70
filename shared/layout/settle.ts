import type { Id } from '../design/design.ts'
import type { Block, BlockLayout, SizeOf } from './block.ts'
import { layOutBlock, layOutInside, moved } from './block.ts'
import type { Box } from './box.ts'
import { boxAround, encloses, overlaps } from './box.ts'
import { boundaryPadding, boundaryTitleHeight, columnGap, rowGap } from './card.ts'

/** Above this many newcomers in one container they are laid out among themselves, below what has a place. */
const mostSettledOneByOne = 300

export interface Settling extends BlockLayout {
  /** Boxes of what has a place; grows while newcomers find theirs. */
  readonly boxes: Map<Id, Box>
  /** Components joined to a component by an arrow; `before` when that arrow comes from them. */
  readonly neighbours: ReadonlyMap<Id, readonly { readonly id: Id; readonly before: boolean }[]>
}

/** Gives the newcomers among a container's children a place near their neighbours, without moving anything else. */
export function settle(container: Id | undefined, newcomers: readonly Id[], settling: Settling): void {
  const { boxes } = settling
  if (newcomers.length > mostSettledOneByOne) {
    const block = layOutInside(container, newcomers, settling)
    put(block, below(container, settling), boxes)
    return
  }
  const waiting = new Map(newcomers.map((id) => [id, layOutBlock(id, settling)]))
  const obstacles = obstaclesFor(container, settling)
  while (waiting.size > 0) {
    const id = mostConnected(waiting, settling)
    const block = waiting.get(id)
    if (block === undefined) break
    const corner = findRoom(block, container, obstacles, settling)
    put(block, corner, boxes)
    obstacles.push({ x: corner.x, y: corner.y, w: block.w, h: block.h })
    waiting.delete(id)
  }
}

function put(block: Block, corner: { readonly x: number; readonly y: number }, boxes: Map<Id, Box>): void {
  for (const [id, box] of block.boxes) boxes.set(id, moved(box, corner.x, corner.y))
}

function mostConnected(waiting: ReadonlyMap<Id, Block>, { neighbours, boxes }: Settling): Id {
  let best = ''
  let most = -1
  for (const [id, block] of waiting) {
    let count = 0
    for (const inside of block.boxes.keys()) {
      for (const other of neighbours.get(inside) ?? []) if (boxes.has(other.id)) count += 1
    }
    if (count > most) {
      best = id
      most = count
    }
  }
  return best
}

/** Everything with a place but the boundaries that the newcomer stands in itself. */
function obstaclesFor(container: Id | undefined, { hierarchy, boxes }: Settling): Box[] {
  const around = new Set(container === undefined ? [] : hierarchy.chainOf(container))
  return [...boxes].filter(([id]) => !around.has(id)).map(([, box]) => box)
}

function findRoom(
  block: Block,
  container: Id | undefined,
  obstacles: readonly Box[],
  settling: Settling,
): { readonly x: number; readonly y: number } {
  const frame =
    container === undefined ? undefined : innerFrame(settling.boxes.get(container), settling.sizeOf(container))
  const start = wantedCorner(block, container, settling) ?? frame ?? below(container, settling)
  const strides = [
    { x: block.w + columnGap, y: block.h + rowGap, turns: 6, gap: 24 },
    { x: (block.w + 48) / 2, y: (block.h + rowGap) / 2, turns: 14, gap: 24 },
    { x: 20, y: 20, turns: 40, gap: 12 },
  ]
  const fits = (box: Box, gap: number): boolean =>
    (frame === undefined || encloses(frame, box)) && !obstacles.some((obstacle) => overlaps(box, obstacle, gap))
  for (const [turn, stride] of strides.entries()) {
    for (const [column, row] of rings(stride.turns)) {
      const box = { x: start.x + column * stride.x, y: start.y + row * stride.y, w: block.w, h: block.h }
      if (fits(box, stride.gap)) return { x: box.x, y: box.y }
    }
    if (frame === undefined || turn > 0) continue
    const slot = slotsIn(frame, block, start).find((box) => fits(box, 20))
    if (slot !== undefined) return { x: slot.x, y: slot.y }
  }
  return below(container, settling)
}

/** Even rows and columns of a frame, the nearest to a corner first. */
function slotsIn(frame: Box, { w, h }: Block, near: { readonly x: number; readonly y: number }): readonly Box[] {
  const columns = Math.floor((frame.w + 40) / (w + 40))
  const rows = Math.floor((frame.h + rowGap) / (h + rowGap))
  const apart = columns > 1 ? (frame.w - w) / (columns - 1) : 0
  const slots: Box[] = []
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      slots.push({ x: Math.round(frame.x + column * apart), y: frame.y + row * (h + rowGap), w, h })
    }
  }
  const far = (box: Box): number => Math.abs(box.x - near.x) + Math.abs(box.y - near.y)
  return slots.toSorted((a, b) => far(a) - far(b) || a.y - b.y || a.x - b.x)
}

/**
 * Beside the neighbour that has a place, to its right when it calls the newcomer, else to its left. Neighbours in the
 * same container come first; one elsewhere counts only while the container is still empty, or it would be torn wide.
 */
function wantedCorner(
  block: Block,
  container: Id | undefined,
  { neighbours, boxes, hierarchy }: Settling,
): { x: number; y: number } | undefined {
  const placed = [...block.boxes.keys()]
    .flatMap((inside) => neighbours.get(inside) ?? [])
    .filter((other) => boxes.has(other.id))
  const within = placed.filter((other) => container === undefined || hierarchy.chainOf(other.id).includes(container))
  const empty = !hierarchy.childrenOf(container).some((child) => boxes.has(child))
  const usable = within.length > 0 || !empty ? within : placed
  const chosen = usable.find((other) => other.before) ?? usable[0]
  const box = chosen === undefined ? undefined : boxes.get(chosen.id)
  if (chosen === undefined || box === undefined) return undefined
  const y = box.y + Math.round((box.h - block.h) / 2)
  return chosen.before ? { x: box.x + box.w + columnGap, y } : { x: box.x - columnGap - block.w, y }
}

/** What a boundary with a stated size offers to those inside it. */
function innerFrame(box: Box | undefined, stated: ReturnType<SizeOf>): Box | undefined {
  if (box === undefined || stated?.w === undefined || stated.h === undefined) return undefined
  return {
    x: box.x + boundaryPadding,
    y: box.y + boundaryTitleHeight,
    w: box.w - 2 * boundaryPadding,
    h: box.h - boundaryTitleHeight - boundaryPadding,
  }
}

/** The first free line under all that has a place in a container. */
function below(container: Id | undefined, { hierarchy, boxes }: Settling): { readonly x: number; readonly y: number } {
  const inside = boxAround(hierarchy.childrenOf(container).flatMap((child) => boxes.get(child) ?? []))
  if (inside !== undefined) return { x: inside.x, y: inside.y + inside.h + rowGap }
  const own = container === undefined ? undefined : boxes.get(container)
  return { x: (own?.x ?? 0) + boundaryPadding, y: (own?.y ?? 0) + boundaryTitleHeight }
}

/** Steps around 0, 0, nearest first: the same row and column before diagonals. */
function rings(turns: number): readonly (readonly [number, number])[] {
  const known = ringsBySize.get(turns)
  if (known !== undefined) return known
  const steps: [number, number][] = []
  for (let column = -turns; column <= turns; column += 1) {
    for (let row = -turns; row <= turns; row += 1) steps.push([column, row])
  }
  const weight = ([column, row]: readonly [number, number]): number => Math.abs(column) * 1.6 + Math.abs(row)
  steps.sort((a, b) => weight(a) - weight(b) || b[1] - a[1] || b[0] - a[0])
  ringsBySize.set(turns, steps)
  return steps
}
const ringsBySize = new Map<number, readonly (readonly [number, number])[]>()
