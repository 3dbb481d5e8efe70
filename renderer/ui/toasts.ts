import { createStore } from 'zustand/vanilla'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'neutral' | 'fail'
  readonly action?: { readonly label: string; readonly run: () => void }
}

interface Toasts {
  readonly list: readonly Toast[]
  /** Counts up, so that ids differ without a clock. */
  readonly next: number
}

export const toastStore = createStore<Toasts>(() => ({ list: [], next: 1 }))

const shownMs = 6000
const longMs = 10_000

/** Says what happened, for a few seconds; `action` is what takes it back or goes on ("Undo"). Answers its id. */
export function showToast(
  text: string,
  { tone = 'neutral', action }: { readonly tone?: Toast['tone']; readonly action?: Toast['action'] } = {},
): number {
  const id = toastStore.getState().next
  const toast: Toast = { id, text, tone, ...(action === undefined ? {} : { action }) }
  // Three at most: older ones have been read or never will be. What is said again is shown once.
  toastStore.setState((state) => {
    const others = state.list.filter((shown) => shown.text !== text)
    return { list: [...others, toast].slice(-3), next: state.next + 1 }
  })
  setTimeout(() => dismissToast(id), action === undefined && tone === 'neutral' ? shownMs : longMs)
  return id
}

/** Takes every message away: what they name belongs to where they were said. */
export function dismissAllToasts(): void {
  toastStore.setState({ list: [] })
}

export function dismissToast(id: number): void {
  toastStore.setState((state) => ({ list: state.list.filter((toast) => toast.id !== id) }))
}
