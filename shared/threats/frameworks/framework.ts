/** A catalogue that rules refer to: ids and official titles only; every sentence about them is our own. */
export interface Framework {
  /** As in `Reference.framework`. */
  readonly id: string
  readonly title: string
  /** Editions by name; a bare id without its edition is ambiguous. */
  readonly editions: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Where ids and titles were read, and when. */
  readonly source: string
}
