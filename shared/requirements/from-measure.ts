import type { Id, Measure, Requirement, Value } from '../design/design.ts'
import type { Unit } from '../kinds/fields/field.ts'
import { findMetric } from './metrics/index.ts'

/** What a requirement that was made from a measure of success says of its source. */
export const fromFraming = 'Framing sheet'

/** Words of people, and the metric that they most likely mean; the first that fits counts. */
const meanings: readonly (readonly [words: RegExp, metric: string])[] = [
  [/\b(first words?|first token|starts? (to answer|speaking))\b/iu, 'latency.first'],
  [
    /\b(per (case|request|question|answer|document|call))\b.*(\$|usd|eur|cost)|\b(cost|price)s?\b.*\bper (case|request|question|answer|document|call)\b/iu,
    'cost.request',
  ],
  [/\b(cost|budget|spend|price)/iu, 'cost.month'],
  [/\b(available|availability|uptime|up ?time)\b/iu, 'availability'],
  [/\b(grounded|sourced|cited|citations?)\b/iu, 'quality.groundedness'],
  [/\b(invent|hallucinat|unsupported)/iu, 'quality.unsupportedClaims'],
  [/\b(false (alarm|positive)|wrongly (flagged|stopped))/iu, 'quality.falseAlarms'],
  [/\b(missed|recall|found|caught)\b/iu, 'quality.recall'],
  [/\b(review(ed|s)?|seen by|escalat|manual)/iu, 'people.reviewShare'],
  [/\b(field|extract)/iu, 'quality.fieldAccuracy'],
  [/\b(time|minutes?|seconds?|hours?|wait|fast|latency|duration|speed)\b/iu, 'latency.full'],
]
const otherwise = 'quality.taskSuccess'

/**
 * A requirement that holds a measure of success: the metric that its words most likely mean, with the aim as target
 * where a number can be read from it. What cannot be read stays open: nobody's number is guessed.
 */
export function requirementFromMeasure({ name, baseline, aim }: Measure, id: Id): Requirement {
  const said = `${name} ${aim ?? ''}`
  const metric = findMetric(meanings.find(([words]) => words.test(said))?.[1] ?? otherwise)
  if (metric === undefined) throw new Error(`the metric "${otherwise}" is gone`)
  const { is, aggregate } = metric.usual
  const target = readAim(aim, metric.unit)
  const today = baseline === undefined ? '' : ` Today: ${baseline}.`
  return {
    id,
    name,
    metric: metric.id,
    ...(aggregate === undefined ? {} : { aggregate }),
    is,
    target,
    priority: 'must',
    source: fromFraming,
    rationale: `A measure of success${aim === undefined ? '' : `: ${aim}`}.${today}`,
  }
}

const msPer: Readonly<Record<string, number>> = {
  ms: 1,
  millisecond: 1,
  s: 1000,
  sec: 1000,
  second: 1000,
  min: 60_000,
  minute: 60_000,
  h: 3_600_000,
  hour: 3_600_000,
  day: 86_400_000,
}

/** The one number of an aim, in the unit of a metric; open where there is none, or more than one. */
export function readAim(aim: string | undefined, unit: Unit | undefined): Value<number> {
  const open: Value<number> = { unknown: true, ...(aim === undefined ? {} : { note: aim }) }
  const numbers = [...(aim ?? '').matchAll(/(\d+(?:[.,]\d+)*)\s*(k\b|%|[a-z]+)?/giu)]
  const [only, ...others] = numbers
  if (only === undefined || others.length > 0) return open
  const value = Number((only[1] ?? '').replaceAll(/,(?=\d{3}\b)/gu, '').replace(',', '.'))
  const word = (only[2] ?? '').toLowerCase()
  if (!Number.isFinite(value)) return open
  if (unit === 'ms') {
    const per = msPer[word] ?? msPer[word.replace(/s$/u, '')]
    return per === undefined ? open : value * per
  }
  if (unit === 'share') return word === '%' || word === 'percent' ? value / 100 : value <= 1 ? value : open
  return word === 'k' ? value * 1000 : value
}
