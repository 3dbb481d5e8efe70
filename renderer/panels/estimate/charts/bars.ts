/** One row of a chart. */
export interface BarRow {
  readonly id: string
  readonly name: string
  /** The length of each series' piece; the pieces stand behind one another. */
  readonly values: Readonly<Record<string, number>>
  /** Nobody waits for it, or it is not what one looks at. */
  readonly faded?: boolean
  /** A sentence under its name in the tip. */
  readonly note?: string
  /** The note says it all. */
  readonly hideValues?: boolean
}

export interface BarSeries {
  readonly key: string
  readonly name: string
  /** A token; 'none' takes room and is not drawn. */
  readonly colour: string
}

export interface BarsProps {
  readonly label: string
  readonly rows: readonly BarRow[]
  readonly series: readonly BarSeries[]
  readonly format: (value: number) => string
  readonly ticks?: readonly number[]
  readonly domain?: readonly [number, number]
  readonly zones?: readonly { readonly from: number; readonly to: number; readonly colour: string }[]
  readonly baseline?: number
  readonly onPick?: (id: string) => void
}

/** Rows of text beside the bars keep to these. */
export const rowHeight = 26
export const axisHeight = 22

/** Round ends for an axis from 0: 1, 2, 2.5 or 5 times a power of ten, in four to six steps. */
export function roundTicks(most: number): readonly number[] {
  if (!(most > 0)) return [0, 1]
  const rough = most / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough * 0.999) ?? 10)
  const count = Math.ceil(most / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)))
}
