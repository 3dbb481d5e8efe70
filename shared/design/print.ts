import { z } from 'zod'
import { collections } from './collections.ts'
import type { Design } from './design.ts'
import { isPlainObject } from './same-json.ts'
import { designSchema } from './schema.ts'

const width = 120
/** Lists that are printed with one element a line, so that a change to one element is a change to one line. */
const listed: ReadonlySet<string> = new Set([...collections, 'prices'])

/**
 * The document as text, always the same for the same design: known keys in the order of the schema, unknown keys after
 * them, sorted; elements in the order they were written, one a line where they fit into 120 columns, else indented.
 * Records of values (settings, mixes, places) keep the order in which their names were written.
 */
export function printDesign(design: Design): string {
  const fields = orderedEntries(design, designSchema).map(([key, value, schema]) => {
    const start = `  ${JSON.stringify(key)}: `
    const items = listed.has(key) && Array.isArray(value) && value.length > 0 ? (value as unknown[]) : undefined
    if (!items) return start + print(value, schema, 2, start.length)
    const element = elementOf(schema)
    return `${start}[\n${items.map((item) => `    ${printElement(item, element)}`).join(',\n')}\n  ]`
  })
  return `{\n${fields.join(',\n')}\n}\n`
}

/**
 * Elements are never changed in place, only replaced: a design of hundreds of them, printed again after an edit of one
 * (as backups do), costs that one.
 */
const printed = new WeakMap<object, { readonly as: z.core.$ZodType | undefined; readonly text: string }>()

function printElement(item: unknown, schema: z.core.$ZodType | undefined): string {
  if (typeof item !== 'object' || item === null) return print(item, schema, 4, 4)
  const known = printed.get(item)
  if (known !== undefined && known.as === schema) return known.text
  const text = print(item, schema, 4, 4)
  printed.set(item, { as: schema, text })
  return text
}

/**
 * @param indent columns before the lines of this value, when it needs several
 * @param used columns already taken on its first line
 */
function print(value: unknown, schema: z.core.$ZodType | undefined, indent: number, used: number): string {
  const flat = printFlat(value, schema)
  // One column is left for the comma that may follow.
  if (used + flat.length < width || flat.length <= 2) return flat
  const inner = ' '.repeat(indent + 2)
  if (Array.isArray(value)) {
    const element = elementOf(schema)
    const items = value.map((item: unknown) => inner + print(item, element, indent + 2, indent + 2))
    return `[\n${items.join(',\n')}\n${' '.repeat(indent)}]`
  }
  if (!isPlainObject(value)) return flat
  const fields = orderedEntries(value, schema).map(([key, child, childSchema]) => {
    const start = `${inner}${JSON.stringify(key)}: `
    return start + print(child, childSchema, indent + 2, start.length)
  })
  return `{\n${fields.join(',\n')}\n${' '.repeat(indent)}}`
}

/** Any JSON on one line. */
export function printFlat(value: unknown, schema?: z.core.$ZodType): string {
  if (Array.isArray(value)) {
    const element = elementOf(schema)
    return `[${value.map((item: unknown) => printFlat(item, element)).join(', ')}]`
  }
  if (!isPlainObject(value)) return JSON.stringify(value)
  const fields = orderedEntries(value, schema).map(
    ([key, child, childSchema]) => `${JSON.stringify(key)}: ${printFlat(child, childSchema)}`,
  )
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

type Entry = readonly [key: string, value: unknown, schema: z.core.$ZodType | undefined]

function orderedEntries(value: object, schema: z.core.$ZodType | undefined): readonly Entry[] {
  const entries = Object.entries(value).filter(([, child]) => child !== undefined)
  const plain = bare(schema)
  if (plain instanceof z.ZodRecord) return entries.map(([key, child]) => [key, child, plain.valueType])
  const shape = shapeFor(plain, value)
  if (!shape) return entries.map(([key, child]) => [key, child, undefined])
  const order = orderOf(shape)
  return entries
    .map(([key, child]): Entry => [key, child, Object.hasOwn(shape, key) ? shape[key] : undefined])
    .toSorted(([left], [right]) => {
      const difference = (order.get(left) ?? Infinity) - (order.get(right) ?? Infinity)
      if (!Number.isNaN(difference) && difference !== 0) return difference
      return left < right ? -1 : 1
    })
}

type Shape = Readonly<Record<string, z.core.$ZodType>>
const orders = new WeakMap<Shape, ReadonlyMap<string, number>>()

function orderOf(shape: Shape): ReadonlyMap<string, number> {
  const known = orders.get(shape) ?? new Map(Object.keys(shape).map((key, index) => [key, index]))
  orders.set(shape, known)
  return known
}

/** The fields of an object; of several forms the one that knows most of its keys. */
function shapeFor(schema: z.core.$ZodType | undefined, value: object): Shape | undefined {
  if (schema instanceof z.ZodObject) return schema.shape
  if (!(schema instanceof z.ZodUnion)) return undefined
  const shapes: Shape[] = []
  for (const option of schema.options) {
    const shape = shapeFor(bare(option), value)
    if (shape) shapes.push(shape)
  }
  const knows = (shape: Shape): number => Object.keys(value).filter((key) => Object.hasOwn(shape, key)).length
  return shapes.reduce<Shape | undefined>(
    (best, shape) => (best && knows(best) >= knows(shape) ? best : shape),
    undefined,
  )
}

function elementOf(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  const plain = bare(schema)
  return plain instanceof z.ZodArray ? plain.element : undefined
}

/** A schema without what says optional, nullable, read-only or later. */
function bare(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  let plain = schema
  for (;;) {
    if (
      plain instanceof z.ZodExactOptional ||
      plain instanceof z.ZodOptional ||
      plain instanceof z.ZodNullable ||
      plain instanceof z.ZodReadonly ||
      plain instanceof z.ZodLazy
    ) {
      plain = plain.unwrap()
    } else return plain
  }
}
