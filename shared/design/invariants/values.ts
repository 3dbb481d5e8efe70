import { collections } from '../collections.ts'
import type { Component, Flow, Id, Scalar, Settings, Value } from '../design.ts'
import { childPath } from '../json-path.ts'
import { isPlainObject } from '../same-json.ts'
import { isCall, walkSteps } from '../steps.ts'
import { isStated, known } from '../value.ts'
import type { FieldShape } from '../vocabulary.ts'
import { alternatives, capital, describeValue, didYouMean } from '../wording.ts'
import type { Context, Invariant, Remark } from './invariant.ts'
import { numberRemarks } from './element-numbers.ts'

/** Elements without a band that is wrong. An element never changes, an edit makes another one: none is looked through twice. */
const inOrder = new WeakSet<object>()

/** E12: bands lie around their value, and values are what the kind's fields take. */
export const valuesFit: Invariant = {
  code: 'E12',
  holds:
    'Low is at most the likely value, which is at most high; and a value is of the type, and within the limits, that its field has.',
  readsSettings: true,
  *check(context) {
    for (const collection of collections) {
      if (context.inVariant && !(collection in context.design)) continue
      for (const [index, element] of (context.design[collection] ?? []).entries()) {
        if (collection === 'variants' || inOrder.has(element)) continue
        const remarks = [...bandRemarks(context, element, `${collection}[${index}]`, element.id)]
        if (remarks.length === 0) inOrder.add(element)
        yield* remarks
      }
    }
    yield* numberRemarks(context)
    for (const { settings, fields, path, element } of kindRecords(context, fitting)) {
      let fits = true
      for (const [name, value] of Object.entries(settings)) {
        const field = fields[name]
        const complaint = field && complaintAbout(value, field)
        const at = { path: childPath(path, name), element }
        if (complaint) {
          fits = false
          yield { sentence: `"${name}" of ${context.the(element)} ${complaint}.`, ...at }
        } else if (field && isMoreThanIsRead(name, value)) {
          fits = false
          const sentence = `"${name}" of ${context.the(element)} is more than any model reads or writes at once. Is it meant? It is computed as it stands.`
          yield { sentence, ...at, level: 'warning' }
        }
      }
      if (fits) fitting.set(settings, fields)
    }
  },
}

/** W21: a kind, a product or a setting that is not known. */
export const namesAreKnown: Invariant = {
  code: 'W21',
  holds: 'Kinds and products are known, and settings and call fields are known to their kind.',
  readsSettings: true,
  *check(context) {
    const { design, vocabulary, name } = context
    for (const [index, component] of (design.components ?? []).entries()) {
      const { kind } = component
      if (vocabulary.kindIds.length === 0 || vocabulary.kindIds.includes(kind)) continue
      yield {
        sentence: `${name(component.id)} is of the kind "${kind}", which is not known here; it is kept, without an estimate.${didYouMean(kind, vocabulary.kindIds)}`,
        path: `components[${index}].kind`,
        element: component.id,
      }
    }
    const products = vocabulary.productIds
    for (const [index, { id, product }] of (design.components ?? []).entries()) {
      const named = known(product)
      if (products === undefined || named === undefined || products.includes(named)) continue
      yield {
        sentence: `${name(id)} names the product "${named}", which the catalogue does not have: its times are those of its kind, and its price is missing until the price book or you state it.${didYouMean(named, products)}`,
        path: `components[${index}].product`,
        element: id,
      }
    }
    for (const { settings, fields, path, element, kindOf } of kindRecords(context, named)) {
      let isNamed = true
      for (const field of Object.keys(settings)) {
        if (Object.hasOwn(fields, field)) continue
        isNamed = false
        yield {
          sentence: `${name(kindOf)} has no field "${field}"; kept, not used.${didYouMean(field, Object.keys(fields))}`,
          path: childPath(path, field),
          element,
        }
      }
      if (isNamed) named.set(settings, fields)
    }
  },
}

type ShapeByName = Readonly<Record<string, FieldShape>>

/** Records of settings that had nothing to be said about them, by the fields that they were read with. */
type Settled = WeakMap<Settings, ShapeByName>
const fitting: Settled = new WeakMap()
const named: Settled = new WeakMap()

interface KindRecord {
  readonly settings: Settings
  readonly fields: ShapeByName
  readonly path: string
  /** The element that says it. */
  readonly element: Id
  /** The component whose kind has the fields. */
  readonly kindOf: Id
}

/** Every record whose names belong to a kind (settings of boxes, `call` of arrows, `with` of steps), without settled ones. */
function* kindRecords(context: Context, settled: Settled): Iterable<KindRecord> {
  const { design, components, vocabulary, flows } = context
  for (const [index, component] of (design.components ?? []).entries()) {
    const { id, settings, plans = [] } = component
    const fields = settings && vocabulary.fields(component.kind, 'settings')
    if (fields && settled.get(settings) !== fields) {
      yield { settings, fields, path: `components[${index}].settings`, element: id, kindOf: id }
    }
    if (plans.length === 0) continue
    const found: KindRecord[] = []
    plans.forEach((plan, number) => {
      walkSteps(plan.steps, (step, at) => {
        const flow = isCall(step) && step.with ? flows.get(step.call) : undefined
        const callee = flow && calleeOf(context, flow)
        const callFields = callee && vocabulary.fields(callee.kind, 'call')
        if (!callee || !callFields || !isCall(step) || !step.with || settled.get(step.with) === callFields) return
        const here = `components[${index}].plans[${number}].steps${at}.with`
        found.push({ settings: step.with, fields: callFields, path: here, element: id, kindOf: callee.id })
      })
    })
    yield* found
  }
  for (const [index, flow] of (design.flows ?? []).entries()) {
    const callee = flow.call && calleeOf(context, flow)
    const fields = callee && vocabulary.fields(callee.kind, 'call')
    if (!flow.call || !callee || !fields || settled.get(flow.call) === fields) continue
    yield {
      settings: flow.call,
      fields,
      path: `flows[${index}].call`,
      element: flow.id,
      kindOf: components.get(callee.id)?.id ?? flow.to,
    }
  }
}

