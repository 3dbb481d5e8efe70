import { viewStore } from '../../store/view-store.ts'
import type { CommandHandler } from './handler.ts'

type Toggle =
  | 'gridOn'
  | 'hopsOn'
  | 'inkShown'
  | 'stylusDraws'
  | 'inkInPictures'
  | 'countsShown'
  | 'paletteOpen'
  | 'inspectorOpen'
  | 'panelsOpen'
  | 'minimapOpen'
  | 'highContrast'

/** What of the view is on or off. */
export function toggle(name: Toggle): CommandHandler {
  return {
    run: () => viewStore.getState().set({ [name]: !viewStore.getState()[name] }),
    checked: () => viewStore.getState()[name],
  }
}
