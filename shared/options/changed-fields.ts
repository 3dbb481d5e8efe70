import type { Design } from '../design/design.ts'
import type { DesignChange } from '../design/diff.ts'
import { isPlainObject, sameJson } from '../design/same-json.ts'
import { isStated } from '../design/value.ts'
import { smallTitle, splitWords } from '../design/wording.ts'
import { contextFields } from '../kinds/fields/context-fields.ts'
import type { Field } from '../kinds/fields/field.ts'
import { findKind } from '../kinds/index.ts'

/** One thing that differs in an element that is in both designs. */
export interface ChangedField {
  /** "output speed", as the inspector calls it. */
  readonly label: string
  /** The field of the inspector, where it is one. */
  readonly field?: Field
  /** JSON as it was and is; both absent where the difference is no single value. */
  readonly before?: unknown
  readonly after?: unknown
}

/** What holds no value that a sentence could name. */
const ownWords: Readonly<Record<string, string>> = {
  in: 'the boundary that it stands in',
  plans: 'the order of its calls',
  arrivals: 'how much arrives',
  mix: 'the mix of actions',
  hours: 'the hours of the day',
  does: 'what the call does',
  authentication: 'the authentication',
  encrypted: 'the encryption',
  organisation: 'the organisation',
}

/**
 * The differences of one element in words of the inspector: numbers that kept their value and are only told by another
 * source are counted, as are the elements that a variant draws otherwise.
 *
 * @param changes of one element that is in both designs, in the order of the comparison
 * @param design where its kind is looked up: the newer of the two
 */
export function changedFields(changes: readonly DesignChange[], design: Design): readonly ChangedField[] {
  const fields: ChangedField[] = []
  const told: string[] = []
  const drawn = new Set<string>()
  for (const { collection, id, field: path, before, after } of changes) {
    if (path === undefined) continue
    const last = path.split('.').at(-1) ?? path
    if (collection === 'variants' && path.startsWith('changes.')) {
      drawn.add(path)
      continue
    }
    const field = fieldOf(design, collection, id, last)
    const label = smallTitle(field?.label ?? ownWords[last] ?? splitWords(last))
    if (sameJson(whatIsSaid(before), whatIsSaid(after))) told.push(label)
    else fields.push({ label, ...(field === undefined ? {} : { field }), before, after })
  }
  if (drawn.size > 0)
    fields.push({ label: drawn.size === 1 ? 'one thing that it draws' : `${drawn.size} things that it draws` })
  if (told.length > 0)
    fields.push({
      label: told.length === 1 ? `the source of: ${told[0] ?? ''}` : `the sources of ${told.length} values`,
    })
  return fields
}

/** A value without who said it, when, and what was noted beside it. */
function whatIsSaid(value: unknown): unknown {
  if (!isPlainObject(value) || !isStated(value as never)) return value
  const { source: _source, asOf: _asOf, confidence: _confidence, note: _note, because: _because, ...said } = value
  return Object.keys(said).length === 1 ? said['value'] : said
}

function fieldOf(design: Design, collection: DesignChange['collection'], id: string, name: string): Field | undefined {
  if (collection === 'design') return contextFields[name]
  const component = design.components?.find((each) => each.id === id)
  return component === undefined ? undefined : findKind(component.kind).settings[name]
}
