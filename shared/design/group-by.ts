/** Members of a list by a key of theirs, in the order of the list; a key has at least the member that it is of. */
export function groupBy<T, K>(
  members: Iterable<T>,
  keyOf: (member: T) => K,
): ReadonlyMap<K, readonly [T, ...(readonly T[])]> {
  const groups = new Map<K, [T, ...T[]]>()
  for (const member of members) {
    const key = keyOf(member)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [member])
    else group.push(member)
  }
  return groups
}

/** The first member of each key, in the order of the list. */
export function firstOfEach<T>(members: Iterable<T>, keyOf: (member: T) => unknown): readonly T[] {
  return [...groupBy(members, keyOf).values()].map(([first]) => first)
}
