import type { Family, Kind } from '../../../shared/kinds/kind.ts'

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

/**
 * Kinds that match every word typed, best first: a title that starts with the text, then one that holds it, then a
 * keyword, then the summary.
 */
export function searchKinds(kinds: readonly Kind[], text: string): readonly Kind[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return kinds
  return kinds
    .map((kind) => ({
      kind,
      score: words.reduce((total, word) => total + scoreOf(kind, word), 0),
      all: words.every((word) => scoreOf(kind, word) > 0),
    }))
    .filter(({ all }) => all)
    .toSorted((a, b) => b.score - a.score)
    .map(({ kind }) => kind)
}

function scoreOf(kind: Kind, word: string): number {
  const title = kind.title.toLowerCase()
  if (title.startsWith(word)) return 8
  if (title.split(/[\s-]+/).some((part) => part.startsWith(word))) return 6
  if (kind.keywords.some((keyword) => keyword.toLowerCase().startsWith(word))) return 4
  if (title.includes(word) || kind.keywords.some((keyword) => keyword.toLowerCase().includes(word))) return 3
  return kind.summary.toLowerCase().includes(word) ? 1 : 0
}
