import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '../../shared/design/design.ts'
import { useDesign } from '../store/design-store.ts'

type Drafts = Readonly<Record<string, string>>

/** Answers that are being typed, by design: closing the screen or looking at another document loses none. */
const drafts = createStore<Readonly<Record<Id, Drafts>>>(() => ({}))
const none: Drafts = {}

/** The drafts of the open design by the keys of its places, and how to change one. */
export function useDrafts(): readonly [Drafts, (key: string, words: string) => void] {
  const design = useDesign(({ id }) => id)
  const own = useStore(drafts, (all) => all[design]) ?? none
  return [own, (key, words) => drafts.setState((all) => ({ [design]: { ...all[design], [key]: words } }))]
}

/** Forgets the drafts of places that have been answered. */
export function forgetDrafts(design: Id, keys: readonly string[]): void {
  drafts.setState((all) => ({
    [design]: Object.fromEntries(Object.entries(all[design] ?? none).filter(([key]) => !keys.includes(key))),
  }))
}
