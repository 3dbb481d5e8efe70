import type { Design, Id } from '../../shared/design/design.ts'
import type { Brand, DocumentChoices } from '../../shared/documents/brand.ts'
import type { DocumentPart } from '../../shared/documents/choices/parts-of.ts'
import type { OpenPlace } from '../../shared/documents/choices/open-places.ts'
import type { DocumentFormat } from '../../shared/documents/document.ts'
import type { Preview } from '../../shared/documents/preview/preview.ts'
import type { PriceBookFile } from '../../shared/prices/price-row.ts'
import type { Standards } from '../../shared/standards/standards.ts'
import type { CatalogueUpdate } from '../../shared/threats/frameworks/read-update.ts'

// What the page and the worker that makes files say to each other.

/** What files are made from. */
export interface ExportKnowledge {
  readonly design: Design
  /** Undefined: the book that ships. */
  readonly prices: PriceBookFile | undefined
  readonly standards: Standards | undefined
  /** What was imported beside the catalogues that ship. */
  readonly catalogues: CatalogueUpdate | undefined
  /** ISO date. */
  readonly today: string
}

/** Which file. */
export interface ExportOrder {
  readonly documentId: string
  readonly format: DocumentFormat
  /** Of a document of one decision. */
  readonly decisionId?: Id
  /** Of a document of one finding: its fingerprint. */
  readonly findingId?: string
  readonly brand?: Brand
  readonly choices?: DocumentChoices
}

export type ExportRequest =
  | { readonly type: 'know'; readonly knowledge: ExportKnowledge }
  | { readonly type: 'make'; readonly turn: number; readonly order: ExportOrder }

/** A file as it will be saved, and what is known of it. */
export interface MadeFile {
  readonly fileName: string
  /** Of a PDF: the page to print. */
  readonly content: string | Uint8Array
  readonly title: string
  readonly preview: Preview
  /** All that the document has, what is left out included. */
  readonly parts: readonly DocumentPart[]
  /** What was not made, since nothing is stated or computed for it. */
  readonly dropped: readonly string[]
  /** Of a document of one decision: which. */
  readonly decisionId?: Id
}

export type ExportReply =
  /** What is being done. */
  | { readonly type: 'step'; readonly turn: number; readonly words: string }
  | { readonly type: 'made'; readonly turn: number; readonly made: MadeFile }
  /** Comes after the file: what it would say if somebody answered. */
  | { readonly type: 'needs'; readonly turn: number; readonly needs: readonly OpenPlace[] }
  | { readonly type: 'failed'; readonly turn: number; readonly problem: string }
