import type { Outline } from '../../../outline.ts'
import { keepParts, pictureRelations } from '../../ooxml/keep-parts.ts'
import { relationshipsOf, xmlOf } from '../../ooxml/open-package.ts'
import type { PackageBuilder } from '../../ooxml/package.ts'
import { xmlHead } from '../../ooxml/package.ts'
import type { XmlElement } from '../../../../xml/xml-tree.ts'
import { childrenOf, findAll, parseXml, printXml, withChildren } from '../../../../xml/xml-tree.ts'
import { documentPath } from '../body.ts'
import type { PageEdges } from '../sections.ts'
import { footerParagraph, relationSpace, wordType } from '../sections.ts'
import type { StyleLook } from '../styles-xml.ts'
import { abstractLists, fontTable, lists, wordSpace } from '../styles-xml.ts'
import { mergeStyles } from './merge-styles.ts'
import type { EdgePart, WordBase } from './word-base.ts'
import type { WordTemplate } from './word-template.ts'

interface Content {
  readonly outline: Outline
  readonly look: StyleLook
  readonly orderedLists: number
}

export interface AddedTemplate {
  readonly edges: PageEdges
  /** The body with the client's styles and lists in place of ours. */
  readonly restyle: (body: string) => string
}

/**
 * Puts the client's styles, theme, lists, headers and footers into the package, with what of ours they lack. Nothing of
 * the template's own text comes in, and nothing that leads outside it.
 */
export function addTemplate(base: WordBase, parts: PackageBuilder, content: Content): AddedTemplate {
  const { template } = base
  const styles = mergeStyles(template, content.look)
  parts.add('word/styles.xml', `${wordType}.styles+xml`, styles.xml)
  const taken = addNumbering(template, parts, content.orderedLists)
  addThemeAndFonts(template, parts)
  const restyle = (body: string): string =>
    body
      // Word's own heads and lines of a table, not the ones that we would draw.
      .replace(/<w:tbl>.*?<\/w:tbl>/gs, (table) => (styles.tableStyle === undefined ? table : inTheirStyle(table)))
      .replace(
        /<w:pStyle w:val="ListParagraph"\/>(<w:keepNext\/>)?<w:numPr><w:ilvl w:val="0"\/><w:numId w:val="1"\/><\/w:numPr>/g,
        (ours, keep = '') => (styles.bullets === undefined ? ours : `<w:pStyle w:val="${styles.bullets}"/>${keep}`),
      )
      .replace(/<w:numId w:val="(\d+)"\/>/g, (_, number: string) => `<w:numId w:val="${Number(number) + taken}"/>`)
      // A heading that has its number in its words is not numbered again.
      .replace(
        /(<w:pStyle w:val="Heading\d"\/><w:keepNext\/>)(<\/w:pPr>(?:<w:bookmarkStart[^>]*>)?<w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:t[^>]*>\d)/g,
        '$1<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>$2',
      )
      .replace(
        /<w:(pStyle|rStyle|tblStyle) w:val="([^"]*)"\/>/g,
        (_, kind: string, id: string) =>
          `<w:${kind} w:val="${kind === 'tblStyle' ? (styles.tableStyle ?? styles.idOf(id)) : styles.idOf(id)}"/>`,
      )
  return { edges: addEdges(base, parts, content.outline, restyle), restyle }
}

/** A table in the client's style: its own lines, and its own look of the first row. */
function inTheirStyle(table: string): string {
  return table
    .replace(/(<w:tcW [^>]*>)<w:shd [^>]*>/g, '$1')
    .replace(
      '</w:tblPr>',
      `<w:tblLook w:val="0420" w:firstRow="${table.includes('<w:tblHeader/>') ? 1 : 0}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>`,
    )
}

/** Their lists and ours after them; gives the last number that they have. */
function addNumbering(template: WordTemplate, parts: PackageBuilder, orderedLists: number): number {
  const { file } = template
  const path = relationshipsOf(file.parts, file.main).find(({ type }) => type === 'numbering')?.target
  const theirs = path === undefined ? undefined : xmlOf(file.parts, path)
  const numberOf = (elements: readonly XmlElement[], name: string): number =>
    Math.max(0, ...elements.map(({ attributes }) => Number(attributes.get(name)) || 0))
  const [kinds, own] = [childrenOf(theirs, 'w:abstractNum'), childrenOf(theirs, 'w:num')]
  const from = numberOf(kinds, 'w:abstractNumId') + 1
  const taken = numberOf(own, 'w:numId')
  const plain = kinds.map(withoutPictures)
  const root = theirs ?? { name: 'w:numbering', attributes: new Map([['xmlns:w', wordSpace]]), children: [] }
  const merged = withChildren(root, [...plain, abstractLists(from), ...own, lists(orderedLists, from, taken)])
  parts.add('word/numbering.xml', `${wordType}.numbering+xml`, `${xmlHead}${printXml(merged)}`)
  return taken
}

