import type { Component, Id } from '../../../shared/design/design.ts'
import { useDesign } from '../stores.ts'

/**
 * Reads a part of a component: whoever shows only that part is not drawn again by an edit of another. The answer must be
 * a stable reference; undefined when the component is not there any more.
 */
export function useComponent<T>(id: Id, read: (component: Component) => T): T | undefined {
  return useDesign(({ components }) => {
    const component = components?.find((one) => one.id === id)
    return component === undefined ? undefined : read(component)
  })
}
