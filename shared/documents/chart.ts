/** What a colour says. */
export type Tone =
  | 'neutral'
  | 'accent'
  | 'critical'
  | 'high'
  | 'medium'
  | 'low'
  | 'pass'
  | 'assumed'
  | 'atRisk'
  | 'fail'
  | 'unknown'
  | 'waived'
/** A chart by its numbers: each writer draws it in its own way. */
export interface Chart {
  readonly type: 'bar' | 'stackedBar'
  readonly categories: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly number[]; readonly tone?: Tone }[]
  readonly unit: string
  /** What stands at the end of each stacked bar, in the digits of the text beside it; its sum when absent. */
  readonly ends?: readonly string[]
  /** A target line. */
  readonly target?: { readonly label: string; readonly value: number }
}
