import { effectiveDesign } from '../../shared/design/effective.ts'
import type { Design, Id } from '../../shared/design/design.ts'
import { internalIds, withoutElements } from '../../shared/documents/internal-elements.ts'
import { foldDesign } from '../../shared/layout/fold.ts'
import { placesOf } from '../../shared/layout/places.ts'
import { drawnIds } from '../../shared/perspectives/index.ts'
import { analysisStore } from '../analysis/analysis-store.ts'
import { foldedHeats } from '../analysis/folded-heats.ts'
import type { Heat } from '../analysis/heat.ts'
import { findOverlay } from '../analysis/overlays/index.ts'
import type { ToldOverlay } from '../analysis/told-overlay.ts'
import { shownOverlay } from '../views/use-heat.ts'
import { formatterFor } from '../panels/quantities.ts'
import { designStore } from '../store/design-store.ts'
import type { Sight } from '../store/sight-store.ts'
import { lookOf, seenPart } from '../views/use-look.ts'
import { audienceOverlay, overlayForAudience } from './audience-overlay.ts'

/** Answers what the audience wears at this moment; the same object until something of it changed, as it is asked often. */
export function createOverlayTeller(): (drawing: Design, sight: Sight) => ToldOverlay | undefined {
  let from: readonly unknown[] = []
  let told: ToldOverlay | undefined
  return (drawing, sight) => {
    const id = overlayForAudience(shownOverlay(), audienceOverlay.getState().let)
    const { document } = designStore.getState()
    const { numbers, analysis } = analysisStore.getState()
    const now = [id, drawing, document, numbers, analysis, JSON.stringify(sight)]
    if (now.length === from.length && now.every((each, index) => each === from[index])) return told
    from = now
    told = id === undefined ? undefined : read(id, drawing, sight)
    return told
  }
}

/** Nothing of what is internal goes into it, and no tip: these name findings and data. */
function read(id: ToldOverlay['id'], drawing: Design, sight: Sight): ToldOverlay | undefined {
  const { document } = designStore.getState()
  const { numbers, analysis } = analysisStore.getState()
  const shown = withoutElements(document, internalIds(effectiveDesign(document)))
  const map = findOverlay(id)?.read({
    document: shown,
    design: effectiveDesign(shown),
    numbers,
    analysis,
    money: formatterFor('USD'),
  })
  if (map === undefined) return undefined
  const part = seenPart(drawing, lookOf(drawing, sight), sight)
  const worn = foldedHeats(map, foldDesign(part, placesOf(drawing)), part)
  const drawn = drawnIds(part)
  const heats = new Map<Id, Heat>()
  for (const [on, heat] of worn) if (drawn.has(on)) heats.set(on, { ...heat, title: heat.text })
  const levels = new Set([...heats.values()].map(({ level }) => level))
  const { title, legend, traffic } = map
  return {
    id,
    title,
    // Steps are read as a whole; of names those that are seen.
    legend: legend.filter(({ level, mark }) => mark === undefined || levels.has(level)),
    heats,
    ...(traffic === undefined ? {} : { traffic }),
  }
}
