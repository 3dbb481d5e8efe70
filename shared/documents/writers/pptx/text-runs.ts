import type PptxGenJS from 'pptxgenjs'
import { textWidth, wrapText } from '../../../layout/text-width.ts'
import type { Inline, Text } from '../../outline.ts'
import { ink, toneColours } from '../../picture/colours.ts'
import { dropControls } from '../escape-markup.ts'
import { fontFace, hex, pointsPerInch } from './frame.ts'

export type Runs = PptxGenJS.TextProps[]

/** Lines stand this much apart, in type sizes: what PowerPoint gives Arial, rounded up. */
export const lineHeight = 1.2

/** Inline text as runs of one size. */
export function runsOf(text: Text, size: number, colour: string = ink.text): Runs {
  return text.filter((inline) => plainOf(inline) !== '').map((inline) => run(inline, size, colour))
}

/** A date stays on one line: readers of slides part words at any hyphen, even between digits. */
export function keepDates(text: string): string {
  return text.replaceAll(/(?<![\p{L}\p{N}-])\d{4}-\d{2}(?:-\d{2})?(?![\p{L}\p{N}-])/gu, (date) =>
    date.replaceAll('-', '\u2011'),
  )
}

function run(inline: Inline, size: number, colour: string): PptxGenJS.TextProps {
  const base = { fontSize: size, fontFace, color: hex(colour) }
  const text = dropControls(keepDates(plainOf(inline)))
  if (typeof inline === 'string') return { text, options: base }
  switch (inline.type) {
    case 'strong':
      return { text, options: { ...base, bold: true } }
    case 'code':
      return { text, options: { ...base, fontFace: 'Consolas' } }
    case 'badge':
      return { text, options: { ...base, bold: true, color: hex(toneColours[inline.tone].strong) } }
    case 'link':
      return /^https?:\/\//i.test(inline.url)
        ? { text, options: { ...base, hyperlink: { url: inline.url } } }
        : { text, options: base }
    default:
      return inline satisfies never
  }
}

export function plainOf(inline: Inline): string {
  return typeof inline === 'string' ? inline : inline.text
}
export function plainText(text: Text): string {
  return text.map(plainOf).join('')
}

/** How many lines a text takes in a width of so many inches. */
function lineCount(text: string, inches: number, size: number, bold = false): number {
  return Math.max(1, wrapText(text, inches * pointsPerInch, size, { bold }).length)
}

/** Inches that a text takes. */
export function textHeight(text: string, inches: number, size: number, bold = false): number {
  return (lineCount(text, inches, size, bold) * size * lineHeight) / pointsPerInch
}

export function inchesWide(text: string, size: number, bold = false): number {
  return textWidth(text, size, bold) / pointsPerInch
}

/**
 * A slide's title: as `fitTitle`, but where only a word or two would stand in the second line, a little smaller in one;
 * where it is too long for that, more words go down to them.
 */
export function fitSlideTitle(text: string, inches: number, largest: number, smallest: number): FittedText {
  const lastLine = wrapText(text, inches * pointsPerInch, largest, { bold: true })[1]
  const oneLine = largest * 0.85
  const lonely = lastLine !== undefined && inchesWide(lastLine, largest, true) < inches * 0.3
  if (lonely && lineCount(text, inches, oneLine, true) === 1) {
    let size = largest
    while (size > oneLine && lineCount(text, inches, size, true) > 1) size -= 0.5
    return { text, size }
  }
  const fitted = fitTitle(text, inches, largest, smallest)
  return { ...fitted, text: withoutLoneEnd(fitted, inches) }
}

/** The last words of two lines bound to each other, until they are no word or two that stand alone. */
export function withoutLoneEnd({ text, size }: FittedText, inches: number): string {
  const isLonely = (words: string, room: number): boolean => {
    const [, second] = wrapText(words, room * pointsPerInch, size, { bold: true })
    return second !== undefined && inchesWide(second, size, true) < inches * leastEnd
  }
  let bound = text
  while (isLonely(bound, inches) || isLonely(bound, inches + spareTitle)) {
    const longer = bound.replace(/ (?=[^ ]+$)/, '\u00a0')
    if (longer === bound || lineCount(longer, inches, size, true) > 2) return bound
    bound = longer
  }
  return bound
}
/** What the second line of a title holds at least, as a share of the first. */
const leastEnd = 0.2
/** Readers may have so many inches more for it than it is measured with, and get a word more into the first line. */
const spareTitle = 0.3

interface FittedText {
  readonly text: string
  readonly size: number
}

/** A title that takes at most two lines, a little smaller when it must be; what does not fit even so is cut with an ellipsis. */
export function fitTitle(text: string, inches: number, largest: number, smallest: number): FittedText {
  for (let size = largest; size >= smallest; size -= 1) {
    if (lineCount(text, inches, size, true) <= 2) return { text, size }
  }
  const lines = wrapText(text, inches * pointsPerInch, smallest, { bold: true, mostLines: 2 })
  return { text: lines.join(' '), size: smallest }
}

/** At most two lines that stand in a box; smaller when they must be, and cut with an ellipsis when even that is too much. */
export function fitInBox(
  text: string,
  { w, h }: { readonly w: number; readonly h: number },
  largest: number,
  smallest: number,
): FittedText {
  for (let size = largest; size > smallest; size -= 1) {
    const lines = lineCount(text, w, size, true)
    if (lines <= 2 && lines * size * lineHeight <= h * pointsPerInch) return { text, size }
  }
  return fitTitle(text, w, smallest, smallest)
}
