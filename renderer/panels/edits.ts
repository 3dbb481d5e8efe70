import { takenIds } from '../../shared/design/collections.ts'
import type { Design, Id } from '../../shared/design/design.ts'
import { newId } from '../../shared/design/edit/new-id.ts'

export {
  addElement,
  updateElement as changeElement,
  updateElements as changeElements,
} from '../../shared/design/edit/element.ts'
export { removeElements } from '../../shared/design/edit/remove.ts'

/** A copy without the field when the value is undefined: absent and undefined are two things in a design. */
export function withField<T extends object, K extends keyof T>(target: T, field: K, value: T[K] | undefined): T {
  if (value !== undefined) return { ...target, [field]: value }
  const { [field]: _removed, ...rest } = target
  return rest as T
}

/** An id that nothing in the file uses. */
export function freshId(design: Design, stem: string): Id {
  return newId(stem, takenIds(design), Math.random)
}

/** Today as an ISO date, in the reader's own time zone. */
export function todayIso(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
