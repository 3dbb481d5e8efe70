import { paletteOf } from '../../brand/palette.ts'
import type { Brand, Logo } from '../../brand.ts'
import type { Block, Outline } from '../../outline.ts'
import { ink } from '../../picture/colours.ts'
import { startPackage, xmlHead } from '../ooxml/package.ts'
import { addProperties } from '../ooxml/properties.ts'
import { startOfEnding, staysTogether } from '../page-breaks.ts'
import { isLongTitle } from '../page-words.ts'
import type { BodyState } from './body.ts'
import { blockXml, documentPath } from './body.ts'
import { contentsMark, contentsPoints, contentsXml, isLong } from './contents.ts'
import { logoXml } from './drawings.ts'
import { emuPerPixel, pagesOn } from './measures.ts'
import { coverPoints, fillOfPage } from './page-fill.ts'
import { stretchesOf } from './pages.ts'
import { paragraphXml, runXml } from './runs.ts'
import { addFooters, relationSpace, sectionXml, wordType } from './sections.ts'
import type { StyleLook } from './styles-xml.ts'
import { documentStyles, fallbackFont, fontTable, listNumbers, wordSpace } from './styles-xml.ts'
import type { WordBase } from './template/word-base.ts'
import { wordBaseOf } from './template/word-base.ts'
import { addTemplate } from './template/add-template.ts'

const drawingSpace = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'

/**
 * The document as a Word file that people edit: Word's own styles, or the client's where there is a template; numbered
 * lists, tables whose heads repeat, charts with their numbers inside, pictures as SVG with points for readers that
 * cannot show it. The same outline gives the same bytes; nothing of the machine or its user is in it.
 */
