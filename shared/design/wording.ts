import { type AnyCollection, collections, nouns } from './collections.ts'
import type { Segments } from './json-path.ts'
import { valueAt } from './json-path.ts'
import { isPlainObject } from './same-json.ts'

/** 'the component "Answer model"', from wherever in the document a path leads; undefined outside all collections. */
export function ownerOf(document: unknown, segments: Segments): string | undefined {
  const [collection, position] = segments
  if (collection === 'variants' && segments.length > 4) return variantOwner(document, segments)
  if (!isCollection(collection) || typeof position !== 'number') return undefined
  const element = valueAt(document, [collection, position])
  return `the ${nouns[collection]} ${quotedName(document, element, position)}`
}

/** The id of the element that a path leads into, when it has one. */
export function elementIdOf(document: unknown, segments: Segments): string | undefined {
  const id = valueAt(document, [...segments.slice(0, 2), 'id'])
  return typeof id === 'string' ? id : undefined
}

function variantOwner(document: unknown, segments: Segments): string {
  const variant = valueAt(document, segments.slice(0, 2))
  const changed = String(segments[4])
  const name = isPlainObject(variant) && typeof variant['name'] === 'string' ? variant['name'] : String(segments[1])
  return `the change of "${changed}" in the variant "${shorten(name)}"`
}

function quotedName(document: unknown, element: unknown, position: number): string {
  if (isPlainObject(element)) {
    for (const key of ['name', 'statement', 'text', 'id']) {
      const word = element[key]
      if (typeof word === 'string' && word !== '' && (key !== 'id' || element['from'] === undefined)) {
        return `"${shorten(word)}"`
      }
    }
    const ends = [element['from'], element['to']].map((end) => componentName(document, end))
    if (ends.every((end) => end !== undefined)) return `"${ends.join(' to ')}"`
    if (typeof element['id'] === 'string') return `"${shorten(element['id'])}"`
  }
  return `number ${position + 1}`
}

function componentName(document: unknown, id: unknown): string | undefined {
  const components = valueAt(document, ['components'])
  if (typeof id !== 'string' || !Array.isArray(components)) return undefined
  const found: unknown = components.find((component: unknown) => isPlainObject(component) && component['id'] === id)
  return isPlainObject(found) && typeof found['name'] === 'string' ? shorten(found['name']) : undefined
}

/** A name that fits into a sentence. */
export function shorten(name: string, length = 60): string {
  return name.length <= length ? name : `${name.slice(0, length - 3)}...`
}

/** The first letter as a capital. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A title inside a sentence: "Human approval" becomes "human approval", "A gate" "a gate"; "LLM API" and "I" stay. */
export function smallTitle(words: string): string {
  return /^(?:[A-Z][a-z]|A )/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

/** 'activePassive' reads "active passive"; words of people stay as they are. */
export function splitWords(word: string): string {
  return /^[a-z]+([A-Z][a-z]+)+$/.test(word) ? word.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) : word
}

/** A value in a sentence: what it is, and what it says when that is short. */
export function describeValue(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object') return 'an object'
  if (typeof value === 'string') return `the text ${JSON.stringify(shorten(value, 40))}`
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'nothing'
}

/** '"a", "b" or "c"'. */
export function alternatives(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`)
  const last = quoted.at(-1) ?? ''
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} or ${last}`
}

/** 'an arrow', 'a boundary'. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
}

/** 1,234,567 */
export function grouped(number: number): string {
  return String(number).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

function isCollection(key: unknown): key is AnyCollection {
  return collections.some((collection) => collection === key)
}

/** The nearest word by edit distance, when it is near enough to have been meant: ' Did you mean "f-llm"?' or ''. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance || candidate === word) continue
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best === undefined ? '' : ` Did you mean "${best}"?`
}

/** Levenshtein's distance. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 0; i < left.length; i += 1) {
    const next = [i + 1]
    for (let j = 0; j < right.length; j += 1) {
      const replaced = (row[j] ?? 0) + (left[i] === right[j] ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
