import type { Id } from '../design/design.ts'

/** Reading of JSON that nobody has checked: each accessor answers something usable or undefined, and never throws. */
export type Foreign = Readonly<Record<string, unknown>>

function asRecord(value: unknown): Foreign | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Foreign) : undefined
}

export function recordAt(value: unknown, ...path: readonly string[]): Foreign | undefined {
  return asRecord(valueAt(value, ...path))
}

export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((found, key) => asRecord(found)?.[key], value)
}

export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path)
  if (typeof found === 'string' && found.trim() !== '') return found.trim()
  return typeof found === 'number' ? String(found) : undefined
}

export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = valueAt(value, ...path)
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined
}

export function truthAt(value: unknown, ...path: readonly string[]): boolean | undefined {
  const found = valueAt(value, ...path)
  return typeof found === 'boolean' ? found : undefined
}

export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = valueAt(value, ...path)
  return Array.isArray(found) ? found : []
}

/**
 * Turns foreign ids into ids of a design: a slug of the foreign id, made unique. The same foreign id always gives the same
 * id within one import, so references can be followed.
 */
export function makeIds(): (foreign: string, prefix: string) => Id {
  const given = new Map<string, Id>()
  const taken = new Set<Id>()
  return (foreign, prefix) => {
    const known = given.get(`${prefix} ${foreign}`)
    if (known !== undefined) return known
    const slug = foreign
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 40)
    const stem = `${prefix}-${slug === '' ? 'unnamed' : slug}`
    let id = stem
    for (let count = 2; taken.has(id); count += 1) id = `${stem}-${count}`
    taken.add(id)
    given.set(`${prefix} ${foreign}`, id)
    return id
  }
}
