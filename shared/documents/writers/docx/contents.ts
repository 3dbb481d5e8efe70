import type { Block, Text } from '../../outline.ts'
import { lettersOf } from '../page-breaks.ts'
import { paragraphXml, runXml } from './runs.ts'

/** A document with fewer chapters, or pages, needs no list of them. */
const leastChapters = 6
const leastPages = 5
/** With more entries than this, only chapters are listed. */
const mostEntries = 45

/** Stands where the contents go until all headings are known: before the first one, after what opens the document. */
export const contentsMark = '<contents/>'

/** Whether somebody would leaf through it; pages are only estimated here. */
export function isLong(blocks: readonly Block[]): boolean {
  return blocks.reduce((sum, block) => sum + linesOf(block), 0) > leastPages * linesOnPage
}

const linesOnPage = 45
const lettersInLine = 95
/** A picture or a chart, with its caption. */
const linesOfDrawing = 18

function linesOf(block: Block): number {
  switch (block.type) {
    case 'heading':
      return 3
    case 'paragraph':
      return 1 + lettersOf(block.text) / lettersInLine
    case 'callout':
      return 3 + lettersOf(block.text) / lettersInLine
    case 'list':
      return block.items.reduce((sum, item) => sum + 1 + lettersOf(item) / lettersInLine, 0)
    case 'table':
      return block.rows.reduce((sum, row) => sum + rowLines(row), 3)
    case 'facts':
    case 'frontMatter':
      return 1.5 * (block.type === 'facts' ? block.rows.length : Object.keys(block.fields).length)
    case 'diagram':
    case 'chart':
      return linesOfDrawing
    case 'slide':
      return block.blocks.reduce((sum, inner) => sum + linesOf(inner), 3)
    case 'pageBreak':
      return linesOnPage / 2
    default:
      return block satisfies never
  }
}

function rowLines(row: readonly Text[]): number {
  const lettersInCell = lettersInLine / Math.max(1, row.length)
  return 0.5 + Math.max(1, ...row.map((cell) => lettersOf(cell) / lettersInCell))
}

/** What the table of contents takes of its page, in points. */
export function contentsPoints(blocks: readonly Block[]): number {
  const headings = blocks.flatMap((block) =>
    block.type === 'heading' ? [{ level: Math.max(1, block.level - 1) }] : [],
  )
  const entries = entriesOf(headings).length
  return entries === 0 ? 0 : titlePoints + entries * entryPoints
}

const titlePoints = 34
const entryPoints = 15

/** Chapters with their sections; chapters alone where that would be long; nothing where there are few of them. */
function entriesOf<Heading extends { readonly level: number }>(headings: readonly Heading[]): readonly Heading[] {
  const chapters = headings.filter(({ level }) => level === 1)
  if (chapters.length < leastChapters) return []
  const both = headings.filter(({ level }) => level <= 2)
  return both.length <= mostEntries ? both : chapters
}

/**
 * The table of contents as a field that Word can renew, filled in already. Entries are links without page numbers: those
 * are only known to whoever lays the pages out, and asking Word to renew them makes it ask the reader.
 */
export function contentsXml(
  headings: readonly { readonly level: number; readonly text: string; readonly bookmark: string }[],
): string {
  const entries = entriesOf(headings)
  if (entries.length === 0) return ''
  const deepest = Math.max(...entries.map(({ level }) => level))
  const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const start = `${field('begin')}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-${deepest}" \\n \\h \\z \\u </w:instrText></w:r>${field('separate')}`
  const lines = entries.map(({ level, text, bookmark }, index) =>
    paragraphXml(
      `Contents${level}`,
      `${index === 0 ? start : ''}<w:hyperlink w:anchor="${bookmark}" w:history="1">${runXml(text)}</w:hyperlink>${index === entries.length - 1 ? field('end') : ''}`,
    ),
  )
  return `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraphXml('ContentsHeading', runXml('Contents'))}${lines.join('')}</w:sdtContent></w:sdt>`
}
