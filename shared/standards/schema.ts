import { z } from 'zod'
import { list, number, optional, record, shaped, text, truth, words } from '../design/schema-shape.ts'
import { topicWords } from '../findings/topic-words.ts'
import type { Condition } from '../graph/condition.ts'
import type {
  MandatoryControl,
  PackElements,
  PackPath,
  PackRule,
  RulePack,
  RuleSetting,
  Standards,
  Technology,
} from './standards.ts'
import { standardsFormat } from './standards.ts'

const wordOrWords = z.union([text, list(text, 'texts')], { error: 'a text, or a list of texts' })
const scalar = z.union([text, number, truth, list(text, 'texts'), list(number, 'numbers')])

/** As files have it: the text form is read before this schema sees a file; JSON's own schema says both. */
const condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union(
      [
        text.meta({ description: 'For example: kind = llm-api & in trust < 50' }),
        z.strictObject({ kind: wordOrWords }),
        z.strictObject({ trait: wordOrWords }),
        z.strictObject({ product: wordOrWords }),
        z.strictObject({ name: text }),
        z.strictObject({ tag: text }),
        z.strictObject({ inside: condition }),
        z.strictObject({ data: condition }),
        z.strictObject({ from: condition }),
        z.strictObject({ to: condition }),
        z.strictObject({ crosses: words('trust', 'organisation', 'region', 'network') }),
        z.strictObject({
          field: text,
          is: words('=', '!=', '<', '<=', '>', '>=', 'in', 'has', 'stated'),
          value: optional(scalar),
        }),
        z.strictObject({ all: z.array(condition).min(1) }),
        z.strictObject({ any: z.array(condition).min(1) }),
        z.strictObject({ not: condition }),
      ],
      { error: 'a condition' },
    ),
  )
  .meta({ id: 'Condition', description: 'See docs/standards.md.' }) as unknown as z.ZodType<Condition>

const severity = words('critical', 'high', 'medium', 'low')
const topic = words(...topicWords.map((each) => each.topic))
const isoDate = z.string({ error: 'a date such as 2027-06-30' }).regex(/^\d{4}-\d{2}-\d{2}$/, {
  error: 'a date such as 2027-06-30',
})
const said = text.min(1, { error: 'a text that is not empty' })

export const ruleSettingSchema = shaped<RuleSetting>()({
  off: optional(truth),
  severity: optional(severity),
  thresholds: optional(record(number, 'numbers')),
  reason: optional(text),
})

const elements = shaped<PackElements>()({
  of: words('components', 'flows', 'data', 'boundaries'),
  where: optional(condition),
  require: condition,
})
const path = shaped<PackPath>()({ from: condition, to: condition, through: optional(condition) })

export const packRuleSchema = shaped<PackRule>()({
  id: z.string({ error: 'an id such as "HOUSE-01"' }).regex(/^[A-Za-z][A-Za-z0-9._-]{0,39}$/, {
    error: 'an id of letters, digits, dots and hyphens, such as "HOUSE-01"',
  }),
  title: said,
  severity,
  topic,
  why: said,
  fix: said,
  problem: said,
  references: optional(list(text, 'texts')),
  each: optional(elements),
  path: optional(path),
})

const rulePackSchema = shaped<RulePack>()({
  id: said,
  title: said,
  edition: optional(text),
  source: optional(text),
  approver: optional(text),
  off: optional(truth),
  rules: list(packRuleSchema, 'rules'),
})

export const technologySchema = shaped<Technology>()({
  name: said,
  status: words('approved', 'tolerated', 'forbidden'),
  until: optional(isoDate),
  instead: optional(text),
  owner: optional(text),
  approver: optional(text),
  reason: optional(text),
})

export const mandatoryControlSchema = shaped<MandatoryControl>()({
  control: said,
  where: condition,
  reason: optional(text),
  owner: optional(text),
  approver: optional(text),
})

/** The whole file; its JSON Schema is made of it. Reading goes part by part, so that one fault costs one rule. */
export const standardsSchema = shaped<Standards>()({
  format: z.literal(standardsFormat, { error: JSON.stringify(standardsFormat) }),
  version: z.int({ error: 'a whole number' }).min(1, { error: 'a whole number from 1 on' }),
  title: optional(text),
  rules: optional(record(ruleSettingSchema, 'rule settings')),
  packs: optional(list(rulePackSchema, 'rule packs')),
  technologies: optional(list(technologySchema, 'technologies')),
  exhaustive: optional(truth),
  controls: optional(list(mandatoryControlSchema, 'controls')),
})
