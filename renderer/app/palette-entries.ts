import { rankEntry } from './rank-entry.ts'

/** Something to find: what it is called, and other words for it. */
export interface Findable {
  readonly name: string
  readonly words?: readonly string[]
}

export interface PaletteSection<T extends Findable> {
  readonly title: string
  readonly entries: readonly T[]
}

/** More of one section than this nobody reads; one more word finds the rest. */
const mostOfOne = 40

/**
 * What answers the text, best first, in sections of which the one with the best answer comes first: Enter takes the
 * first entry of all. Without a text everything in its own order.
 */
export function findEntries<T extends Findable>(
  sections: readonly PaletteSection<T>[],
  typed: string,
): readonly PaletteSection<T>[] {
  return sections
    .map(({ title, entries }) => {
      const ranked = entries
        .map((entry) => ({ entry, rank: rankEntry(entry.name, typed, entry.words) }))
        .filter(({ rank }) => rank > 0)
        .toSorted((a, b) => b.rank - a.rank)
      const best = ranked[0]?.rank ?? 0
      return { best, title, entries: ranked.slice(0, mostOfOne).map(({ entry }) => entry) }
    })
    .filter(({ entries }) => entries.length > 0)
    .toSorted((a, b) => b.best - a.best)
    .map(({ title, entries }) => ({ title, entries }))
}

/** The first entries of all, for a first sight that is drawn at once. */
export function firstEntries<T extends Findable>(
  sections: readonly PaletteSection<T>[],
  most: number,
): readonly PaletteSection<T>[] {
  let left = most
  return sections.flatMap(({ title, entries }) => {
    const shown = entries.slice(0, Math.max(0, left))
    left -= shown.length
    return shown.length === 0 ? [] : [{ title, entries: shown }]
  })
}
