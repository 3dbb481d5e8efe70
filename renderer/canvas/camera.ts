import type { Box } from '../../shared/layout/box.ts'
import type { XY } from './hit-test.ts'

/** What is seen of the canvas: the screen point (within the canvas) of its origin, and how large a unit is drawn. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly zoom: number
  /** Size of the surface on the screen, in CSS pixels. */
  readonly width: number
  readonly height: number
}

/** Near: cards that can be read and worked on. Far: one painted picture. */
export type Distance = 'near' | 'far'

export const zoomRange = { min: 0.02, max: 4 } as const

/** Below the first the picture is painted; above the second cards are there again. Between them nothing changes. */
const farBelow = 0.4
const nearFrom = 0.44

/** Whether names on cards are too small to read at this zoom. */
export function isFar(zoom: number): boolean {
  return zoom < farBelow
}

export function distanceAt(zoom: number, before?: Distance): Distance {
  if (before === undefined || before === 'near') return isFar(zoom) ? 'far' : 'near'
  return zoom >= nearFrom ? 'near' : 'far'
}

/** The part of the canvas that is seen, widened by a share of its size on every side. */
export function seenBox({ x, y, zoom, width, height }: Camera, margin = 0): Box {
  const [w, h] = [width / zoom, height / zoom]
  return { x: -x / zoom - w * margin, y: -y / zoom - h * margin, w: w * (1 + 2 * margin), h: h * (1 + 2 * margin) }
}

/** A point of the surface (CSS pixels from its corner) in the canvas's coordinates. */
export function toCanvas({ x, y, zoom }: Camera, point: XY): XY {
  return { x: (point.x - x) / zoom, y: (point.y - y) / zoom }
}

export function toSurface({ x, y, zoom }: Camera, point: XY): XY {
  return { x: point.x * zoom + x, y: point.y * zoom + y }
}

/** Room that is kept free on each side, in CSS pixels. */
export interface Padding {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** Below, the tools float over the canvas. */
export const fitPadding: Padding = { top: 16, right: 16, bottom: 64, left: 16 }

/** The camera from which a box is seen whole and in the middle, no larger than `mostZoom`. */
export function fitCamera(
  box: Box,
  { width, height }: Pick<Camera, 'width' | 'height'>,
  padding: Padding,
  mostZoom: number,
): Camera {
  const [roomX, roomY] = [width - padding.left - padding.right, height - padding.top - padding.bottom]
  const wanted = Math.min(Math.max(roomX, 1) / Math.max(box.w, 1), Math.max(roomY, 1) / Math.max(box.h, 1), mostZoom)
  const zoom = Math.min(zoomRange.max, Math.max(zoomRange.min, wanted))
  return {
    zoom,
    width,
    height,
    x: padding.left + roomX / 2 - (box.x + box.w / 2) * zoom,
    y: padding.top + roomY / 2 - (box.y + box.h / 2) * zoom,
  }
}

/** The camera moved by as little as shows a box, as large as before; a box larger than the surface shows its corner. */
export function panCamera(box: Box, camera: Camera, padding: Padding): Camera {
  const { zoom, width, height } = camera
  const along = (at: number, start: number, size: number, least: number, most: number): number => {
    const [from, to] = [start * zoom + at, (start + size) * zoom + at]
    if (from < least || to - from > most - least) return at + least - from
    return to > most ? at + most - to : at
  }
  return {
    ...camera,
    x: along(camera.x, box.x, box.w, padding.left, width - padding.right),
    y: along(camera.y, box.y, box.h, padding.top, height - padding.bottom),
  }
}
