import type { Id, Requirement, Value } from '../../design/design.ts'
import { isStated, isUnknown, known } from '../../design/value.ts'
import { splitWords } from '../../design/wording.ts'
import type { Verdict } from '../../estimate/requirement-result.ts'
import type { Field, Unit } from '../../kinds/fields/field.ts'
import type { ShownCurrency } from '../../kinds/figures/money-format.ts'
import { unitWords } from '../../kinds/figures/unit-words.ts'
import { findMetric } from '../../requirements/metrics/index.ts'
import type { Catalogues } from '../../threats/frameworks/catalogues.ts'
import { nameReference } from '../../threats/frameworks/name-reference.ts'
import type { Finding, Reference, Severity } from '../../findings/finding.ts'
import { badge, unstated } from '../blocks.ts'
import type { Inline, Text, Tone } from '../outline.ts'
import { formatCount, formatStated, listWords } from './numbers.ts'
import { letterWords } from '../../threats/coverage/letter-words.ts'
import { groupBy } from '../../design/group-by.ts'

type NameOf = (id: Id) => string

/** "First token: p95 at most 2.5 s at peak for Ask a research question (must, from the Head of Research)". */
export function requirementSentence(requirement: Requirement, nameOf: NameOf, currency?: ShownCurrency): string {
  const title = requirement.name ?? findMetric(requirement.metric)?.title ?? requirement.metric
  const comparison = { '<=': 'at most', '>=': 'at least', '=': '', in: 'only in' }[requirement.is]
  const target = targetWords(requirement.metric, requirement.target, currency)
  const scope = (requirement.on ?? []).map(nameOf)
  const words = [
    requirement.aggregate,
    comparison,
    target,
    requirement.at === 'peak' ? 'at peak' : undefined,
    scope.length === 0 ? undefined : `for ${listWords(scope, 3)}`,
  ].filter((word) => word !== undefined && word !== '')
  const origin =
    requirement.source === undefined ? requirement.priority : `${requirement.priority}, from ${requirement.source}`
  return `${title}: ${words.join(' ')} (${origin})`
}

/** "at most $6k a month": what a requirement allows, without whose it is. */
export function limitWords({ is, metric, target }: Requirement, currency?: ShownCurrency): string {
  const comparison = { '<=': 'at most ', '>=': 'at least ', '=': '', in: 'only in ' }[is]
  return `${comparison}${targetWords(metric, target, currency)}`
}

/** A target in the unit of its metric: 2500 of a latency is "2.5 s", 0.95 of a quality "95 %". */
function targetWords(metric: string, target: Value, currency: ShownCurrency | undefined): string {
  const value = known(target)
  if (value === undefined) return 'not stated'
  if (typeof value !== 'number') return Array.isArray(value) ? listWords(value.map(String)) : String(value)
  return quantityWords(value, findMetric(metric)?.unit, currency)
}

/** A number in words of its unit: "2.5 s", "$120 a month", "400 tokens". */
export function quantityWords(value: number, unit: Unit | undefined, currency?: ShownCurrency): string {
  const words = formatStated(value, unit, currency)
  if (unit === undefined || spokenUnits.has(unit)) return words
  if (unit === 'USD/month') return `${words} a month`
  return unit.startsWith('USD/') ? `${words} per ${unit.slice(4)}` : `${words} ${unitWords(value, unit)}`
}
/** Units that the number itself shows, and counts, which need none. */
const spokenUnits: ReadonlySet<Unit> = new Set(['ms', 's', 'minutes', 'hours', 'days', 'share', 'USD', 'count'])

