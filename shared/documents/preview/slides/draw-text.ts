import { escapeMarkup } from '../../writers/escape-markup.ts'
import { childrenOf, findChild, plainText, type XmlElement } from '../../../xml/xml-tree.ts'
import { colourOf, pixels } from './look.ts'
import type { OpenSlide } from './open-slides.ts'

/** What a text takes over where it says nothing itself: the nearest first. */
export type Styles = readonly (XmlElement | undefined)[]

const pixelsPerPoint = 96 / 72

/** The paragraphs of a text as HTML, as a browser sets them in the size and colour that the file says. */
export function drawParagraphs(
  body: XmlElement,
  slide: Pick<OpenSlide, 'colours' | 'fonts'>,
  styles: Styles,
  number: number,
): string {
  let turn = 0
  return childrenOf(body, 'a:p')
    .map((paragraph) => {
      const own = findChild(paragraph, 'a:pPr')
      const all = [own, ...styles]
      const attribute = (name: string): string | undefined =>
        all.map((style) => style?.attributes.get(name)).find((value) => value !== undefined)
      const runs = paragraph.children.flatMap((child) =>
        typeof child !== 'string' && ['a:r', 'a:fld', 'a:br'].includes(child.name) ? [child] : [],
      )
      const inner = runs.map((run) => drawRun(run, slide, styles, number)).join('')
      const counts = findChild(own, 'a:buAutoNum') !== undefined
      turn = counts ? turn + 1 : 0
      const character = findChild(own, 'a:buChar')?.attributes.get('char')
      const mark = counts ? `${turn}.` : character === undefined ? '' : plainText(character.replace('&#x2022;', '•'))
      const left = pixels(attribute('marL'))
      const after = Number(findChild(own, 'a:spcAft', 'a:spcPts')?.attributes.get('val') ?? 0) / 100
      const align = { ctr: 'center', r: 'right', just: 'justify' }[attribute('algn') ?? 'l'] ?? 'left'
      const style = `margin:0 0 ${after * pixelsPerPoint}px;padding-left:${mark === '' ? 0 : left}px;text-align:${align}`
      const bullet =
        mark === '' ? '' : `<span class="mark" style="${runStyle(runs[0], slide, styles)}">${escapeMarkup(mark)}</span>`
      return `<p style="${style}">${bullet}${inner === '' ? '&#8203;' : inner}</p>`
    })
    .join('')
}

function drawRun(run: XmlElement, slide: Pick<OpenSlide, 'colours' | 'fonts'>, styles: Styles, number: number): string {
  if (run.name === 'a:br') return '<br>'
  const words =
    run.attributes.get('type') === 'slidenum' ? String(number) : childrenOf(run, 'a:t').map(wordsIn).join('')
  return `<span style="${runStyle(run, slide, styles)}">${escapeMarkup(words)}</span>`
}

function runStyle(
  run: XmlElement | undefined,
  { colours, fonts }: Pick<OpenSlide, 'colours' | 'fonts'>,
  styles: Styles,
): string {
  const all = [findChild(run, 'a:rPr'), ...styles.map((style) => findChild(style, 'a:defRPr'))]
  const attribute = (name: string): string | undefined =>
    all.map((properties) => properties?.attributes.get(name)).find((value) => value !== undefined)
  const first = <T>(read: (properties: XmlElement) => T | undefined): T | undefined =>
    all.flatMap((properties) => (properties === undefined ? [] : (read(properties) ?? [])))[0]
  const size = (Number(attribute('sz') ?? 1800) / 100) * pixelsPerPoint
  const colour = first((properties) => colourOf(findChild(properties, 'a:solidFill'), colours))
  const named = first((properties) => findChild(properties, 'a:latin')?.attributes.get('typeface')) ?? '+mn-lt'
  const face = (fonts.get(named) ?? named).replace(/[^\p{L}\p{N} -]/gu, '')
  return [
    `font-size:${Math.round(size * 100) / 100}px`,
    `font-family:'${face}',Arial,'Liberation Sans',sans-serif`,
    ...(attribute('b') === '1' ? ['font-weight:700'] : []),
    ...(attribute('i') === '1' ? ['font-style:italic'] : []),
    ...(colour === undefined ? [] : [`color:${colour}`]),
  ].join(';')
}

/** The words that stand in an element itself. */
export function wordsIn({ children }: XmlElement): string {
  return plainText(children.filter((child) => typeof child === 'string').join(''))
}
