import type { Point } from '../../../layout/box.ts'
import { fitText, textWidth, wrapText } from '../../../layout/text-width.ts'
import { arrowHead } from '../../picture/arrow-head.ts'
import {
  boundaryLooks,
  emphasisColour,
  familyColours,
  ink,
  isPointedAt,
  pathColour,
  penColours,
} from '../../picture/colours.ts'
import { chipWidth, labelHeight, labelSize, stepSize } from '../../picture/place-labels.ts'
import type { Picture, PictureBoundary, PictureEdge, PictureFrame, PictureNode } from '../../outline.ts'
import { mixColours, startDrawing } from './draw-points.ts'
import type { LetterLook, PointDrawing } from './draw-points.ts'
import { encodePng } from './encode-png.ts'
import { plainLetters } from './plain-letters.ts'

/** Wider or higher than this many points it is drawn smaller: 280 points an inch over the width of a page. */
const most = 1800

/**
 * The picture in points, for readers that cannot show SVG: as the SVG shows it but for the signs of families, with letters
 * drawn from their outlines, without a browser, so that page and command line give the same bytes.
 */
export function renderPng(picture: Picture): Uint8Array {
  const scale = Math.min(2, most / Math.max(picture.width, 1), most / Math.max(picture.height, 1))
  const points = startDrawing(picture.width * scale, picture.height * scale, ink.ground)
  const drawing = scaledDrawing(points, scale)
  for (const boundary of picture.boundaries) drawBoundary(drawing, boundary)
  for (const edge of pathLast(picture.edges)) drawLine(drawing, edge)
  for (const boundary of picture.boundaries) drawBoundaryTitle(drawing, boundary)
  for (const node of picture.nodes) drawCard(drawing, node)
  for (const edge of picture.edges) drawChip(drawing, edge)
  for (const frame of picture.frames ?? []) drawFrame(drawing, frame, picture.width)
  for (const { points: stroke, ink: pen = 'red' } of picture.strokes ?? []) drawing.line(stroke, 3, penColours[pen])
  return encodePng(points.image())
}

/** What is dimmed lies under the path that it surrounds. */
function pathLast(edges: readonly PictureEdge[]): readonly PictureEdge[] {
  return edges.toSorted((a, b) => Number(isPointedAt(a.emphasis)) - Number(isPointedAt(b.emphasis)))
}

/** A drawing in the picture's own coordinates, whatever the points it becomes. */
interface ScaledDrawing extends Pick<PointDrawing, 'line' | 'shape'> {
  readonly box: (box: Rectangle, radius: number, colour: string) => void
  readonly frame: (box: Rectangle, radius: number, width: number, colour: string, dashes?: readonly number[]) => void
  readonly text: (x: number, y: number, words: string, look: LetterLook) => void
}
interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function scaledDrawing(points: PointDrawing, scale: number): ScaledDrawing {
  const scaled = (outline: readonly Point[]): readonly Point[] => outline.map(([x, y]): Point => [x * scale, y * scale])
  const line: ScaledDrawing['line'] = (path, width, colour, dashes) => {
    const lengths = dashes?.map((length) => length * scale)
    points.line(scaled(path), Math.max(1, width * scale), colour, lengths)
  }
  const shape: ScaledDrawing['shape'] = (outlines, colour) => points.shape(outlines.map(scaled), colour)
  return {
    line,
    shape,
    box: (box, radius, colour) => {
      if (box.width * box.height < largeBox) shape([roundedBox(box, radius)], colour)
      else fillLargeBox(points, box, radius, scale, colour)
    },
    frame: (box, radius, width, colour, dashes) => {
      const outline = roundedBox(box, radius)
      line([...outline, ...outline.slice(0, 1)], width, colour, dashes)
    },
    text: (x, y, words, { size, ...look }) =>
      points.text(x * scale, y * scale, plainLetters(words), { ...look, size: size * scale }),
  }
}

/** In square pixels: the points within a larger box are not asked one by one whether they lie in it. */
const largeBox = 40_000

/** A box from whole points to whole points, of which only the corners have soft edges. */
function fillLargeBox(points: PointDrawing, box: Rectangle, radius: number, scale: number, colour: string): void {
  const [x, y, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height].map((at) =>
    Math.round(at * scale),
  )
  if (x === undefined || y === undefined || right === undefined || bottom === undefined) return
  const corner = Math.round(radius * scale)
  const [width, height] = [right - x, bottom - y]
  points.fill(x + corner, y, width - 2 * corner, height, colour)
  points.fill(x, y + corner, corner, height - 2 * corner, colour)
  points.fill(right - corner, y + corner, corner, height - 2 * corner, colour)
  const outline = roundedBox({ x, y, width, height }, corner)
  const each = outline.length / 4
  const centres: readonly Point[] = [
    [right - corner, y + corner],
    [right - corner, bottom - corner],
    [x + corner, bottom - corner],
    [x + corner, y + corner],
  ]
  for (const [index, centre] of centres.entries())
    points.shape([[centre, ...outline.slice(index * each, (index + 1) * each)]], colour)
}

/** Pieces of a quarter of a circle. */
const pieces = 6

function roundedBox({ x, y, width, height }: Rectangle, wanted: number): readonly Point[] {
  const radius = Math.max(0, Math.min(wanted, width / 2, height / 2))
  const [left, right, top, bottom] = [x + radius, x + width - radius, y + radius, y + height - radius]
  const corners = [
    [right, top, -90],
    [right, bottom, 0],
    [left, bottom, 90],
    [left, top, 180],
  ] as const
  return corners.flatMap(([centreX, centreY, start]) =>
    Array.from({ length: radius === 0 ? 1 : pieces + 1 }, (_, piece): Point => {
      const angle = ((start + (piece * 90) / pieces) * Math.PI) / 180
      return [centreX + radius * Math.cos(angle), centreY + radius * Math.sin(angle)]
    }),
  )
}

