import type { Id } from '../../shared/design/design.ts'
import { removeElements } from './edits.ts'
import { editDesign, tellStep } from './stores.ts'

/** Removes an element with what makes no sense without it, and offers to take that back. */
export function removeFromDesign(id: Id, name: string): void {
  if (editDesign(`Delete ${name}`, (design) => removeElements(design, [id]))) {
    tellStep(`“${name}” is deleted.`)
  }
}
