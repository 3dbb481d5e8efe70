/** A place in a JSON document: keys and positions from the root down. */
export type Segments = readonly (string | number)[]

const plainKey = /^[\w$-]+$/

/** The path one step further down: 'flows' and 3 make 'flows[3]'; a key that is no plain word is quoted. */
export function childPath(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`
  if (!plainKey.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === '' ? key : `${path}.${key}`
}

/** Segments as a path, such as 'components[3].plans[0].steps[1].call'. */
export function printPath(segments: Segments): string {
  return segments.reduce<string>((path, key) => childPath(path, key), '')
}

/** A path as segments; the opposite of `printPath`. */
export function parsePath(path: string): Segments {
  const segments: (string | number)[] = []
  for (const match of path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([\w$-]+)/g)) {
    const [, position, quoted, key] = match
    if (position !== undefined) segments.push(Number(position))
    else if (quoted !== undefined) segments.push(String(JSON.parse(quoted)))
    else if (key !== undefined) segments.push(key)
  }
  return segments
}

/** The value at a place, or undefined when there is none. */
export function valueAt(root: unknown, segments: Segments): unknown {
  let value = root
  for (const key of segments) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Readonly<Record<string | number, unknown>>)[key]
  }
  return value
}

/**
 * The document with some places written or, with undefined, left out. Positions are those of the input, however many
 * items of one list go. Places that are not there are passed over.
 */
export function withPlaces(root: unknown, places: readonly { at: Segments; value?: unknown }[]): unknown {
  const here = places.find((place) => place.at.length === 0)
  if (here) return here.value
  if (places.length === 0 || typeof root !== 'object' || root === null) return root
  const below = new Map<string, { at: Segments; value?: unknown }[]>()
  for (const { at, value } of places) {
    const [key, ...rest] = at
    const list = below.get(String(key)) ?? []
    list.push({ at: rest, value })
    below.set(String(key), list)
  }
  if (Array.isArray(root)) {
    return root
      .map((item: unknown, index) => withPlaces(item, below.get(String(index)) ?? []))
      .filter((item) => item !== undefined)
  }
  const entries = new Map<string, unknown>(Object.entries(root))
  for (const [key, list] of below) {
    const next = withPlaces(entries.get(key), list)
    if (next === undefined) entries.delete(key)
    else entries.set(key, next)
  }
  return Object.fromEntries(entries)
}
