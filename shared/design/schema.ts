import { z } from 'zod'
import { modelCollections } from './collections.ts'
import {
  type Answer,
  type AnswerKind,
  type Change,
  type Design,
  type DesignCurrency,
  type Framing,
  type Measure,
  type Patch,
  type Place,
  type PriceOverride,
  type Route,
  type Stroke,
  type Variant,
  type View,
  designFormat,
} from './design.ts'
import { elementSchemas, modelShape } from './model-schema.ts'
import { mergedFields } from './patch.ts'
import {
  decision,
  treatment,
  risk,
  assumption,
  question,
  parkedItem,
  threatReview,
  baseline,
  workItem,
  riskMatrix,
} from './record-schema.ts'
import { list, number, optional, record, shaped, text, truth, words } from './schema-shape.ts'
import { elementShape, id, ids, json, numberValue, texts, value } from './value-schema.ts'

/** The fields of an element as a change may write them: each optional, null to remove it, records of values by name. */
function changeOf(element: z.ZodObject): z.ZodType<Change> {
  const fields = Object.entries(element.shape).flatMap(([name, schema]) => {
    if (name === 'id') return []
    const plain = schema instanceof z.ZodExactOptional ? schema.unwrap() : schema
    const next = mergedFields.has(name) ? record(value.nullable(), 'values or null') : plain
    return [[name, (next as z.ZodType).nullable().exactOptional()] as const]
  })
  return z.looseObject(Object.fromEntries(fields)).nullable() as unknown as z.ZodType<Change>
}

const patch = z
  .looseObject({
    context: record(value.nullable(), 'values or null').exactOptional(),
    ...Object.fromEntries(
      modelCollections.map((collection) => [
        collection,
        record(changeOf(elementSchemas[collection]), 'changes').exactOptional(),
      ]),
    ),
  })
  .meta({ id: 'Patch' }) as unknown as z.ZodType<Patch>

const variant = shaped<Variant>()({
  ...elementShape,
  name: text,
  type: words('option', 'phase'),
  of: optional(id),
  date: optional(text),
  changes: patch,
}).meta({ id: 'Variant' })

const place = shaped<Place>()({
  x: number,
  y: number,
  w: optional(number),
  h: optional(number),
  z: optional(number),
  collapsed: optional(truth),
  locked: optional(truth),
}).meta({ id: 'Place' })

const route = shaped<Route>()({
  points: optional(list(z.tuple([number, number], { error: 'two numbers' }).readonly(), 'points')),
  labelAt: optional(number),
}).meta({ id: 'Route' })

const stroke = shaped<Stroke>()({
  points: list(z.tuple([number, number], { error: 'two numbers' }).readonly(), 'points'),
  ink: optional(words('red', 'blue', 'green')),
}).meta({ id: 'Stroke' })

const view = shaped<View>()({
  ...elementShape,
  name: text,
  variant: optional(id),
  perspective: optional(text),
  about: optional(ids),
  overlay: optional(text),
  only: optional(ids),
  hide: optional(ids),
  slides: optional(list(z.looseObject({ focus: ids, caption: text }), 'slides')),
  window: optional(z.tuple([number, number, number], { error: 'three numbers' }).readonly()),
  places: optional(record(place, 'places')),
  routes: optional(record(route, 'routes')),
  strokes: optional(list(stroke, 'strokes')),
}).meta({ id: 'View' })

const measure = shaped<Measure>()({
  id,
  name: text,
  baseline: optional(text),
  aim: optional(text),
  requirement: optional(id),
})

const answerKind = shaped<AnswerKind>()({
  id,
  name: text,
  action: optional(id),
  wrong: optional(text),
  noticedBy: optional(text),
  shown: optional(text),
  fallback: optional(text),
})

const framing = shaped<Framing>()({
  problem: optional(text),
  users: optional(text),
  decision: optional(text),
  baseline: optional(text),
  measures: optional(list(measure, 'measures')),
  nonGoals: optional(texts),
  answers: optional(list(answerKind, 'kinds of answer')),
}).meta({ id: 'Framing' })

const answer = shaped<Answer>()({
  value,
  drawn: optional(value),
  rationale: optional(text),
  by: optional(text),
  date: optional(text),
})

const price = shaped<PriceOverride>()({
  id,
  item: text,
  usd: optional(numberValue),
  unit: optional(text),
  discount: optional(numberValue),
})

const currency = shaped<DesignCurrency>()({
  code: z.string({ error: 'a currency code' }).regex(/^[A-Z]{3}$/, { error: 'a currency code such as "EUR"' }),
  unitsPerUsd: numberValue,
})

/** The whole document. What it accepts is exactly a `Design` (checked below by the compiler), plus unknown keys. */
export const designSchema = shaped<Design>()({
  format: z.literal(designFormat, { error: JSON.stringify(designFormat) }),
  version: z.int({ error: 'a whole number' }).min(1, { error: 'a whole number from 1 on' }),
  id,
  name: text,
  summary: optional(text),
  client: optional(text),
  authors: optional(texts),
  framing: optional(framing),
  origin: optional(z.looseObject({ template: text, version: text })),
  ...modelShape,
  variants: optional(list(variant, 'variants')),
  shown: optional(id),
  decisions: optional(list(decision, 'decisions')),
  treatments: optional(list(treatment, 'treatments')),
  risks: optional(list(risk, 'risks')),
  assumptions: optional(list(assumption, 'assumptions')),
  questions: optional(list(question, 'questions')),
  parked: optional(list(parkedItem, 'parked items')),
  workItems: optional(list(workItem, 'work items')),
  reviews: optional(list(threatReview, 'reviews')),
  baselines: optional(list(baseline, 'baselines')),
  views: optional(list(view, 'views')),
  riskMatrix: optional(riskMatrix),
  x: optional(record(json, 'extensions')),
  answers: optional(record(answer, 'answers')),
  prices: optional(list(price, 'prices')),
  currency: optional(currency),
})
