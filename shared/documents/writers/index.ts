import type { DocumentFormat } from '../document.ts'
import type { Outline } from '../outline.ts'
import { printedWords } from '../text/printed-words.ts'
import { writeCsv } from './csv.ts'
import { writeHtml } from './html/write-html.ts'
import { writeJson, writeYaml } from './json.ts'
import { writeMarkdown } from './markdown.ts'

export interface FormatDefinition {
  readonly id: DocumentFormat
  readonly title: string
  /** Without the dot. */
  readonly extension: string
  /** It is looked at, and read by no program. */
  readonly isPrinted?: true
  readonly write: (outline: Outline) => string | Promise<string | Uint8Array>
}

/** Every file format. `pdf` gives the page to print: whoever has a printer turns it into the file. */
export const formats: readonly FormatDefinition[] = [
  { id: 'markdown', title: 'Markdown', extension: 'md', write: writeMarkdown },
  { id: 'html', title: 'Web page', extension: 'html', isPrinted: true, write: writeHtml },
  { id: 'pdf', title: 'PDF', extension: 'pdf', isPrinted: true, write: writeHtml },
  {
    id: 'pptx',
    title: 'PowerPoint',
    extension: 'pptx',
    isPrinted: true,
    write: async (outline) => (await import('./pptx/write-pptx.ts')).writePptx(outline),
  },
  {
    id: 'docx',
    title: 'Word',
    extension: 'docx',
    isPrinted: true,
    write: async (outline) => (await import('./docx/write-docx.ts')).writeDocx(outline),
  },
  {
    id: 'xlsx',
    title: 'Excel',
    extension: 'xlsx',
    write: async (outline) => (await import('./xlsx/write-xlsx.ts')).writeXlsx(outline),
  },
  { id: 'csv', title: 'Table (CSV)', extension: 'csv', write: writeCsv },
  { id: 'json', title: 'Data (JSON)', extension: 'json', write: writeJson },
  { id: 'yaml', title: 'Data (YAML)', extension: 'yaml', write: writeYaml },
  { id: 'sarif', title: 'Results (SARIF)', extension: 'sarif', write: writeJson },
]

export function findFormat(id: DocumentFormat): FormatDefinition {
  const found = formats.find((format) => format.id === id)
  if (found === undefined) throw new Error(`There is no format "${id}".`)
  return found
}

/** Writes a document in a format: text, or bytes for PowerPoint, Word and Excel. For `pdf` the text is the page to print. */
export async function writeDocument(outline: Outline, format: DocumentFormat): Promise<string | Uint8Array> {
  const { isPrinted, write } = findFormat(format)
  return write(isPrinted === true ? printedWords(outline) : outline)
}
