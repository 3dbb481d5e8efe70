import type { Segments } from '../design/json-path.ts'
import { isPlainObject } from '../design/same-json.ts'
import { describeValue } from '../design/wording.ts'
import type { Condition } from '../graph/condition.ts'
import { nestingFault, partsOf } from '../graph/condition-nesting.ts'
import { parseCondition } from '../graph/condition-text.ts'
import { conditionFault } from '../graph/condition-words.ts'

/** What a condition is asked of: that decides which of its parts can hold at all. */
export type Subject = 'components' | 'flows' | 'data' | 'boundaries'

export interface Refusal {
  readonly at: Segments
  readonly sentence: string
}

const forms: Readonly<Record<string, (value: unknown) => boolean>> = {
  kind: isWords,
  trait: isWords,
  product: isWords,
  name: (value) => typeof value === 'string',
  tag: (value) => typeof value === 'string',
  crosses: (value) => typeof value === 'string',
  inside: isPlainObject,
  data: isPlainObject,
  from: isPlainObject,
  to: isPlainObject,
  not: isPlainObject,
  all: isList,
  any: isList,
}

/**
 * A condition as a file has it: the text form, or JSON. Answers it, or the place in it that cannot be used, with the
 * remedy: what has no known form, what this version does not know, and what can never hold of the subject.
 */
export function readCondition(value: unknown, subject: Subject | 'any'): Condition | Refusal {
  if (typeof value === 'string') {
    const parsed = parseCondition(value)
    if (!parsed.ok)
      return { at: [], sentence: `"${value.slice(0, 80)}", character ${parsed.at + 1}: ${parsed.sentence}` }
    return refusalOf(parsed.condition, subject, []) ?? parsed.condition
  }
  const refused = misshapen(value, [], 0)
  if (refused !== undefined) return refused
  const condition = value as Condition
  const nesting = nestingFault(condition)
  if (nesting !== undefined) return { at: [], sentence: nesting }
  return refusalOf(condition, subject, []) ?? condition
}

/** Whether what was read is a sentence that says why it is no condition. */
export function isRefusal(read: Condition | Refusal): read is Refusal {
  return 'sentence' in read
}

function misshapen(value: unknown, at: Segments, depth: number): Refusal | undefined {
  if (depth > 50) return { at, sentence: 'It is nested too deep. Split it into several.' }
  if (!isPlainObject(value))
    return {
      at,
      sentence: `A condition is a text such as "kind = llm-api", or an object; here is ${describeValue(value)}.`,
    }
  if ('field' in value) return fieldShape(value, at)
  const keys = Object.keys(value)
  const known = keys.filter((key) => Object.hasOwn(forms, key))
  const [key = ''] = known
  if (known.length !== 1 || keys.length !== 1) {
    const said = keys.length === 0 ? 'It is empty' : `It has ${keys.map((each) => `"${each}"`).join(' and ')}`
    return {
      at,
      sentence: `${said}. A condition has one of ${Object.keys(forms).join(', ')}, or "field" with "is" and "value"; join several by "all" or "any".`,
    }
  }
  const form = forms[key]
  const inner = value[key]
  if (form?.(inner) !== true)
    return {
      at: [...at, key],
      sentence: `"${key}" is ${describeValue(inner)}, which it cannot be. See docs/standards.md.`,
    }
  const parts =
    key === 'all' || key === 'any'
      ? (inner as readonly unknown[]).map((part, index) => ({ part, at: [...at, key, index] }))
      : isPlainObject(inner)
        ? [{ part: inner as unknown, at: [...at, key] }]
        : []
  return parts.map((part) => misshapen(part.part, part.at, depth + 1)).find((each) => each !== undefined)
}

function fieldShape(value: Readonly<Record<string, unknown>>, at: Segments): Refusal | undefined {
  const strange = Object.keys(value).find((key) => !['field', 'is', 'value'].includes(key))
  if (strange !== undefined)
    return { at: [...at, strange], sentence: `A comparison has "field", "is" and "value", and no "${strange}".` }
  if (typeof value['field'] !== 'string') return { at: [...at, 'field'], sentence: '"field" is a text.' }
  if (typeof value['is'] !== 'string')
    return { at: [...at, 'is'], sentence: '"is" is one of =, !=, <, <=, >, >=, in, has, stated.' }
  const scalar = value['value']
  const isScalar = scalar === undefined || ['string', 'number', 'boolean'].includes(typeof scalar) || isScalars(scalar)
  return isScalar
    ? undefined
    : {
        at: [...at, 'value'],
        sentence: '"value" is a text, a number, true or false, or a list of texts or of numbers.',
      }
}

/** What can never hold: an arrow has no kind, a component calls from nowhere. */
function refusalOf(condition: Condition, subject: Subject | 'any', at: Segments): Refusal | undefined {
  const fault = conditionFault(condition) ?? subjectFault(condition, subject)
  if (fault !== undefined) return { at, sentence: fault }
  return partsOf(condition)
    .map(({ at: place, part }) => refusalOf(part, subjectBelow(condition, subject), [...at, ...place]))
    .find((each) => each !== undefined)
}

function subjectBelow(condition: Condition, subject: Subject | 'any'): Subject | 'any' {
  if ('inside' in condition) return 'boundaries'
  if ('data' in condition) return 'data'
  return 'from' in condition || 'to' in condition ? 'components' : subject
}

const nouns: Readonly<Record<Subject, string>> = {
  components: 'a component',
  flows: 'an arrow',
  data: 'a data asset',
  boundaries: 'a boundary',
}

function subjectFault(condition: Condition, subject: Subject | 'any'): string | undefined {
  if (subject === 'any') return undefined
  const ofArrows = ['from', 'to', 'crosses'].find((key) => key in condition)
  if (ofArrows !== undefined && subject !== 'flows')
    return `"${ofArrows}" speaks of arrows; this condition is asked of ${nouns[subject]}.`
  const ofComponents = ['kind', 'trait', 'product'].find((key) => key in condition)
  if (ofComponents !== undefined && subject !== 'components') {
    const remedy =
      subject === 'flows' ? ` Say of which end: "from ${ofComponents} = ..." or "to ${ofComponents} = ...".` : ''
    return `"${ofComponents}" speaks of components; this condition is asked of ${nouns[subject]}.${remedy}`
  }
  if ('data' in condition && (subject === 'data' || subject === 'boundaries'))
    return `"data" speaks of what components hold and arrows carry; this condition is asked of ${nouns[subject]}.`
  return undefined
}

function isWords(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'))
}
function isList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0
}
function isScalars(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    (value.every((each) => typeof each === 'string') || value.every((each) => typeof each === 'number'))
  )
}
