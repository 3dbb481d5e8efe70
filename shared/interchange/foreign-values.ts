import type { Id, Json } from '../design/design.ts'

/** Reading of JSON that nobody has checked: each accessor answers something usable or undefined, and never throws. */
export type Foreign = Readonly<Record<string, unknown>>

function asRecord(value: unknown): Foreign | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Foreign) : undefined
}

/** The object at a path of foreign JSON; undefined where there is none. */
export function recordAt(value: unknown, ...path: readonly string[]): Foreign | undefined {
  return asRecord(valueAt(value, ...path))
}

/** Whatever stands at a path of foreign JSON. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((found, key) => asRecord(found)?.[key], value)
}

/** The text at a path of foreign JSON, trimmed; a number counts as text, an empty one as none. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path)
  if (typeof found === 'string' && found.trim() !== '') return found.trim()
  return typeof found === 'number' ? String(found) : undefined
}

/** Beyond this a number of another tool is a mistake: places that add up from it would end beyond what a design holds. */
const largest = 1e12

/** The number at a path of foreign JSON; undefined where there is none, or none that anybody could mean. */
export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = valueAt(value, ...path)
  return typeof found === 'number' && Math.abs(found) <= largest ? found : undefined
}

/** Yes or no at a path of foreign JSON; words for them do not count. */
export function truthAt(value: unknown, ...path: readonly string[]): boolean | undefined {
  const found = valueAt(value, ...path)
  return typeof found === 'boolean' ? found : undefined
}

/** The list at a path of foreign JSON; empty where there is none. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = valueAt(value, ...path)
  return Array.isArray(found) ? found : []
}

/** The texts in a list; what is none is not there. */
export function textsAt(value: unknown, ...path: readonly string[]): readonly string[] {
  return listAt(value, ...path).filter((item): item is string => typeof item === 'string')
}

/** JSON without what a design cannot hold (null, and what is no JSON); undefined when nothing is left. */
export function asJson(value: unknown): Json | undefined {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (Array.isArray(value)) return value.map(asJson).filter((item) => item !== undefined)
  const record = asRecord(value)
  if (record === undefined) return undefined
  const entries = Object.entries(record).flatMap(([key, child]) => {
    const json = forbiddenKeys.has(key) ? undefined : asJson(child)
    return json === undefined ? [] : [[key, json] as const]
  })
  return Object.fromEntries(entries)
}

/** Names that would reach into the prototype of an object. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Gives out ids of a design; none twice. */
export interface IdMaker {
  /** The wanted id while nobody has it, else a slug of the foreign id, made unique. */
  readonly give: (wanted: string | undefined, foreign: string, prefix: string) => Id
  readonly isTaken: (id: Id) => boolean
}

/**
 * `taken`: ids that are in use already. `claimable`: ids that belong to something the file may name; whoever wants one
 * of them first gets it. The same calls in the same order give the same ids.
 */
export function makeIds(taken: Iterable<Id> = [], claimable: Iterable<Id> = []): IdMaker {
  const free = new Set<Id>(claimable)
  const used = new Set<Id>([...taken, ...free])
  return {
    isTaken: (id) => used.has(id) && !free.has(id),
    give: (wanted, foreign, prefix) => {
      let id = wanted ?? ''
      const isUsable = id !== '' && id.length <= 200 && !forbiddenKeys.has(id) && (free.delete(id) || !used.has(id))
      if (!isUsable) {
        const slug = foreign
          .slice(0, 200)
          .toLowerCase()
          .replaceAll(/[^a-z0-9]+/g, '-')
          .replaceAll(/^-+|-+$/g, '')
          .slice(0, 40)
        const stem = `${prefix}-${slug === '' ? 'unnamed' : slug}`
        id = stem
        for (let count = 2; used.has(id); count += 1) id = `${stem}-${count}`
      }
      used.add(id)
      return id
    },
  }
}
