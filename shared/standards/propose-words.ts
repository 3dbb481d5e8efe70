import { conditionFields, wordsFor } from '../graph/condition-words.ts'
import { comparisonsOf } from './condition-rows.ts'

/** What could be written next in the text of a pack, and how much of it stands there already. */
export interface Proposal {
  /** Characters before the caret that a chosen word replaces. */
  readonly typed: number
  readonly words: readonly string[]
}

const subjects = ['kind', 'trait', 'product', 'name', 'tag', 'crosses']
const prefixes = ['in', 'data', 'from', 'to']

/** A condition in its text form, begun in a place that has one. */
const begunText = /"(?:where|require|from|to|through)"\s*:\s*"(?<text>(?:[^"\\]|\\.)*)$/u
/** A word of a condition in its JSON form, begun: `"kind": "ll` or `"trait": ["stores-data", "`. */
const begunWord = /"(?<key>kind|trait|crosses|field)"\s*:\s*(?:\[[^\]]*)?"(?<word>[^"\\]*)$/u
/** The word under the caret of a text, as the reader of conditions parts them. */
const lastWord = /[^\s=<>!&|()[\],"]*$/u
const lastComparison = /(?<subject>[\w.-]+)\s*(?:<=|>=|!=|=|<|>|\s(?:in\s*\[[^\]]*|has\s))\s*$/u
const lastCrosses = /(?:^|[\s(!])crosses\s+$/u
const lastSubject = /(?<subject>[\w.-]+)\s+$/u
const opening = /(?:^|[&|(!]|(?:^|\s)(?:and|or|not|in|data|from|to))\s*$/u

/**
 * The kinds, traits, fields, comparisons and values that fit where somebody writes a condition of a pack.
 *
 * @param before the line of the pack's file up to the caret
 * @returns undefined where no condition is being written, or where any text may follow
 */
export function proposeWords(before: string): Proposal | undefined {
  const written = begunWord.exec(before)?.groups
  if (written !== undefined) {
    const { key = '', word = '' } = written
    return proposal(word, key === 'field' ? conditionFields : wordsFor(key))
  }
  const text = begunText.exec(before)?.groups?.['text']
  if (text === undefined) return undefined
  const [word = ''] = lastWord.exec(text) ?? []
  return proposal(word, wordsAfter(text.slice(0, text.length - word.length)))
}

function proposal(word: string, words: readonly string[] | undefined): Proposal | undefined {
  return words === undefined ? undefined : { typed: word.length, words }
}

function wordsAfter(text: string): readonly string[] | undefined {
  const compared = lastComparison.exec(text)?.groups?.['subject']
  if (compared !== undefined) return wordsFor(compared)
  if (lastCrosses.test(text)) return wordsFor('crosses')
  if (opening.test(text)) return [...subjects, ...prefixes, ...conditionFields]
  const subject = lastSubject.exec(text)?.groups?.['subject'] ?? ''
  return subjects.includes(subject) || conditionFields.includes(subject) ? comparisonsOf(subject) : undefined
}
