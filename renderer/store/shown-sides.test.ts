import { describe, expect, it } from 'vitest'
import { shownSides } from './shown-sides.ts'
import { viewStore } from './view-store.ts'

const open = { ...viewStore.getState(), paletteOpen: true, paletteFolded: false, inspectorOpen: true }

describe('what stands beside the drawing', () => {
  it('is as it was left', () => {
    expect(shownSides(open)).toEqual({ palette: true, folded: false, inspector: true })
    expect(shownSides({ ...open, inspectorOpen: false })).toMatchObject({ inspector: false })
  })

  it('leaves room mode the drawing and a strip of icons, until a side is asked for', () => {
    expect(shownSides({ ...open, roomMode: true })).toEqual({ palette: true, folded: true, inspector: false })
    expect(shownSides({ ...open, roomMode: true, roomSides: true })).toEqual(shownSides(open))
  })

  it('is nothing where there is the canvas only', () => {
    expect(shownSides({ ...open, canvasOnly: true })).toMatchObject({ palette: false, inspector: false })
  })
})
