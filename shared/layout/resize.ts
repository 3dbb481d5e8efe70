import type { Box } from './box.ts'

export const resizeCorners = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const
export type ResizeCorner = (typeof resizeCorners)[number]

interface ResizeWishes {
  /** Width and height keep their ratio. */
  readonly ratio?: boolean
  /** The middle stays where it is. */
  readonly fromCentre?: boolean
}

export interface ResizeLimits {
  /** What has to stay inside; the room around it is part of this box. */
  readonly inside: Box | undefined
  readonly least: { readonly w: number; readonly h: number }
}

/**
 * The box with one of its corners pulled to a point. It never becomes smaller than the limits say: where it was smaller
 * before, that side stays where it is until it is pulled further out.
 */
export function resizeBox(
  before: Box,
  corner: ResizeCorner,
  to: { readonly x: number; readonly y: number },
  { ratio = false, fromCentre = false }: ResizeWishes,
  { inside, least }: ResizeLimits,
): Box {
  const side = { x: corner.endsWith('left') ? -1 : 1, y: corner.startsWith('top') ? -1 : 1 } as const
  const across = axis(before.x, before.w, side.x, fromCentre, least.w, inside && [inside.x, inside.x + inside.w])
  const down = axis(before.y, before.h, side.y, fromCentre, least.h, inside && [inside.y, inside.y + inside.h])
  const wanted = { w: (to.x - across.anchor) * side.x, h: (to.y - down.anchor) * side.y }
  let [reachX, reachY] = [Math.max(across.least, wanted.w), Math.max(down.least, wanted.h)]
  if (ratio) {
    const scale = Math.max(reachX / across.reach, reachY / down.reach)
    reachX = across.reach * scale
    reachY = down.reach * scale
  }
  const [x, w] = across.span(reachX)
  const [y, h] = down.span(reachY)
  return { x, y, w, h }
}

/** One axis of a box: how far its moving side reaches from the point that stays, and must reach at least. */
function axis(
  start: number,
  size: number,
  side: 1 | -1,
  fromCentre: boolean,
  leastSize: number,
  inside: readonly [number, number] | undefined,
) {
  const end = start + size
  // A side that already lies within what is inside is let be.
  const [first, last] = inside === undefined ? [end, start] : [Math.max(start, inside[0]), Math.min(end, inside[1])]
  const anchor = fromCentre ? start + size / 2 : side === 1 ? start : end
  const needed = fromCentre ? Math.max(anchor - first, last - anchor) : side === 1 ? last - anchor : anchor - first
  const reach = fromCentre ? size / 2 : size
  const share = fromCentre ? 0.5 : 1
  return {
    anchor,
    reach,
    least: Math.max(needed, Math.min(leastSize, size) * share),
    span: (length: number): readonly [number, number] =>
      fromCentre ? [anchor - length, 2 * length] : [side === 1 ? anchor : anchor - length, length],
  }
}
