import { analyse, openStudy, readGraph } from '../../analyse.ts'
import type { Design } from '../../design/design.ts'
import type { DocumentContext } from '../document.ts'

/** The context of a design with the real engines, on a fixed day. `prices`: the price book as it ships. */
export function contextFor(design: Design, prices: object): DocumentContext {
  const date = '2026-11-21'
  const graph = readGraph(design)
  return {
    design: graph.design,
    graph,
    analysis: analyse(design, { prices, today: date }),
    estimateAt: (traffic) => openStudy(design, { prices, today: date }).compute(traffic).estimate,
    date,
    authors: ['A. Architect'],
  }
}
