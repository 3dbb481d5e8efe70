import { createStore } from 'zustand/vanilla'
import type { HeatMap } from './heat.ts'
import type { OverlayId } from './overlays/index.ts'

/** An overlay as the studio tells it to a window that knows nothing to work it out from: what is drawn, and what it wears. */
export interface ToldOverlay extends Omit<HeatMap, 'together'> {
  readonly id: OverlayId
}

/** What this page was told to wear; it works out its own as long as that is nothing. */
export const toldOverlay = createStore<{ readonly told: ToldOverlay | undefined }>(() => ({ told: undefined }))
