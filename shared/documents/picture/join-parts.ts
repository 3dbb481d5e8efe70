import type { Id } from '../../design/design.ts'

/** What joins two cards, in whatever direction. */
interface Link {
  readonly from: Id
  readonly to: Id
}

/**
 * Joins cards link by link and says of each whether it joined what hung together in no other way: a picture may do
 * without an arrow, but not fall apart for lack of it. Parts are kept as one card that stands for all of theirs.
 */
export function partsJoiner(links: readonly Link[] = []): (link: Link) => boolean {
  const towards = new Map<Id, Id>()
  const partOf = (id: Id): Id => {
    let part = id
    for (let next = towards.get(part); next !== undefined; next = towards.get(part)) part = next
    return part
  }
  const join = ({ from, to }: Link): boolean => {
    const [one, other] = [partOf(from), partOf(to)]
    if (one === other) return false
    towards.set(one, other)
    return true
  }
  for (const link of links) join(link)
  return join
}
