import type { ViewState } from './view-store.ts'

/** What stands at the left and right of the drawing. */
export interface ShownSides {
  readonly palette: boolean
  /** The palette shows icons alone. */
  readonly folded: boolean
  readonly inspector: boolean
}

/** Room mode begins with the drawing alone and a strip of icons; whoever asks for a side there gets both as they were. */
export function shownSides(view: ViewState): ShownSides {
  const aside = view.roomMode && !view.roomSides
  return {
    palette: view.paletteOpen && !view.canvasOnly,
    folded: view.paletteFolded || aside,
    inspector: view.inspectorOpen && !view.canvasOnly && !aside,
  }
}
