import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '../../shared/design/design.ts'
import type { PerspectiveId } from '../../shared/perspectives/index.ts'
import { designStore, useDesignState } from './design-store.ts'

/** How one design is looked at: never part of the document, never part of what undo takes back. */
export interface Sight {
  readonly perspective: PerspectiveId
  /** The action, or the elements, that the perspective is of. */
  readonly about: readonly Id[]
  /** Which step of the way stands out; 0: all of them. */
  readonly step: number
  /** Nothing but these is drawn; all when absent. */
  readonly only: readonly Id[] | undefined
  readonly hide: readonly Id[]
  /** The saved view that was opened last. */
  readonly view: Id | undefined
}

const whole: Sight = { perspective: 'all', about: [], step: 0, only: undefined, hide: [], view: undefined }

/** Kept for every design that was looked at since the start, so that a tab is found as it was left. */
const sightStore = createStore<{ readonly sights: Readonly<Record<Id, Sight>> }>(() => ({ sights: {} }))

/** The sight of the design on the desk. */
export function currentSight(): Sight {
  return sightStore.getState().sights[designStore.getState().document.id] ?? whole
}

/** Narrow selectors only: a component renders again when what it selects changes. */
export function useSight<T>(select: (sight: Sight) => T): T {
  const id = useDesignState(({ document }) => document.id)
  return useStore(sightStore, ({ sights }) => select(sights[id] ?? whole))
}

export function changeSight(part: Partial<Sight>): void {
  const { id } = designStore.getState().document
  sightStore.setState(({ sights }) => ({ sights: { ...sights, [id]: { ...(sights[id] ?? whole), ...part } } }))
}

/** Looks at the design in another perspective, from its beginning; what is hidden stays hidden. */
export function lookAt(perspective: PerspectiveId, about: readonly Id[] = []): void {
  changeSight({ perspective, about, step: 0 })
}

/** Everything as it is drawn, nothing hidden. */
export function lookAtEverything(): void {
  changeSight(whole)
}