/** As faint as the SVG shows what is not meant. */
const faded = (colour: string, emphasis: PictureNode['emphasis'], ground: string = ink.ground): string =>
  emphasis === 'dimmed' ? mixColours(ground, colour, 0.32) : colour

const lengthsOf = (dashes: string): readonly number[] | undefined =>
  dashes === '' ? undefined : dashes.split(' ').map(Number)

function drawBoundary(drawing: ScaledDrawing, boundary: PictureBoundary): void {
  const look = boundaryLooks[boundary.tone]
  drawing.box(boundary, 12, look.fill)
  drawing.frame(boundary, 12, 1.5, look.stroke, lengthsOf(look.dashes))
}

function drawBoundaryTitle(drawing: ScaledDrawing, { x, y, width, title, subtitle }: PictureBoundary): void {
  const name = fitText(title, width - 24, 13, true)
  drawing.text(x + 14, y + 22, name, { size: 13, bold: true, colour: ink.text })
  const taken = textWidth(name, 13, true) * interWidth
  const left = width - 36 - taken
  if (subtitle === undefined || left < 60) return
  drawing.text(x + 22 + taken, y + 22, fitText(subtitle, left, 11), { size: 11, colour: ink.muted })
}

/** Inter against the widths that texts are fitted by. */
const interWidth = 1.04

function drawLine(drawing: ScaledDrawing, { points, emphasis, style }: PictureEdge): void {
  const plain = emphasisColour(emphasis) ?? ink.arrow
  const colour = faded(plain, emphasis)
  const width = isPointedAt(emphasis) ? 2.5 : 1.5
  const isStream = style === 'stream' && emphasis !== 'proposed'
  const dashes = emphasis === 'proposed' || style === 'async' ? [6, 4] : style === 'offline' ? [2, 4] : undefined
  if (isStream) {
    drawing.line(points, width + 3, colour)
    drawing.line(points, width, ink.ground)
  } else drawing.line(points, width, colour, dashes)
  const head = arrowHead(points)
  if (head.length > 0) drawing.shape([head], colour)
}

function drawCard(drawing: ScaledDrawing, node: PictureNode): void {
  const { x, y, width, height, emphasis, family } = node
  const isProposed = emphasis === 'proposed'
  const line = emphasisColour(emphasis) ?? ink.line
  drawing.box(node, 10, ink.ground)
  drawing.frame(
    node,
    10,
    isPointedAt(emphasis) || isProposed ? 2 : 1.25,
    faded(line, emphasis),
    isProposed ? [6, 4] : undefined,
  )
  const tile = Math.min(36, height - 20)
  const middle = y + height / 2
  const place = { x: x + 12, y: middle - tile / 2, width: tile, height: tile }
  const sign = { x: x + 12 + tile / 2 - 6, y: middle - 6, width: 12, height: 12 }
  drawing.box(place, 8, faded(familyColours[family].soft, emphasis))
  drawing.box(sign, 6, faded(familyColours[family].strong, emphasis))
  const textX = x + 12 + tile + 10
  const room = (width - (textX - x) - 10) / interWidth
  const title = wrapText(node.title, room, 14, { bold: true, mostLines: 2 })
  const subtitle = node.subtitle === undefined ? undefined : fitText(node.subtitle, room, 12)
  const top = middle - (title.length * 17 + (subtitle === undefined ? 0 : 16)) / 2
  const shade = faded(ink.text, emphasis)
  for (const [index, words] of title.entries())
    drawing.text(textX, top + 13 + index * 17, words, { size: 14, bold: true, colour: shade })
  if (subtitle !== undefined)
    drawing.text(textX, top + title.length * 17 + 12, subtitle, { size: 12, colour: faded(ink.muted, emphasis) })
}

function drawChip(drawing: ScaledDrawing, edge: PictureEdge): void {
  if (edge.labelAt === undefined) return
  const [x, y] = edge.labelAt
  const width = chipWidth(edge)
  const left = x - width / 2
  const step = edge.step === undefined ? 0 : stepSize
  if (edge.label !== undefined) {
    const chip = { x: left + step, y: y - labelHeight / 2, width: width - step, height: labelHeight }
    drawing.box(chip, 4, ink.ground)
    drawing.frame(chip, 4, 1, ink.hairline)
    const colour = faded(ink.muted, edge.emphasis)
    drawing.text(left + step + (width - step) / 2, y + 4, edge.label, { size: labelSize, centred: true, colour })
  }
  if (edge.step === undefined) return
  drawing.box({ x: left + stepSize / 2 - 9, y: y - 9, width: 18, height: 18 }, 9, faded(pathColour, edge.emphasis))
  const look = { size: 11, bold: true, centred: true, colour: ink.ground }
  drawing.text(left + stepSize / 2, y + 4, String(edge.step), look)
}

/** An overview is shown small: its frames and their names are as large as the picture. */
function drawFrame(drawing: ScaledDrawing, { x, y, width, height, title }: PictureFrame, pictureWidth: number): void {
  const size = Math.max(14, Math.round(pictureWidth / 45))
  const inner = { x: x + 3, y: y + 3, width: Math.max(0, width - 6), height: Math.max(0, height - 6) }
  drawing.frame(inner, 8, size / 6, ink.accentDark)
  const chip = Math.ceil(textWidth(title, size, true)) + size
  drawing.box({ x: x + 3, y: y + 3, width: chip, height: size * 1.5 }, 0, ink.accentDark)
  drawing.text(x + 3 + size / 2, y + 3 + size * 1.1, title, { size, bold: true, colour: ink.ground })
}
