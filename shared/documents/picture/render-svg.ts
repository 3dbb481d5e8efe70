import type { Stroke } from '../../design/design.ts'
import type { Hop } from '../../layout/hops.ts'
import { hopsOf } from '../../layout/hops.ts'
import { roundedLine } from '../../layout/rounded-line.ts'
import { strokeLine } from '../../layout/strokes.ts'
import { fitText, textWidth, wrapText } from '../../layout/text-width.ts'
import type { Emphasis, Picture, PictureBoundary, PictureEdge, PictureFrame, PictureNode } from '../outline.ts'
import { escapeMarkup } from '../writers/escape-markup.ts'
import { arrowHead } from './arrow-head.ts'
import {
  boundaryLooks,
  emphasisColour,
  familyColours,
  ink,
  isPointedAt,
  pathColour,
  penColours,
  toneColours,
} from './colours.ts'
import { familyGlyphs } from './glyphs.ts'
import { chipWidth, labelHeight, labelSize, stepSize } from './place-labels.ts'

const fontStack = "Inter, 'Segoe UI', Arial, 'Liberation Sans', sans-serif"

export interface SvgOptions {
  /** Read out instead of the picture. */
  readonly description: string
  /** Width and height in CSS pixels, for files and the clipboard; without it the picture fills its column. */
  readonly fixedSize?: boolean
}

/**
 * A picture as one self-contained piece of SVG (light theme, no script, no reference to anything outside), for HTML, PDF,
 * thumbnails and the clipboard.
 */
export function renderSvg(picture: Picture, { description, fixedSize = false }: SvgOptions): string {
  const { width, height } = picture
  const size = fixedSize ? ` width="${width}" height="${height}"` : ''
  const dimmedLast = <T extends { readonly emphasis?: Emphasis }>(items: readonly T[]): readonly T[] =>
    items.toSorted((a, b) => Number(isPointedAt(a.emphasis)) - Number(isPointedAt(b.emphasis)))
  const edges = dimmedLast(picture.edges)
  const hops = hopsOf(Object.fromEntries(edges.map(({ points }, index) => [index, points])))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"${size} role="img" aria-label="${escapeMarkup(description)}" font-family="${escapeMarkup(fontStack)}">`,
    `<title>${escapeMarkup(description)}</title>`,
    `<rect width="${width}" height="${height}" fill="${ink.ground}"/>`,
    ...picture.boundaries.map((boundary) => boundaryShape(boundary)),
    ...edges.map((edge, index) => edgeLine(edge, hops.get(`${index}`))),
    ...picture.boundaries.map((boundary) => boundaryTitle(boundary)),
    ...picture.nodes.map((node) => card(node)),
    ...edges.map((edge) => edgeChip(edge)),
    ...framesOf(picture, width),
    ...(picture.strokes ?? []).map((stroke) => strokeShape(stroke)),
    '</svg>',
  ].join('\n')
}

function strokeShape({ points, ink: pen = 'red' }: Stroke): string {
  return `<path d="${strokeLine(points)}" fill="none" stroke="${penColours[pen]}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>`
}

function opacity(emphasis: PictureNode['emphasis']): string {
  return emphasis === 'dimmed' ? ' opacity="0.32"' : ''
}

