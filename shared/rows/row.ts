import type { Design } from '../design/design.ts'

/** The cells of one row by field; fields without a cell are absent. */
export type RowCells = Readonly<Record<string, string>>

/** What one row becomes, before it does. */
export interface PlannedRow {
  /** Counts from 1, as a spreadsheet does. */
  readonly line: number
  readonly name: string
  /** What it was taken for, in words: "Language model (API)". */
  readonly takenFor: string
  /** The id of its kind, where it becomes a component: what a person can correct. */
  readonly kind?: string
  /** The title of its product, where one was recognised. */
  readonly product?: string
  /** What of the row was not understood; it is kept as a note where there is a place for it. */
  readonly doubts: readonly string[]
  /** The design with it; absent when nothing can be made of the row, as its doubts say. */
  readonly add?: (design: Design, newId: (stem: string) => string) => Design
}

/** How rows of one target are read: one file each, one line in `kinds`. */
export interface RowKind {
  /** Fields, with other words by which a heading may call them. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Fields that no other target has: a table with one of them is of this target. */
  readonly tells: readonly string[]
  readonly plan: (cells: RowCells, line: number) => PlannedRow
}
