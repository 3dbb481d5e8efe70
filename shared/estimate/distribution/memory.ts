/** Remembers what pure work gave, by content: what is asked for again is not made again. */
export interface Memory<T> {
  get(key: string, make: () => T): T
}

/** Beside its numbers, an entry takes about as much room as this many. */
const overhead = 32

/**
 * A memory that holds at most `numbersAtMost` numbers over all its entries (`countNumbers` of each) and forgets first what
 * was longest not asked for, so that hours of editing take no more room than minutes.
 */
export function makeMemory<T>(numbersAtMost: number, countNumbers: (value: T) => number): Memory<T> {
  const known = new Map<string, T>()
  let held = 0
  return {
    get: (key, make) => {
      const found = known.get(key)
      if (found !== undefined) {
        known.delete(key)
        known.set(key, found)
        return found
      }
      const made = make()
      known.set(key, made)
      held += overhead + countNumbers(made)
      for (const [oldest, value] of known) {
        if (held <= numbersAtMost || oldest === key) break
        known.delete(oldest)
        held -= overhead + countNumbers(value)
      }
      return made
    },
  }
}

const numbers = new WeakMap<object, number>()
let numbered = 0

/** A number of its own for each object, for keys of what is made from it. It never shows in a result. */
export function numberOf(object: object): number {
  const known = numbers.get(object)
  if (known !== undefined) return known
  numbered += 1
  numbers.set(object, numbered)
  return numbered
}
