import { type Arbitrary, gen } from 'fast-check'
import type { Component, Design, Id } from '../design.ts'
import { addVariant, editWithin, removeElements, setField, setSetting } from '../edit/index.ts'
import { drawAsset, drawBoundary, drawComponent, drawFlow } from './draw-architecture.ts'
import { drawAction, drawFraming, drawRecords, drawRequirement, drawWorkload } from './draw-records.ts'
import { type Draw, drawFrom, drawIds, drawName, drawSettings } from './draw.ts'

/**
 * How often a property is tried. A failing design is shown as it is: making it smaller by this many choices takes longer
 * than reading it.
 */
export function runs(numRuns: number): { readonly numRuns: number; readonly endOnFailure: true } {
  return { numRuns, endOnFailure: true }
}

/**
 * Designs that keep every law of the document, with names that need escaping, unknown keys, nested plans and variants.
 * Ids come from small pools, so that two designs drawn apart have many elements in common and can be compared.
 */
export const arbitraryDesign: Arbitrary<Design> = gen().map((choose) => {
  const draw = drawFrom(choose)
  return withVariants(draw, drawModel(draw))
})

function drawModel(draw: Draw): Design {
  const boundaries = drawIds(draw, 'b', 4).map((id, index, ids) => drawBoundary(draw, id, ids.slice(0, index)))
  const data = drawIds(draw, 'd', 4).map((id, index, ids) => drawAsset(draw, id, ids.slice(0, index)))
  const boxIds = drawIds(draw, 'c', 6)
  const assets = data.map((asset) => asset.id)
  // Calls only lead to later boxes: recursion is refused (E11).
  const flows =
    boxIds.length < 2 ? [] : drawIds(draw, 'f', 8).map((id) => drawFlow(draw, id, boxIds, assets, boundaries))
  const components = boxIds.map((id) => drawComponent(draw, id, boundaries, assets, flows))
  const actions = drawIds(draw, 'a', 2).flatMap((id) => drawAction(draw, id, boxIds, flows))
  const workloads = actions.length === 0 ? [] : drawIds(draw, 'w', 2).map((id) => drawWorkload(draw, id, actions))
  const requirements = drawIds(draw, 'r', 2).map((id) => drawRequirement(draw, id, [...boxIds, ...assets]))
  return {
    format: 'lintel/design',
    version: 1,
    id: 'design-1',
    name: drawName(draw),
    ...(draw.chance(50) ? { context: drawSettings(draw) } : {}),
    ...filled({ boundaries, components, flows, data, actions, workloads, requirements }),
    ...drawRecords(draw, boxIds, flows),
    ...drawFraming(draw, requirements, actions),
    ...(draw.chance(30) ? { later: { kept: [1, 'two', true] }, alpha: 1 } : {}),
  }
}

/** Options are made as people make them: by editing inside them. */
function withVariants(draw: Draw, base: Design): Design {
  let design = base
  let of: Id | undefined
  for (const id of drawIds(draw, 'v', 2)) {
    const name = drawName(draw)
    design = addVariant(design, { id, name, type: 'option', ...(of === undefined ? {} : { of }) })
    design = editWithin(design, id, (model) => {
      const box = draw.oneOf(model.components ?? [])
      if (!box) return model
      const edited = setSetting(setField(model, box.id, 'name', drawName(draw)), box.id, 'settings', 'replicas', 3)
      const victim = draw.oneOf([...(model.components ?? []), ...(model.flows ?? [])])
      const removed = victim && draw.chance(50) ? removeElements(edited, [victim.id]) : edited
      const added: Component = { id: `${id}-box`, name: drawName(draw), kind: 'tool' }
      return draw.chance(50) ? { ...removed, components: [...(removed.components ?? []), added] } : removed
    })
    if (draw.chance(40)) of = id
  }
  const shown = draw.chance(30) ? design.variants?.[0]?.id : undefined
  return shown === undefined ? design : { ...design, shown }
}

function filled<T extends Record<string, readonly unknown[]>>(collections: T): Partial<T> {
  return Object.fromEntries(Object.entries(collections).filter(([, elements]) => elements.length > 0)) as Partial<T>
}
