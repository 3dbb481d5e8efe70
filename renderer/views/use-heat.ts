import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useCompared, useIsComparing } from '../compare/compare-store.ts'
import { differenceMap } from '../compare/difference-map.ts'
import { formatterFor } from '../panels/quantities.ts'
import { useDesign, useDesignState } from '../store/design-store.ts'
import { useView, type ViewState, viewStore } from '../store/view-store.ts'
import { analysisStore } from '../analysis/analysis-store.ts'
import type { HeatMap } from '../analysis/heat.ts'
import { findOverlay, offeredOverlays, type OverlayId } from '../analysis/overlays/index.ts'
import { toldOverlay } from '../analysis/told-overlay.ts'

/** What lies over the canvas: beside another drawing what differs, in front of a room no money and no verdict. */
export function useShownOverlay(): 'none' | 'differences' | OverlayId {
  const comparing = useIsComparing()
  const chosen = useView(allowedOverlay)
  const told = useStore(toldOverlay, (state) => state.told?.id)
  return comparing ? 'differences' : (told ?? chosen)
}

/** The same at this moment, of what was chosen. */
export function shownOverlay(): 'none' | OverlayId {
  return allowedOverlay(viewStore.getState())
}

function allowedOverlay({ overlay, roomMode }: Pick<ViewState, 'overlay' | 'roomMode'>): 'none' | OverlayId {
  return offeredOverlays(roomMode).some(({ id }) => id === overlay) ? overlay : 'none'
}

/** What the canvas wears, of the newest that is known; undefined while no overlay is chosen, or nothing can be said. */
export function useHeatMap(): HeatMap | undefined {
  const overlay = findOverlay(useShownOverlay())
  const document = useDesignState((state) => state.document)
  const design = useDesign((drawn) => drawn)
  const numbers = useStore(analysisStore, (state) => (overlay === undefined ? undefined : state.numbers))
  const analysis = useStore(analysisStore, (state) => (overlay === undefined ? undefined : state.analysis))
  const compared = useCompared()
  const told = useStore(toldOverlay, (state) => state.told)
  return useMemo(() => {
    if (compared !== undefined) return differenceMap(compared.differences, 'first')
    return told ?? overlay?.read({ document, design, numbers, analysis, money: formatterFor('USD') })
  }, [compared, told, overlay, document, design, numbers, analysis])
}
