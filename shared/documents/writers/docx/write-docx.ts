import type { Outline } from '../../outline.ts'
import type { PackageBuilder } from '../ooxml/package.ts'
import { startPackage, xmlHead } from '../ooxml/package.ts'
import { addProperties } from '../ooxml/properties.ts'
import type { BodyState } from './body.ts'
import { blockXml, documentPath } from './body.ts'
import { contentsXml } from './contents.ts'
import type { Orientation } from './measures.ts'
import { pageOf } from './measures.ts'
import { stretchesOf } from './pages.ts'
import { paragraphXml, runXml } from './runs.ts'
import { documentStyles, listNumbers, wordSpace } from './styles-xml.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const relationSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const drawingSpace = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'

/**
 * The document as a Word file that people edit: Word's own styles, numbered lists, tables whose heads repeat, charts with
 * their numbers inside, pictures as SVG with points for readers that cannot show it. The same outline gives the same
 * bytes; nothing of the machine or its user is in it.
 */
export async function writeDocx(outline: Outline): Promise<Uint8Array> {
  const { default: Zip } = await import('jszip')
  const parts = startPackage()
  const state: BodyState = { parts, outline, Zip, contents: [], orderedLists: 0, drawings: 0, pictures: 0, charts: 0 }
  parts.relate('', 'officeDocument', documentPath)
  parts.relate(documentPath, 'styles', 'word/styles.xml')
  parts.relate(documentPath, 'numbering', 'word/numbering.xml')
  parts.relate(documentPath, 'settings', 'word/settings.xml')
  // The cover shows the title: a document that repeats it as its first heading (a decision record) shows it once.
  const blocks = outline.blocks.filter(
    (block) => block.type !== 'heading' || block.level > 1 || block.text !== outline.title,
  )
  const stretches = stretchesOf(blocks)
  const sections: string[] = []
  for (const { orientation, blocks: own } of stretches) {
    const written: string[] = []
    for (const block of own) written.push(await blockXml(block, orientation, state))
    sections.push(written.join(''))
  }
  const last = stretches.at(-1)?.orientation ?? 'upright'
  const body = sections.map((section, index) => {
    const orientation = stretches[index]?.orientation ?? 'upright'
    const ends = index < sections.length - 1
    return `${section}${ends ? `<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>${sectionXml(orientation, parts)}</w:pPr></w:p>` : ''}`
  })
  const cover = `${coverXml(outline)}${contentsXml(state.contents)}`
  // A cover before a page on its side stands on an upright one.
  const coverEnd =
    stretches[0]?.orientation === 'sideways'
      ? `<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>${sectionXml('upright', parts)}</w:pPr></w:p>`
      : ''
  const closing = outline.footer === '' ? '' : paragraphXml('SmallPrint', runXml(outline.footer))
  parts.add(
    documentPath,
    `${wordType}.document.main+xml`,
    `${xmlHead}<w:document xmlns:w="${wordSpace}" xmlns:r="${relationSpace}" xmlns:wp="${drawingSpace}"><w:body>${cover}${coverEnd}${body.join('')}${closing}${sectionXml(last, parts)}</w:body></w:document>`,
  )
  parts.add('word/styles.xml', `${wordType}.styles+xml`, documentStyles())
  parts.add('word/numbering.xml', `${wordType}.numbering+xml`, listNumbers(state.orderedLists))
  parts.add(
    'word/settings.xml',
    `${wordType}.settings+xml`,
    `${xmlHead}<w:settings xmlns:w="${wordSpace}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
  )
  for (const orientation of ['upright', 'sideways'] as const) addFooter(orientation, parts, outline)
  addProperties(parts, outline)
  return parts.write(outline.date, Zip)
}

function coverXml(outline: Outline): string {
  const people = outline.authors.length > 0 ? outline.authors.join(', ') : undefined
  const line = [outline.client, people, outline.date, outline.confidentiality].filter(
    (word) => word !== undefined && word !== '',
  )
  return [
    outline.subtitle === undefined ? '' : paragraphXml('Subtitle', runXml(outline.subtitle)),
    paragraphXml('Title', runXml(outline.title)),
    paragraphXml('Byline', runXml(line.join(' · '))),
  ].join('')
}

const footerPath = (orientation: Orientation): string => `word/footer-${orientation}.xml`

function sectionXml(orientation: Orientation, parts: PackageBuilder): string {
  const { width, height, margin } = pageOf(orientation)
  const footer = parts.relate(documentPath, 'footer', footerPath(orientation))
  const turned = orientation === 'sideways' ? ' w:orient="landscape"' : ''
  return `<w:sectPr><w:footerReference w:type="default" r:id="${footer}"/><w:type w:val="nextPage"/><w:pgSz w:w="${width}" w:h="${height}"${turned}/><w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`
}

const longestTitle = 70

function addFooter(orientation: Orientation, parts: PackageBuilder, outline: Outline): void {
  const letters = Array.from(outline.title)
  const title = letters.length > longestTitle ? `${letters.slice(0, longestTitle - 1).join('')}…` : outline.title
  const hash = outline.designHash === undefined ? undefined : `Design ${outline.designHash}`
  const words = [outline.confidentiality, title, outline.date, hash].filter((part) => part !== undefined && part !== '')
  const field = (name: string): string => `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`
  const tab = `<w:tabs><w:tab w:val="right" w:pos="${pageOf(orientation).textWidth}"/></w:tabs>`
  const runs = `${runXml(words.join('  ·  '))}<w:r><w:tab/></w:r>${runXml('Page ')}${field('PAGE')}${runXml(' of ')}${field('NUMPAGES')}`
  parts.add(
    footerPath(orientation),
    `${wordType}.footer+xml`,
    `${xmlHead}<w:ftr xmlns:w="${wordSpace}" xmlns:r="${relationSpace}">${paragraphXml('Footer', runs, tab)}</w:ftr>`,
  )
}
