import type { Scalar } from '../design/design.ts'
import { kinds } from '../kinds/index.ts'
import type { Field } from '../kinds/fields/field.ts'
import type { Comparison, Condition } from './condition.ts'
import { matchesName, patternFault } from './match-name.ts'
import { facets, orderedWords } from './read-field.ts'

export const traits: readonly string[] = [...new Set(kinds.flatMap((kind) => kind.traits))].toSorted()
export const kindIds: readonly string[] = kinds.map(({ id }) => id)
const comparisons: readonly Comparison[] = ['=', '!=', '<', '<=', '>', '>=', 'in', 'has', 'stated']
const crossings = facets

/** Fields of elements themselves, by what has them; settings and calls are those of the kinds, facts of data are free. */
const ownFields: readonly string[] = [
  ...facets,
  'owner',
  'as',
  'mode',
  'does',
  'authentication',
  'encrypted',
  'protocol',
  'timeoutMs',
  'retries',
  'backoffMs',
  'hedgeAfterMs',
  'request.content',
  'request.untrusted',
  'response.content',
  'response.untrusted',
  'type',
  'classification',
  'personal',
  'writers',
  'label',
]

const declared: ReadonlyMap<string, readonly Field[]> = declaredFields()

function declaredFields(): ReadonlyMap<string, readonly Field[]> {
  const fields = new Map<string, Field[]>()
  for (const kind of kinds)
    for (const place of ['settings', 'call'] as const)
      for (const [name, field] of Object.entries(kind[place])) {
        const key = `${place}.${name}`
        fields.set(key, [...(fields.get(key) ?? []), field])
      }
  return fields
}

/** Every field that a condition can read, facts of data aside. */
export const conditionFields: readonly string[] = [...ownFields, ...declared.keys()]

