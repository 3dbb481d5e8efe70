import type { BomProperty } from './cyclonedx.ts'

/** Facts that CycloneDX has no field for, under our own names; what is not stated is left out. */
export function propertiesOf(entries: readonly (readonly [name: string, value: string | undefined])[]): {
  readonly properties?: readonly BomProperty[]
} {
  const properties = entries.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [{ name: `lintel:${name}`, value }],
  )
  return properties.length === 0 ? {} : { properties }
}