function boundaryShape({ x, y, width, height, tone }: PictureBoundary): string {
  const look = boundaryLooks[tone]
  const dashes = look.dashes === '' ? '' : ` stroke-dasharray="${look.dashes}"`
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="12" fill="${look.fill}" stroke="${look.stroke}" stroke-width="1.5"${dashes}/>`
}

/** A page whose screen shows the picture in one piece hides the frames there. */
function framesOf({ frames = [] }: Picture, width: number): readonly string[] {
  return frames.length === 0 ? [] : ['<g class="frames">', ...frames.map((frame) => partFrame(frame, width)), '</g>']
}

/** An overview is shown small: its frames and their names are as large as the picture. */
function partFrame({ x, y, width, height, title }: PictureFrame, pictureWidth: number): string {
  const size = Math.max(14, Math.round(pictureWidth / 45))
  const box = `<rect x="${x + 3}" y="${y + 3}" width="${Math.max(0, width - 6)}" height="${Math.max(0, height - 6)}" rx="8" fill="none" stroke="${ink.accentDark}" stroke-width="${size / 6}"/>`
  const chip = Math.ceil(textWidth(title, size, true)) + size
  return `${box}<rect x="${x + 3}" y="${y + 3}" width="${chip}" height="${size * 1.5}" fill="${ink.accentDark}"/><text x="${x + 3 + size / 2}" y="${y + 3 + size * 1.1}" font-size="${size}" font-weight="600" fill="${ink.ground}">${escapeMarkup(title)}</text>`
}

function boundaryTitle({ x, y, width, title, subtitle }: PictureBoundary): string {
  const name = fitText(title, width - 24, 13, true)
  const left = width - 36 - textWidth(name, 13, true)
  const rest = subtitle === undefined || left < 60 ? '' : fitText(subtitle, left, 11)
  const second =
    rest === ''
      ? ''
      : `<tspan dx="8" font-size="11" font-weight="400" fill="${ink.muted}">${escapeMarkup(rest)}</tspan>`
  return `<text x="${x + 14}" y="${y + 22}" font-size="13" font-weight="600" fill="${ink.text}">${escapeMarkup(name)}${second}</text>`
}

function card(node: PictureNode): string {
  const { x, y, width, height, emphasis } = node
  const colours = familyColours[node.family]
  const proposed = emphasis === 'proposed'
  const stroke = emphasisColour(emphasis) ?? ink.line
  const strokeWidth = isPointedAt(emphasis) || proposed ? 2 : 1.25
  const tile = Math.min(36, height - 20)
  const textX = x + 12 + tile + 10
  const room = width - (textX - x) - 10
  const middle = y + height / 2
  const title = wrapText(node.title, room / 1.03, 14, { bold: true, mostLines: 2 })
  const subtitle = node.subtitle === undefined ? undefined : fitText(node.subtitle, room / 1.03, 12)
  const top = middle - (title.length * 17 + (subtitle === undefined ? 0 : 16)) / 2
  const lines = [
    ...title.map(
      (line, index) =>
        `<text x="${textX}" y="${top + 13 + index * 17}" font-size="14" font-weight="600" fill="${ink.text}">${escapeMarkup(line)}</text>`,
    ),
    subtitle === undefined
      ? ''
      : `<text x="${textX}" y="${top + title.length * 17 + 12}" font-size="12" fill="${ink.muted}">${escapeMarkup(subtitle)}</text>`,
  ]
  return [
    `<g${opacity(emphasis)}>`,
    `<title>${escapeMarkup(node.subtitle === undefined ? node.title : `${node.title}: ${node.subtitle}`)}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10" fill="${ink.ground}" stroke="${stroke}" stroke-width="${strokeWidth}"${proposed ? ' stroke-dasharray="6 4"' : ''}/>`,
    `<rect x="${x + 12}" y="${middle - tile / 2}" width="${tile}" height="${tile}" rx="8" fill="${colours.soft}"/>`,
    `<path d="${familyGlyphs[node.family]}" transform="translate(${x + 12 + tile / 2 - 10} ${middle - 10}) scale(0.8333)" fill="none" stroke="${colours.strong}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`,
    ...lines,
    node.badge === undefined ? '' : badge(node, node.badge),
    '</g>',
  ].join('')
}

function badge({ x, y, width }: PictureNode, { text, tone }: NonNullable<PictureNode['badge']>): string {
  const words = fitText(text, width - 24, 11, true)
  const chip = Math.ceil(textWidth(words, 11, true)) + 14
  const colours = toneColours[tone]
  const left = x + width - chip - 8
  return `<rect x="${left}" y="${y - 9}" width="${chip}" height="18" rx="9" fill="${colours.soft}" stroke="${colours.strong}"/><text x="${left + chip / 2}" y="${y + 4}" font-size="11" font-weight="600" text-anchor="middle" fill="${colours.strong}">${escapeMarkup(words)}</text>`
}

function edgeLine(edge: PictureEdge, hops: readonly Hop[] | undefined): string {
  const { emphasis, style } = edge
  const colour = emphasisColour(emphasis) ?? ink.arrow
  const width = isPointedAt(emphasis) ? 2.5 : 1.5
  const dashes = emphasis === 'proposed' ? '6 4' : style === 'async' ? '6 4' : style === 'offline' ? '2 4' : ''
  const d = roundedLine(edge.points, hops)
  const line = `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"${dashes === '' ? '' : ` stroke-dasharray="${dashes}"`}/>`
  // A shape of its own: office programs do not draw the markers of SVG.
  const corners = arrowHead(edge.points).map(([x, y]) => `${x} ${y}`)
  const head = corners.length === 0 ? '' : `<path d="M${corners.join('L')}Z" fill="${colour}"/>`
  if (style !== 'stream' || emphasis === 'proposed') return `<g${opacity(emphasis)}>${line}${head}</g>`
  // A stream is a double line: a wide stroke with a white core.
  const outer = `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width + 3}"/>`
  const core = `<path d="${d}" fill="none" stroke="${ink.ground}" stroke-width="${width}"/>`
  return `<g${opacity(emphasis)}>${outer}${core}${head}</g>`
}

function edgeChip(edge: PictureEdge): string {
  if (edge.labelAt === undefined) return ''
  const [x, y] = edge.labelAt
  const width = chipWidth(edge)
  const left = x - width / 2
  const stepRoom = edge.step === undefined ? 0 : stepSize
  const label =
    edge.label === undefined
      ? ''
      : `<rect x="${left + stepRoom}" y="${y - labelHeight / 2}" width="${width - stepRoom}" height="${labelHeight}" rx="4" fill="${ink.ground}" stroke="${ink.hairline}"/><text x="${left + stepRoom + (width - stepRoom) / 2}" y="${y + 4}" font-size="${labelSize}" text-anchor="middle" fill="${ink.muted}">${escapeMarkup(edge.label)}</text>`
  const step =
    edge.step === undefined
      ? ''
      : `<circle cx="${left + stepSize / 2}" cy="${y}" r="9" fill="${pathColour}"/><text x="${left + stepSize / 2}" y="${y + 4}" font-size="11" font-weight="600" text-anchor="middle" fill="#ffffff">${edge.step}</text>`
  return `<g${opacity(edge.emphasis)}>${label}${step}</g>`
}
