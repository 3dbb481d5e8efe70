import type { Settings } from '../../../shared/design/design.ts'
import type { Field, Fields } from '../../../shared/kinds/fields/field.ts'

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

/** All fields but those that are read and not asked, unless somebody stated one. */
export function offeredFields(fields: Fields, settings: readonly (Settings | undefined)[]): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, field]) => field.offered !== false || settings.some((one) => one?.[name] !== undefined),
    ),
  )
}
