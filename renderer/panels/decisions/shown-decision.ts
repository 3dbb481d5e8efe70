import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '../../../shared/design/design.ts'
import { useDesign } from '../stores.ts'

interface Shown {
  readonly part: 'record' | 'matrix'
  /** The decision that was chosen in the list, and what was asked for from elsewhere then. */
  readonly choice?: { readonly id: Id | undefined; readonly asked: Id | undefined }
}

const atFirst: Shown = { part: 'record' }

/** What was open, by design: who looks at another panel comes back to the same record. */
const shown = createStore<Readonly<Record<Id, Shown>>>(() => ({}))

export function useShownDecision(): readonly [Shown, (change: Partial<Shown>) => void] {
  const design = useDesign(({ id }) => id)
  const own = useStore(shown, (all) => all[design]) ?? atFirst
  return [own, (change) => shown.setState((all) => ({ [design]: { ...(all[design] ?? atFirst), ...change } }))]
}
