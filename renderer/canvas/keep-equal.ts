/** Puts the old record in the place of each new one that says the same, so that what reads it need not render again; the old map, when all do. */
function keepEqual<K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  const kept = new Map(after)
  let same = before.size === after.size
  for (const [key, value] of after) {
    const old = before.get(key)
    if (old !== undefined && JSON.stringify(old) === JSON.stringify(value)) kept.set(key, old)
    else same = false
  }
  return same ? before : kept
}

/** As `keepEqual`, against what went through it the last time. */
export function createKeeper<K, V>(): (next: ReadonlyMap<K, V>) => ReadonlyMap<K, V> {
  let last: ReadonlyMap<K, V> = new Map()
  return (next) => {
    last = keepEqual(last, next)
    return last
  }
}
