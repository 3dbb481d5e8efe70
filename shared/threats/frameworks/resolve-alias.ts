import { type Catalogues, isSame, latestOf, shippedCatalogues, titleIn } from './catalogues.ts'
import type { Framework, PinnedId } from './framework.ts'

/** What somebody wrote, read as one id, as several that it could mean, or as none. */
export type Resolution =
  | { readonly type: 'one'; readonly pinned: PinnedId; readonly title: string; readonly now?: PinnedId }
  | { readonly type: 'several'; readonly candidates: readonly PinnedId[]; readonly sentence: string }
  | { readonly type: 'none'; readonly sentence: string }

/**
 * Reads an id as people write it: "LLM06:2025", "AML.T0051.000", "ASI01", "cwe-79", "owasp-llm LLM06". An id that means
 * different risks in different editions is never guessed: all that it can mean come back, with what to add. `now` is what
 * a later edition calls it.
 */
export function resolveAlias(text: string, catalogues: Catalogues = shippedCatalogues): Resolution {
  const isWhole = catalogues.frameworks.some(
    (each) => matchesIn(each, text.trim().toLowerCase(), undefined, undefined).length > 0,
  )
  const { id, edition, framework }: Words = isWhole ? { id: text.trim().toLowerCase() } : readWords(text, catalogues)
  if (id === '') return { type: 'none', sentence: 'An id is needed, such as "LLM06:2025" or "AML.T0051".' }
  const all = catalogues.frameworks.flatMap((each) => matchesIn(each, id, edition, framework))
  const meanings = distinct(catalogues, all)
  const [first, ...others] = meanings
  if (first === undefined) return { type: 'none', sentence: whyNone(text, id, edition, catalogues) }
  if (others.length > 0)
    return { type: 'several', candidates: meanings, sentence: whySeveral(catalogues, id, meanings) }
  const now = latestOf(catalogues, first)
  return {
    type: 'one',
    pinned: first,
    title: titleIn(catalogues, first) ?? '',
    ...(isSame(now, first) ? {} : { now }),
  }
}

interface Words {
  readonly id: string
  readonly edition?: string
  readonly framework?: string
}

/** "LLM06:2025", "owasp-llm LLM06", "OWASP LLM06 (2025)": the id, and what else is said of it. */
function readWords(text: string, { frameworks }: Catalogues): Words {
  const words = text
    .trim()
    .split(/[\s:@()]+/u)
    .filter((word) => word !== '')
  const ids = words.filter((word) => /\d/u.test(word) && !isEdition(word))
  const id = ids.at(-1) ?? words.at(-1) ?? ''
  const edition = words.find((word) => word !== id && isEdition(word))
  const framework = frameworks.find((each) => words.some((word) => word !== id && word.toLowerCase() === each.id))?.id
  return {
    id: id.replace(/^AML\./iu, '').toLowerCase(),
    ...(edition === undefined ? {} : { edition: edition.toLowerCase() }),
    ...(framework === undefined ? {} : { framework }),
  }
}
function isEdition(word: string): boolean {
  return /^(?:v?\d+(?:[.-][a-z0-9]+)*|e\d{4})$/iu.test(word)
}

function matchesIn(
  { id: framework, editions }: Framework,
  wanted: string,
  edition: string | undefined,
  only: string | undefined,
): readonly PinnedId[] {
  if (only !== undefined && only !== framework) return []
  return Object.entries(editions).flatMap(([name, titles]) => {
    if (edition !== undefined && name.toLowerCase() !== edition) return []
    const found = Object.keys(titles).find((id) => id.toLowerCase() === wanted)
    return found === undefined ? [] : [{ framework, edition: name, id: found }]
  })
}

/** An id that a catalogue keeps over its editions with the same title is one meaning: its first edition stands for it. */
function distinct(catalogues: Catalogues, all: readonly PinnedId[]): readonly PinnedId[] {
  return all.filter((each, index) => {
    const before = all.slice(0, index)
    return !before.some(
      (other) => other.framework === each.framework && titleIn(catalogues, other) === titleIn(catalogues, each),
    )
  })
}

function whySeveral(catalogues: Catalogues, id: string, meanings: readonly PinnedId[]): string {
  const words = meanings.map(
    (each) => `${each.id}:${each.edition} ${titleIn(catalogues, each) ?? ''} (${each.framework})`,
  )
  return `"${id.toUpperCase()}" can mean ${words.join(' or ')}. Add the edition, as in "${meanings[0]?.id ?? ''}:${meanings[0]?.edition ?? ''}".`
}

function whyNone(text: string, id: string, edition: string | undefined, { frameworks }: Catalogues): string {
  const elsewhere = edition === undefined ? [] : frameworks.flatMap((each) => matchesIn(each, id, undefined, undefined))
  if (elsewhere.length === 0) return `No catalogue here has "${text.trim()}".`
  const editions = [...new Set(elsewhere.map((each) => `${each.framework} ${each.edition}`))]
  return `"${id.toUpperCase()}" is not in the edition "${edition ?? ''}"; it is in ${editions.join(' and ')}.`
}
