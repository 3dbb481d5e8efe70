import { textOfFile } from '../shared/design/file-text.ts'
import { drawingIn } from './drawing-in-picture.ts'
import type { Answer, Refusal } from '../shared/ipc.ts'

const largestFileBytes = 50_000_000

export const refused = (problem: string): Refusal => ({ ok: false, reason: 'failed', problems: [problem] })

/** What a file holds that the page itself was given: its text, or the drawing that its picture carries. */
export async function readFileText(file: File): Promise<Answer<{ readonly fileName: string; readonly text: string }>> {
  if (file.size > largestFileBytes) {
    return refused(`“${file.name}” has ${Math.round(file.size / 1e6)} MB; designs of up to 50 MB can be opened.`)
  }
  const drawing = await drawingIn(file)
  if (drawing !== undefined) return { ok: true, fileName: file.name, text: drawing }
  const read = textOfFile(new Uint8Array(await file.arrayBuffer()), file.name, TextDecoder)
  return read.ok ? { ok: true, fileName: file.name, text: read.text } : refused(read.sentence)
}
