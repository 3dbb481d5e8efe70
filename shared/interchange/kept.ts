import type { Json } from '../design/design.ts'
import { recordAt } from './foreign-values.ts'
import type { Foreign } from './foreign-values.ts'

/** The formats whose own words stay with an element, by the name that they have in its extensions. */
export type KeptFormat = 'threat-dragon' | 'otm'

/** What is kept of a file beside what a design has a field for. */
export interface Extended {
  readonly x?: Readonly<Record<string, Json>>
}

/**
 * What a file of that format said of an element, or of the whole, that no field of a design holds: read to be written
 * again, so that a file which came from elsewhere goes back with all that its owner put in. Empty where nothing is kept.
 */
export function keptOf({ x }: Extended, format: KeptFormat): Foreign {
  return recordAt(x, format) ?? {}
}

/** The extension that keeps these words; nothing where there are none. */
export function keeping(format: KeptFormat, words: Readonly<Record<string, Json | undefined>>): Extended {
  const said = Object.entries(words).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  return said.length === 0 ? {} : { x: { [format]: Object.fromEntries(said) } }
}

/** A sentence on what of the whole file has no field here; none where nothing is kept. */
export function tellKeptOfWhole(words: Foreign, leftOut: string[]): void {
  const names = Object.keys(words).map((name) => `"${name}"`)
  if (names.length > 0) leftOut.push(`Kept with the design, read by no rule, and written again: ${names.join(', ')}.`)
}
