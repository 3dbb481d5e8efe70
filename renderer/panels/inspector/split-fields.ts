import type { Field, Fields } from '../../../shared/kinds/field.ts'

/** At most so many fields before More. */
export const fieldsAtFirst = 7

/** Those marked first, at most seven; when none is marked, the first of all. */
export function splitFields(fields: Fields): {
  readonly first: readonly (readonly [string, Field])[]
  readonly rest: readonly (readonly [string, Field])[]
} {
  const entries = Object.entries(fields)
  const marked = entries.filter(([, field]) => field.first === true)
  const first = (marked.length > 0 ? marked : entries).slice(0, fieldsAtFirst)
  return { first, rest: entries.filter((entry) => !first.includes(entry)) }
}
