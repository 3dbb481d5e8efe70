import { z } from 'zod'
import type {
  Assumption,
  Baseline,
  Condition,
  Decision,
  DecisionOption,
  ParkedItem,
  Question,
  ReviewedThreat,
  Risk,
  ThreatReview,
  Treatment,
  WorkItem,
} from './design.ts'
import { list, number, optional, record, shaped, text, truth, words } from './schema-shape.ts'
import { elementShape, frozenJson, id, ids, link, numberValue, settings, texts } from './value-schema.ts'

const said = { by: optional(text), date: optional(text) }

const decisionOption = shaped<DecisionOption>()({
  id,
  title: text,
  variant: optional(id),
  base: optional(truth),
  good: optional(texts),
  bad: optional(texts),
  scores: optional(settings),
})

export const decision = shaped<Decision>()({
  ...elementShape,
  name: text,
  number,
  status: words('proposed', 'accepted', 'rejected', 'deprecated', 'superseded'),
  ...said,
  about: optional(ids),
  drivers: optional(ids),
  context: optional(text),
  options: list(decisionOption, 'options'),
  chosen: optional(id),
  because: optional(text),
  consequences: optional(texts),
  confirmation: optional(text),
  supersedes: optional(id),
  basis: optional(record(number, 'numbers')),
  weights: optional(settings),
  people: optional(
    z.looseObject({ deciders: optional(texts), consulted: optional(texts), informed: optional(texts) }).readonly(),
  ),
}).meta({ id: 'Decision' })

export const treatment = shaped<Treatment>()({
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

const cell = z.looseObject({ on: id, method: words('stride', 'linddun'), letter: text })

export const risk = shaped<Risk>()({
  ...elementShape,
  statement: text,
  about: optional(ids),
  likelihood: optional(number),
  impact: optional(number),
  grammar: optional(record(text, 'texts')),
  cell: optional(cell),
  ...said,
}).meta({ id: 'Risk' })

export const assumption = shaped<Assumption>()({
  ...elementShape,
  statement: text,
  about: optional(ids),
  status: words('open', 'confirmed', 'refuted'),
  cell: optional(cell),
  ...said,
}).meta({ id: 'Assumption' })

export const question = shaped<Question>()({
  ...elementShape,
  text,
  about: optional(z.looseObject({ on: id, field: optional(text) })),
  ask: optional(text),
  answer: optional(text),
  answeredOn: optional(text),
  ...said,
}).meta({ id: 'Question' })

export const parkedItem = shaped<ParkedItem>()({ ...elementShape, text, about: optional(ids), ...said }).meta({
  id: 'ParkedItem',
})

const reviewedThreat = shaped<ReviewedThreat>()({
  isThreat: optional(truth),
  rule: text,
  title: text,
  status: text,
  severity: text,
  on: ids,
})

export const threatReview = shaped<ThreatReview>()({
  ...elementShape,
  threats: record(reviewedThreat, 'threats'),
  ...said,
}).meta({ id: 'ThreatReview' })

const condition = shaped<Condition>()({
  id,
  text,
  owner: optional(text),
  due: optional(text),
  status: words('open', 'met', 'dropped'),
  about: optional(ids),
  evidence: optional(list(link, 'links')),
})

export const baseline = shaped<Baseline>()({
  ...elementShape,
  name: text,
  hash: text,
  priceBook: optional(text),
  editions: optional(record(text, 'texts')),
  frozen: frozenJson,
  figures: optional(record(number, 'numbers')),
  findings: optional(record(reviewedThreat, 'findings')),
  verdict: optional(words('approved', 'approvedWithConditions', 'rejected', 'deferred')),
  board: optional(text),
  decidedOn: optional(text),
  conditions: optional(list(condition, 'conditions')),
  ...said,
}).meta({ id: 'Baseline' })

export const workItem = shaped<WorkItem>()({
  ...elementShape,
  name: text,
  phase: optional(id),
  about: optional(ids),
  after: optional(ids),
  exitCriteria: optional(texts),
  status: optional(words('open', 'inProgress', 'done')),
  due: optional(text),
  effortDays: optional(numberValue),
}).meta({ id: 'WorkItem' })

export const riskMatrix = list(list(words('critical', 'high', 'medium', 'low'), 'severities'), 'rows of severities')
