import { aliases } from './aliases.ts'
import type { Framework, FrameworkAlias, PinnedId } from './framework.ts'
import { frameworks } from './index.ts'

/** All catalogues with the renumberings between their editions. */
export interface Catalogues {
  readonly frameworks: readonly Framework[]
  readonly aliases: readonly FrameworkAlias[]
}

/** Those that ship. */
export const shippedCatalogues: Catalogues = { frameworks, aliases }

/** The title of an id in its edition; undefined where the catalogue does not hold it. */
export function titleIn({ frameworks: all }: Catalogues, { framework, edition, id }: PinnedId): string | undefined {
  const found = all.find((each) => each.id === framework)
  const titles = found !== undefined && Object.hasOwn(found.editions, edition) ? found.editions[edition] : undefined
  return titles !== undefined && Object.hasOwn(titles, id) ? titles[id] : undefined
}

/** An id as its publisher writes it: "AML.T0086". */
export function printId({ frameworks: all }: Catalogues, { framework, id }: Omit<PinnedId, 'edition'>): string {
  return `${all.find((each) => each.id === framework)?.idPrefix ?? ''}${id}`
}

/** The same risk in other editions, along all renumberings forward and back, itself left out; nearest first. */
export function otherEditionsOf(catalogues: Catalogues, pinned: PinnedId): readonly PinnedId[] {
  const found: PinnedId[] = [pinned]
  for (const each of found) {
    for (const { from, to } of catalogues.aliases) {
      const next = isSame(from, each) ? to : isSame(to, each) ? from : undefined
      if (next !== undefined && !found.some((known) => isSame(known, next))) found.push(next)
    }
  }
  return found.slice(1)
}

/** What a later edition calls it: the end of the renumberings forward. */
export function latestOf({ aliases: all }: Catalogues, pinned: PinnedId): PinnedId {
  const seen: PinnedId[] = [pinned]
  for (const each of seen) {
    const next = all.find(({ from }) => isSame(from, each))?.to
    if (next !== undefined && !seen.some((known) => isSame(known, next))) seen.push(next)
  }
  return seen.at(-1) ?? pinned
}

export function isSame(a: PinnedId, b: PinnedId): boolean {
  return a.framework === b.framework && a.edition === b.edition && a.id === b.id
}