function calleeOf(context: Context, flow: Flow): Component | undefined {
  const [callee, other] = context.callees(flow)
  // When kinds cannot say who answers, they cannot say what its fields are either.
  return callee === undefined || other !== undefined ? undefined : context.components.get(callee)
}

function complaintAbout(value: Value, field: FieldShape): string | undefined {
  const scalar = known(value)
  if (scalar === undefined) return undefined
  const complaint = complaints[field.type](scalar, field)
  if (complaint !== undefined || field.type !== 'number' || !isStated(value)) return complaint
  const limits: FieldShape = { ...field, integer: false }
  for (const [word, end] of [
    ['low', value.low],
    ['high', value.high],
  ] as const) {
    const wrong = end === undefined ? undefined : numberComplaint(end, limits)
    if (wrong !== undefined) return `has a ${word} that ${wrong}`
  }
  return undefined
}

const complaints: Readonly<Record<FieldShape['type'], (scalar: Scalar, field: FieldShape) => string | undefined>> = {
  number: numberComplaint,
  boolean: (scalar) =>
    typeof scalar === 'boolean' ? undefined : `is ${describeValue(scalar)}; it takes true or false`,
  text: (scalar) => (typeof scalar === 'string' ? undefined : `is ${describeValue(scalar)}; it takes a text`),
  choice: (scalar, { options = [] }) =>
    typeof scalar === 'string' && (options.length === 0 || options.includes(scalar))
      ? undefined
      : `is ${describeValue(scalar)}; it takes ${options.length === 0 ? 'a text' : alternatives(options)}`,
  choices: (scalar, { options = [] }) => {
    const takes = `it takes a list of ${options.length > 0 ? alternatives(options) : 'texts'}`
    if (!Array.isArray(scalar)) return `is ${describeValue(scalar)}; ${takes}`
    const items: readonly (string | number)[] = scalar
    const wrong = items.find((item) => typeof item !== 'string' || (options.length > 0 && !options.includes(item)))
    return wrong === undefined ? undefined : `has ${describeValue(wrong)}; ${takes}`
  },
}

/** A hundred times the longest prompt that any model of today takes. */
const tokensAtMost = 1e9

function isMoreThanIsRead(name: string, value: Value): boolean {
  const tokens = known(value)
  return /^(?!million|usd).*tokens$/i.test(name) && typeof tokens === 'number' && tokens > tokensAtMost
}

function numberComplaint(scalar: Scalar, field: FieldShape): string | undefined {
  if (typeof scalar !== 'number') return `is ${describeValue(scalar)}; it takes a number`
  if (field.above !== undefined && scalar <= field.above) return `is ${scalar}; it takes a number above ${field.above}`
  if (field.min !== undefined && scalar < field.min) return `is ${scalar}; the least is ${field.min}`
  if (field.max !== undefined && scalar > field.max) return `is ${scalar}; the most is ${field.max}`
  return field.integer === true && !Number.isInteger(scalar) ? `is ${scalar}; it takes a whole number` : undefined
}

/** Beyond all that can be meant; products of several such numbers stay finite. */
const numberAtMost = 1e15

/**
 * Bands and sizes anywhere in an element: every object with a number for `value` is a stated value, and no number is
 * beyond all measure.
 */
function* bandRemarks(context: Context, value: unknown, path: string, element: Id, name = ''): Iterable<Remark> {
  if (typeof value === 'number' && !(Math.abs(value) <= numberAtMost)) {
    const owner = `${capital(name === '' ? 'a number' : `"${name}"`)} of ${context.the(element)}`
    yield { sentence: `${owner} is ${value}; numbers end at 1,000,000,000,000,000.`, path, element }
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      yield* bandRemarks(context, item, childPath(path, index), element, name)
  }
  if (!isPlainObject(value)) return
  const { value: likely, low, high } = value
  const isBelow = typeof likely === 'number' && typeof low === 'number' && low > likely
  const isAbove = typeof likely === 'number' && typeof high === 'number' && likely > high
  if (isBelow || isAbove) {
    const owner = `${capital(name === '' ? 'a value' : `"${name}"`)} of ${context.the(element)}`
    const limit = isBelow ? `below the low of ${low}` : `above the high of ${String(high)}`
    yield { sentence: `${owner}: likely ${likely} is ${limit}.`, path, element }
  }
  for (const key of Object.keys(value)) {
    const child = value[key]
    if (key === 'x' || (typeof child !== 'object' && typeof child !== 'number')) continue
    const own = key === 'value' || key === 'low' || key === 'high' ? name : key
    yield* bandRemarks(context, child, childPath(path, key), element, own)
  }
}
