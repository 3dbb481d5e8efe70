/** A place on the canvas: x and y in CSS pixels. */
export type Point = readonly [number, number]

/** A rectangle by its top left corner, in CSS pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Whether two boxes come closer to each other than `gap` in both directions. */
export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap
}

/** Whether `inner` lies wholly in `outer`. */
export function encloses(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  )
}

/** Whether a line of horizontal and vertical pieces comes closer than `gap` to a box. */
export function passes(route: readonly Point[], box: Box, gap = 0): boolean {
  for (let index = 1; index < route.length; index += 1) {
    const [a, b] = [route[index - 1], route[index]]
    if (a === undefined || b === undefined) continue
    const piece = {
      x: Math.min(a[0], b[0]),
      y: Math.min(a[1], b[1]),
      w: Math.abs(a[0] - b[0]),
      h: Math.abs(a[1] - b[1]),
    }
    if (overlaps(piece, box, gap)) return true
  }
  return false
}

/** How far a point is from a box; nothing where it lies in it. */
export function distanceTo({ x, y, w, h }: Box, [pointX, pointY]: Point): number {
  return Math.hypot(Math.max(x - pointX, 0, pointX - x - w), Math.max(y - pointY, 0, pointY - y - h))
}

/** The smallest box around all of them; undefined for none. */
export function boxAround(boxes: readonly Box[]): Box | undefined {
  const [first, ...others] = boxes
  if (first === undefined) return undefined
  let { x, y } = first
  let right = first.x + first.w
  let bottom = first.y + first.h
  for (const box of others) {
    x = Math.min(x, box.x)
    y = Math.min(y, box.y)
    right = Math.max(right, box.x + box.w)
    bottom = Math.max(bottom, box.y + box.h)
  }
  return { x, y, w: right - x, h: bottom - y }
}
