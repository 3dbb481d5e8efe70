import type { Point } from '../../../../layout/box.ts'
import { boldLetters } from './bold.ts'
import { regularLetters } from './regular.ts'

/** In ems, from the left end of the line that letters stand on; y runs downwards. */
export interface LetterShape {
  /** Where the next letter begins. */
  readonly advance: number
  readonly outlines: readonly (readonly Point[])[]
}

/** Units of the outlines to an em. */
const em = 256

const known = new Map<string, LetterShape | undefined>()

export const hasShape = (letter: string): boolean => Object.hasOwn(regularLetters, letter)

/** The outlines of a letter; the regular ones where there are no bold ones, nothing for a letter that the font lacks. */
export function shapeOf(letter: string, bold: boolean): LetterShape | undefined {
  const key = `${bold ? 'b' : 'r'}${letter}`
  if (!known.has(key)) {
    const bolder = bold && Object.hasOwn(boldLetters, letter) ? boldLetters[letter] : undefined
    const written = bolder ?? (hasShape(letter) ? regularLetters[letter] : undefined)
    known.set(key, written === undefined ? undefined : readShape(written))
  }
  return known.get(key)
}

function readShape(written: string): LetterShape {
  const [advance = '0', ...outlines] = written.split(';')
  return { advance: Number(advance) / em, outlines: outlines.map(readOutline) }
}

/** The first point, then steps from each to the next. */
function readOutline(written: string): readonly Point[] {
  let [x, y] = [0, 0]
  return written.split(' ').map((step): Point => {
    const [dx = 0, dy = 0] = step.split(',').map(Number)
    x += dx
    y += dy
    return [x / em, y / em]
  })
}
