import { sameInOrder } from '../../shared/design/same-json.ts'

/** Puts the old record in the place of each new one that says the same, so that what reads it need not render again; the old map, when all do. */
function keepEqual<K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  const kept = new Map(after)
  let same = before.size === after.size
  for (const [key, value] of after) {
    const old = before.get(key)
    if (old !== undefined && sameInOrder(old, value)) kept.set(key, old)
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

/** Gives back the record of the last time as long as each of its fields is the same, so that what hangs on it is not built again. */
export function createRecordKeeper<T extends object>(): (next: T) => T {
  let last: T | undefined
  return (next) => {
    const before = last
    const names = Object.keys(next) as (keyof T)[]
    if (before === undefined || names.some((name) => next[name] !== before[name])) last = next
    return last ?? next
  }
}
