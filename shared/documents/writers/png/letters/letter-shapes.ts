import type { Point } from '../../../../layout/box.ts'
import { boldAscii } from './bold-ascii.ts'
import { boldLatin } from './bold-latin.ts'
import { regularAscii } from './regular-ascii.ts'
import { regularLatin } from './regular-latin.ts'
import { regularOthers } from './regular-others.ts'

/** In ems, from the left end of the line that letters stand on; y runs downwards. */
export interface LetterShape {
  /** Where the next letter begins. */
  readonly advance: number
  readonly outlines: readonly (readonly Point[])[]
}

/** Units of the outlines to an em. */
const em = 256

const regular = new Map(Object.entries({ ...regularAscii, ...regularLatin, ...regularOthers }))
const bolder = new Map(Object.entries({ ...boldAscii, ...boldLatin }))
const known = new Map<string, LetterShape | undefined>()

export const hasShape = (letter: string): boolean => regular.has(letter)

/** The outlines of a letter; the regular ones where there are no bold ones, nothing for a letter that the font lacks. */
export function shapeOf(letter: string, bold: boolean): LetterShape | undefined {
  const key = `${bold ? 'b' : 'r'}${letter}`
  if (!known.has(key)) {
    const written = (bold ? bolder.get(letter) : undefined) ?? regular.get(letter)
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
