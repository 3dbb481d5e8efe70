import type { DocumentFormat } from '../document.ts'
import type { Outline } from '../outline.ts'
import { printedWords } from '../text/printed-words.ts'
import { asPrinted, writeHtml } from '../writers/html/write-html.ts'
import { workbookOf } from '../writers/xlsx/outline-workbook.ts'
import { sheetTables, type SheetTable } from './sheet-tables.ts'

/** What a file looks like, made from the file itself or from what it is made from. */
export type Preview =
  /** A page without scripts. `paged`: the file has the same words, and breaks its pages itself. */
  | { readonly type: 'page'; readonly html: string; readonly paged?: true }
  | { readonly type: 'sheets'; readonly sheets: readonly SheetTable[] }
  /** The file's own text, or its beginning. */
  | { readonly type: 'text'; readonly text: string; readonly isCut: boolean }

/** As much text as a pane scrolls at ease. */
const mostText = 300_000

/** The picture of a file that has been written: `content` is what will be saved. */
export async function previewOf(
  outline: Outline,
  format: DocumentFormat,
  content: string | Uint8Array,
): Promise<Preview> {
  if (typeof content !== 'string') {
    if (format === 'xlsx') return { type: 'sheets', sheets: sheetTables(outline.workbook ?? workbookOf(outline)) }
    if (format !== 'pptx') return { type: 'page', html: writeHtml(printedWords(outline)), paged: true }
    const { drawSlides } = await import('./slides/draw-slides.ts')
    return { type: 'page', html: await drawSlides(content) }
  }
  if (format === 'pdf') return { type: 'page', html: asPrinted(content) }
  if (format === 'html') return { type: 'page', html: content }
  return { type: 'text', text: content.slice(0, mostText), isCut: content.length > mostText }
}
