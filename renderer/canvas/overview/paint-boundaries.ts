import type { Box } from '../../../shared/layout/box.ts'
import { overlaps } from '../../../shared/layout/box.ts'
import type { Camera } from '../camera.ts'
import type { Tone } from '../drawing-types.ts'
import { placeNow } from '../scene.ts'
import type { Moment } from './moment.ts'
import type { Palette } from './palette.ts'
import { markSize, paintMarks } from './paint-marks.ts'
import { linesOf } from './paint-text.ts'
import type { BoundaryPart } from './picture-parts.ts'

const strokes: Readonly<Record<Tone, { readonly width: number; readonly dash: readonly number[] }>> = {
  restricted: { width: 2.5, dash: [] },
  internal: { width: 1.25, dash: [] },
  partner: { width: 1.25, dash: [6, 4] },
  public: { width: 1.75, dash: [1.75, 3] },
}
const nameSize = 11
/** A boundary narrower than so many times the size of its name shows none. */
const leastNamed = 4
/** A name covers no more of its boundary than this. */
const mostCovered = 0.25

/** Boundaries as grounds to lie on, outer ones first. */
export function paintBoundaries(
  context: CanvasRenderingContext2D,
  parts: readonly BoundaryPart[],
  moment: Moment,
  camera: Camera,
  palette: Palette,
): void {
  for (const part of parts) {
    const { id, tone, collapsed, faded } = part
    const box = onScreen(id, moment, camera)
    if (box === undefined) continue
    const { fill, line } = groundOf(part, palette)
    const marked = moment.selection.has(id) || moment.target === id
    context.globalAlpha = faded ? 0.25 : 1
    if (collapsed) paintCardsBehind(context, box, marked ? palette.accent : line, palette)
    context.fillStyle = fill
    context.fillRect(box.x, box.y, box.w, box.h)
    const { width, dash } = strokes[tone]
    context.strokeStyle = marked ? palette.accent : line
    context.lineWidth = marked ? 2 : Math.min(width, Math.max(0.75, box.w / 40))
    context.setLineDash(marked ? [] : [...dash])
    context.strokeRect(box.x, box.y, box.w, box.h)
  }
  context.globalAlpha = 1
  context.setLineDash([])
}

/** In the tone of its trust, or in the heat of what is inside; what nobody said is an outline among what is filled. */
function groundOf({ tone, heat }: Pick<BoundaryPart, 'tone' | 'heat'>, palette: Palette) {
  const { fill, line } = palette.tone(tone)
  if (heat === undefined) return { fill, line, text: palette.text }
  if (heat.unstable === true) return { fill: palette.failSoft, line: palette.fail, text: palette.fail }
  const { fill: colour, text } = palette.heat(heat.level)
  return heat.level === 'unsaid'
    ? { fill: palette.ground, line: colour, text: palette.text }
    : { fill: colour, line: colour, text }
}

/** The worst finding in each collapsed boundary, over its corner as on a card. */
export function paintCollapsedMarks(
  context: CanvasRenderingContext2D,
  parts: readonly BoundaryPart[],
  moment: Moment,
  camera: Camera,
  palette: Palette,
): void {
  const marks = parts.flatMap(({ id, collapsed, faded, findings }) => {
    const box = collapsed && !faded ? onScreen(id, moment, camera) : undefined
    return box === undefined || findings === undefined ? [] : [{ severity: findings, x: box.x + box.w, y: box.y }]
  })
  paintMarks(context, marks, markSize(camera), palette)
}

/** The sign that there is more in it. */
function paintCardsBehind(context: CanvasRenderingContext2D, box: Box, colour: string, palette: Palette): void {
  context.setLineDash([])
  context.lineWidth = 1
  context.strokeStyle = colour
  context.fillStyle = palette.ground
  for (const step of [2, 1]) {
    const away = step * Math.max(1.5, box.w / 50)
    context.fillRect(box.x + away, box.y + away, box.w, box.h)
    context.strokeRect(box.x + away, box.y + away, box.w, box.h)
  }
}

/** The names of boundaries, as far as there is room: those of outer ones first, none over another. */
export function paintBoundaryNames(
  context: CanvasRenderingContext2D,
  parts: readonly BoundaryPart[],
  moment: Moment,
  camera: Camera,
  palette: Palette,
): void {
  const size = palette.roomWords ?? nameSize
  const least = leastNamed * size
  context.font = `600 ${size}px ${palette.font}`
  context.textBaseline = 'middle'
  context.textAlign = 'left'
  const taken: Box[] = []
  // Words as large as a room needs would cover the first cards: they stand above the edge where nothing else is.
  const outer = palette.roomWords === undefined ? [] : parts.filter(({ depth }) => depth === 0)
  const isFree = (label: Box): boolean =>
    label.y >= 0 && outer.every(({ id }) => !isOver(label, onScreen(id, moment, camera)))
  for (const part of parts) {
    const { id, name, depth, collapsed, heat } = part
    const box = onScreen(id, moment, camera)
    if (box === undefined || box.w < least) continue
    const [line] = linesOf(context, name, Math.min(box.w, size * 29) - 12, 1)
    if (line === undefined) continue
    // A name stays in sight as long as its boundary is.
    const x = Math.min(Math.max(box.x, 0), box.x + box.w - least) + 6
    const inside = {
      x: x - 3,
      y: Math.max(box.y, 0) + 1,
      w: context.measureText(line).width + 6,
      h: Math.ceil(size * 1.25),
    }
    const above = { ...inside, y: box.y - inside.h - 1 }
    const label = palette.roomWords !== undefined && depth === 0 && isFree(above) ? above : inside
    // What is named stays visible under its name; the outermost names are always worth it.
    const covers = depth > 0 && !collapsed && label.h > box.h * mostCovered
    if (covers || box.y + box.h < label.y + label.h || taken.some((other) => overlaps(other, label, 2))) continue
    taken.push(label)
    context.globalAlpha = 0.86
    const { fill, text } = groundOf(part, palette)
    context.fillStyle = fill
    context.fillRect(label.x, label.y, label.w, label.h)
    context.globalAlpha = 1
    context.fillStyle = moment.selection.has(id) && heat === undefined ? palette.accent : text
    context.fillText(line, x, label.y + label.h / 2 + 0.5)
  }
}

function isOver(label: Box, box: Box | undefined): boolean {
  return box !== undefined && overlaps(box, label)
}

function onScreen(id: string, moment: Moment, { x, y, zoom, width, height }: Camera): Box | undefined {
  const place = placeNow(moment, id)
  if (place === undefined) return undefined
  const box = { x: place.x * zoom + x, y: place.y * zoom + y, w: place.w * zoom, h: place.h * zoom }
  return box.x > width || box.y > height || box.x + box.w < 0 || box.y + box.h < 0 ? undefined : box
}
