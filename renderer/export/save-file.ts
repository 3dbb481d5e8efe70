import { shorten } from '../../shared/design/wording.ts'
import type { DocumentFormat } from '../../shared/documents/document.ts'
import { findFormat } from '../../shared/documents/writers/index.ts'
import type { Answer, FileName } from '../../shared/ipc.ts'
import { desktop } from '../desktop.ts'
import { flushAutosave } from '../store/autosave.ts'
import type { MadeFile } from './export-message.ts'

/** What fits into the header of a page, and into the properties of a file. */
const longestLine = 200

/** Asks where a file shall lie and writes it; a PDF is printed first. */
export async function saveFile(made: MadeFile, format: DocumentFormat): Promise<Answer<FileName>> {
  await flushAutosave()
  const { title, extension } = findFormat(format)
  const printed = format === 'pdf' ? await printPage(String(made.content), made) : undefined
  if (printed?.ok === false) return printed
  return await desktop.saveExport({
    suggestedName: made.fileName,
    filters: [{ name: title, extensions: [extension] }],
    content: printed?.bytes ?? made.content,
  })
}

function printPage(
  html: string,
  { title, footer }: Pick<MadeFile, 'title' | 'footer'>,
): ReturnType<typeof desktop.printToPdf> {
  return desktop.printToPdf({ html, title: shorten(title, longestLine), footer: shorten(footer, longestLine) })
}

/** The page as a PDF; throws the printer's own words when it refuses. */
export async function print(html: string, page: Pick<MadeFile, 'title' | 'footer'>): Promise<Uint8Array> {
  const printed = await printPage(html, page)
  if (printed.ok) return printed.bytes
  throw new Error(printed.problems.join(' '))
}
