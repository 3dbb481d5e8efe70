import { z } from 'zod'
import { modelCollections } from './collections.ts'
import {
  type Answer,
  type AnswerKind,
  type Assumption,
  type Change,
  type Decision,
  type DecisionOption,
  type Design,
  type DesignCurrency,
  type Framing,
  type Measure,
  type Patch,
  type Place,
  type PriceOverride,
  type Question,
  type Risk,
  type Route,
  type Treatment,
  type Variant,
  type View,
  designFormat,
} from './design.ts'
import { elementSchemas, modelShape } from './model-schema.ts'
import { mergedFields } from './patch.ts'
import { list, number, optional, record, shaped, text, truth, words } from './schema-shape.ts'
import { elementShape, id, ids, json, numberValue, settings, texts, value } from './value-schema.ts'

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

const decisionOption = shaped<DecisionOption>()({
  id,
  title: text,
  variant: optional(id),
  good: optional(texts),
  bad: optional(texts),
  scores: optional(settings),
})

const decision = shaped<Decision>()({
  ...elementShape,
  name: text,
  number,
  status: words('proposed', 'accepted', 'rejected', 'deprecated', 'superseded'),
  date: optional(text),
  about: optional(ids),
  drivers: optional(ids),
  context: optional(text),
  options: list(decisionOption, 'options'),
  chosen: optional(id),
  because: optional(text),
  consequences: optional(texts),
  confirmation: optional(text),
  supersedes: optional(id),
  people: optional(
    z.looseObject({ deciders: optional(texts), consulted: optional(texts), informed: optional(texts) }).readonly(),
  ),
}).meta({ id: 'Decision' })

const treatment = shaped<Treatment>()({
  ...elementShape,
  rule: text,
  on: ids,
  variant: optional(id),
  response: words('mitigate', 'accept', 'transfer', 'avoid', 'dispute'),
  reason: text,
  status: optional(words('open', 'inProgress', 'done', 'verified')),
  approver: optional(text),
  until: optional(text),
  due: optional(text),
  controls: optional(ids),
  compensating: optional(text),
  decision: optional(id),
  residual: optional(z.looseObject({ likelihood: number, impact: number })),
  basis: optional(z.looseObject({ severity: text, facts: record(text, 'texts') })),
}).meta({ id: 'Treatment' })

const risk = shaped<Risk>()({
  ...elementShape,
  statement: text,
  about: optional(ids),
  likelihood: optional(number),
  impact: optional(number),
  grammar: optional(record(text, 'texts')),
}).meta({ id: 'Risk' })

const assumption = shaped<Assumption>()({
  ...elementShape,
  statement: text,
  about: optional(ids),
  status: words('open', 'confirmed', 'refuted'),
}).meta({ id: 'Assumption' })

const question = shaped<Question>()({
  ...elementShape,
  text,
  about: optional(z.looseObject({ on: id, field: optional(text) })),
  ask: optional(text),
  answer: optional(text),
  answeredOn: optional(text),
}).meta({ id: 'Question' })

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

const view = shaped<View>()({
  ...elementShape,
  name: text,
  variant: optional(id),
  perspective: optional(text),
  only: optional(ids),
  hide: optional(ids),
  slides: optional(list(z.looseObject({ focus: ids, caption: text }), 'slides')),
  window: optional(z.tuple([number, number, number], { error: 'three numbers' }).readonly()),
  places: optional(record(place, 'places')),
  routes: optional(record(route, 'routes')),
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
  views: optional(list(view, 'views')),
  x: optional(record(json, 'extensions')),
  answers: optional(record(answer, 'answers')),
  prices: optional(list(price, 'prices')),
  currency: optional(currency),
})