export async function writeDocx(outline: Outline): Promise<Uint8Array> {
  const { default: Zip } = await import('jszip')
  const { brand } = outline
  const base = await wordBaseOf(brand?.wordFile)
  const parts = startPackage()
  const state: BodyState = {
    parts,
    outline,
    pages: base?.pages ?? pagesOn(brand?.paper, outline.isOnePage === true),
    palette: paletteOf(withTheme(brand, base)),
    Zip,
    contents: [],
    headingsAbove: 0,
    orderedLists: 0,
    drawings: 0,
    pictures: 0,
    charts: 0,
  }
  parts.relate('', 'officeDocument', documentPath)
  parts.relate(documentPath, 'styles', 'word/styles.xml')
  parts.relate(documentPath, 'numbering', 'word/numbering.xml')
  parts.relate(documentPath, 'settings', 'word/settings.xml')
  const look = lookOf(outline)
  const logo = base?.hasPicture === true ? undefined : brand?.logo
  const written = await bodyOf(outline, state, logo)
  const finish =
    base === undefined ? undefined : addTemplate(base, parts, { outline, look, orderedLists: state.orderedLists })
  const edges = finish?.edges ?? addFooters(parts, outline, state.pages)
  const body = written.replace(sectionMark, (_, orientation: 'upright' | 'sideways', count: string) =>
    sectionXml(orientation, state.pages, edges(orientation, count === '0')),
  )
  parts.add(
    documentPath,
    `${wordType}.document.main+xml`,
    `${xmlHead}<w:document xmlns:w="${wordSpace}" xmlns:r="${relationSpace}" xmlns:wp="${drawingSpace}"><w:body>${finish?.restyle(body) ?? body}</w:body></w:document>`,
  )
  if (base === undefined) {
    parts.add('word/styles.xml', `${wordType}.styles+xml`, documentStyles(look))
    parts.add('word/numbering.xml', `${wordType}.numbering+xml`, listNumbers(state.orderedLists))
    parts.add('word/fontTable.xml', `${wordType}.fontTable+xml`, fontTable([look.headings, look.text]))
    parts.relate(documentPath, 'fontTable', 'word/fontTable.xml')
  }
  parts.add(
    'word/settings.xml',
    `${wordType}.settings+xml`,
    `${xmlHead}<w:settings xmlns:w="${wordSpace}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>${base?.hasEvenPages === true ? '<w:evenAndOddHeaders/>' : ''}<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
  )
  addProperties(parts, outline)
  return parts.write(outline.date, Zip)
}

/** Where nobody has stated an accent, charts and notes have the one of the client's file. */
function withTheme(brand: Brand | undefined, base: WordBase | undefined): Brand | undefined {
  const theirs = base?.template.theme.colours['accent1']
  return theirs === undefined || brand?.accent !== undefined ? brand : { ...brand, accent: theirs }
}

function lookOf({ brand }: Outline): StyleLook {
  const { accentDark } = paletteOf(brand)
  const text = brand?.fonts?.text ?? fallbackFont
  return {
    title: brand?.accent === undefined ? ink.text : accentDark,
    accent: accentDark,
    headings: brand?.fonts?.headings ?? text,
    text,
  }
}

/** Where a section ends, until its headers and footers are known; the first one is number 0. */
const sectionMark = /<section (upright|sideways) (\d+)>/g

async function bodyOf(outline: Outline, state: BodyState, logo: Logo | undefined): Promise<string> {
  // The cover shows the title: a document that repeats it as its first heading (a decision record) shows it once.
  const blocks = outline.blocks.filter(
    (block) => block.type !== 'heading' || block.level > 1 || block.text !== outline.title,
  )
  const openingPoints = coverPoints + (isLong(blocks) ? contentsPoints(blocks) : 0)
  const stretches = stretchesOf(blocks, state.pages, (before, opens) =>
    fillOfPage(before, state.pages, opens ? openingPoints : 0),
  )
  const sections: string[] = []
  const placed = stretches.flatMap(({ blocks: own }) => own)
  const opening = outline.footer === '' ? undefined : placeOfClosing(placed)
  const lastBlocks = new Set(outline.footer === '' || opening !== undefined ? [] : placed.slice(startOfEnding(placed)))
  for (const { orientation, blocks: own } of stretches) {
    const written: string[] = []
    for (const [index, block] of own.entries()) {
      const isFirst = block.type === 'heading' && state.contents.length === 0
      const next = lastBlocks.has(block) ? 'closing' : own[index + 1]
      written.push(`${isFirst ? contentsMark : ''}${await blockXml(block, orientation, state, next)}`)
      if (block === opening) written.push(paragraphXml('SmallPrint', runXml(outline.footer), keepNext))
    }
    sections.push(written.join(''))
  }
  let count = 0
  const mark = (orientation: string): string => `<section ${orientation} ${count++}>`
  const ending = (orientation: string): string =>
    `<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>${mark(orientation)}</w:pPr></w:p>`
  // A cover before a page on its side stands on an upright one.
  const coverEnd = stretches[0]?.orientation === 'sideways' ? ending('upright') : ''
  const body = sections.map((section, index) => {
    const orientation = stretches[index]?.orientation ?? 'upright'
    return `${section}${index < sections.length - 1 ? ending(orientation) : ''}`
  })
  const closing =
    outline.footer === '' || opening !== undefined ? '' : paragraphXml('SmallPrint', runXml(outline.footer))
  const last = stretches.at(-1)?.orientation ?? 'upright'
  const cover = `${logo === undefined ? '' : coverLogo(logo, state)}${coverXml(outline)}`
  const contents = isLong(blocks) ? contentsXml(state.contents) : ''
  return `${cover}${coverEnd}${body.join('').replace(contentsMark, () => contents)}${closing}${mark(last)}`
}

const keepNext = '<w:keepNext/>'

/**
 * The heading under which the closing words stand, where a table ends the document that may break: only Word keeps the
 * end of such a table with the words after it, others leave them alone on a last page.
 */
function placeOfClosing(blocks: readonly Block[]): Block | undefined {
  const last = blocks.at(-1)
  return last?.type === 'table' && !staysTogether(last.rows, true)
    ? blocks.findLast((block) => block.type === 'heading')
    : undefined
}

/** Fourteen points. */
const smallTitle = '<w:sz w:val="28"/><w:szCs w:val="28"/>'

function coverXml(outline: Outline): string {
  const people = outline.authors.length > 0 ? outline.authors.join(', ') : undefined
  const line = [outline.client, people, outline.date, outline.confidentiality].filter(
    (word) => word !== undefined && word !== '',
  )
  return [
    outline.subtitle === undefined ? '' : paragraphXml('Subtitle', runXml(outline.subtitle)),
    paragraphXml('Title', runXml(outline.title, isLongTitle(outline.title) ? smallTitle : '')),
    paragraphXml('Byline', runXml(line.join(' · '))),
  ].join('')
}

/** At most this large on the cover, in pixels. */
const largestLogo = { width: 240, height: 76 }

function coverLogo(logo: Logo, state: BodyState): string {
  const path = `word/media/logo.${logo.type === 'image/png' ? 'png' : 'jpeg'}`
  state.parts.add(path, logo.type, logo.bytes)
  state.drawings += 1
  const scale = Math.min(1, largestLogo.width / logo.width, largestLogo.height / logo.height)
  const drawing = {
    id: state.drawings,
    name: 'Logo',
    description: 'Logo',
    width: Math.max(1, Math.round(logo.width * scale * emuPerPixel)),
    height: Math.max(1, Math.round(logo.height * scale * emuPerPixel)),
  }
  return paragraphXml('Normal', logoXml(drawing, state.parts.relate(documentPath, 'image', path)))
}
