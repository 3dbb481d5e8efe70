import type { Id } from '../design/design.ts'
import type { Problem, Result } from '../design/problem.ts'
import { decodeText } from './decode-text.ts'
import { drawIo } from './draw-io.ts'
import type { Format, Imported, Reading } from './format.ts'
import { unnamedDrawing } from '../design/unnamed.ts'
import { mermaid } from './mermaid.ts'
import { openThreatModel } from './open-threat-model.ts'
import { threatDragon } from './threat-dragon.ts'

/** Foreign formats that can be read, asked in this order whether a file is theirs. Lintel's own files need none. */
export const formats: readonly Format[] = [openThreatModel, threatDragon, drawIo, mermaid]

/** The format that a parsed file is in, or undefined when nobody knows it. */
export function recogniseFormat(content: unknown): Format | undefined {
  return formats.find((format) => format.recognises(content))
}

/** A design of another tool's file, and which format that was. */
export interface ImportedFile extends Imported {
  readonly format: Format
  /** How much was read and how sure that is: "14 elements, 2 of them guesses". */
  readonly summary: string
}

/**
 * Reads the text of another tool's file. `designId`: the id of the design that it becomes, unless the file carries one
 * of ours. A design that the file does not name is called after `fileName`. Failures are sentences: what cannot be
 * decoded, what no format knows, what holds nothing.
 */
export function importText(text: string, designId: Id, fileName = ''): Result<ImportedFile> {
  return importDecoded(decodeText(text), designId, fileName)
}

/** The same for whoever has decoded the text already: of a large file, that takes the longest. */
export function importDecoded(decoded: Result<unknown>, designId: Id, fileName = ''): Result<ImportedFile> {
  if (!decoded.ok) return decoded
  const format = recogniseFormat(decoded.value)
  if (format === undefined) {
    const sentence = isMarkup(decoded.value) ? markup : unknownFile()
    const problem: Problem = { code: 'file', level: 'error', path: '', sentence }
    return { ok: false, problems: [problem] }
  }
  const read = format.read(decoded.value, designId)
  if (!read.ok) return read
  const { design, readings } = read.value
  const title = fileName.replace(/(\.(otm|drawio))?\.\w+$/i, '').trim()
  const name = design.name === unnamedDrawing && title !== '' ? title : design.name
  return { ...read, value: { ...read.value, design: { ...design, name }, format, summary: countReadings(readings) } }
}

/** XML is text until a format knows it: what it holds is never parsed without one. */
function isMarkup(content: unknown): boolean {
  return typeof content === 'string' && content.startsWith('<')
}

const markup =
  'This file is XML or HTML of no format that is read. Export it as Open Threat Model, Threat Dragon JSON or a draw.io drawing.'

function unknownFile(): string {
  const titles = formats.map(({ title }) => title)
  const known = `${titles.slice(0, -1).join(', ')} and ${titles.at(-1) ?? ''}`
  return `This file is none that can be read. Known are designs of Lintel and files of ${known}.`
}

/** "14 elements, 2 of them guesses": rows, so that nothing is counted that is not shown. */
function countReadings(readings: readonly Reading[]): string {
  const guesses = readings.filter(({ confidence }) => confidence === 'guess').length
  const all = readings.length === 1 ? 'one element' : `${readings.length} elements`
  if (guesses === 0) return `${all}, none of them a guess`
  return `${all}, ${guesses === 1 ? 'one of them a guess' : `${guesses} of them guesses`}`
}
