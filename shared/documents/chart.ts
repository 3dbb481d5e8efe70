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
  /** The bars of a waterfall float: each begins where `begins` says. */
  readonly type: 'bar' | 'stackedBar' | 'waterfall'
  readonly categories: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly number[]; readonly tone?: Tone }[]
  readonly unit: string
  /** Of a waterfall: where the bar of each category begins, in the unit. */
  readonly begins?: readonly number[]
  /** What stands at the end of each stacked bar, in the digits of the text beside it; its sum when absent. */
  readonly ends?: readonly string[]
  /** A target line. */
  readonly target?: { readonly label: string; readonly value: number }
}

/** Whether the series of a category stand one after the other in one bar. */
export function isStacked({ type }: Pick<Chart, 'type'>): boolean {
  return type !== 'bar'
}

/** How far the bars of each category reach, in the chart's unit; 0 where there is none. */
export function barEnds(chart: Chart): readonly number[] {
  return chart.categories.map((_, category) => {
    const values = chart.series.map((series) => series.values[category] ?? 0)
    if (!isStacked(chart)) return Math.max(0, ...values)
    return values.reduce((sum, value) => sum + value, chart.begins?.[category] ?? 0)
  })
}
