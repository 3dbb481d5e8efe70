import type { Boundary, Id } from '../../shared/design/design.ts'
import { isUnknown, known } from '../../shared/design/value.ts'
import type { Tone } from './drawing-types.ts'

const tones: readonly Tone[] = ['restricted', 'internal', 'partner', 'public']

/** The tint of a boundary: its label when that is one of the four words, else by its trust, stated or inherited. */
export function toneOf(boundary: Boundary, around: ReadonlyMap<Id, Boundary>): Tone {
  const label = boundary.label?.toLowerCase()
  const named = tones.find((tone) => tone === label)
  if (named !== undefined) return named
  const trust = trustOf(boundary, around)
  if (trust === undefined) return 'internal'
  if (trust >= 75) return 'restricted'
  if (trust >= 50) return 'internal'
  return trust >= 25 ? 'partner' : 'public'
}

function trustOf(boundary: Boundary, around: ReadonlyMap<Id, Boundary>): number | undefined {
  const seen = new Set<Id>()
  for (let next: Boundary | undefined = boundary; next !== undefined && !seen.has(next.id);) {
    seen.add(next.id)
    if (next.trust !== undefined) return known(next.trust)
    next = next.in === undefined ? undefined : around.get(next.in)
  }
  return undefined
}

/** Under the title: type, region, trust and copies, as far as somebody said. */
export function boundarySubtitle(boundary: Boundary): string {
  const trust = known(boundary.trust)
  const region = known(boundary.region)
  const parts = [boundary.label, region, trust === undefined ? undefined : `trust ${trust}`]
  if (isUnknown(boundary.trust)) parts.push('trust unknown')
  const copies = known(boundary.copies?.count)
  if (boundary.copies !== undefined && copies !== undefined) parts.push(`${copies} x ${boundary.copies.of}`)
  return parts.filter((part) => part !== undefined && part !== '').join(' · ')
}

/** What a collapsed boundary says of its inside. */
export function insideWords(components: number): string {
  return components === 0
    ? 'Nothing inside'
    : components === 1
      ? '1 component inside'
      : `${components} components inside`
}

export function boundariesById({
  boundaries = [],
}: {
  readonly boundaries?: readonly Boundary[]
}): ReadonlyMap<Id, Boundary> {
  return new Map(boundaries.map((boundary) => [boundary.id, boundary]))
}

/** How deep a boundary stands: 0 outside all others. A circle in a broken file ends the count. */
export function depthOf(id: Id, around: ReadonlyMap<Id, Boundary>): number {
  let depth = 0
  const seen = new Set<Id>([id])
  for (let next = around.get(id)?.in; next !== undefined && !seen.has(next); next = around.get(next)?.in) {
    seen.add(next)
    depth += 1
  }
  return depth
}
