import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '../../shared/design/design.ts'
import { useDesign } from './design-store.ts'

export type Drafts = Readonly<Record<string, string>>

/** What is being typed or was pasted and is not in the design yet, by design: closing its screen loses none of it. */
const drafts = createStore<Readonly<Record<Id, Drafts>>>(() => ({}))
const none: Drafts = {}

/** The drafts of the open design by the keys of its places, and how to change one. */
export function useDrafts(): readonly [Drafts, (key: string, words: string) => void] {
  const design = useDesign(({ id }) => id)
  const own = useStore(drafts, (all) => all[design]) ?? none
  return [own, (key, words) => keepDraft(design, key, words)]
}

export function keepDraft(design: Id, key: string, words: string): void {
  drafts.setState((all) => ({ [design]: { ...all[design], [key]: words } }))
}

/** Forgets the drafts of places that have been answered. */
export function forgetDrafts(design: Id, keys: readonly string[]): void {
  forgetDraftsWhere(design, (key) => keys.includes(key))
}

/** Forgets all drafts of a box that has been applied or given up, by their keys. */
export function forgetDraftsWhere(design: Id, isOf: (key: string) => boolean): void {
  drafts.setState((all) => ({
    [design]: Object.fromEntries(Object.entries(all[design] ?? none).filter(([key]) => !isOf(key))),
  }))
}
