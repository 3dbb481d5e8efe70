import { nouns } from '../../design/collections.ts'
import type { DesignChange } from '../../design/diff.ts'
import { isPlainObject } from '../../design/same-json.ts'
import { shorten, smallTitle } from '../../design/wording.ts'
import { contextFields } from '../../kinds/fields/context-fields.ts'
import type { Field, Unit } from '../../kinds/fields/field.ts'
import { shownCurrency, type ShownCurrency } from '../../kinds/figures/money-format.ts'
import type { DocumentContext } from '../document.ts'
import { quantityWords, splitWords } from '../text/sentences.ts'

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

/** Differences in meaning, one line an element, in the order of the file. */
export function changeLines(changes: readonly DesignChange[], context: DocumentContext): readonly ChangeLine[] {
  const lines = new Map<string, ChangeLine>()
  for (const change of changes) {
    const { type, collection, id, name, field } = change
    if (papers.has(collection)) continue
    const key = `${collection} ${id}`
    const before = lines.get(key)?.what ?? []
    const noun = collection === 'design' ? 'design' : nouns[collection]
    lines.set(key, {
      type,
      noun,
      name,
      what: field === undefined ? before : [...before, fieldWords(change, field, context)],
    })
  }
  return [...lines.values()]
}

function fieldWords({ collection, id, before, after }: DesignChange, path: string, context: DocumentContext): string {
  const field = collection === 'design' ? contextField(path) : componentField(id, path, context)
  const label = smallTitle(field?.label ?? splitWords(lastWord(path)))
  const [was, is] = [before, after].map((value) => valueText(value, field?.unit, shownCurrency(context.design)))
  return was === undefined || is === undefined ? label : `${label}: ${was}, now ${is}`
}

function lastWord(path: string): string {
  return path.split('.').at(-1) ?? path
}

function contextField(path: string): Field | undefined {
  const fields: Readonly<Record<string, Field>> = contextFields
  return fields[lastWord(path)]
}

function componentField(id: string, path: string, { graph }: DocumentContext): Field | undefined {
  const component = graph.component(id)
  return component === undefined ? undefined : graph.kindOf(component).settings[lastWord(path)]
}

const longest = 80

/** A value in a few words; undefined for what only a drawing shows. */
function valueText(value: unknown, unit: Unit | undefined, currency: ShownCurrency | undefined): string | undefined {
  if (value === undefined) return 'not stated'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return quantityWords(value, unit, currency)
  if (typeof value === 'string') return `"${shorten(value, longest)}"`
  if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
    return shorten(value.map((each) => `"${each}"`).join(', '), longest)
  if (!isPlainObject(value)) return undefined
  if ('unknown' in value) return 'unknown'
  return 'value' in value ? valueText(value['value'], unit, currency) : undefined
}
