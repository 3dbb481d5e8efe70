import { useStore } from 'zustand'
import type { Id } from '../../shared/design/design.ts'
import type { Numbers } from '../../shared/analysis.ts'
import { createKeeper } from '../canvas/keep-equal.ts'
import { useView } from '../store/view-store.ts'
import type { Overlay } from '../store/view-store.ts'
import { analysisStore } from './analysis-store.ts'
import { heatMapOf } from './heat.ts'
import type { Heat, HeatMap } from './heat.ts'
import { formatterFor } from '../panels/quantities.ts'

const keep = createKeeper<Id, Heat>()
let last: { readonly numbers: Numbers | undefined; readonly overlay: Overlay; readonly map: HeatMap | undefined } = {
  numbers: undefined,
  overlay: 'none',
  map: undefined,
}

/** Keeps the heat of a component that did not change, so that only touched cards render again. */
function currentHeat(numbers: Numbers | undefined, overlay: Overlay): HeatMap | undefined {
  if (last.numbers === numbers && last.overlay === overlay) return last.map
  const found =
    numbers === undefined || overlay === 'none' ? undefined : heatMapOf(numbers.estimate, overlay, formatterFor('USD'))
  last = { numbers, overlay, map: found === undefined ? undefined : { ...found, heats: keep(found.heats) } }
  return last.map
}

/** In front of a room there is no money. */
export function useShownOverlay(): Overlay {
  return useView((view) => (view.roomMode && view.overlay === 'cost' ? 'none' : view.overlay))
}

/** The heat over the canvas, of the newest numbers; undefined while no overlay is chosen. */
export function useHeatMap(): HeatMap | undefined {
  const overlay = useShownOverlay()
  return useStore(analysisStore, (state) => currentHeat(state.numbers, overlay))
}
