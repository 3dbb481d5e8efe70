import type { Design } from '../design/design.ts'
import { chainOf } from '../design/effective.ts'
import type { Side } from './outcome.ts'

/** Fields that no number and no finding rests on, or that are compared by themselves. */
const apart: ReadonlySet<string> = new Set(['views', 'variants', 'shown', 'workItems', 'parked', 'reviews'])

/**
 * Whether what the engines said of a side of the one design still holds for the other: nothing that they read has
 * changed. Compared by identity, as edits share what they leave alone: an edit within one option leaves the outcomes of
 * the others as they are.
 */
export function saysTheSame(before: Design, now: Design, side: Side): boolean {
  if (before === now) return true
  const fields = new Set([...Object.keys(before), ...Object.keys(now)])
  for (const field of fields) {
    if (!apart.has(field) && before[field as keyof Design] !== now[field as keyof Design]) return false
  }
  const [old, current] = [before, now].map((design) => chainOf(design, side ?? undefined))
  return old?.length === current?.length && (old ?? []).every((link, index) => link === current?.[index])
}

/** The design with this side shown: what is analysed. */
export function withSide(design: Design, side: Side): Design {
  const { shown: _shown, ...base } = design
  return side === null ? base : { ...base, shown: side }
}
