import { nameOf } from '../../../shared/design/collections.ts'
import type { Design, Id, Value } from '../../../shared/design/design.ts'
import { groupBy } from '../../../shared/design/group-by.ts'
import { inputEdit, type InputPlace, inputValue } from '../../../shared/design/edit/index.ts'
import type { CostLine } from '../../../shared/estimate/estimate.ts'
import type { LedgerEntry } from '../../../shared/estimate/estimate-parts.ts'
import type { Field } from '../../../shared/kinds/fields/field.ts'
import { findKind, findProduct } from '../../../shared/kinds/index.ts'
import { formatNumber } from '../../ui/numbers.ts'

/** What the ledger shows: everything, what lacks a price, or one standing. */
export type LedgerFilter = 'all' | 'missing' | LedgerEntry['standing']

function placeOf({ on, field, provenance: { item } }: LedgerEntry): InputPlace {
  if (item !== undefined) return { item }
  return { ...(on === undefined ? {} : { on }), ...(field === undefined ? {} : { field }) }
}

/** The same before and after an edit; one thing that is bought in two regions has two prices. */
export function keyOfEntry({ on = '', field = '', label, provenance }: LedgerEntry): string {
  const { item, region = '', usedIn = '' } = provenance
  return item === undefined ? ['', on, field, label].join('|') : [item, region, usedIn].join('|')
}

/** The product that a price is of, or the element that a field is of. */
export function ownerName(design: Design, { on, provenance: { item } }: LedgerEntry): string {
  const product = item?.split(':')[1]
  if (product !== undefined) return findProduct(product)?.title ?? product
  if (item !== undefined) return 'price book'
  return on === undefined ? '' : nameOf(design, on)
}

/** Entries that hold every word somebody types: in the input, whose it is, its source or its standing. */
export function searchLedger(
  design: Design,
  ledger: readonly LedgerEntry[],
  text: string,
  filter: LedgerFilter,
): readonly LedgerEntry[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return ledger.filter((entry) => {
    if (filter === 'missing' ? entry.missing !== true : filter !== 'all' && entry.standing !== filter) return false
    const { label, standing, provenance } = entry
    const all = [label, ownerName(design, entry), provenance.source ?? '', provenance.region ?? '', standing]
      .join(' ')
      .toLowerCase()
    return words.every((word) => all.includes(word))
  })
}

/**
 * The rows as somebody has them before the eyes: what was there keeps its place whatever an edit has made of its rank or
 * standing, what is gone leaves, what is new follows. A price of the design's own, which holds in all regions, stands
 * where those of the book stood, and they where it stood.
 * @param held keys of the rows, in the order in which they stood
 */
export function heldRows(
  held: readonly string[],
  ledger: readonly LedgerEntry[],
  found: readonly LedgerEntry[],
): readonly LedgerEntry[] {
  const now = new Map(ledger.map((entry) => [keyOfEntry(entry), entry]))
  const ofItem = groupBy(ledger, ({ provenance: { item } }) => item)
  const kept = held.flatMap((key) => now.get(key) ?? ofItem.get(key.slice(0, key.indexOf('|'))) ?? [])
  const before = new Set(held)
  return [...new Set([...kept, ...found.filter((entry) => !before.has(keyOfEntry(entry)))])]
}

/** The field of an entry as its kind declares it, so that it is edited with the same bounds; else as the entry says. */
export function fieldOf(design: Design, { on, field, label, unit }: LedgerEntry): Field {
  const plain: Field = { type: 'number', label, unit, min: 0, ...(unit === 'share' ? { max: 1 } : {}) }
  if (on === undefined || field === undefined) return plain
  const box = design.components?.find(({ id }) => id === on)
  const arrow = design.flows?.find(({ id }) => id === on)
  const callee = arrow && design.components?.find(({ id }) => id === arrow.to)
  const declared = box ? findKind(box.kind).settings[field] : callee ? findKind(callee.kind).call[field] : undefined
  return declared?.type === 'number' ? declared : plain
}

/** How a row is edited: undefined where the number has no field of its own. */
export interface RowEdit {
  readonly stated: Value | undefined
  readonly write: (design: Design, value: Value<number> | undefined) => Design
}

export function rowEdit(design: Design, entry: LedgerEntry): RowEdit | undefined {
  const place = placeOf(entry)
  const edit = inputEdit(design, place)
  if (edit === undefined) return undefined
  return { stated: inputValue(design, place), write: (now, value) => edit(now, value, Math.random) }
}

/** Who uses an input, by name: "Output tokens, Answer model", "time of Ask a question". */
export function userNames(
  design: Design,
  { usedBy }: LedgerEntry,
  lines: ReadonlyMap<string, CostLine>,
  actions: ReadonlyMap<Id, string>,
): readonly string[] {
  return usedBy.map((id) => {
    const line = lines.get(id)
    if (line) return `${line.label}, ${nameOf(design, line.component)}`
    return `Time and availability of ${actions.get(id) ?? id}`
  })
}

/** Where a click leads: the element with the field, else the one that pays the price. */
export function jumpOf(
  entry: LedgerEntry,
  lines: ReadonlyMap<string, CostLine>,
): { readonly on: Id; readonly field: string } | undefined {
  const { on, field, provenance, usedBy } = entry
  if (provenance.item === undefined) return on === undefined ? undefined : { on, field: field ?? '' }
  const payer = usedBy.flatMap((id) => lines.get(id)?.component ?? [])[0]
  return payer === undefined ? undefined : { on: payer, field: 'product' }
}

const leastDigits = 3
const mostDigits = 8

/** "4.5–5.5": both ends in as many digits as keep them apart, so that 99.89–99.91 does not read 99.9–99.9. */
export function endsInWords(low: number, high: number): string {
  const mayBeOff = (high - low) / 16
  const isOff = (end: number, digits: number): boolean => Math.abs(Number(end.toPrecision(digits)) - end) > mayBeOff
  let digits = leastDigits
  while (digits < mostDigits && (isOff(low, digits) || isOff(high, digits))) digits += 1
  return `${formatNumber(low, digits)}–${formatNumber(high, digits)}`
}
