import type { Id, Scalar, Settings, Stated, Value } from '../../design/design.ts'
import { isStated, isUnknown } from '../../design/value.ts'
import type { Field, Fields } from './field.ts'
import type { InputNode, Provenance } from '../formula/formula.ts'
import type { FieldReader } from '../kind.ts'
import type { Product, ProductFact } from '../product.ts'

/** Settings as somebody stated them, and the element whose field to jump to. */
export interface FieldLayer {
  readonly settings: Settings | undefined
  readonly from: Id
}

export interface FieldSources {
  /** The element whose field a default is shown in: the box for settings, the arrow for a call. */
  readonly element: Id
  /**
   * Nearest first. Settings: the box's. A call: the step's `with`, the arrow's `call`, the callee's `settings`.
   */
  readonly layers: readonly FieldLayer[]
  /** The kind's `settings` or `call` schema. */
  readonly fields: Fields
  readonly product: Product | undefined
}

/**
 * Reads fields in the order stated layers, product fact, kind default, and keeps where each number came from.
 * A number, or a choice of the architect's own that has a default, falls through to the product and the default when it
 * is stated as unknown, because something must be computed; a fact (yes/no, word or list) stays unknown, because unknown
 * is a question. A scalar of the wrong type
 * counts as not stated: the schema reports it.
 */
export function readFields(sources: FieldSources): FieldReader {
  const { element, layers, fields, product } = sources
  const numbers = new Map<string, InputNode | undefined>()

  /** Each number is one object, however often it is read. */
  function number(name: string): InputNode | undefined {
    const known = numbers.get(name)
    if (known !== undefined || numbers.has(name)) return known
    const read = readNumber(name)
    numbers.set(name, read)
    return read
  }

  function readNumber(name: string): InputNode | undefined {
    for (const layer of layers) {
      const value = layer.settings?.[name]
      const scalar = scalarOf(value)
      if (typeof scalar !== 'number' || !Number.isFinite(scalar)) continue
      return statedNumber(name, scalar, value, layer.from)
    }
    const known = product?.facts[name]
    if (known && typeof known.value === 'number') return productNumber(name, known.value, known)
    const field = fields[name]
    return field && typeof field.default === 'number' ? defaultNumber(name, field.default, field) : undefined
  }

  function statedNumber(name: string, scalar: number, value: Value | undefined, from: Id): InputNode {
    const stated: Partial<Stated> = isStated(value) ? value : {}
    return node(name, scalar, band(stated.low, stated.high), {
      from: 'stated',
      on: from,
      field: name,
      ...citation(stated),
    })
  }

  function productNumber(name: string, value: number, known: ProductFact): InputNode {
    const from = known.assumed === true ? 'default' : 'product'
    return node(name, value, band(known.low, known.high), { from, on: element, field: name, ...citation(known) })
  }

  function defaultNumber(name: string, value: number, field: Field): InputNode {
    const source = field.defaultSource
    const provenance: Provenance = { from: 'default', on: element, field: name, confidence: 'C' }
    return node(name, value, band(field.defaultLow, field.defaultHigh), source ? { ...provenance, source } : provenance)
  }

  function node(name: string, value: number, limits: Band, provenance: Provenance): InputNode {
    const field = fields[name]
    return { op: 'input', label: field?.label ?? name, value, unit: field?.unit ?? 'count', ...limits, provenance }
  }

  /** The nearest scalar that `is` accepts; undefined as soon as somebody says of a fact that it is unknown. */
  function word<T extends Scalar>(name: string, is: (scalar: Scalar) => scalar is T): T | undefined {
    for (const layer of layers) {
      const value = layer.settings?.[name]
      if (isUnknown(value) && (fields[name]?.fact === true || fields[name]?.default === undefined)) return undefined
      const scalar = scalarOf(value)
      if (scalar !== undefined && is(scalar)) return scalar
    }
    const fallback = product?.facts[name]?.value ?? fields[name]?.default
    return fallback !== undefined && is(fallback) ? fallback : undefined
  }

  return {
    input(name) {
      const found = number(name)
      if (!found) throw new Error(`The field "${name}" of "${element}" has neither a value nor a default.`)
      return found
    },
    number: (name) => number(name)?.value,
    text: (name) => word(name, (scalar) => typeof scalar === 'string'),
    truth: (name) => word(name, (scalar) => typeof scalar === 'boolean'),
    list: (name) => word(name, isTextList),
  }
}

const remembered = new WeakMap<object, { readonly sources: FieldSources; readonly reader: FieldReader }>()

/**
 * As `readFields`, once for each owner (a component, an arrow, the `with` of a step) as long as it reads from the same
 * sources. Sound because elements, kinds and products never change: an edit makes another element, and any source that
 * is not the very same object is read anew.
 */
export function readFieldsOf(owner: object, sources: FieldSources): FieldReader {
  const known = remembered.get(owner)
  if (known && isSame(known.sources, sources)) return known.reader
  const reader = readFields(sources)
  remembered.set(owner, { sources, reader })
  return reader
}

function isSame(one: FieldSources, other: FieldSources): boolean {
  return (
    one.element === other.element &&
    one.fields === other.fields &&
    one.product === other.product &&
    one.layers.length === other.layers.length &&
    one.layers.every(({ settings, from }, index) => {
      const layer = other.layers[index]
      return layer?.settings === settings && layer?.from === from
    })
  )
}

interface Band {
  readonly low?: number
  readonly high?: number
}

function scalarOf(value: Value | undefined): Scalar | undefined {
  if (value === undefined || isUnknown(value)) return undefined
  return isStated(value) ? value.value : value
}

function band(low: Scalar | undefined, high: Scalar | undefined): Band {
  return {
    ...(typeof low === 'number' ? { low } : {}),
    ...(typeof high === 'number' ? { high } : {}),
  }
}

function citation(from: Partial<Stated> | ProductFact): Pick<Provenance, 'source' | 'asOf' | 'confidence'> {
  return {
    ...(from.source === undefined ? {} : { source: from.source }),
    ...(from.asOf === undefined ? {} : { asOf: from.asOf }),
    ...(from.confidence === undefined ? {} : { confidence: from.confidence }),
  }
}

function isTextList(scalar: Scalar): scalar is readonly string[] {
  return Array.isArray(scalar) && scalar.every((item) => typeof item === 'string')
}
