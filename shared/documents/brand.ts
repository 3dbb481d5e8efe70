/** What a client's files look like: kept for a workspace, passed in with the context, read by every writer. */
export interface Brand {
  /** The name on the cover, where it is another than the design's `client`. */
  readonly client?: string
  readonly logo?: Logo
  /** #rrggbb: titles, rules and the first series of charts. */
  readonly accent?: string
  readonly fonts?: { readonly headings?: string; readonly text?: string }
  /** Stands in the footer of every page: "Confidential". */
  readonly confidentiality?: string
  /** What pages are printed on where no template says it; A4 when absent. */
  readonly paper?: Paper
  /** A .potx or .pptx whose masters, layouts, theme and size decks are built on. */
  readonly presentation?: BrandFile
  /** A .dotx or .docx whose styles, headers and page Word files are built on. */
  readonly wordFile?: BrandFile
}

/** A4, or the Letter of North America. */
export type Paper = 'a4' | 'letter'

export interface Logo {
  readonly type: 'image/png' | 'image/jpeg'
  readonly bytes: Uint8Array
  /** Pixels. */
  readonly width: number
  readonly height: number
}

export interface BrandFile {
  readonly fileName: string
  readonly bytes: Uint8Array
  /** Of a Word file, where it says so: what is to stand on one page is measured by it. */
  readonly room?: PageRoom
}

/** What stands on an upright page, in points: between its margins, and the size of its text. */
export interface PageRoom {
  readonly width: number
  readonly height: number
  readonly textSize: number
}

/** What is asked in the form before an export. */
export interface DocumentChoices {
  /** Sections (heading anchors) and slides (ids) that stay out. */
  readonly leaveOut?: readonly string[]
  /** What becomes of a passage that nobody has answered; left out when absent. */
  readonly unanswered?: 'leaveOut' | 'mark'
}
