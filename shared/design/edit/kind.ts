import type { Component, Design, Id, Settings, Value } from '../design.ts'
import { isStated, isUnknown, known } from '../value.ts'
import { updateElement } from './element.ts'

/**
 * Makes a box another kind of thing. Settings and product stay as they are: those that the new kind does not know are
 * kept unused, and count again when the old kind returns.
 */
export function changeKind(design: Design, id: Id, kind: string): Design {
  return updateElement(design, 'components', id, (component) =>
    component.kind === kind ? component : { ...component, kind },
  )
}

/**
 * Makes a box another product. A product's own facts were never stored, so they change by themselves; numbers that a
 * person stated stay and get the note "stated for <old product>", which goes again when that product comes back.
 */
export function changeProduct(design: Design, id: Id, product: Value<string> | undefined): Design {
  return updateElement(design, 'components', id, (component) => {
    const old = known(component.product)
    const next = known(product)
    const { product: _old, settings, ...rest } = component
    const marked = settings && old !== next ? markSettings(settings, old, next) : settings
    const changed: Component = {
      ...rest,
      ...(product === undefined ? {} : { product }),
      ...(marked === undefined ? {} : { settings: marked }),
    }
    return changed
  })
}

/** What a number's note says after its product was changed. */
function statedFor(product: string): string {
  return `stated for ${product.slice(product.lastIndexOf('/') + 1)}`
}

function markSettings(settings: Settings, old: string | undefined, next: string | undefined): Settings {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, markValue(value, old, next)] as const),
  )
}

function markValue(value: Value, old: string | undefined, next: string | undefined): Value {
  if (isUnknown(value) || typeof known(value) !== 'number') return value
  if (isStated(value) && next !== undefined && value.note === statedFor(next)) {
    const { note: _gone, ...rest } = value
    return Object.keys(rest).length === 1 ? rest.value : rest
  }
  if (old === undefined || (isStated(value) && value.note !== undefined)) return value
  return isStated(value) ? { ...value, note: statedFor(old) } : { value, note: statedFor(old) }
}
