import type { Field, Fields } from '../../../shared/kinds/fields/field.ts'

/** Fields that every one of several schemas has, of one type. */
export function sharedFields(schemas: readonly Fields[]): Fields {
  const [first, ...rest] = schemas
  return Object.fromEntries(
    Object.entries(first ?? {}).filter(([name, field]: [string, Field]) =>
      rest.every((fields) => fields[name]?.type === field.type),
    ),
  )
}

/** What all of several have in common: the one value, when it is one. */
export function onlyOne<T>(values: Iterable<T>): T | undefined {
  const different = new Set(values)
  return different.size === 1 ? [...different][0] : undefined
}
