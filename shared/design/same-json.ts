/** A plain object: not an array, not null. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Whether two JSON values say the same. The order of keys means nothing, the order of an array does.
 * A key that is there with `undefined` counts as absent, as it does when printed.
 */
export function sameJson(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true
  if (typeof left === 'number' && typeof right === 'number') return left === right
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) && left.length === right.length && left.every((item, index) => sameJson(item, right[index]))
    )
  }
  if (!isPlainObject(left) || !isPlainObject(right)) return false
  const leftKeys = Object.keys(left).filter((key) => left[key] !== undefined)
  const rightKeys = Object.keys(right).filter((key) => right[key] !== undefined)
  return (
    leftKeys.length === rightKeys.length &&
    leftKeys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]))
  )
}

/**
 * Stricter than `sameJson`: the order of keys counts, so that nothing that reads them in order can tell the two apart.
 * What is no JSON (functions, maps) must be the very same.
 */
export function sameInOrder(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one)) return Array.isArray(other) && sameItems(one, other)
  if (Symbol.iterator in one || Symbol.iterator in other) return false
  const keys = Object.keys(one)
  const others = Object.keys(other)
  if (keys.length !== others.length) return false
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? ''
    if (key !== others[index]) return false
    if (!sameInOrder((one as Values)[key], (other as Values)[key])) return false
  }
  return true
}

type Values = Readonly<Record<string, unknown>>

/** `sameInOrder` of two lists. */
export function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index += 1) {
    // Most are the very same object.
    if (!Object.is(one[index], other[index]) && !sameInOrder(one[index], other[index])) return false
  }
  return true
}
