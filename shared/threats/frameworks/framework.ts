/** A catalogue that rules refer to: ids and official titles only; every sentence about them is our own. */
export interface Framework {
  /** As in `Reference.framework`. */
  readonly id: string
  readonly title: string
  /** What its publisher writes before every id, such as "AML."; ids are held without it. */
  readonly idPrefix?: string
  /** Editions by name; a bare id without its edition is ambiguous. */
  readonly editions: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Where ids and titles were read, and when. */
  readonly source: string
  /** Under which licence its text stands; absent: ids and titles are cited as facts alone. */
  readonly licence?: string
  /** Each of its ids is a threat by itself: it is shown entry by entry what was looked for, and what came of it. */
  readonly isThreatList?: true
  /** Editions whose ids and titles were read on other pages than the publisher's: to be checked there before they count. */
  readonly secondHand?: readonly string[]
}

/** One id in one edition of one catalogue: never a bare id. */
export interface PinnedId {
  readonly framework: string
  readonly edition: string
  readonly id: string
}

/** The same risk under another id: renumbered in a later edition of the same catalogue. */
export interface FrameworkAlias {
  readonly from: PinnedId
  readonly to: PinnedId
  /** 'renamed' where the later one is named otherwise, 'broader' where it covers more. */
  readonly change: 'renumbered' | 'renamed' | 'broader'
}
