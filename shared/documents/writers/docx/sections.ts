import type { Outline } from '../../outline.ts'
import type { PackageBuilder } from '../ooxml/package.ts'
import { xmlHead } from '../ooxml/package.ts'
import { pageWords, wordGap } from '../page-words.ts'
import { documentPath } from './body.ts'
import type { Orientation, Pages } from './measures.ts'
import { runXml } from './runs.ts'
import { wordSpace } from './styles-xml.ts'

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
export const relationSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Headers and footers of a section, as references in the order that the schema wants. */
export type PageEdges = (orientation: Orientation, isFirst: boolean) => string

const footerPath = (orientation: Orientation): string => `word/footer-${orientation}.xml`

/** The footers of a document without a template: one for each direction of its pages. */
export function addFooters(parts: PackageBuilder, outline: Outline, pages: Pages): PageEdges {
  for (const orientation of ['upright', 'sideways'] as const) {
    const words = footerParagraph(outline, pages[orientation].textWidth, true)
    parts.add(
      footerPath(orientation),
      `${wordType}.footer+xml`,
      `${xmlHead}<w:ftr xmlns:w="${wordSpace}" xmlns:r="${relationSpace}">${words}</w:ftr>`,
    )
  }
  return (orientation) =>
    `<w:footerReference w:type="default" r:id="${parts.relate(documentPath, 'footer', footerPath(orientation))}"/>`
}

/** Eight points, whatever a client's style of footers has: all of it stands in one line. */
const small = '<w:sz w:val="16"/><w:szCs w:val="16"/>'

/** Who may read it, for whom, what and from when it is, and of which design; with the page's number where asked. */
export function footerParagraph(outline: Outline, textWidth: number, isNumbered: boolean): string {
  const field = (name: string): string =>
    `<w:fldSimple w:instr=" ${name} "><w:r><w:rPr>${small}</w:rPr><w:t>1</w:t></w:r></w:fldSimple>`
  const tab = `<w:tabs><w:tab w:val="right" w:pos="${textWidth}"/></w:tabs>`
  const number = `<w:r><w:tab/></w:r>${runXml('Page ', small)}${field('PAGE')}${runXml(' of ', small)}${field('NUMPAGES')}`
  const words = runXml(pageWords(outline).join(wordGap), small)
  // Never turned round by a client's name from the right: the page's number stays at the right.
  return `<w:p><w:pPr><w:pStyle w:val="Footer"/>${tab}</w:pPr>${words}${isNumbered ? number : ''}</w:p>`
}

/** The end of a section: its page, and the heads and feet (`edges`) that it refers to. */
export function sectionXml(orientation: Orientation, pages: Pages, edges: string): string {
  const { width, height, margins } = pages[orientation]
  const { top, right, bottom, left, header, footer } = margins
  const turned = orientation === 'sideways' ? ' w:orient="landscape"' : ''
  const isFirstApart = edges.includes('w:type="first"') ? '<w:titlePg/>' : ''
  return `<w:sectPr>${edges}<w:type w:val="nextPage"/><w:pgSz w:w="${width}" w:h="${height}"${turned}/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="${header}" w:footer="${footer}" w:gutter="0"/>${isFirstApart}</w:sectPr>`
}
