import { isPlainObject } from '../../shared/design/same-json.ts'

/**
 * What leads from one value to the next, on its way from the worker to the page: an answer after an edit says almost what
 * the one before said, and copying all of it again would cost the page more than what it then draws.
 */
export type Change =
  /** Nothing is another. */
  | { readonly kept: true }
  /** Another value in place of the old one. */
  | { readonly whole: unknown }
  /** An object with the same fields in the same order: those that changed. */
  | { readonly fields: readonly (readonly [string, Change])[] }
  /** A list: each item by its place in the list of before, with what changed in it, or a new one. */
  | { readonly items: readonly ChangedItem[] }

type ChangedItem = number | { readonly from: number; readonly change: Change } | { readonly whole: unknown }

const kept: Change = { kept: true }

/** In the worker: tells of each value what makes it of the one that was told last; the first time all of it. */
export function createTeller(): (now: unknown) => Change {
  let told: unknown
  return (now) => {
    const change = changeBetween(told, now)
    told = now
    return change
  }
}

/** In the page: the value of each change that was told. It has to hear all of them, in their order. */
export function createHearer(): (change: Change) => unknown {
  let heard: unknown
  return (change) => {
    heard = applyChange(heard, change)
    return heard
  }
}

/** Both are plain JSON. */
export function changeBetween(before: unknown, now: unknown): Change {
  if (Object.is(before, now)) return kept
  if (Array.isArray(before) && Array.isArray(now)) return changeOfList(before, now)
  if (isPlainObject(before) && isPlainObject(now)) return changeOfFields(before, now)
  return { whole: now }
}

/** What did not change are the very objects of before, so that nothing that reads them is drawn again. */
export function applyChange(before: unknown, change: Change): unknown {
  if ('kept' in change) return before
  if ('whole' in change) return change.whole
  if ('items' in change) return change.items.map((item) => itemOf(before as readonly unknown[], item))
  const now = { ...(before as Values) }
  for (const [field, part] of change.fields) now[field] = applyChange(now[field], part)
  return now
}

type Values = Record<string, unknown>

function itemOf(before: readonly unknown[], item: ChangedItem): unknown {
  if (typeof item === 'number') return before[item]
  return 'from' in item ? applyChange(before[item.from], item.change) : item.whole
}

function changeOfFields(before: Readonly<Values>, now: Readonly<Values>): Change {
  const names = Object.keys(now)
  const old = Object.keys(before)
  if (names.length !== old.length || names.some((name, index) => name !== old[index])) return { whole: now }
  const fields: [string, Change][] = []
  for (const name of names) {
    const change = changeBetween(before[name], now[name])
    if (change !== kept) fields.push([name, change])
  }
  return fields.length === 0 ? kept : { fields }
}

function changeOfList(before: readonly unknown[], now: readonly unknown[]): Change {
  let places: ReadonlyMap<unknown, number> | undefined
  let isKept = before.length === now.length
  const items = now.map((item, index): ChangedItem => {
    const id = idOf(item)
    // Ranked lists change their order: what has an id is looked for by it, everything else at its place.
    const from = id === undefined || id === idOf(before[index]) ? index : (places ??= placesById(before)).get(id)
    const change = from === undefined || from >= before.length ? { whole: item } : changeBetween(before[from], item)
    if (change === kept && from !== undefined) {
      if (from !== index) isKept = false
      return from
    }
    isKept = false
    return 'whole' in change || from === undefined ? { whole: item } : { from, change }
  })
  return isKept ? kept : { items }
}

function idOf(item: unknown): string | undefined {
  const id = isPlainObject(item) ? item['id'] : undefined
  return typeof id === 'string' ? id : undefined
}

function placesById(items: readonly unknown[]): ReadonlyMap<unknown, number> {
  return new Map(items.map((item, index) => [idOf(item), index]))
}
