import { collections } from '../collections.ts'
import type { Design } from '../design.ts'

/** The same design with every list outside plans turned around: order there means nothing. */
export function turnAround(design: Design): Design {
  const turned: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(design).toReversed()) {
    const list = collections.some((collection) => collection === key) && Array.isArray(value)
    turned[key] = list ? (value as readonly unknown[]).toReversed() : value
  }
  return turned as unknown as Design
}

/** A design that throws when somebody writes to it. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const child of Object.values(value)) frozen(child)
  }
  return value
}
