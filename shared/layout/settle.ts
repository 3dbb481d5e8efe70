import type { Id } from '../design/design.ts'
import type { Block } from './block.ts'
import { layOutBlock, layOutInside, moved } from './block.ts'
import type { SizeOf } from './block.ts'
import type { Box } from './box.ts'
import { boxAround, encloses, overlaps } from './box.ts'
import { boundaryPadding, boundaryTitleHeight, columnGap, rowGap } from './card.ts'
import type { Hierarchy } from './hierarchy.ts'

/** Above this many newcomers in one container they are laid out among themselves, below what has a place. */
const mostSettledOneByOne = 300

export interface Settling {
  readonly hierarchy: Hierarchy
  readonly sizeOf: SizeOf
  /** Boxes of what has a place; grows while newcomers find theirs. */
  readonly boxes: Map<Id, Box>
  /** Components joined to a component by an arrow; `before` when that arrow comes from them. */
  readonly neighbours: ReadonlyMap<Id, readonly { readonly id: Id; readonly before: boolean }[]>
}

/** Gives the newcomers among a container's children a place near their neighbours, without moving anything else. */
export function settle(container: Id | undefined, newcomers: readonly Id[], settling: Settling): void {
  const { hierarchy, boxes } = settling
  if (newcomers.length > mostSettledOneByOne) {
    const block = layOutInside(container, newcomers, hierarchy, settling.sizeOf)
    put(block, below(container, settling), boxes)
    return
  }
  const waiting = new Map(newcomers.map((id) => [id, layOutBlock(id, hierarchy, settling.sizeOf)]))
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
  const wanted = wantedCorner(block, settling)
  const frame =
    container === undefined ? undefined : innerFrame(settling.boxes.get(container), settling.sizeOf(container))
  const start = wanted ?? (frame === undefined ? below(container, settling) : { x: frame.x, y: frame.y })
  const strides = [
    { x: block.w + columnGap, y: block.h + rowGap, turns: 6, gap: 24 },
    { x: (block.w + 48) / 2, y: (block.h + rowGap) / 2, turns: 14, gap: 24 },
    { x: 20, y: 20, turns: 40, gap: 12 },
  ]
  for (const origin of frame === undefined ? [start] : [start, { x: frame.x, y: frame.y }]) {
    for (const stride of strides) {
      for (const [column, row] of rings(stride.turns)) {
        const box = { x: origin.x + column * stride.x, y: origin.y + row * stride.y, w: block.w, h: block.h }
        if (frame !== undefined && !encloses(frame, box)) continue
        if (!obstacles.some((obstacle) => overlaps(box, obstacle, stride.gap))) return { x: box.x, y: box.y }
      }
    }
  }
  return below(container, settling)
}

/** Beside the neighbour that has a place: to its right when it calls the newcomer, else to its left. */
function wantedCorner(block: Block, { neighbours, boxes }: Settling): { x: number; y: number } | undefined {
  for (const inside of block.boxes.keys()) {
    const placed = (neighbours.get(inside) ?? []).filter((other) => boxes.has(other.id))
    const chosen = placed.find((other) => other.before) ?? placed[0]
    const box = chosen === undefined ? undefined : boxes.get(chosen.id)
    if (chosen === undefined || box === undefined) continue
    const y = box.y + Math.round((box.h - block.h) / 2)
    return chosen.before ? { x: box.x + box.w + columnGap, y } : { x: box.x - columnGap - block.w, y }
  }
  return undefined
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
