import type { Family, Kind } from '../../../shared/kinds/kind.ts'
import type { Product } from '../../../shared/kinds/product.ts'

/** Families in the order of the palette, with the word over each. */
export const families: readonly { readonly family: Family; readonly word: string }[] = [
  { family: 'people', word: 'People and channels' },
  { family: 'gateways', word: 'Gateways and integration' },
  { family: 'models', word: 'Models' },
  { family: 'agents', word: 'Agents and tools' },
  { family: 'data', word: 'Retrieval and data' },
  { family: 'training', word: 'Training and evaluation' },
  { family: 'safety', word: 'Safety and people in the loop' },
  { family: 'operations', word: 'Platform and operations' },
]

/** Something to draw: a kind, or a kind that is set to a product at once. */
export interface Found {
  readonly kind: Kind
  readonly product?: Product
}

/** More than this nobody reads; one more word finds the rest. */
const mostFound = 40

/**
 * Kinds and products that match every word typed, best first: a kind whose title starts with the text, a product that
 * is called so, then parts of titles, then keywords and the other names of products, then the summary. Where nothing
 * does, words count without their endings ("chunking" finds the chunker); and where nothing does so either, what matches
 * most of the words ("order system").
 */
export function searchCatalogue(kinds: readonly Kind[], products: readonly Product[], text: string): readonly Found[] {
  const words = wordsOf(text)
  if (words.length === 0) return kinds.map((kind) => ({ kind }))
  const exactly = matching(kinds, products, words, words.length)
  if (exactly.length > 0) return exactly
  const stems = words.map(withoutEnding)
  const nearly = matching(kinds, products, stems, stems.length)
  return nearly.length > 0 ? nearly : matching(kinds, [], stems, 1)
}

/** What matches at least so many of the words. */
function matching(
  kinds: readonly Kind[],
  products: readonly Product[],
  words: readonly string[],
  least: number,
): readonly Found[] {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  const asKinds = kinds.flatMap((kind) => ranked({ kind }, words, least, (word) => scoreOfKind(kind, word)))
  const asProducts = products.flatMap((product) =>
    product.kinds.flatMap((id) => {
      const kind = byId.get(id)
      return kind === undefined
        ? []
        : ranked({ kind, product }, words, least, (word) => scoreOfProduct(product, kind, word))
    }),
  )
  return [...asKinds, ...asProducts]
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostFound)
    .map(({ found }) => found)
}

/** Kinds alone, in the same order. */
export function searchKinds(kinds: readonly Kind[], text: string): readonly Kind[] {
  return wordsOf(text).length === 0 ? kinds : searchCatalogue(kinds, [], text).map(({ kind }) => kind)
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
}

/** "evaluator", "citations", "chunking" as what they share with "evaluation", "citation", "chunker"; short words stay. */
function withoutEnding(word: string): string {
  return word.replace(/(?<=\p{L}{4})(?:ings?|ions?|ors?|ers?|s)$/u, '')
}

function ranked(found: Found, words: readonly string[], least: number, scoreOf: (word: string) => number) {
  const scores = words.map(scoreOf)
  const isNamed = found.product === undefined || scores.some((score) => score >= 2)
  if (!isNamed || scores.filter((score) => score > 0).length < least) return []
  const title = (found.product?.title ?? found.kind.title).toLowerCase()
  const typed = words.join(' ')
  const alsoCalled = found.product === undefined ? found.kind.keywords : (found.product.names ?? [])
  const isCalled = title.startsWith(typed) || alsoCalled.some((name) => name.toLowerCase() === typed)
  const whole = isCalled ? 10 : 0
  return [{ found, score: scores.reduce((total, score) => total + score, whole) }]
}

function scoreOfKind(kind: Kind, word: string): number {
  const title = kind.title.toLowerCase()
  if (title.startsWith(word)) return 8
  if (partsOf(title).some((part) => part.startsWith(word))) return 6
  if (kind.keywords.some((keyword) => keyword.toLowerCase().startsWith(word))) return 4
  if (title.includes(word) || kind.keywords.some((keyword) => keyword.toLowerCase().includes(word))) return 3
  return kind.summary.toLowerCase().includes(word) ? 1 : 0
}

/** A vendor or the kind may stand beside a name ("azure gpt", "redis cache"), yet finds no product by itself. */
function scoreOfProduct(product: Product, kind: Kind, word: string): number {
  const title = product.title.toLowerCase()
  if (title === word) return 9
  if (title.startsWith(word)) return 7
  const names = (product.names ?? []).map((name) => name.toLowerCase())
  if (names.includes(word)) return 6.5
  if (names.some((name) => name.startsWith(word)) || partsOf(title).some((part) => part.startsWith(word))) return 5
  if (names.some((name) => partsOf(name).some((part) => part.startsWith(word)))) return 3.5
  if (word.length > 2 && [title, ...names].some((name) => name.includes(word))) return 2.5
  const vendor = product.vendor.toLowerCase()
  // Who names the vendor beside the kind ("cohere rerank") means its product, not any of the kind.
  if (vendor === word) return 6
  if (partsOf(vendor).some((part) => part.startsWith(word))) return 2
  return [...partsOf(kind.title.toLowerCase()), ...kind.keywords].some((part) => part.startsWith(word)) ? 0.5 : 0
}

function partsOf(text: string): readonly string[] {
  return text.split(/[\s\-/,.()&]+/)
}
