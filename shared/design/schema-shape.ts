import { z } from 'zod'

// Compiled checks need `new Function`, which the page's content policy forbids and would report.
z.config({ jitless: true })

/**
 * The schema of a type, field by field: every field of the type must be there, none that it does not have, each with a
 * schema that answers what the type says, and optional exactly where the type is. Unknown keys live on.
 */
export function shaped<T>() {
  return <S extends ShapeOf<T>>(shape: S & Record<Exclude<keyof S, keyof T>, never>, expected = 'an object') =>
    z.looseObject<S>(shape, { error: expected })
}

type ShapeOf<T> = {
  readonly [K in keyof T]-?: undefined extends OptionalMark<T, K>
    ? z.ZodExactOptional<z.ZodType<Exclude<T[K], undefined>>>
    : z.ZodType<T[K]>
}
type OptionalMark<T, K extends keyof T> = T extends Required<Pick<T, K>> ? 'required' : undefined

/** A field that may be left out (but never be null or undefined). */
export function optional<S extends z.ZodType>(schema: S): z.ZodExactOptional<S> {
  return schema.exactOptional()
}

export const text = z.string({ error: 'text' })
export const number = z.number({ error: 'a number' })
export const truth = z.boolean({ error: 'true or false' })

/** A list in the schema; `expected` completes the sentence that a wrong value gets. */
export function list<S extends z.ZodType>(item: S, expected: string) {
  return z.array(item, { error: `a list of ${expected}` }).readonly()
}

/** An object of named things in the schema; `expected` completes the sentence that a wrong value gets. */
export function record<S extends z.ZodType>(item: S, expected: string) {
  return z.record(text, item, { error: `an object with ${expected} by name` }).readonly()
}

/** One of some words. */
export function words<const T extends readonly string[]>(...options: T) {
  return z.enum(options, { error: `one of ${options.map((option) => JSON.stringify(option)).join(', ')}` })
}
