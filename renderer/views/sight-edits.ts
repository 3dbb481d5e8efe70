import { designStore } from '../store/design-store.ts'
import { changeSight, currentSight, lookAt, lookAtEverything } from '../store/sight-store.ts'
import { viewStore } from '../store/view-store.ts'
import { drawnIds, findPerspective, type PerspectiveId } from '../../shared/perspectives/index.ts'
import { showToast } from '../ui/toasts.ts'
import { lookOf, seenPart } from './use-look.ts'

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
    showToast(`Steps belong to “${findPerspective('action').label}”, which is not on.`)
    return
  }
  changeSight({ step: Math.max(0, Math.min(steps.length, sight.step + by)) })
}

/** Nobody picks what is not to be seen: who adds something, or selects it in a panel, gets to see it. */
export function revealSelected(): void {
  const { selection } = viewStore.getState()
  const { design } = designStore.getState()
  const sight = currentSight()
  const part = seenPart(design, lookOf(design, sight), sight)
  if (part === design) return
  const [all, drawn] = [drawnIds(design), drawnIds(part)]
  if (selection.every((id) => drawn.has(id) || !all.has(id))) return
  lookAtEverything()
  showToast('Everything is shown again: what is selected was not in sight.')
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
