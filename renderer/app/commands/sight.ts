import { offeredOverlays, overlays, type OverlayId } from '../../analysis/overlays/index.ts'
import { isOverlayTold, toggleAudienceOverlay } from '../../audience/audience-overlay.ts'
import { perspectives, type PerspectiveId } from '../../../shared/perspectives/index.ts'
import { compareStore } from '../../compare/compare-store.ts'
import { toggleComparison } from '../../compare/open-comparison.ts'
import { designStore } from '../../store/design-store.ts'
import { currentSight } from '../../store/sight-store.ts'
import { viewStore } from '../../store/view-store.ts'
import {
  goToStep,
  hideSelection,
  showAllHidden,
  showSelectionAlone,
  togglePerspective,
} from '../../views/sight-edits.ts'
import { openNextView } from '../../views/view-edits.ts'
import { viewsMenu } from '../../views/views-menu.ts'
import type { CommandHandler, CommandHandlers } from './handler.ts'

function perspective(id: PerspectiveId): CommandHandler {
  return { run: () => togglePerspective(id), checked: () => currentSight().perspective === id }
}

/** What a room may not see is not laid over the drawing in front of it. */
function overlay(id: 'none' | OverlayId): CommandHandler {
  const isOffered = (): boolean =>
    id === 'none' || offeredOverlays(viewStore.getState().roomMode).some((one) => one.id === id)
  return {
    run: () => {
      if (isOffered()) viewStore.getState().set({ overlay: viewStore.getState().overlay === id ? 'none' : id })
    },
    checked: () => viewStore.getState().overlay === id,
  }
}

export const sightCommands: CommandHandlers = {
  ...Object.fromEntries(perspectives.map(({ id }) => [`view.${id}`, perspective(id)])),
  'view.overlay-none': overlay('none'),
  ...Object.fromEntries(overlays.map(({ id }) => [`view.overlay-${id}`, overlay(id)])),
  'view.audience-overlay': { run: toggleAudienceOverlay, checked: isOverlayTold },
  'view.next-step': { run: () => goToStep(1) },
  'view.previous-step': { run: () => goToStep(-1) },
  'view.hide': { run: hideSelection },
  'view.only': { run: showSelectionAlone },
  'view.show-all': { run: showAllHidden },
  'view.compare': {
    run: toggleComparison,
    checked: () => compareStore.getState().beside === designStore.getState().document.id,
  },
  'view.save-view': { run: () => viewsMenu.setState({ open: true }) },
  'view.next-view': { run: () => openNextView(1) },
  'view.previous-view': { run: () => openNextView(-1) },
}
