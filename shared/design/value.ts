import type { Scalar, Stated, Unknown, Value } from './design.ts'

/** Whether somebody looked and does not know. */
export function isUnknown(value: Value | undefined): value is Unknown {
  return typeof value === 'object' && value !== null && 'unknown' in value
}

/** Whether the value carries its provenance (band, source, date). */
export function isStated<T extends Scalar>(value: Value<T> | undefined): value is Stated<T> {
  return typeof value === 'object' && value !== null && 'value' in value
}

/** The scalar of a value: undefined when it is absent or unknown. */
export function known<T extends Scalar>(value: Value<T> | undefined): T | undefined {
  if (value === undefined || isUnknown(value)) return undefined
  return isStated(value) ? value.value : value
}

/** The number of a value, or the fallback when it is absent, unknown or not a number. */
export function numberOr(value: Value | undefined, fallback: number): number {
  const scalar = known(value)
  return typeof scalar === 'number' ? scalar : fallback
}

/** Three-valued reading of a yes/no fact: undefined means that nobody knows. */
export function truth(value: Value | undefined): boolean | undefined {
  const scalar = known(value)
  return typeof scalar === 'boolean' ? scalar : undefined
}