/** Dots that are pictures would need parts that are left behind. */
function withoutPictures(element: XmlElement): XmlElement {
  const kept = element.children.filter((child) => typeof child === 'string' || child.name !== 'w:lvlPicBulletId')
  return withChildren(
    element,
    kept.map((child) => (typeof child === 'string' ? child : withoutPictures(child))),
  )
}

function addThemeAndFonts({ file, styles }: WordTemplate, parts: PackageBuilder): void {
  const theme = relationshipsOf(file.parts, file.main).find(({ type }) => type === 'theme')?.target
  const tree = theme === undefined ? undefined : xmlOf(file.parts, theme)
  if (tree !== undefined && findAll(tree, 'a:blip').length === 0) {
    const type = 'application/vnd.openxmlformats-officedocument.theme+xml'
    parts.add('word/theme/theme1.xml', type, `${xmlHead}${printXml(tree)}`)
    parts.relate(documentPath, 'theme', 'word/theme/theme1.xml')
  }
  const fonts = findAll(styles, 'w:rFonts').flatMap(({ attributes }) => attributes.get('w:ascii') ?? [])
  parts.add('word/fontTable.xml', `${wordType}.fontTable+xml`, fontTable(fonts))
  parts.relate(documentPath, 'fontTable', 'word/fontTable.xml')
}

/** Their parts stand in a folder of their own, where none of ours can have their names. */
const inClient = (path: string): string => `word/client/${path.split('/').slice(1).join('-')}`

/** Their headers and footers; every footer also says what every page has to say. */
function addEdges(
  base: WordBase,
  parts: PackageBuilder,
  outline: Outline,
  restyle: (xml: string) => string,
): PageEdges {
  const { template, edges, pages } = base
  const width = pages.upright.textWidth
  const kept = keepParts(
    template.file,
    edges.map(({ path }) => path),
    new Set(pictureRelations),
    inClient,
  )
  const footers = new Set(edges.flatMap(({ edge, path }) => (edge === 'footer' ? [inClient(path)] : [])))
  for (const [path, { contentType, content }] of kept) {
    const isFooter = footers.has(path) && typeof content === 'string'
    parts.add(path, contentType, isFooter ? withOurWords(content, outline, width, restyle) : content)
  }
  const own = 'word/footer.xml'
  // Pages for which they have no footer get ours, or they would say nothing.
  const types = new Set(edges.map(({ type }) => type).concat('default'))
  const bare = [...types].filter((type) => !edges.some((each) => each.edge === 'footer' && each.type === type))
  if (bare.length > 0) {
    const words = restyle(footerParagraph(outline, width, true))
    const xml = `${xmlHead}<w:ftr xmlns:w="${wordSpace}" xmlns:r="${relationSpace}">${words}</w:ftr>`
    parts.add(own, `${wordType}.footer+xml`, xml)
  }
  return (_, isFirst) => {
    const shown = (type: EdgePart['type']): boolean => isFirst || type !== 'first'
    const theirs = edges
      .filter(({ type }) => shown(type))
      .map(({ edge, type, path }) => referenceXml(edge, type, parts.relate(documentPath, edge, inClient(path))))
    const ours = bare
      .filter(shown)
      .map((type) => referenceXml('footer', type, parts.relate(documentPath, 'footer', own)))
    return [...theirs, ...ours].join('')
  }
}

function referenceXml(edge: EdgePart['edge'], type: string, id: string): string {
  return `<w:${edge}Reference w:type="${type}" r:id="${id}"/>`
}

/** Their footer, with a line of ours under it; the page's number only where theirs has none. */
function withOurWords(xml: string, outline: Outline, width: number, restyle: (xml: string) => string): string {
  const footer = parseXml(xml)
  if (footer === undefined) return xml
  const isNumbered = /\b(?:PAGE|NUMPAGES)\b/.test(xml)
  const words = restyle(footerParagraph(outline, width, !isNumbered))
  return `${xmlHead}${printXml(withChildren(footer, [...footer.children, words]))}`
}
