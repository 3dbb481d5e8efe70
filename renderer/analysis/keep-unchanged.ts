import { collections } from '../../shared/design/collections.ts'
import type { Design } from '../../shared/design/design.ts'
import { sameInOrder } from '../../shared/design/same-json.ts'

/**
 * A design that crossed from the page with the elements of the one before in place of those that say the same to the last
 * digit and key: crossing copies everything, and engines remember by the very object what they worked out of it.
 */
export function keepUnchanged(before: Design | undefined, now: Design): Design {
  if (before === undefined || before.id !== now.id) return now
  const kept: Record<string, unknown> = { ...now }
  const places: ReadonlySet<string> = new Set(collections)
  for (const [key, value] of Object.entries(now)) {
    const old: unknown = before[key as keyof Design]
    if (places.has(key)) kept[key] = keepElements(old as Elements, value as Elements)
    else if (typeof value === 'object' && sameInOrder(old, value)) kept[key] = old
  }
  return kept as unknown as Design
}

type Elements = readonly { readonly id: string }[] | undefined

function keepElements(before: Elements, now: Elements): Elements {
  if (before === undefined || now === undefined) return now
  const known = new Map(before.map((element) => [element.id, element]))
  const kept = now.map((element) => {
    const old = known.get(element.id)
    return old !== undefined && sameInOrder(old, element) ? old : element
  })
  return kept.length === before.length && kept.every((element, index) => element === before[index]) ? before : kept
}
