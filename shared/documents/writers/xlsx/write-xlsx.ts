import type { Outline } from '../../outline.ts'
import { addProperties } from '../ooxml/properties.ts'
import { pageWords, wordGap } from '../page-words.ts'
import { workbookOf } from './outline-workbook.ts'
import { workbookParts } from './write-workbook.ts'

/**
 * The document as an Excel file: the workbook that it brings, else one sheet for each of its tables and charts. Numbers
 * are numbers, charts are Excel's own and can be edited, and no text is ever read as a formula.
 */
export async function writeXlsx(outline: Outline): Promise<Uint8Array> {
  const { default: Zip } = await import('jszip')
  const parts = workbookParts(outline.workbook ?? workbookOf(outline), {
    footer: pageWords(outline).join(wordGap),
    ...(outline.brand === undefined ? {} : { brand: outline.brand }),
  })
  addProperties(parts, outline)
  return parts.write(outline.date, Zip)
}
