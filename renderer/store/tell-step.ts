import { dismissToast, showToast } from '../ui/toasts.ts'
import { designStore, undo } from './design-store.ts'

/**
 * Says what the step just made has done, and offers to take it back. The message goes with the next step: its "Undo" would
 * take back another one than it speaks of.
 */
export function tellStep(text: string): void {
  const step = designStore.getState().past.at(-1)
  const message = showToast(text, { action: { label: 'Undo', run: () => void undo() } })
  const stop = designStore.subscribe(({ past }) => {
    if (past.at(-1) === step) return
    stop()
    dismissToast(message)
  })
}
