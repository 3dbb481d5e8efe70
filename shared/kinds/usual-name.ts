import type { Design, Id } from '../design/design.ts'
import { updateElement } from '../design/edit/element.ts'
import { changeKind } from '../design/edit/kind.ts'
import { findKind } from './index.ts'

/** "Cache", then "Cache 2": two cards of one name would be hard to tell apart in every list. */
export function freshName({ components = [], boundaries = [] }: Design, wanted: string): string {
  const taken = new Set([...components, ...boundaries].map(({ name }) => name))
  if (!taken.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted} ${number}`)) number += 1
  return `${wanted} ${number}`
}

/**
 * Makes a box another kind of thing. While it is called after its kind, as it was when it was drawn, it is called after
 * the new one; a name that a person gave stays.
 */
export function becomeKind(design: Design, id: Id, kind: string): Design {
  const changed = changeKind(design, id, kind)
  const before = design.components?.find((component) => component.id === id)
  if (changed === design || before === undefined || !isCalledAfter(before.name, findKind(before.kind).title))
    return changed
  const name = freshName(changed, findKind(kind).title)
  return updateElement(changed, 'components', id, (component) => ({ ...component, name }))
}

/** "Cache" and "Cache 2" are called after "Cache"; "Cache of answers" is not. */
function isCalledAfter(name: string, title: string): boolean {
  return name === title || (name.startsWith(`${title} `) && /^\d+$/u.test(name.slice(title.length + 1)))
}