/** How a field is called where people fill it in. */
export function fieldLabel(field: string): string {
  const label = declared.get(field)?.[0]?.label
  if (label !== undefined) return label
  const name = field.slice(field.indexOf('.') + 1)
  const words = name.replaceAll(/([A-Z])/gu, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The words that a subject ("kind") or field can be compared with; undefined where they are not known, or any text is. */
export function wordsFor(subject: string): readonly string[] | undefined {
  if (subject === 'kind') return kindIds
  if (subject === 'trait') return traits
  if (subject === 'crosses') return facets
  const fields = declared.get(subject)
  if (fields === undefined) return orderedWords[subject]
  if (fields.every(({ type }) => type === 'boolean')) return ['true', 'false']
  if (fields.some(({ options }) => options === undefined)) return undefined
  return [...new Set(fields.flatMap(({ options }) => (options ?? []).map(({ value }) => value)))]
}

/** Who would know a field, by the kinds that have it. */
export function fieldAsk(field: string): string | undefined {
  return declared.get(field)?.find(({ ask }) => ask !== undefined)?.ask
}

/**
 * What is wrong with one condition, its parts not looked at: a kind, trait or field that this version does not know, a
 * pattern that could run for ever, a comparison that can never hold. A sentence with the remedy, or undefined.
 */
export function conditionFault(condition: Condition): string | undefined {
  if ('kind' in condition) return firstFault(listOf(condition.kind), kindFault)
  if ('trait' in condition) return firstFault(listOf(condition.trait), traitFault)
  if ('product' in condition) return firstFault(listOf(condition.product), patternFault)
  if ('name' in condition) return patternFault(condition.name)
  if ('tag' in condition) return patternFault(condition.tag)
  if ('crosses' in condition)
    return crossings.some((each) => each === condition.crosses)
      ? undefined
      : unknownWord('facet', condition.crosses, crossings)
  return 'field' in condition ? fieldFault(condition.field, condition.is, condition.value) : undefined
}

function firstFault(words: readonly string[], fault: (word: string) => string | undefined): string | undefined {
  if (words.length === 0) return 'The list is empty. Name at least one.'
  return words.map(fault).find((sentence) => sentence !== undefined)
}

function kindFault(kind: string): string | undefined {
  const fault = patternFault(kind)
  if (fault !== undefined) return fault
  return kindIds.some((id) => matchesName(id, kind)) ? undefined : unknownWord('kind', kind, kindIds)
}

function traitFault(trait: string): string | undefined {
  return traits.includes(trait) ? undefined : unknownWord('trait', trait, traits)
}

function fieldFault(field: string, is: Comparison, value: Scalar | undefined): string | undefined {
  if (!comparisons.includes(is)) return unknownWord('comparison', is, comparisons)
  const isFact = /^facts\.[A-Za-z]\w*$/u.test(field)
  if (!isFact && !conditionFields.includes(field)) return unknownWord('field', field, conditionFields)
  if (is === 'stated') return value === undefined ? undefined : '"stated" compares with nothing. Leave the value out.'
  if (value === undefined) return `"${field}" is compared with nothing. Add a value, or ask whether it is "stated".`
  if (is === 'in' && typeof value !== 'object') return '"in" needs a list, such as [eu-west-1, eu-central-1].'
  if (is !== 'in' && typeof value === 'object') return `"${is}" compares with one value. Use "in" for a list.`
  if (['<', '<=', '>', '>='].includes(is) && !isOrdered(field, value))
    return `"${field}" is compared with ${JSON.stringify(value)}, which has no order. "<" and ">" take a number${orderHint(field)}.`
  const wordFaults = membersOf(value).map((each) => choiceFault(field, is, each))
  return wordFaults.find((sentence) => sentence !== undefined)
}

function isOrdered(field: string, value: Scalar): boolean {
  return typeof value === 'number' || (typeof value === 'string' && (orderedWords[field]?.includes(value) ?? false))
}

function orderHint(field: string): string {
  const words = orderedWords[field]
  return words === undefined ? '' : `, or one of ${words.join(', ')}`
}

/** A value that no kind's field can take would never be met. */
function choiceFault(field: string, is: Comparison, value: string | number | boolean): string | undefined {
  const fields = declared.get(field)
  if (fields === undefined) return typeof value === 'string' ? patternFault(value) : undefined
  if (typeof value === 'string') {
    const fault = patternFault(value)
    if (fault !== undefined) return fault
    if (fields.some(({ type }) => type === 'text')) return undefined
    const options = fields.flatMap((each) => (each.options ?? []).map((option) => option.value))
    if (options.length === 0) return `"${field}" is no text. Compare it with ${typeWords(fields)}.`
    return options.some((option) => matchesName(option, value))
      ? undefined
      : unknownWord('value', value, [...new Set(options)])
  }
  const wanted = typeof value === 'number' ? 'number' : 'boolean'
  const fits = fields.some(({ type }) => type === wanted)
  return fits ? undefined : `"${field}" ${is} ${value} can never hold. Compare it with ${typeWords(fields)}.`
}

function typeWords(fields: readonly Field[]): string {
  const words = { number: 'a number', boolean: 'true or false', choice: 'a word', choices: 'a word', text: 'a text' }
  return [...new Set(fields.map(({ type }) => words[type]))].join(' or ')
}

function membersOf(value: Scalar): readonly (string | number | boolean)[] {
  return typeof value === 'object' ? value : [value]
}

function listOf(words: string | readonly string[]): readonly string[] {
  return typeof words === 'string' ? [words] : words
}

/** "There is no kind "llm". Did you mean "llm-api"?", or all of them when they are few. */
export function unknownWord(what: string, word: string, known: readonly string[]): string {
  const said = `There is no ${what} "${word.slice(0, 60)}".`
  const near = nearest(word, known)
  if (near !== undefined) return `${said} Did you mean "${near}"?`
  return known.length <= 15
    ? `${said} Known are: ${known.join(', ')}.`
    : `${said} ${listHints[what] ?? 'See docs/standards.md.'}`
}

const listHints: Readonly<Record<string, string>> = {
  kind: 'The command "lintel list kinds" names them all.',
  field: 'A setting of a box is written "settings.name", one of a call "call.name", a fact of data "facts.name".',
}

function nearest(word: string, known: readonly string[]): string | undefined {
  const given = word.toLowerCase().slice(0, 60)
  const ends = known.find((each) => each.split('.').at(-1)?.toLowerCase() === given)
  if (ends !== undefined) return ends
  const ranked = known
    .map((each) => ({ each, distance: distance(given, each.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance)
  const [first] = ranked
  if (first !== undefined && first.distance <= Math.max(1, Math.floor(given.length / 3))) return first.each
  return given.length >= 3 ? known.find((each) => each.toLowerCase().includes(given)) : undefined
}

/** Levenshtein: letters to add, drop or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
