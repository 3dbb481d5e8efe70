import { designStore } from '../store/design-store.ts'
import { changeSight, currentSight, lookAt } from '../store/sight-store.ts'
import { viewStore } from '../store/view-store.ts'
import { findPerspective, type PerspectiveId } from '../../shared/perspectives/index.ts'
import { showToast } from '../ui/toasts.ts'
import { lookOf } from './use-look.ts'

/** Puts a perspective on; once more takes it off, unless it is to be about something else by now. */
export function togglePerspective(id: PerspectiveId): void {
  const { perspective, about } = currentSight()
  const { selection } = viewStore.getState()
  const isOfSelection = findPerspective(id).of === 'selection'
  const isSame = !isOfSelection || selection.length === 0 || selection.join(' ') === about.join(' ')
  if (perspective === id && isSame) lookAt('all')
  else if (isOfSelection && selection.length === 0) showToast('Select what it shall be about first.')
  else lookAt(id, isOfSelection ? selection : [])
}

/** The step after the one that stands out, or before it; before the first one all of them. */
export function goToStep(by: 1 | -1): void {
  const sight = currentSight()
  const { steps } = lookOf(designStore.getState().design, sight)
  if (steps === undefined) {
    showToast('Steps belong to the perspective of one request: Alt+Shift+5 puts it on.')
    return
  }
  changeSight({ step: Math.max(0, Math.min(steps.length, sight.step + by)) })
}

/** Numbers, findings and documents go on counting what is hidden. */
export function hideSelection(): void {
  const { selection, select } = viewStore.getState()
  if (selection.length === 0) return
  changeSight({ hide: [...new Set([...currentSight().hide, ...selection])] })
  select([])
}

export function showSelectionAlone(): void {
  const { selection } = viewStore.getState()
  if (selection.length > 0) changeSight({ only: selection, hide: [] })
}

export function showAllHidden(): void {
  changeSight({ only: undefined, hide: [] })
}
