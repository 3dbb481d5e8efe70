import { withoutJoiners } from '../text/whole-figures.ts'

/** What a figure is of: amounts in the currency shown, times in milliseconds, shares of one. */
export type FigureUnit = 'money' | 'time' | 'share'

/** A number with a unit, as a reader takes it from the page. */
export interface Figure {
  readonly text: string
  /** Where it ends in the text with plain spaces. */
  readonly end: number
  readonly value: number
  readonly unit: FigureUnit
  /** The place of its last digit, in the unit of `value`: 100 of "$4.6k", 1000 of "9 s". */
  readonly step: number
  /** The place of its last digit that is no zero: what it may have been rounded to. */
  readonly coarsest: number
}

const scales: Readonly<Record<string, readonly [FigureUnit, number]>> = {
  ms: ['time', 1],
  s: ['time', 1000],
  min: ['time', 60_000],
  minutes: ['time', 60_000],
  h: ['time', 3_600_000],
  hours: ['time', 3_600_000],
  day: ['time', 86_400_000],
  days: ['time', 86_400_000],
  '%': ['share', 0.01],
}
const sizes: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, bn: 1e9 }

const digits = String.raw`\d{1,3}(?: \d{3})+(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const unitWords = Object.keys(scales)
  .toSorted((a, b) => b.length - a.length)
  .join('|')
/** "$4.6k", "€1 300", "$0.9k–11k", "9.1 s", "5.2–7.8 s", "12 %": a range says its unit once or at both ends. */
const pattern = new RegExp(
  String.raw`(?<![\w.])(?:(?<sign>[$€])(?<low>${digits})(?<lowSize>k|M|bn)?(?:–(?<high>${digits})(?<size>k|M|bn)?)?(?![\w%])` +
    String.raw`|(?<from>${digits})(?:–(?<to>${digits}))?(?: ?(?<percent>%)| (?<unit>${unitWords})(?!\w)))`,
  'gu',
)

/** Every amount, time and share in a text; numbers without a unit are names, dates, versions and counts. */
export function readFigures(text: string): readonly Figure[] {
  const plain = plainSpaces(text)
  return [...plain.matchAll(pattern)].flatMap(({ 0: whole, index: at, groups = {} }) => {
    const { sign, low, lowSize, high, size, from, to, percent, unit } = groups
    const [kind, scale] = scales[percent ?? unit ?? ''] ?? (['money', 1] as const)
    const first = low ?? from ?? ''
    const last = high ?? to
    const firstLength = last === undefined ? whole.length : whole.indexOf('–')
    const part = (start: number, end: number, written: string, times: number): Figure => ({
      text: plain.slice(at + start, at + end),
      end: at + end,
      ...sizeOf(written, sign === undefined ? scale : times),
      unit: kind,
    })
    return [
      part(0, firstLength, first, sizes[lowSize ?? ''] ?? 1),
      ...(last === undefined ? [] : [part(firstLength + 1, whole.length, last, sizes[size ?? ''] ?? 1)]),
    ]
  })
}

/** The kinds of space that keep a number together as ordinary ones, and without what keeps a range together. */
export function plainSpaces(text: string): string {
  return withoutJoiners(text).replaceAll(/[\s\u00a0\u202f\u2009]+/g, ' ')
}

function sizeOf(written: string, scale: number): Pick<Figure, 'value' | 'step' | 'coarsest'> {
  const bare = written.replaceAll(/[ ,]/g, '')
  const places = /\.(\d+)$/.exec(bare)?.[1]?.length ?? 0
  const zeros = places > 0 ? 0 : (/0*$/.exec(bare)?.[0].length ?? 0)
  return { value: Number(bare) * scale, step: scale * 10 ** -places, coarsest: scale * 10 ** (zeros - places) }
}
