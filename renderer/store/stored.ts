import type { DesignEdit } from '../../shared/design/design-edit.ts'
import type { Design, Id } from '../../shared/design/design.ts'
import type { Brand, DocumentChoices } from '../../shared/documents/brand.ts'
import type { WhyNoTime } from '../../shared/estimate/no-time.ts'
import type { Severity } from '../../shared/findings/finding.ts'
import type { FileName } from '../../shared/ipc.ts'
import type { ShownBand } from '../../shared/kinds/figures/number-format.ts'
import type { PriceBookFile } from '../../shared/prices/price-row.ts'
import type { Standards } from '../../shared/standards/standards.ts'
import type { CatalogueUpdate } from '../../shared/threats/frameworks/read-update.ts'

// What the library keeps. A field that is added must be optional: what was stored before does not have it.

/** A client's room: with one open, nothing of another shows anywhere. */
export interface Workspace {
  readonly id: string
  readonly name: string
  readonly createdAt: number
}

/** What a card says about a design without running the engines. */
export interface StoredHeadlines {
  /** p95 of the full answer, milliseconds; absent where it has none. */
  readonly answer?: ShownBand
  /** Why it has none. */
  readonly noAnswer?: WhyNoTime['word']
  /** USD per month. */
  readonly technology?: ShownBand
  readonly people?: ShownBand
  readonly openFindings: number
  readonly worst?: Severity
}

/** What the card of one design says, apart from the design: it changes with prices and rules too, and is little. */
export interface StoredCard {
  readonly workspaceId: string
  /** Of the design. */
  readonly id: Id
  readonly headlines: StoredHeadlines
}

/** The file on disk that Save writes. */
export interface LinkedFile extends FileName {
  /** The design has been changed since the file was written. */
  readonly lags: boolean
}

/** A price book that somebody imported into a workspace: it counts there instead of the one that ships. */
export interface StoredPrices {
  readonly workspaceId: string
  /** The name of the file that it was made from. */
  readonly fileName: string
  /** Milliseconds since 1970. */
  readonly importedAt: number
  readonly book: PriceBookFile
}

/** What the house of a workspace adds to the rules, and changes of them. */
export interface StoredStandards {
  readonly workspaceId: string
  /** Milliseconds since 1970. */
  readonly changedAt: number
  readonly standards: Standards
}

/** What a local file adds to the catalogues of threats in a workspace. */
export interface StoredCatalogues {
  readonly workspaceId: string
  /** The name of the file that it was read from. */
  readonly fileName: string
  /** Milliseconds since 1970. */
  readonly importedAt: number
  readonly update: CatalogueUpdate
}

/** How the files of a workspace look. */
export interface StoredBrand {
  readonly workspaceId: string
  /** Milliseconds since 1970. */
  readonly changedAt: number
  readonly brand: Brand
  /** What was chosen for its documents, by their ids. */
  readonly choices?: Readonly<Record<string, DocumentChoices>>
}

/** A picture that lies under one design to be traced; it is on this machine alone and in no document. */
export interface StoredUnderlay {
  readonly workspaceId: string
  /** Of the design. */
  readonly id: Id
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp'
  readonly bytes: Uint8Array
  /** Where it lies, in the canvas's own coordinates. */
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  /** 0 to 1. */
  readonly opacity: number
  /** It is kept, and not drawn. */
  readonly hidden?: boolean
}

/** What can be taken back in a design and brought again. */
export interface StoredHistory {
  readonly workspaceId: string
  readonly id: Id
  /** `updatedAt` of the design that the steps lead to and from. */
  readonly of?: number
  /** That design, a second time, as versions of the library before 7 kept it. */
  readonly document?: Design
  readonly past: readonly StoredStep[]
  readonly future: readonly StoredStep[]
}

/**
 * A step that can be taken back or brought again: what leads to its document from the next one on the way to the present.
 * Versions before this one stored the document itself.
 */
export type StoredStep =
  | { readonly label: string; readonly edit: DesignEdit }
  | { readonly label: string; readonly document: Design }

export interface StoredDesign {
  readonly workspaceId: string
  /** The document's own id. */
  readonly id: Id
  readonly name: string
  /** Milliseconds since 1970. */
  readonly updatedAt: number
  readonly document: Design
  /** As its card says them. */
  readonly headlines?: StoredHeadlines
  readonly file?: LinkedFile
  /**
   * The text as it came, of a design that may only be looked at: it is of a newer version or beyond the limits, so the
   * document above does not hold all of it.
   */
  readonly readOnlyText?: string
  /** Set while it can still be brought back. */
  readonly deletedAt?: number
}
