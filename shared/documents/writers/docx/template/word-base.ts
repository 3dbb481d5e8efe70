import type { BrandFile, PageRoom } from '../../../brand.ts'
import { relationshipsOf, xmlOf } from '../../ooxml/open-package.ts'
import { findAll, findChild } from '../../../../xml/xml-tree.ts'
import type { XmlElement } from '../../../../xml/xml-tree.ts'
import { childrenOf } from '../../../../xml/xml-tree.ts'
import type { Margins, Pages } from '../measures.ts'
import { housePages, pagesOf, twipsPerPoint } from '../measures.ts'
import type { WordTemplate } from './word-template.ts'
import { openWordTemplate } from './word-template.ts'

/** What a document needs of its template. */
export interface WordBase {
  readonly template: WordTemplate
  readonly pages: Pages
  readonly edges: readonly EdgePart[]
  /** Left and right pages have headers of their own. */
  readonly hasEvenPages: boolean
  /** Its headers show a picture: then no other logo is put on the cover. */
  readonly hasPicture: boolean
}

/** A header or footer of the template's last section. */
export interface EdgePart {
  readonly edge: 'header' | 'footer'
  /** The pages that it stands on. */
  readonly type: 'default' | 'first' | 'even'
  /** Of its part in the template. */
  readonly path: string
  readonly tree: XmlElement
}

/** The base that a client's file gives; nothing where there is none or it cannot be used, which its reader has said. */
export async function wordBaseOf(file: BrandFile | undefined): Promise<WordBase | undefined> {
  const opened = file === undefined ? undefined : await openWordTemplate(file.bytes)
  if (opened?.ok !== true) return undefined
  const template = opened.value
  const edges = edgesOf(template)
  const settings = relationshipsOf(template.file.parts, template.file.main).find(({ type }) => type === 'settings')
  const stated = settings === undefined ? undefined : xmlOf(template.file.parts, settings.target)
  return {
    template,
    pages: pagesFrom(template.section),
    edges,
    hasEvenPages: findChild(stated, 'w:evenAndOddHeaders') !== undefined,
    hasPicture: edges.some(({ tree }) => findAll(tree, 'a:blip', 'v:imagedata').length > 0),
  }
}

/** Word's own size of text, in points, where a file states none. */
const usualText = 10

/** What stands on an upright page of a client's Word file. */
export function roomOf({ section, styles, found }: WordTemplate): PageRoom {
  const { textWidth, textHeight } = pagesFrom(section).upright
  const normal = found.find(({ type, name }) => type === 'paragraph' && name.toLowerCase() === 'normal')?.element
  const sizes = [
    findChild(normal, 'w:rPr', 'w:sz'),
    findChild(styles, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:sz'),
  ].map((size) => Number(size?.attributes.get('w:val')) / 2)
  return {
    width: textWidth / twipsPerPoint,
    height: textHeight / twipsPerPoint,
    textSize: sizes.find((size) => size > 0) ?? usualText,
  }
}

/** Narrower, in twentieths of a point, tables and pictures have no room: then our own page stands in. */
const leastText = 5000

function pagesFrom(section: XmlElement | undefined): Pages {
  const size = findChild(section, 'w:pgSz')?.attributes
  const stated = findChild(section, 'w:pgMar')?.attributes
  const [width, height] = [Number(size?.get('w:w')), Number(size?.get('w:h'))]
  if (!(width > 0) || !(height > 0)) return housePages
  const own = housePages.upright.margins
  const margin = (name: keyof Margins): number => {
    const given = Number(stated?.get(`w:${name}`))
    // Word writes a negative margin where the header must not push the text down.
    return Number.isFinite(given) && stated?.get(`w:${name}`) !== undefined ? Math.abs(given) : own[name]
  }
  const margins: Margins = {
    top: margin('top'),
    right: margin('right'),
    bottom: margin('bottom'),
    left: margin('left'),
    header: margin('header'),
    footer: margin('footer'),
  }
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  const pages = pagesOf(short, long, margins)
  const { upright, sideways } = pages
  const isRoom = Math.min(upright.textWidth, upright.textHeight, sideways.textWidth, sideways.textHeight) >= leastText
  return isRoom ? pages : pagesOf(short, long, own)
}

function edgesOf({ file, section }: WordTemplate): readonly EdgePart[] {
  const relations = relationshipsOf(file.parts, file.main)
  return (['header', 'footer'] as const).flatMap((edge) =>
    childrenOf(section, `w:${edge}Reference`).flatMap(({ attributes }): readonly EdgePart[] => {
      const path = relations.find(({ id }) => id === attributes.get('r:id'))?.target
      const tree = path === undefined ? undefined : xmlOf(file.parts, path)
      const type = attributes.get('w:type')
      if (path === undefined || tree === undefined || !(type === 'default' || type === 'first' || type === 'even'))
        return []
      // Word shows the first page's own only where the section says so.
      if (type === 'first' && findChild(section, 'w:titlePg') === undefined) return []
      return [{ edge, type, path, tree }]
    }),
  )
}
