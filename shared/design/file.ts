import { type Design, designFormat, designVersion } from './design.ts'
import { checkInvariants } from './invariants/check-invariants.ts'
import { limits } from './invariants/sizes.ts'
import { parsePath } from './json-path.ts'
import { type TextRemark, linesOf, readJson } from './json-text.ts'
import { type Migration, migrateDocument, migrations } from './migrations.ts'
import type { Problem, Result } from './problem.ts'
import { isPlainObject } from './same-json.ts'
import { refuseMisshapen } from './shape-problems.ts'
import { type Vocabulary, permissiveVocabulary } from './vocabulary.ts'
import { grouped, ownerOf, shorten } from './wording.ts'

export { printDesign } from './print.ts'

export interface ParsedDesign {
  readonly design: Design
  /** The file is of a newer version or beyond the limits: show it, but do not write it. */
  readonly readOnly: boolean
  /** The version of the file, when it was brought up to today's. */
  readonly migratedFrom?: number
}

export interface ParseOptions {
  /** 50 MB unless said otherwise. */
  readonly maximumBytes?: number
  /** What is known of kinds, metrics and rules; without it only what the document says by itself is checked. */
  readonly vocabulary?: Vocabulary
  readonly migrations?: readonly Migration[]
  /** The version to read up to; today's. */
  readonly version?: number
}

/**
 * Reads the text of a design.
 *
 * A text fails as a whole only when there is no design in it: it is larger than the limit, no JSON, no object, or of
 * another format. Everything else opens, with one problem for each fault, each with JSON path and line: a field of a
 * wrong type is left out of the design (with its owner, when that cannot be without it), a fault of meaning (an
 * invariant) stays in the design and is left out only for the engines (`soundDesign`). A file of a newer version and
 * one beyond the limits open read-only. Errors come first, then by line.
 */
export function parseDesign(text: string, options: ParseOptions = {}): Result<ParsedDesign> {
  const { maximumBytes = limits.fileBytes, vocabulary = permissiveVocabulary, version = designVersion } = options
  const bytes = byteLength(text, maximumBytes)
  if (bytes > maximumBytes) return refused(tooLarge(bytes, maximumBytes), 1)
  const read = readJson(text)
  if (!read.ok) return refused(notJson(text, read), read.line, read.path)
  const foreign = foreignSentence(read.value)
  if (foreign !== undefined || !isPlainObject(read.value)) return refused(foreign ?? '', 1)

  const stated = versionOf(read.value)
  const newer = stated !== undefined && stated > version
  const { document, migratedFrom } = migrateDocument(
    read.value,
    stated ?? version,
    version,
    options.migrations ?? migrations,
  )
  const { design, problems: misshapen, originalPath } = refuseMisshapen(document)
  const problems: Problem[] = [
    ...read.remarks.map((remark) => remarkProblem(remark, read.value)),
    ...(newer ? [newerProblem(stated, version)] : []),
    ...misshapen,
    ...checkInvariants(design, vocabulary).map((problem) => ({ ...problem, path: originalPath(problem.path) })),
  ]
  return {
    ok: true,
    value: {
      design,
      readOnly: newer || problems.some((problem) => problem.code === 'E24'),
      ...(migratedFrom === undefined ? {} : { migratedFrom }),
    },
    problems: withLines(text, problems),
  }
}

/** Problems of a design with the lines where they stand in a text; errors first, then by line. */
export function withLines(text: string, problems: readonly Problem[]): readonly Problem[] {
  const unknown = problems.filter((problem) => problem.line === undefined)
  const lines =
    unknown.length === 0
      ? new Map<string, number>()
      : linesOf(
          text,
          unknown.map((problem) => problem.path),
        )
  return problems
    .map((problem) => ({ ...problem, line: problem.line ?? lines.get(problem.path) ?? 1 }))
    .toSorted((left, right) => (left.level === right.level ? left.line - right.line : left.level === 'error' ? -1 : 1))
}

function refused(sentence: string, line: number, path = ''): Result<never> {
  return { ok: false, problems: [{ code: 'file', level: 'error', sentence, path, line }] }
}

/** The size in UTF-8; counted only when it could be above the limit. */
function byteLength(text: string, limit: number): number {
  if (text.length * 3 <= limit) return text.length
  let bytes = text.length
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    // A pair of surrogates is four bytes in UTF-8, two units here: each half counts two.
    if (code >= 0xd800 && code <= 0xdfff) bytes += 1
    else if (code > 0x7f) bytes += code > 0x7ff ? 2 : 1
  }
  return bytes
}

function tooLarge(bytes: number, limit: number): string {
  return `This file has ${grouped(bytes)} bytes; ${grouped(limit)} is the limit. A design keeps no attachments: move large texts and pictures out of it, and link to them.`
}

function notJson(text: string, fault: { line: number; path: string; sentence: string; cutOff: boolean }): string {
  if (text.trim() === '') return 'This file is empty. Choose another copy of it, or one of the backups.'
  const inside = fault.path === '' ? '' : `, in "${fault.path}"`
  if (fault.cutOff) {
    return `This file was cut off: it ends on line ${fault.line}${inside}, before it is complete. Get it again from where it came, or take one of the backups.`
  }
  return `Line ${fault.line}${inside} is not valid JSON: ${fault.sentence}. Mend it there, or take one of the backups.`
}

const otherTools =
  'Of other tools, Import reads files of Open Threat Model, Threat Dragon and draw.io, and Mermaid flowcharts.'

/** Why a JSON text is no design, if it is none. */
function foreignSentence(value: unknown): string | undefined {
  const remedy = `A design is an object that begins with {"format": "${designFormat}", "version": ${designVersion}.`
  if (!isPlainObject(value)) return `This is JSON, but no design. ${remedy}`
  const format = value['format']
  if (format === designFormat) return undefined
  if (format === undefined) return `This is JSON, but no Lintel design: it says no format. ${remedy} ${otherTools}`
  if (typeof format === 'string' && format.startsWith('lintel/')) {
    return `This is a "${shorten(format)}", a part of a design. Open a design and paste it there.`
  }
  const said = typeof format === 'string' ? `"${shorten(format)}"` : 'something else'
  return `The format of this file is ${said}; a Lintel design has "${designFormat}". ${otherTools}`
}

function versionOf(document: Readonly<Record<string, unknown>>): number | undefined {
  const version = document['version']
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : undefined
}

function newerProblem(stated: number, version: number): Problem {
  return {
    code: 'file',
    level: 'warning',
    sentence: `This file has version ${stated}, newer than the ${version} that this Lintel knows. It opens read-only, and what is new in it is not shown; a newer Lintel can edit it.`,
    path: 'version',
  }
}

function remarkProblem(remark: TextRemark, document: unknown): Problem {
  const { path, line, word, type } = remark
  const owner = ownerOf(document, parsePath(path))
  const field = parsePath(path).findLast((key) => typeof key === 'string') ?? 'document'
  const subject = owner === undefined ? `"${field}"` : `"${field}" of ${owner}`
  const sentence = {
    doubled: `${subject} is written twice, on lines ${remark.firstLine} and ${line}. The last one counts; remove the other.`,
    notANumber: `${subject} is ${word}, which is no number. Leave it out, or write {"unknown": true}.`,
    forbiddenKey: `The name "${word}" cannot be used in a file; what stands under it is left out. Give it another name.`,
  }[type]
  return { code: type === 'notANumber' ? 'E13' : 'file', level: 'error', sentence, path, line }
}
