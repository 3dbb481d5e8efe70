import { facts } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import { countOf } from '../text/numbers.ts'
import { asSentence } from '../text/sentences.ts'
import type { Chapter } from './chapter.ts'

/** Terms of these documents that readers ask about; a kind's own are added where it is drawn. */
const terms: Readonly<Record<string, string>> = {
  ADR: 'Architecture decision record: one decision with its context, options and consequences.',
  NFR: 'Non-functional requirement: how well something is done, with a number.',
  p95: 'The time that 95 of 100 requests stay below.',
  'First words': 'The time until the first part of an answer can be read.',
  Band: 'The range in brackets: what is not known yet about a number, from its tenth to its ninetieth percentile.',
  'Trust boundary': 'A border behind which other people, networks or rules are trusted.',
}

/** The terms of the field as the document uses them, and the components' kinds. */
export function glossary({ design, graph }: DocumentContext): Chapter | undefined {
  const kinds = new Map<string, string>()
  for (const component of design.components ?? []) {
    const { title, summary } = graph.kindOf(component)
    kinds.set(title, asSentence(summary))
  }
  if (kinds.size === 0) return undefined
  const all = Object.entries({ ...terms, ...Object.fromEntries(kinds) }).toSorted(([a], [b]) =>
    a.toLowerCase() < b.toLowerCase() ? -1 : 1,
  )
  return { says: countOf(all.length, 'term'), blocks: [facts(Object.fromEntries(all))] }
}
