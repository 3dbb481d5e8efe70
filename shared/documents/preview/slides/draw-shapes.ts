import { escapeMarkup } from '../../writers/escape-markup.ts'
import { childrenOf, findChild, type XmlElement } from '../../../xml/xml-tree.ts'
import { drawParagraphs, type Styles } from './draw-text.ts'
import { type Box, boxOf, type Line, lineOf, pixels } from './look.ts'
import { ownPath } from './own-path.ts'
import { type Paint, paintOf } from './paint.ts'
import type { OpenSlide } from './open-slides.ts'

/** A shape with its text; a placeholder takes place and looks from the layout and the master behind it. */
export function drawShape(shape: XmlElement, slide: OpenSlide, number: number): string {
  const own = findChild(shape, 'p:spPr')
  const models = placeholderModels(shape, slide)
  const box = [own, ...models.map((model) => findChild(model, 'p:spPr'))]
    .map((properties) => boxOf(findChild(properties, 'a:xfrm')))
    .find((found) => found !== undefined)
  if (box === undefined) return ''
  const line = lineOf(findChild(own, 'a:ln'), slide.colours)
  const outline = drawOutline(own, box, paintOf(own, box, slide.colours), line)
  return `<g${turned(box)}>${outline}${drawBody(shape, box, slide, models, number)}</g>`
}

function drawOutline(properties: XmlElement | undefined, box: Box, paint: Paint, line: Line | undefined): string {
  const { fill, definition } = paint
  if (fill === 'none' && line === undefined) return ''
  return definition + drawGeometry(properties, box, fill, line)
}

function drawGeometry(properties: XmlElement | undefined, box: Box, fill: string, line: Line | undefined): string {
  const look = `fill="${fill}"${strokeOf(line)}`
  const path = ownPath(properties, box)
  if (path !== undefined) return `<path d="${path}" ${look}/>`
  const geometry = findChild(properties, 'a:prstGeom')
  const preset = geometry?.attributes.get('prst')
  const { x, y, w, h } = box
  if (preset === 'ellipse') return `<ellipse cx="${x + w / 2}" cy="${y + h / 2}" rx="${w / 2}" ry="${h / 2}" ${look}/>`
  if (preset === 'line') return `<line x1="${x}" y1="${y}" x2="${x + w}" y2="${y + h}" ${look}/>`
  const share = Number(/-?\d+/.exec(findChild(geometry, 'a:avLst', 'a:gd')?.attributes.get('fmla') ?? '16667')?.[0])
  const radius = preset === 'roundRect' ? (Math.min(50_000, share) / 100_000) * Math.min(w, h) : 0
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${radius}" ${look}/>`
}

/** The line of a shape as attributes of SVG; nothing where it has none. */
export function strokeOf(line: Line | undefined): string {
  if (line === undefined) return ''
  const dash = line.dash.length === 0 ? '' : ` stroke-dasharray="${line.dash.join(' ')}"`
  return ` stroke="${line.colour}" stroke-width="${line.width}"${dash}`
}

function turned({ x, y, w, h, turn }: Box): string {
  return turn === 0 ? '' : ` transform="rotate(${turn} ${x + w / 2} ${y + h / 2})"`
}

const anchors: Readonly<Record<string, string>> = { t: 'flex-start', ctr: 'center', b: 'flex-end' }

function drawBody(
  shape: XmlElement,
  { x, y, w, h }: Box,
  slide: OpenSlide,
  models: readonly XmlElement[],
  number: number,
): string {
  const body = findChild(shape, 'p:txBody')
  if (body === undefined) return ''
  const bodies = [body, ...models.map((model) => findChild(model, 'p:txBody'))].map((each) =>
    findChild(each, 'a:bodyPr'),
  )
  const attribute = (name: string): string | undefined =>
    bodies.map((properties) => properties?.attributes.get(name)).find((value) => value !== undefined)
  const inset = (name: string, usual: number): number => pixels(attribute(name) ?? usual)
  const padding = [inset('tIns', 45_720), inset('rIns', 91_440), inset('bIns', 45_720), inset('lIns', 91_440)]
  const style = [
    `padding:${padding.map((each) => `${each}px`).join(' ')}`,
    `justify-content:${anchors[attribute('anchor') ?? 't'] ?? 'flex-start'}`,
    ...(attribute('wrap') === 'none' ? ['white-space:nowrap;align-items:center'] : []),
  ].join(';')
  const styles = stylesOf(shape, slide, models)
  return `<foreignObject x="${x}" y="${y}" width="${Math.max(1, w)}" height="${Math.max(1, h)}"><div xmlns="http://www.w3.org/1999/xhtml" class="text" style="${escapeMarkup(style)}">${drawParagraphs(body, slide, styles, number)}</div></foreignObject>`
}

/** The placeholders of layout and master that a placeholder of the slide stands for. */
function placeholderModels(shape: XmlElement, { behind }: OpenSlide): readonly XmlElement[] {
  const own = placeholderOf(shape)
  if (own === undefined) return []
  const [type, index] = [own.get('type') ?? 'body', own.get('idx')]
  return behind.flatMap((tree) => {
    const candidates = childrenOf(tree, 'p:sp').flatMap((candidate) => {
      const attributes = placeholderOf(candidate)
      return attributes === undefined ? [] : [{ candidate, attributes }]
    })
    const same = candidates.find(({ attributes }) => index !== undefined && attributes.get('idx') === index)
    const alike = candidates.find(({ attributes }) => kindOf(attributes.get('type') ?? 'body') === kindOf(type))
    return (same ?? alike)?.candidate ?? []
  })
}

const kindOf = (type: string): string => (type === 'ctrTitle' ? 'title' : type === 'subTitle' ? 'body' : type)

/** What a shape says of the place of its layout that it fills; undefined: it fills none. */
export function placeholderOf(shape: XmlElement): ReadonlyMap<string, string> | undefined {
  return findChild(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph')?.attributes
}

function stylesOf(shape: XmlElement, { masterStyles }: OpenSlide, models: readonly XmlElement[]): Styles {
  const type = placeholderOf(shape)?.get('type')
  const sort =
    placeholderOf(shape) === undefined
      ? 'p:otherStyle'
      : kindOf(type ?? 'body') === 'title'
        ? 'p:titleStyle'
        : 'p:bodyStyle'
  return [
    ...[shape, ...models].map((each) => findChild(each, 'p:txBody', 'a:lstStyle', 'a:lvl1pPr')),
    findChild(masterStyles, sort, 'a:lvl1pPr'),
  ]
}
