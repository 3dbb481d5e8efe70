import type { Point } from '../../../shared/layout/box.ts'
import type { Hop } from '../../../shared/layout/hops.ts'
import { hopRadius } from '../../../shared/layout/hops.ts'
import { arrowPath } from '../arrow-path.ts'
import type { Camera } from '../camera.ts'
import { hopsNow, placeNow, routeNow } from '../scene.ts'
import type { Moment } from './moment.ts'
import { litColour } from './lit-colour.ts'
import type { Palette } from './palette.ts'
import type { ArrowPart } from './picture-parts.ts'

/** Of more arrows than this the bends are not painted: nobody could follow them, and each costs time. */
const mostBent = 900
/** Dashes and heads are seen from here on. */
const zoomOfSigns = 0.18
const noHops: readonly Hop[] = []

/** All arrows: ordinary ones first, then those of the shown path, then selected ones. */
export function paintArrows(
  context: CanvasRenderingContext2D,
  arrows: readonly ArrowPart[],
  moment: Moment,
  camera: Camera,
  palette: Palette,
): void {
  const bends = arrows.length <= mostBent
  const signs = bends && camera.zoom >= zoomOfSigns
  const line = (wanted: (arrow: ArrowPart) => boolean, colour: string, width: number, dashed: boolean): void => {
    context.beginPath()
    let any = false
    for (const arrow of arrows) {
      if (!wanted(arrow) || (signs && arrow.dashed !== dashed)) continue
      any = trace(context, arrow, moment, camera, bends) || any
    }
    if (!any) return
    context.strokeStyle = colour
    context.lineWidth = width
    if (signs && dashed) context.setLineDash([4, 3])
    context.stroke()
    context.setLineDash([])
  }
  const chosen = ({ id }: ArrowPart): boolean => moment.selection.has(id) || moment.target === id
  const width = Math.min(1.25, Math.max(0.5, camera.zoom * 4))
  const styles = signs ? [false, true] : [false]
  for (const dashed of styles) {
    context.globalAlpha = 0.25
    line((arrow) => arrow.faded && !chosen(arrow), palette.arrow, width, dashed)
    context.globalAlpha = bends ? 1 : 0.55
    line((arrow) => !arrow.faded && !arrow.onPath && !chosen(arrow), palette.arrow, width, dashed)
    context.globalAlpha = 1
    for (const level of new Set(arrows.flatMap(({ heat, faded }) => (heat === undefined || faded ? [] : [heat])))) {
      line((arrow) => arrow.heat === level && !arrow.faded && !arrow.onPath, palette.heat(level).fill, 2, dashed)
    }
    line((arrow) => arrow.onPath && !chosen(arrow), litColour(moment, palette), 2, dashed)
    line(chosen, palette.accent, 2, dashed)
  }
}

/** The numbers along the shown path. */
export function paintSteps(
  context: CanvasRenderingContext2D,
  arrows: readonly ArrowPart[],
  moment: Moment,
  { x, y, zoom }: Camera,
  palette: Palette,
): void {
  const size = palette.roomWords ?? 11
  const high = Math.round(size * 1.64)
  context.font = `600 ${size}px ${palette.font}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const { id, step } of arrows) {
    const route = step === undefined ? undefined : routeNow(moment, id)
    if (route === undefined || step === undefined) continue
    const { label } = arrowPath(route)
    const [cx, cy] = [label.x * zoom + x, label.y * zoom + y]
    const across = Math.max(high, context.measureText(step).width + size)
    context.beginPath()
    context.roundRect(cx - across / 2, cy - high / 2, across, high, high / 2)
    context.fillStyle = litColour(moment, palette)
    context.fill()
    context.fillStyle = palette.raised
    context.fillText(step, cx, cy + 0.5)
  }
}

function trace(
  context: CanvasRenderingContext2D,
  { id, from, to }: ArrowPart,
  moment: Moment,
  { x, y, zoom, width, height }: Camera,
  bends: boolean,
): boolean {
  const route = bends ? routeNow(moment, id) : undefined
  if (route !== undefined) {
    traceRoute(context, route, hopsNow(moment, id) ?? noHops, { x, y, zoom })
    return true
  }
  const [a, b] = [placeNow(moment, from), placeNow(moment, to)]
  if (a === undefined || b === undefined || from === to) return false
  const [ax, ay] = [(a.x + a.w / 2) * zoom + x, (a.y + a.h / 2) * zoom + y]
  const [bx, by] = [(b.x + b.w / 2) * zoom + x, (b.y + b.h / 2) * zoom + y]
  if ((ax < 0 && bx < 0) || (ay < 0 && by < 0) || (ax > width && bx > width) || (ay > height && by > height))
    return false
  context.moveTo(ax, ay)
  context.lineTo(bx, by)
  return true
}

function traceRoute(
  context: CanvasRenderingContext2D,
  route: readonly Point[],
  hops: readonly Hop[],
  { x, y, zoom }: Pick<Camera, 'x' | 'y' | 'zoom'>,
): void {
  for (const [index, [px, py]] of route.entries()) {
    if (index === 0) context.moveTo(px * zoom + x, py * zoom + y)
    const isRightward = (route[index - 1]?.[0] ?? px) <= px
    for (const { piece, left, right } of hops) {
      if (piece !== index - 1) continue
      const [middle, across] = [((left + right) / 2) * zoom + x, ((right - left) / 2) * zoom]
      // Over the top, in the direction of the arrow.
      const [enter, leave] = isRightward ? [Math.PI, 2 * Math.PI] : [2 * Math.PI, Math.PI]
      context.ellipse(middle, py * zoom + y, across, hopRadius * zoom, 0, enter, leave, !isRightward)
    }
    if (index > 0) context.lineTo(px * zoom + x, py * zoom + y)
  }
}
