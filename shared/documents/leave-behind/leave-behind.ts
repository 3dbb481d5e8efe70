import { effectiveDesign } from '../../design/effective.ts'
import { designHash } from '../text/design-hash.ts'
import { sha256 } from '../../design/sha256.ts'
import type { DocumentChoices } from '../brand.ts'
import type { DocumentContext, DocumentDefinition, DocumentFormat } from '../document.ts'
import { buildDocument, contextsFor, documents } from '../index.ts'
import type { Outline } from '../outline.ts'
import { decisionNumber } from '../text/file-name.ts'
import { findFormat, writeDocument } from '../writers/index.ts'
import type { Manifest } from './manifest.ts'

/** Turns a page into a PDF, where a browser engine is at hand. */
export type Print = (html: string, outline: Outline) => Promise<Uint8Array>

/** One file that is left behind, before anything is written. */
export interface PlannedFile {
  readonly name: string
  readonly title: string
  readonly summary: string
  readonly document: DocumentDefinition
  readonly format: DocumentFormat
  readonly decisionId?: string
}

export interface LeftFile {
  readonly name: string
  readonly title: string
  readonly summary: string
  /**
   * `same`: what it says has not changed since it was last left behind, so it is not written again; `left out`: the
   * writing ended before it.
   */
  readonly state: 'new' | 'changed' | 'same' | 'failed' | 'left out'
  /** SHA-256 of what the document says, its own date and the hash of the design left aside. */
  readonly fingerprint?: string
  /** Of a file to write: a new or changed one, and one that says the same of another state of the design. */
  readonly content?: string | Uint8Array
  /** Why it could not be made. */
  readonly problem?: string
}

/**
 * Everything that a design can say of itself, in the formats that people open: PDF (a web page where nothing prints),
 * Word, PowerPoint, Excel, tables and data; Markdown only where there is nothing else. One file for each decision.
 * Documents that have nothing to say are left out.
 */
export function planLeaveBehind(context: DocumentContext, canPrint: boolean): readonly PlannedFile[] {
  return documents.flatMap((document) =>
    contextsFor(document, context).flatMap((own) => {
      const { decisionId, design } = own
      const decision = (design.decisions ?? []).find(({ id }) => id === decisionId)
      return formatsToLeave(document.formats, canPrint).map((format): PlannedFile => ({
        name: `${document.fileName(own)}.${findFormat(format).extension}`,
        title:
          decision === undefined
            ? document.title
            : `${document.title}, ADR-${decisionNumber(decision.number)}: ${decision.name}`,
        summary: document.summary,
        document,
        format,
        ...(decisionId === undefined ? {} : { decisionId }),
      }))
    }),
  )
}

function formatsToLeave(formats: readonly DocumentFormat[], canPrint: boolean): readonly DocumentFormat[] {
  const paged = formats.includes('pdf') && canPrint
  return formats.filter((format) => {
    if (format === 'pdf') return canPrint
    if (format === 'html') return !paged
    if (format === 'markdown') return !formats.some((other) => other === 'html' || other === 'docx')
    return true
  })
}

/**
 * Makes the planned files one by one, so that a caller can show progress, write each as it comes and stop between two. A
 * file that fails says why and does not stop the others.
 */
export async function* makeLeaveBehind(
  context: DocumentContext,
  plan: readonly PlannedFile[],
  { before, print, choices = {} }: Leaving = {},
): AsyncGenerator<LeftFile> {
  let built: { readonly of: string; readonly outline: Outline } | undefined
  // The formats of one document stand next to one another in the plan: they are written from one outline.
  const outlineOf = ({ document, decisionId }: PlannedFile): Outline => {
    const of = `${document.id} ${decisionId ?? ''}`
    if (built?.of === of) return built.outline
    const own = choices[document.id]
    const outline = buildDocument(document, {
      ...context,
      ...(own === undefined ? {} : { choices: own }),
      ...(decisionId === undefined ? {} : { decisionId }),
    })
    built = { of, outline }
    return outline
  }
  const made = { date: context.date, hash: designHash(effectiveDesign(context.design)) }
  for (const planned of plan) yield await makeFile(made, planned, outlineOf, before, print)
}

/** A file that was made and could not be written: it counts as failed, and the next time it is written anew. */
export function notWritten({ name, title, summary }: Omit<LeftFile, 'content'>, problem: string): LeftFile {
  return { name, title, summary, state: 'failed', problem }
}

export interface Leaving {
  readonly before?: Manifest
  readonly print?: Print
  /** What was chosen for single documents, by their ids. */
  readonly choices?: Readonly<Record<string, DocumentChoices>>
}

/** What a document says of its making rather than of the design. */
interface Making {
  readonly date: string
  readonly hash: string
}

async function makeFile(
  making: Making,
  planned: PlannedFile,
  outlineOf: (planned: PlannedFile) => Outline,
  before: Manifest | undefined,
  print: Print | undefined,
): Promise<LeftFile> {
  const { name, title, summary, format } = planned
  const file = { name, title, summary }
  try {
    const outline = outlineOf(planned)
    const fingerprint = fingerprintOf(outline, making, planned.document.carriesDesign === true)
    const last = before?.files.find((other) => other.name === name)
    const isSame = last?.fingerprint === fingerprint
    if (isSame && before?.hash === making.hash) return { ...file, state: 'same', fingerprint }
    const written = await writeDocument(outline, format)
    const content = format === 'pdf' && typeof written === 'string' ? await print?.(written, outline) : written
    if (content === undefined) return { ...file, state: 'failed', problem: 'Nothing here can print a PDF.' }
    // What says the same as before carries the hash of today's design like all others in the folder.
    return { ...file, state: isSame ? 'same' : last === undefined ? 'new' : 'changed', fingerprint, content }
  } catch (error) {
    return { ...file, state: 'failed', problem: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * A document that says the same on another day, or of a design that changed elsewhere, is the same document. What a file
 * for another tool carries of ours, to come in again, is nothing that it says to the other.
 */
function fingerprintOf(outline: Outline, { date, hash }: Making, carriesDesign: boolean): string {
  const words = JSON.stringify(outline, (key, value: unknown) => {
    if (value instanceof Uint8Array) return nameOf(value)
    return carriesDesign && key === 'studio' ? undefined : value
  })
  return sha256(words.replaceAll(date, '').replaceAll(hash, ''))
}

const names = new WeakMap<Uint8Array, string>()

/** A short name of a logo's or a template's bytes (FNV-1a): every file of a client holds the same ones. */
function nameOf(bytes: Uint8Array): string {
  const known = names.get(bytes)
  if (known !== undefined) return known
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  const name = `${bytes.length} ${hash >>> 0}`
  names.set(bytes, name)
  return name
}
