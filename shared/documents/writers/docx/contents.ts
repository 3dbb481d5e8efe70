import { paragraphXml, runXml } from './runs.ts'

/** A document with fewer chapters needs no list of them. */
const leastChapters = 6
/** With more entries than this, only chapters are listed. */
const mostEntries = 45

/**
 * The table of contents as a field that Word can renew, filled in already. Entries are links without page numbers: those
 * are only known to whoever lays the pages out, and asking Word to renew them makes it ask the reader.
 */
export function contentsXml(
  headings: readonly { readonly level: number; readonly text: string; readonly bookmark: string }[],
): string {
  const chapters = headings.filter(({ level }) => level === 1)
  if (chapters.length < leastChapters) return ''
  const both = headings.filter(({ level }) => level <= 2)
  const entries = both.length <= mostEntries ? both : chapters
  const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const start = `${field('begin')}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-${entries === both ? 2 : 1}" \\n \\h \\z \\u </w:instrText></w:r>${field('separate')}`
  const lines = entries.map(({ level, text, bookmark }, index) =>
    paragraphXml(
      `Contents${level}`,
      `${index === 0 ? start : ''}<w:hyperlink w:anchor="${bookmark}" w:history="1">${runXml(text)}</w:hyperlink>${index === entries.length - 1 ? field('end') : ''}`,
    ),
  )
  return `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraphXml('ContentsHeading', runXml('Contents'))}${lines.join('')}</w:sdtContent></w:sdt>`
}
