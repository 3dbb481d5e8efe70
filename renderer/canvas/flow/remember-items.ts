import type { Id } from '../../../shared/design/design.ts'

interface Remembered<T> {
  readonly inputs: readonly unknown[]
  readonly item: T
}

export interface ItemMemory<T> {
  /** The item built last time from these inputs, else a new one. */
  readonly recall: (id: Id, inputs: readonly unknown[], build: () => T) => T
  /** Ends a round: what was not asked for in it is forgotten. Returns its items, as the same list when all are the same. */
  readonly finish: () => T[]
}

/**
 * Remembers what was built from which inputs. React Flow leaves alone a node that is the same object as before, which is
 * what keeps a drag among a thousand cards smooth.
 */
export function createItemMemory<T>(): ItemMemory<T> {
  let last = new Map<Id, Remembered<T>>()
  let current = new Map<Id, Remembered<T>>()
  let list: T[] = []
  return {
    recall: (id, inputs, build) => {
      const known = last.get(id)
      const same = known !== undefined && known.inputs.every((input, index) => Object.is(input, inputs[index]))
      const remembered = same ? known : { inputs, item: build() }
      current.set(id, remembered)
      return remembered.item
    },
    finish: () => {
      const items = [...current.values()].map((remembered) => remembered.item)
      const same = items.length === list.length && items.every((item, index) => item === list[index])
      last = current
      current = new Map()
      list = same ? list : items
      return list
    },
  }
}
