import { escapeMarkup } from '../../escape-markup.ts'
import type { XmlElement, XmlNode } from '../../../../xml/xml-tree.ts'
import { findAll, findChild, parseXml, printXml, withChildren } from '../../../../xml/xml-tree.ts'
import { directParagraphs } from '../direct-paragraphs.ts'
import type { Area } from '../frame.ts'
import { emuPerInch } from '../frame.ts'
import type { Placeholder } from './deck-template.ts'
import type { HolderLook } from './holder-look.ts'

/** Words for a placeholder of the layout, which gives them their place and look. */
export interface Filling {
  readonly holder: Placeholder
  readonly lines: readonly string[]
  /** Points, where the layout's own type would not fit. */
  readonly size?: number
  /** What the words stand for: the slide's number, which PowerPoint keeps right. */
  readonly field?: 'slidenum'
  /** What the template's styles do not say. */
  readonly look?: HolderLook
  /** The reader makes it smaller where its own font runs wider than the template's: nothing comes over what is drawn. */
  readonly shrinks?: true
  /** Where it stands instead of the layout's own place, in inches of the template. */
  readonly area?: Area
}

/** Words that the layout has no place for. `area` is in inches of the template. */
export interface LooseWords {
  readonly name: string
  readonly text: string
  readonly size: number
  readonly area: Area
  readonly align: 'l' | 'r'
  readonly field?: 'slidenum'
  readonly look?: HolderLook
}

/**
 * A slide as PptxGenJS wrote it, put on a layout: its title becomes the layout's, the words of every page fill the
 * placeholders at its foot or stand where there is none, everything else stays where it was placed.
 */
export function fillSlide(
  xml: string,
  fillings: readonly Filling[],
  loose: readonly LooseWords[],
  body?: Placeholder,
): string {
  const slide = parseXml(xml)
  const tree = findChild(slide, 'p:cSld', 'p:spTree')
  if (slide === undefined || tree === undefined) throw new Error('A slide without shapes was written.')
  const numbers = findAll(tree, 'p:cNvPr').map(({ attributes }) => Number(attributes.get('id')))
  let next = Math.max(1, ...numbers)
  const made = [
    ...fillings.map((filling) => holderXml((next += 1), filling)),
    ...loose.map((words) => looseXml((next += 1), words)),
  ].flatMap((text) => parseXml(directParagraphs(text)) ?? [])
  const isWords = (node: XmlNode): node is XmlElement =>
    typeof node !== 'string' && findChild(node, 'p:nvSpPr', 'p:cNvPr')?.attributes.get('name') === wordsName
  const isTitle = (node: XmlNode): boolean =>
    typeof node !== 'string' && node.name === 'p:sp' && findChild(node, 'p:nvSpPr', 'p:nvPr', 'p:ph') !== undefined
  const [start, rest] = [
    tree.children.slice(0, 2),
    tree.children
      .slice(2)
      .filter((node) => !isTitle(node))
      .map((node) => (isWords(node) && body !== undefined ? inBody(node, body) : node)),
  ]
  const [title, ...others] = made
  const shapes = withChildren(tree, [...start, ...(title === undefined ? [] : [title]), ...rest, ...others])
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${printXml(replaceTree(slide, shapes))}`
}

function replaceTree(slide: XmlElement, shapes: XmlElement): XmlElement {
  const inData = (node: XmlNode): XmlNode => (typeof node !== 'string' && node.name === 'p:spTree' ? shapes : node)
  return withChildren(
    slide,
    slide.children.map((node) =>
      typeof node !== 'string' && node.name === 'p:cSld' ? withChildren(node, node.children.map(inData)) : node,
    ),
  )
}

/** As the writer of texts calls a list or paragraph. */
export const wordsName = 'Words'

const holderNames: Readonly<Record<string, string>> = {
  title: 'Title',
  ctrTitle: 'Title',
  subTitle: 'Subtitle',
  dt: 'Date',
  ftr: 'Footer',
  sldNum: 'Slide number',
}

function holderXml(id: number, { holder, lines, size, field, look, area, shrinks }: Filling): string {
  const name = holderNames[holder.type] ?? 'Text'
  const isBody = holder.type === 'subTitle' || holder.type === 'body'
  const align = look?.align === undefined ? '' : ` algn="${look.align}"`
  const plain = isBody
    ? `<a:pPr marL="0" indent="0"${align}><a:buNone/></a:pPr>`
    : align === ''
      ? ''
      : `<a:pPr${align}/>`
  const paragraphs = lines
    .map((line) => `<a:p>${plain}${runXml(line, { size: size ?? look?.size, field, look })}</a:p>`)
    .join('')
  const body = shrinks === true ? '<a:bodyPr><a:normAutofit/></a:bodyPr>' : '<a:bodyPr/>'
  const place = area === undefined ? '<p:spPr/>' : `<p:spPr>${placeXml(area)}</p:spPr>`
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${holderMark(holder)}</p:nvPr></p:nvSpPr>${place}<p:txBody>${body}<a:lstStyle/>${paragraphs}</p:txBody></p:sp>`
}

/** What binds a shape to the layout's placeholder. */
function holderMark({ shape }: Placeholder): string {
  const own = shape.children.find((node) => typeof node !== 'string' && /^p:nv\w+Pr$/.test(node.name))
  const stated = typeof own === 'string' ? undefined : findChild(own, 'p:nvPr', 'p:ph')
  const kept = ['type', 'orient', 'sz', 'idx'].flatMap((name) => {
    const value = stated?.attributes.get(name)
    return value === undefined ? [] : [` ${name}="${value}"`]
  })
  return `<p:ph${kept.join('')}/>`
}

/** A shape of words as the layout's body: place, bullets and colour are the client's; the type is what fits. */
function inBody(shape: XmlElement, body: Placeholder): XmlElement {
  const marked = parseXml(`<p:nvPr>${holderMark(body)}</p:nvPr>`)
  const isLook = ({ name, children }: XmlElement): boolean =>
    name === 'a:solidFill' ||
    (name === 'a:pPr' && children.some((child) => typeof child !== 'string' && child.name === 'a:buChar'))
  const bare = (node: XmlNode): XmlNode[] => {
    if (typeof node === 'string') return [node]
    if (isLook(node)) return []
    if (node.name === 'p:nvPr' && marked !== undefined) return [marked]
    if (node.name === 'p:spPr' || node.name === 'a:bodyPr') return [{ ...node, attributes: new Map(), children: [] }]
    return [withChildren(node, node.children.flatMap(bare))]
  }
  return withChildren(shape, shape.children.flatMap(bare))
}

function placeXml({ x, y, w, h }: Area): string {
  const emu = (inches: number): number => Math.round(inches * emuPerInch)
  return `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm>`
}

function looseXml(id: number, { name, text, size, area, align, field, look }: LooseWords): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${placeXml(area)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/><a:p><a:pPr algn="${align}"/>${runXml(text, { size, field, look })}</a:p></p:txBody></p:sp>`
}

interface Run {
  readonly size: number | undefined
  readonly field: 'slidenum' | undefined
  readonly look: HolderLook | undefined
}

function runXml(text: string, { size, field, look: { fill } = {} }: Run): string {
  const sized = `<a:rPr lang="en-GB"${size === undefined ? '' : ` sz="${Math.round(size * 2) * 50}"`}`
  const look = fill === undefined ? `${sized}/>` : `${sized}>${printXml(fill)}</a:rPr>`
  const words = `<a:t>${escapeMarkup(text)}</a:t>`
  return field === undefined
    ? `<a:r>${look}${words}</a:r>`
    : `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="${field}">${look}${words}</a:fld>`
}
