import type { Scalar, Stated, Unknown, Value } from '../../../shared/design/design.ts'
import { isStated, isUnknown, known } from '../../../shared/design/value.ts'
import type { Field } from '../../../shared/kinds/fields/field.ts'

/** Several elements whose values differ. */
export const mixed = Symbol('mixed')
export type ShownValue = Value | undefined | typeof mixed

/** What several elements have in a field: the value they share, or `mixed`. */
export function commonValue(values: readonly (Value | undefined)[]): ShownValue {
  const [first, ...rest] = values
  const print = JSON.stringify(first)
  return rest.every((value) => JSON.stringify(value) === print) ? first : mixed
}

/**
 * A new scalar in place of a value. Where it comes from is dropped: a source vouches for the number it came with, never
 * for the next one.
 */
export function restate(value: Value | undefined, scalar: Scalar): Value {
  return isStated(value) && same(value.value, scalar) ? value : scalar
}

/** Who is speaking while numbers are typed, and when. */
export interface Said {
  readonly by: string
  readonly on: string
}

/**
 * A typed number with who said it and when. Numbers alone: yes, no and words stay bare in the text of a design, since
 * the questionnaire and the element's own source tell who answered them.
 */
export function sayNumber(value: Value | undefined, number: number, said: Said): Value {
  if (isStated(value) && same(value.value, number)) return value
  return said.by === '' ? number : { value: number, source: said.by, asOf: said.on }
}

function same(a: Scalar, b: Scalar): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

export interface Backing {
  readonly low?: number | undefined
  readonly high?: number | undefined
  readonly source?: string | undefined
  readonly asOf?: string | undefined
  readonly confidence?: 'A' | 'B' | 'C' | undefined
  readonly note?: string | undefined
}

/** The value with its provenance changed; a value without any becomes a plain scalar again. */
export function withBacking(value: Value, backing: Backing): Value {
  const scalar = known(value)
  if (scalar === undefined) return value
  const before: Stated = isStated(value) ? value : { value: scalar }
  const merged = { ...before, ...backing }
  const kept = Object.fromEntries(Object.entries(merged).filter(([, part]) => part !== undefined && part !== ''))
  const stated = { ...kept, value: scalar }
  return Object.keys(stated).length === 1 ? scalar : stated
}

/** Somebody looked and does not know: who would, and the day (ISO) by which they say. Empty texts are left out. */
export function unknownValue(ask: string | undefined, due = ''): Unknown {
  const whom = ask === undefined || ask === '' ? {} : { ask }
  return { unknown: true, ...whom, ...(due === '' ? {} : { due }) }
}

/** What a person would have to ask, and whom: the stated name, else the field's. */
export function askOf(value: ShownValue, field: Field): string | undefined {
  if (value !== mixed && isUnknown(value) && value.ask !== undefined) return value.ask
  return field.ask
}
