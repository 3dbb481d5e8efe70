import { type GeneratorValue, nat } from 'fast-check'
import type { Id, Settings, Value } from '../design.ts'

/** Draws one thing after another from fast-check, so that a failing design shrinks. */
export interface Draw {
  /** A whole number from 0 to `most`. */
  number(most: number): number
  chance(percent: number): boolean
  oneOf<T>(options: readonly T[]): T | undefined
  some<T>(options: readonly T[]): readonly T[]
}

/** What draws from the choices of one run of fast-check. */
export function drawFrom(choose: GeneratorValue): Draw {
  const number = (most: number): number => choose(nat, { max: most })
  return {
    number,
    chance: (percent) => number(99) < percent,
    oneOf: (options) => options[number(Math.max(0, options.length - 1))],
    some: (options) => options.filter(() => number(2) === 0),
  }
}

const words = ['Answer', 'Índex', 'guard "in"', 'a\\b', 'Größe', '流れ', 'line\nbreak', 'x'.repeat(70)]

/** Some of the ids that there are with this prefix: two designs drawn apart have many in common. */
export function drawIds(draw: Draw, prefix: string, most: number): readonly Id[] {
  return Array.from({ length: most }, (_, index) => `${prefix}-${index}`).filter(() => draw.chance(60))
}

/** A name that needs escaping somewhere. */
export function drawName(draw: Draw): string {
  return `${draw.oneOf(words) ?? ''} ${draw.number(9)}`
}

/** Every form that a value may have. */
export function drawValue(draw: Draw): Value {
  const value = draw.number(1000)
  switch (draw.number(6)) {
    case 0:
      return { unknown: true, ask: drawName(draw) }
    case 1:
      return { value, low: value - draw.number(10), high: value + draw.number(10), source: drawName(draw) }
    case 2:
      return drawName(draw)
    case 3:
      return draw.chance(50)
    case 4:
      return [drawName(draw), 'b']
    default:
      return value / 8
  }
}

/** Some settings, known to a kind or not. */
export function drawSettings(draw: Draw): Settings {
  return Object.fromEntries(
    draw.some(['p50Ms', 'replicas', 'odd name', 'region']).map((name) => [name, drawValue(draw)]),
  )
}
