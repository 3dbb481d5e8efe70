import type { Shape } from './drawing.ts'
import type { Holders } from './holders.ts'

/** So far under an icon a text still is its name. */
const reach = 24

/**
 * The texts that name a shape without words of its own: icons are often drawn with their name under them. Each text
 * names one shape; both stand in the same shape.
 */
export function captionsOf(silent: readonly Shape[], texts: readonly Shape[], holders: Holders): Map<Shape, Shape> {
  const captions = new Map<Shape, Shape>()
  const free = new Set(texts.filter(({ cell }) => cell.text !== ''))
  for (const shape of silent) {
    const middle = shape.x + shape.w / 2
    const bottom = shape.y + shape.h
    const under = [...free]
      .filter((text) => holders.get(text) === holders.get(shape))
      .filter((text) => text.y >= bottom - reach / 2 && text.y <= bottom + reach)
      .filter((text) => Math.abs(text.x + text.w / 2 - middle) <= Math.max(shape.w, text.w) / 2)
      .toSorted((one, other) => one.y - other.y)[0]
    if (under === undefined) continue
    captions.set(shape, under)
    free.delete(under)
  }
  return captions
}
