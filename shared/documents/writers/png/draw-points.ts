import type { Point } from '../../../layout/box.ts'
import { coverShape } from './cover-shape.ts'
import type { IndexedImage } from './encode-png.ts'
import { shapeOf } from './letters/letter-shapes.ts'

/** How a line of words is set: sizes in points of the picture. */
export interface LetterLook {
  readonly size: number
  readonly colour: string
  readonly bold?: boolean
  /** Whether `x` is the middle of the words instead of their left end. */
  readonly centred?: boolean
}

/** Draws into an image of points; whatever lies outside is left out. */
export interface PointDrawing {
  readonly fill: (x: number, y: number, width: number, height: number, colour: string) => void
  /** The area within outlines, with soft edges. */
  readonly shape: (outlines: readonly (readonly Point[])[], colour: string) => void
  readonly line: (points: readonly Point[], width: number, colour: string, dashes?: readonly number[]) => void
  /** `y` is the line that the letters stand on. */
  readonly text: (x: number, y: number, words: string, look: LetterLook) => void
  readonly image: () => IndexedImage
}

/** Steps between a colour and its ground at the edges of shapes: a picture has 256 colours for all of them. */
const steps = 6
/** Colours that differ by less, over all channels, are one at the edge of a shape. */
const alike = 18
/** Edges leave so many colours to areas. */
const mostMixed = 200

/** A picture of at most 256 colours on which shapes are set point by point; sizes in points of the picture. */
export function startDrawing(width: number, height: number, ground: string): PointDrawing {
  const w = Math.max(1, Math.round(width))
  const h = Math.max(1, Math.round(height))
  const points = new Uint8Array(w * h)
  const palette: string[] = [ground]
  const indexOf = (colour: string): number => {
    const known = palette.indexOf(colour)
    if (known >= 0) return known
    return palette.length === 256 ? 0 : palette.push(colour) - 1
  }
  const mixes = new Map<number, number>()
  /** The number of a colour laid over another so thickly: of one like it where there is one, or no room for more. */
  const mixOf = (over: number, under: number, step: number): number => {
    const key = (over * 256 + under) * steps + step
    const known = mixes.get(key)
    if (known !== undefined) return known
    const mixed = mixColours(palette[under] ?? ground, palette[over] ?? ground, step / steps)
    const distances = palette.map((each) => distanceOf(each, mixed))
    const least = Math.min(...distances)
    const number = least <= alike || palette.length >= mostMixed ? distances.indexOf(least) : palette.push(mixed) - 1
    mixes.set(key, number)
    return number
  }
  const fill: PointDrawing['fill'] = (x, y, boxWidth, boxHeight, colour) => {
    const index = indexOf(colour)
    const left = Math.max(0, Math.round(x))
    const right = Math.min(w, Math.round(x + boxWidth))
    const top = Math.max(0, Math.round(y))
    const bottom = Math.min(h, Math.round(y + boxHeight))
    for (let row = top; row < bottom; row += 1) if (right > left) points.fill(index, row * w + left, row * w + right)
  }
  const shape: PointDrawing['shape'] = (outlines, colour) => {
    const covered = coverShape(outlines)
    if (covered === undefined) return
    const { left, top, width: across, shares } = covered
    const full = indexOf(colour)
    const [first, end] = [Math.max(0, -left), Math.min(across, w - left)]
    for (let row = Math.max(0, -top); row < shares.length / across && row < h - top; row += 1) {
      for (let column = first; column < end; column += 1) {
        const step = Math.round((shares[row * across + column] ?? 0) * steps)
        if (step === 0) continue
        const at = (top + row) * w + left + column
        points[at] = step === steps ? full : mixOf(full, points[at] ?? 0, step)
      }
    }
  }
  const line: PointDrawing['line'] = (path, thick, colour, dashes) => {
    for (const piece of dashes === undefined ? [path] : dashesOf(path, dashes)) {
      for (const [turn, to] of piece.entries()) {
        const from = piece[turn - 1]
        if (from !== undefined) shape([strokeOf(from, to, thick)], colour)
      }
    }
  }
  const text: PointDrawing['text'] = (x, y, words, { size, colour, bold = false, centred = false }) => {
    const letters = Array.from(words, (letter) => shapeOf(letter, bold))
    const wide = letters.reduce((sum, letter) => sum + (letter?.advance ?? 0), 0) * size
    let at = centred ? x - wide / 2 : x
    for (const letter of letters) {
      if (letter === undefined) continue
      const left = at
      shape(
        letter.outlines.map((outline) => outline.map(([dx, dy]): Point => [left + dx * size, y + dy * size])),
        colour,
      )
      at += letter.advance * size
    }
  }
  return { fill, shape, line, text, image: () => ({ width: w, height: h, points, palette }) }
}

/** A piece of a line as an area; it reaches half its width beyond its ends, so that corners are closed. */
function strokeOf([x1, y1]: Point, [x2, y2]: Point, thick: number): readonly Point[] {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  const [along, across] = [((x2 - x1) / length) * (thick / 2), ((y2 - y1) / length) * (thick / 2)]
  return [
    [x1 - along - across, y1 - across + along],
    [x1 - along + across, y1 - across - along],
    [x2 + along + across, y2 + across - along],
    [x2 + along - across, y2 + across + along],
  ]
}

/** The pieces of a line that are drawn where it is dashed: lengths of dash and gap in turn. */
function dashesOf(path: readonly Point[], dashes: readonly number[]): readonly (readonly Point[])[] {
  const pieces: Point[][] = []
  let turn = 0
  let left = dashes[0] ?? 1
  let piece: Point[] = path.slice(0, 1)
  for (const [index, to] of path.entries()) {
    let from = path[index - 1]
    while (from !== undefined) {
      const length = Math.hypot(to[0] - from[0], to[1] - from[1])
      if (length <= left) {
        left -= length
        piece.push(to)
        break
      }
      const share = left / length
      from = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
      if (turn % 2 === 0) pieces.push([...piece, from])
      turn += 1
      left = Math.max(1, dashes[turn % dashes.length] ?? 1)
      piece = [from]
    }
  }
  return turn % 2 === 0 ? [...pieces, piece] : pieces
}

function distanceOf(one: string, other: string): number {
  return [1, 3, 5].reduce((sum, at) => {
    const [a, b] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16))
    return sum + Math.abs((a ?? 0) - (b ?? 0))
  }, 0)
}

/** `share` of the second colour over the first; both as #rrggbb. */
export function mixColours(under: string, over: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [low, high] = [under, over].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16))
    const mixed = Math.round((low ?? 0) + ((high ?? 0) - (low ?? 0)) * share)
    return mixed.toString(16).padStart(2, '0')
  })
  return `#${channels.join('')}`
}
