import { zoomRange } from './camera.ts'
import type { Camera } from './camera.ts'
import type { XY } from './hit-test.ts'

/** Where two fingers are: the middle between them, and how far they are apart. */
export interface Pinch {
  readonly middle: XY
  readonly apart: number
}

/** Of the first two fingers; undefined with fewer. */
export function pinchOf([first, second]: readonly XY[]): Pinch | undefined {
  if (first === undefined || second === undefined) return undefined
  return {
    middle: { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 },
    apart: Math.max(1, Math.hypot(first.x - second.x, first.y - second.y)),
  }
}

type Looking = Pick<Camera, 'x' | 'y' | 'zoom'>

/** The camera after two fingers moved: what lay between them still does, and grew as far as they went apart. */
export function pinched({ x, y, zoom }: Looking, before: Pinch, after: Pinch): Looking {
  const next = Math.min(zoomRange.max, Math.max(zoomRange.min, (zoom * after.apart) / before.apart))
  const grown = next / zoom
  return {
    x: after.middle.x - (before.middle.x - x) * grown,
    y: after.middle.y - (before.middle.y - y) * grown,
    zoom: next,
  }
}
