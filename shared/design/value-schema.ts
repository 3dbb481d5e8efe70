import { z } from 'zod'
import type { FrozenJson, Grant, Json, Link, Scalar, Stated, Unknown, Value } from './design.ts'
import { list, number, optional, record, shaped, text, truth, words } from './schema-shape.ts'

export const idPattern = /^[a-z0-9][a-z0-9-]{0,63}$/
/** Any text counts as an id when a file is read; its spelling is invariant E13's affair, so that nothing gets lost. */
export const id = text
  .min(1, { error: 'an id that is not empty' })
  .meta({ id: 'Id', description: 'Lower-case letters, digits and hyphens; unique in the file.' })
export const ids = list(id, 'ids').meta({ id: 'Ids' })
export const texts = list(text, 'texts').meta({ id: 'Texts' })

const scalar: z.ZodType<Scalar> = z.union([text, number, truth, list(text, 'texts'), list(number, 'numbers')], {
  error: 'a text, a number, true or false, or a list of texts or of numbers',
})

const confidence = words('A', 'B', 'C').meta({
  id: 'Confidence',
  description: 'A: an official page or open data; B: a credible secondary source; C: one run, or an assumption.',
})

const unknown = shaped<Unknown>()({
  unknown: z.literal(true, { error: 'true' }),
  ask: optional(text),
  due: optional(text),
  note: optional(text),
}).meta({ id: 'Unknown', description: 'Somebody looked and does not know.' })

/** A value: plain, or stated with where it comes from, or known to be unknown. */
export function valueOf<T extends Scalar>(inner: z.ZodType<T>, expected: string, name: string): z.ZodType<Value<T>> {
  const stated = shaped<Stated>()({
    value: inner,
    low: optional(inner),
    high: optional(inner),
    source: optional(text),
    asOf: optional(text),
    confidence: optional(confidence),
    because: optional(id),
    note: optional(text),
  }) as unknown as z.ZodType<Stated<T>>
  return z
    .union([inner, stated, unknown], { error: `${expected}, {"value": ..., "source": ...} or {"unknown": true}` })
    .meta({ id: name })
}

export const value = valueOf(scalar, 'a text, a number, true or false, or a list of them', 'Value')
export const numberValue = valueOf(number, 'a number', 'NumberValue')
export const textValue = valueOf(text, 'a text', 'TextValue')
export const truthValue = valueOf(truth, 'true or false', 'TruthValue')
export const settings = record(value, 'values').meta({ id: 'Settings' })

export const json: z.ZodType<Json> = z
  .lazy(() => z.union([text, number, truth, z.array(json), z.record(text, json)], { error: 'JSON without null' }))
  .meta({ id: 'Json' })

/** A design as it was frozen, where a variant may remove an element by null. */
export const frozenJson: z.ZodType<FrozenJson> = z
  .lazy(() =>
    z.union([text, number, truth, z.null(), z.array(frozenJson), z.record(text, frozenJson)], { error: 'a design' }),
  )
  .meta({ id: 'FrozenJson' })

export const link = shaped<Link>()(
  {
    title: text,
    url: optional(text),
    date: optional(text),
    by: optional(text),
  },
  'an object with a "title"',
)

const links = list(link, 'links').meta({ id: 'Links' })
const extensions = record(json, 'extensions').meta({ id: 'Extensions', description: 'By namespace.' })

export const access = words('read', 'write', 'delete', 'send', 'pay', 'execute', 'administer')
export const grant = shaped<Grant>()({ on: id, can: list(access, 'accesses'), where: optional(textValue) })

/** What every element has; a kind of element spreads it and adds its own. */
export const elementShape = {
  id,
  name: optional(text),
  notes: optional(text),
  internal: optional(truth),
  owner: optional(text),
  tags: optional(texts),
  links: optional(links),
  x: optional(extensions),
}
