/**
 * One legal fact with where it stands and who looked. Laws change and pages err: a fact that was not read at its source
 * is shown in the studio as not confirmed, and leaves in no document before a person confirms it.
 */
export interface Law {
  /** Stable: `Design.answers['law.<id>']` confirms it. */
  readonly id: string
  readonly title: string
  readonly edition: string
  readonly provision: string
  /** The fact in one sentence, in our words. */
  readonly says: string
  /** ISO date from which it applies; absent where no date is part of the fact, or where sources dispute it. */
  readonly appliesFrom?: string
  /** Where to read it: the act itself. */
  readonly source: { readonly title: string; readonly url: string }
  /** ISO date on which somebody last looked. */
  readonly checkedOn: string
  /** Whether it was read in the act itself, not on a page about it. */
  readonly readAtSource: boolean
  /** What is doubtful about it. */
  readonly doubt?: string
}
