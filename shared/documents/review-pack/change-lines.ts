import { nouns } from '../../design/collections.ts'
import type { DesignChange } from '../../design/diff.ts'
import { groupBy } from '../../design/group-by.ts'
import { isPlainObject } from '../../design/same-json.ts'
import { shorten } from '../../design/wording.ts'
import type { Field } from '../../kinds/fields/field.ts'
import { shownCurrency, type ShownCurrency } from '../../kinds/figures/money-format.ts'
import { findKind, findProduct } from '../../kinds/index.ts'
import { type ChangedField, changedFields } from '../../options/changed-fields.ts'
import type { DocumentContext } from '../document.ts'
import { quantityWords } from '../text/sentences.ts'

/** One element that came, went or changed, for a row of a table. */
export interface ChangeLine {
  readonly type: DesignChange['type']
  /** "component". */
  readonly noun: string
  readonly name: string
  /** "replicas: 2, now 4"; empty where the whole element came or went. */
  readonly what: readonly string[]
}

/** What says something of the system; pictures and the papers about it do not. */
const papers: ReadonlySet<DesignChange['collection']> = new Set(['views', 'baselines', 'reviews'])

/** What people note beside an element for themselves: no other document shows it. */
const ownNotes: ReadonlySet<string | undefined> = new Set(['notes', 'tags', 'internal'])

/** Differences in meaning, one line an element, in the order of the file. */
export function changeLines(changes: readonly DesignChange[], { design }: DocumentContext): readonly ChangeLine[] {
  const told = changes.filter(({ collection, field }) => !papers.has(collection) && !ownNotes.has(field))
  const currency = shownCurrency(design)
  return [...groupBy(told, ({ collection, id }) => `${collection} ${id}`).values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const { type, collection, name } = first
    const noun = collection === 'design' ? 'design' : nouns[collection]
    const what = changedFields([first, ...others], design).map((changed) => fieldWords(changed, currency))
    return [{ type, noun, name, what }]
  })
}

/** "replicas: 2, now 4"; where both read alike it is what is not known of the number that moved. */
function fieldWords({ label, field, before, after }: ChangedField, currency: ShownCurrency | undefined): string {
  if (before === undefined && after === undefined) return label
  const [was, is] = [before, after].map((value) => valueText(value, label, field, currency))
  if (was === undefined || is === undefined) return label
  return was === is ? `what is not known of ${label}` : `${label}: ${was}, now ${is}`
}

const longest = 80

/** A value in a few words; undefined for what only a drawing shows. */
function valueText(
  value: unknown,
  label: string,
  field: Field | undefined,
  currency: ShownCurrency | undefined,
): string | undefined {
  if (value === undefined) return 'not stated'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return quantityWords(value, field?.unit, currency)
  if (typeof value === 'string') return wordText(value, label, field)
  if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
    return shorten(value.map((each) => wordText(each, label, field)).join(', '), longest)
  if (!isPlainObject(value)) return undefined
  if ('unknown' in value) return 'unknown'
  if ('rate' in value) return arrivalText(value['rate'], `a ${String(value['per'])}`)
  if ('users' in value) return arrivalText(value['users'], 'people at work')
  if ('items' in value)
    return arrivalText(value['items'], value['every'] === 'once' ? 'once' : `a ${String(value['every'])}`)
  return 'value' in value ? valueText(value['value'], label, field, currency) : undefined
}

/** A choice by its label, a product or a kind by its title; words of people in quotes. */
function wordText(word: string, label: string, field: Field | undefined): string {
  const chosen = field?.options?.find((option) => option.value === word)?.label
  if (chosen !== undefined) return chosen
  if (label === 'product') return findProduct(word)?.title ?? word
  return label === 'kind' ? findKind(word).title : `"${shorten(word, longest)}"`
}

/** "5 300 a day". */
function arrivalText(count: unknown, per: string): string | undefined {
  const text = valueText(count, '', undefined, undefined)
  return text === undefined ? undefined : `${text} ${per}`
}
