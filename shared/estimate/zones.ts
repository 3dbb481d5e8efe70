import { countryOfCloudRegion } from '../design/area.ts'
import type { Id } from '../design/design.ts'
import { numberOr } from '../design/value.ts'
import type { Graph } from '../graph/graph.ts'
import type { Readers } from './calls/call-context.ts'

/** The public cloud region that a component stands in; undefined when nobody says so, or not by a name known here. */
export function cloudRegionOf(graph: Graph, component: Id): string | undefined {
  const { value } = graph.facets(component).region
  return value !== undefined && countryOfCloudRegion(value) !== undefined ? value : undefined
}

/** Over how many zones it runs, as stated on the box or by the plates around it; 1 while nobody says so. */
export function zonesOf(graph: Graph, readers: Readers, component: Id): number {
  const plates = graph.boundariesOf(component).filter((boundary) => boundary.copies?.of === 'zone')
  const copies = plates.reduce((count, boundary) => count * Math.max(1, numberOr(boundary.copies?.count, 1)), 1)
  return Math.max(copies, readers.settings(component).number('zones') ?? 1)
}
