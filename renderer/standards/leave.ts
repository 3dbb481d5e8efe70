import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { viewStore } from '../store/view-store.ts'

interface Unsaved {
  /** Whether something was typed that is not kept yet. */
  readonly typed: boolean
  /** What waits for the answer whether that may be lost. */
  readonly leaving: (() => void) | undefined
}

const nothing: Unsaved = { typed: false, leaving: undefined }
const unsavedStore = createStore<Unsaved>(() => nothing)

export function setUnsaved(typed: boolean): void {
  unsavedStore.setState({ typed })
}

/** Whether leaving now would lose what was typed. */
export function isUnsaved(): boolean {
  return unsavedStore.getState().typed
}

/** Goes on at once, or asks first when that would lose what was typed. */
export function leave(then: () => void): void {
  if (isUnsaved()) unsavedStore.setState({ leaving: then })
  else then()
}

export function closeStandards(): void {
  leave(() => viewStore.getState().set({ standardsOpen: false }))
}

export function useLeaving(): (() => void) | undefined {
  return useStore(unsavedStore, ({ leaving }) => leaving)
}

/** The answer: stay with what was typed, or lose it and go on. */
export function answerLeaving(answer: 'stay' | 'discard'): void {
  const { leaving } = unsavedStore.getState()
  if (answer === 'stay') unsavedStore.setState({ leaving: undefined })
  else {
    unsavedStore.setState(nothing)
    leaving?.()
  }
}
