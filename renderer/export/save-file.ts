import type { DocumentFormat } from '../../shared/documents/document.ts'
import { findFormat } from '../../shared/documents/writers/index.ts'
import type { Answer, FileName } from '../../shared/ipc.ts'
import { desktop } from '../desktop.ts'
import { flushAutosave } from '../store/autosave.ts'
import type { MadeFile } from './export-message.ts'

/** Asks where a file shall lie and writes it; a PDF is printed first. */
export async function saveFile(made: MadeFile, format: DocumentFormat): Promise<Answer<FileName>> {
  await flushAutosave()
  const { title, extension } = findFormat(format)
  const printed = format === 'pdf' ? await desktop.printToPdf({ html: String(made.content) }) : undefined
  if (printed?.ok === false) return printed
  return await desktop.saveExport({
    suggestedName: made.fileName,
    filters: [{ name: title, extensions: [extension] }],
    content: printed?.bytes ?? made.content,
  })
}

/** The page as a PDF; throws the printer's own words when it refuses. */
export async function print(html: string): Promise<Uint8Array> {
  const printed = await desktop.printToPdf({ html })
  if (printed.ok) return printed.bytes
  throw new Error(printed.problems.join(' '))
}
