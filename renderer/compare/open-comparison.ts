import { canvasControls } from '../canvas/canvas-store.ts'
import { designStore } from '../store/design-store.ts'
import { allOpen } from '../store/open-designs.ts'
import { showToast } from '../ui/toasts.ts'
import { candidatesFor, compareStore } from './compare-store.ts'

/** Opens the split with what was compared last, or closes it. */
export function toggleComparison(): void {
  const { document } = designStore.getState()
  if (compareStore.getState().beside === document.id) {
    closeComparison()
    return
  }
  if (candidatesFor(document, allOpen()).length === 0) {
    showToast('There is nothing to compare with: open another design, or make an option of this one.')
    return
  }
  compareStore.setState({ beside: document.id })
}

export function closeComparison(): void {
  compareStore.setState({ beside: undefined })
  // The drawing has the whole room again a frame later.
  requestAnimationFrame(() => requestAnimationFrame(() => canvasControls()?.fit()))
}
