import type { IndexedImage } from './encode-png.ts'
import { dotsOf, letterHeight, letterWidth } from './dot-matrix.ts'

/** Draws points into an image; whatever lies outside is left out. */
export interface PointDrawing {
  readonly fill: (x: number, y: number, width: number, height: number, colour: string) => void
  readonly line: (
    points: readonly (readonly [number, number])[],
    width: number,
    colour: string,
    dashes?: boolean,
  ) => void
  readonly frame: (
    x: number,
    y: number,
    width: number,
    height: number,
    line: number,
    colour: string,
    dashes?: boolean,
  ) => void
  /** `size`: height of a dot; letters are eight dots high. `y` is the upper end. */
  readonly text: (x: number, y: number, words: string, size: number, colour: string) => void
  readonly image: () => IndexedImage
}

const dash = 8

/** A picture of at most 256 colours on which shapes are set point by point; sizes in points of the picture. */
export function startDrawing(width: number, height: number, ground: string): PointDrawing {
  const w = Math.max(1, Math.round(width))
  const h = Math.max(1, Math.round(height))
  const points = new Uint8Array(w * h)
  const palette: string[] = [ground]
  const indexOf = (colour: string): number => {
    const known = palette.indexOf(colour)
    if (known >= 0) return known
    if (palette.length === 256) return 0
    return palette.push(colour) - 1
  }
  const fill: PointDrawing['fill'] = (x, y, boxWidth, boxHeight, colour) => {
    const index = indexOf(colour)
    const left = Math.max(0, Math.round(x))
    const right = Math.min(w, Math.round(x + boxWidth))
    const top = Math.max(0, Math.round(y))
    const bottom = Math.min(h, Math.round(y + boxHeight))
    for (let row = top; row < bottom; row += 1) if (right > left) points.fill(index, row * w + left, row * w + right)
  }
  const line: PointDrawing['line'] = (path, thick, colour, dashes = false) => {
    let walked = 0
    for (const [turn, [x, y]] of path.entries()) {
      const before = path[turn - 1]
      if (before === undefined) continue
      const length = Math.hypot(x - before[0], y - before[1])
      for (let step = 0; step <= length; step += 1) {
        const share = length === 0 ? 0 : step / length
        const isGap = dashes && Math.floor((walked + step) / dash) % 2 === 1
        if (!isGap)
          fill(
            before[0] + (x - before[0]) * share - thick / 2,
            before[1] + (y - before[1]) * share - thick / 2,
            thick,
            thick,
            colour,
          )
      }
      walked += length
    }
  }
  return {
    fill,
    line,
    frame: (x, y, boxWidth, boxHeight, thick, colour, dashes) =>
      line(
        [
          [x, y],
          [x + boxWidth, y],
          [x + boxWidth, y + boxHeight],
          [x, y + boxHeight],
          [x, y],
        ],
        thick,
        colour,
        dashes,
      ),
    text: (x, y, words, size, colour) => {
      for (const [index, letter] of Array.from(words).entries()) {
        for (const [column, dots] of dotsOf(letter).entries()) {
          for (let row = 0; row < letterHeight; row += 1)
            if ((dots >> row) & 1) fill(x + (index * letterWidth + column) * size, y + row * size, size, size, colour)
        }
      }
    },
    image: () => ({ width: w, height: h, points, palette }),
  }
}