/** A value for a table cell, a choice by the label of its field: what is not known says so, with who would know. */
export function valueWords(value: Value | undefined, field?: Field): Text {
  if (value === undefined) return [unstated('not stated')]
  if (isUnknown(value)) return [badge('unknown', 'unknown'), value.ask === undefined ? '' : `, ask ${value.ask}`]
  const scalar = isStated(value) ? value.value : value
  if (typeof scalar === 'boolean') return [scalar ? 'yes' : 'no']
  if (typeof scalar === 'number') return [formatCount(scalar)]
  const labelOf = (word: string): string =>
    field?.options?.find((option) => option.value === word)?.label ?? splitWords(word)
  return [typeof scalar === 'string' ? labelOf(scalar) : scalar.map((word) => labelOf(String(word))).join(', ')]
}

const verdicts: Readonly<Record<Verdict, { readonly word: string; readonly tone: Tone }>> = {
  pass: { word: 'met', tone: 'pass' },
  assumed: { word: 'assumed', tone: 'assumed' },
  atRisk: { word: 'at risk', tone: 'atRisk' },
  fail: { word: 'missed', tone: 'fail' },
  unknown: { word: 'unknown', tone: 'unknown' },
  waived: { word: 'waived', tone: 'waived' },
}
export function verdictWord(verdict: Verdict): string {
  return verdicts[verdict].word
}
export function verdictBadge(verdict: Verdict): Inline {
  return badge(verdicts[verdict].word, verdicts[verdict].tone)
}

export function severityBadge(severity: Severity): Inline {
  return badge(severity, severity)
}

const statuses: Readonly<Record<Finding['status'], { readonly word: string; readonly tone: Tone }>> = {
  open: { word: 'open', tone: 'fail' },
  mitigated: { word: 'mitigated', tone: 'pass' },
  accepted: { word: 'accepted', tone: 'waived' },
  transferred: { word: 'transferred', tone: 'waived' },
  avoided: { word: 'avoided', tone: 'pass' },
  disputed: { word: 'disputed', tone: 'atRisk' },
}
export function statusBadge(status: Finding['status']): Inline {
  return badge(statuses[status].word, statuses[status].tone)
}

/** 'TI' reads "Tampering, Information disclosure". */
export function strideSentence(letters: string): string {
  return Array.from(letters.replace(/[^STRIDE]/g, ''))
    .map((letter) => letterWords({ method: 'stride', letter }))
    .join(', ')
}

/** ['Dd', 'U'] reads "Data disclosure, Unawareness". */
export function linddunSentence(letters: readonly string[]): string {
  return letters.map((letter) => letterWords({ method: 'linddun', letter })).join(', ')
}

/** The sentence with a full stop at the end, whatever its author did. */
export function asSentence(text: string): string {
  const trimmed = text.trim()
  const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1)
  return capital === '' || /[.!?:…]$/.test(capital) ? capital : `${capital}.`
}
/** The same without its full stop: for titles and list items. */
export function asTitle(text: string): string {
  return asSentence(text).replace(/\.$/, '')
}

/** "OWASP Top 10 for LLM applications, LLM01:2026 Prompt injection": never a bare id; by the titles of these catalogues. */
export function referenceWords(reference: Reference, catalogues?: Catalogues): string {
  const { catalogue, edition, entry, isOwnWords } = nameReference(reference, catalogues)
  return isOwnWords ? [catalogue, edition, entry].filter(Boolean).join(' ') : `${catalogue} ${entry}`
}

/** The same of several, catalogue by catalogue, each named once: "MITRE ATLAS: AML.T0053 ..., AML.T0086 ...". */
export function referenceLines(references: readonly Reference[], catalogues?: Catalogues): string {
  const named = references.map((reference) => nameReference(reference, catalogues))
  return [...groupBy(named, ({ catalogue }) => catalogue)]
    .map(([catalogue, entries]) => {
      const words = entries.map(({ entry, edition, isOwnWords }) => (isOwnWords ? `${edition} ${entry}`.trim() : entry))
      return `${catalogue}: ${words.join(', ')}`
    })
    .join('; ')
}

/** Who would know, without the question that may follow the name. */
export function whoWouldKnow(ask: string | undefined): string | undefined {
  const who = ask?.split(':')[0]?.trim()
  return who === '' ? undefined : who
}
