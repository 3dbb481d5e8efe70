import type { Id } from '../../../shared/design/design.ts'
import type { Box } from '../../../shared/layout/box.ts'
import type { Underlay } from '../../underlay/underlay-store.ts'
import { arrowPath } from '../arrow-path.ts'
import type { Camera } from '../camera.ts'
import { placeNow, routeNow } from '../scene.ts'
import { litColour } from './lit-colour.ts'
import type { Moment } from './moment.ts'
import { paintArrows, paintSteps } from './paint-arrows.ts'
import { paintBoundaries, paintBoundaryNames, paintCollapsedMarks } from './paint-boundaries.ts'
import { paintCards } from './paint-cards.ts'
import { paintGuides } from './paint-guides.ts'
import { linesOf } from './paint-text.ts'
import type { Palette } from './palette.ts'
import type { PictureParts } from './picture-parts.ts'

/** Paints the whole picture. The context's unit is a CSS pixel of the surface. */
export function paintOverview(
  context: CanvasRenderingContext2D,
  parts: PictureParts,
  moment: Moment,
  camera: Camera,
  palette: Palette,
): void {
  context.fillStyle = palette.ground
  context.fillRect(0, 0, camera.width, camera.height)
  if (moment.underlay !== undefined) paintUnderlay(context, moment.underlay, camera)
  paintBoundaries(context, parts.boundaries, moment, camera, palette)
  paintArrows(context, parts.arrows, moment, camera, palette)
  paintCards(context, parts.groups, moment, camera, palette)
  paintCollapsedMarks(context, parts.boundaries, moment, camera, palette)
  paintBoundaryNames(context, parts.boundaries, moment, camera, palette)
  if (moment.highlight !== undefined) paintFinding(context, parts, moment, camera, palette)
  paintRings(context, moment, camera, palette)
  paintPointedAt(context, moment, camera, palette)
  paintGuides(context, moment.guides, camera, palette)
  if (moment.marquee !== undefined) paintMarquee(context, moment.marquee, palette)
}

/** Numbers of the path, its labelled parts, and the control that is missing. */
function paintFinding(
  context: CanvasRenderingContext2D,
  parts: PictureParts,
  moment: Moment,
  camera: Camera,
  palette: Palette,
): void {
  const { highlight } = moment
  if (highlight === undefined) return
  paintSteps(context, parts.arrows, moment, camera, palette)
  for (const [id, legs] of highlight.legs) {
    const box = boxOnScreen(id, moment, camera)
    if (box !== undefined)
      paintChip(
        context,
        legs.join(', '),
        { x: box.x, y: box.y - 8 - (palette.roomWords ?? 12) },
        palette.severity('critical'),
        palette,
      )
  }
  const { remedy } = highlight
  if (remedy === undefined) return
  const route = routeNow(moment, remedy.at)
  const place = placeNow(moment, remedy.at)
  const middle = route === undefined ? place && { x: place.x + place.w / 2, y: place.y } : arrowPath(route).label
  if (middle === undefined) return
  const at = { x: middle.x * camera.zoom + camera.x, y: middle.y * camera.zoom + camera.y - 30 }
  paintChip(context, `+ ${remedy.title}`, at, palette.pass, palette)
}

function paintRings(context: CanvasRenderingContext2D, moment: Moment, camera: Camera, palette: Palette): void {
  const ring = (id: Id, colour: string, gap: number): void => {
    const box = boxOnScreen(id, moment, camera)
    if (box === undefined) return
    context.strokeStyle = colour
    context.lineWidth = 2
    context.strokeRect(box.x - gap, box.y - gap, box.w + 2 * gap, box.h + 2 * gap)
  }
  if (moment.highlight !== undefined) {
    for (const id of moment.highlight.elements) ring(id, litColour(moment, palette), 1)
  }
  for (const id of moment.selection) ring(id, palette.accent, 1)
  if (moment.focused !== undefined) ring(moment.focused, palette.accent, 4)
}

/** What the pointer is over, or the keyboard stands on, says its name in full. */
function paintPointedAt(context: CanvasRenderingContext2D, moment: Moment, camera: Camera, palette: Palette): void {
  const id = moment.focused ?? moment.hovered
  const name = id === undefined || moment.moved.size > 0 ? undefined : moment.nameOf(id)
  const box = id === undefined ? undefined : boxOnScreen(id, moment, camera)
  if (name === undefined || box === undefined) return
  paintChip(context, name, { x: box.x, y: box.y + box.h + 6 }, palette.text, palette)
}

function paintChip(
  context: CanvasRenderingContext2D,
  text: string,
  { x, y }: { readonly x: number; readonly y: number },
  colour: string,
  palette: Palette,
): void {
  const size = palette.roomWords ?? 12
  context.font = `500 ${size}px ${palette.font}`
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  const [line] = linesOf(context, text, size * 27, 1)
  if (line === undefined) return
  context.beginPath()
  context.roundRect(x, y, context.measureText(line).width + size, size + 8, 5)
  context.fillStyle = palette.raised
  context.fill()
  context.strokeStyle = colour
  context.lineWidth = 1
  context.stroke()
  context.fillStyle = colour
  context.fillText(line, x + size / 2, y + size / 2 + 4.5)
}

function paintUnderlay(
  context: CanvasRenderingContext2D,
  { image, hidden, x, y, w, h, opacity }: Underlay,
  camera: Camera,
): void {
  if (hidden === true) return
  const { zoom } = camera
  context.globalAlpha = opacity
  context.drawImage(image, x * zoom + camera.x, y * zoom + camera.y, w * zoom, h * zoom)
  context.globalAlpha = 1
}

function paintMarquee(context: CanvasRenderingContext2D, { x, y, w, h }: Box, palette: Palette): void {
  context.globalAlpha = 0.1
  context.fillStyle = palette.accent
  context.fillRect(x, y, w, h)
  context.globalAlpha = 1
  context.strokeStyle = palette.accent
  context.lineWidth = 1
  context.strokeRect(x, y, w, h)
}

function boxOnScreen(id: Id, moment: Moment, { x, y, zoom }: Camera): Box | undefined {
  const place = placeNow(moment, id)
  return place && { x: place.x * zoom + x, y: place.y * zoom + y, w: place.w * zoom, h: place.h * zoom }
}
