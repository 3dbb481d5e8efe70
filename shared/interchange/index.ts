import type { Id } from '../design/design.ts'
import type { Problem, Result } from '../design/problem.ts'
import { decodeText } from './decode-text.ts'
import { drawIo } from './draw-io.ts'
import type { Format, Imported } from './format.ts'
import { openThreatModel } from './open-threat-model.ts'
import { threatDragon } from './threat-dragon.ts'

/** Foreign formats that can be read, asked in this order whether a file is theirs. Lintel's own files need none. */
export const formats: readonly Format[] = [openThreatModel, threatDragon, drawIo]

/** The format that a parsed file is in, or undefined when nobody knows it. */
export function recogniseFormat(content: unknown): Format | undefined {
  return formats.find((format) => format.recognises(content))
}

/** A design of another tool's file, and which format that was. */
export interface ImportedFile extends Imported {
  readonly format: Format
}

/**
 * Reads the text of another tool's file. `designId`: the id of the design that it becomes, unless the file carries one
 * of ours. Failures are sentences: what cannot be decoded, what no format knows, what holds nothing.
 */
export function importText(text: string, designId: Id): Result<ImportedFile> {
  const decoded = decodeText(text)
  if (!decoded.ok) return decoded
  const format = recogniseFormat(decoded.value)
  if (format === undefined) {
    const sentence = `This file is none that can be read. Known are designs of Lintel and files of ${formats.map(({ title }) => title).join(' and ')}.`
    const problem: Problem = { code: 'file', level: 'error', path: '', sentence }
    return { ok: false, problems: [problem] }
  }
  const read = format.read(decoded.value, designId)
  return read.ok ? { ...read, value: { ...read.value, format } } : read
}
