import { analyse, openStudy, readGraph, type Study } from '../../analyse.ts'
import type { Design } from '../../design/design.ts'
import type { Estimate } from '../../estimate/estimate.ts'
import type { DocumentContext } from '../document.ts'

/** The context of a design with the real engines, on a fixed day. `prices`: the price book as it ships. */
export function contextFor(design: Design, prices: object): DocumentContext {
  const date = '2026-11-21'
  const graph = readGraph(design)
  const estimates = new Map<number, Estimate>()
  let study: Study | undefined
  return {
    design: graph.design,
    graph,
    analysis: analyse(design, { prices, today: date }),
    estimateAt: (traffic) => {
      study ??= openStudy(design, { prices, today: date })
      const estimate = estimates.get(traffic) ?? study.compute(traffic).estimate
      estimates.set(traffic, estimate)
      return estimate
    },
    date,
    authors: ['A. Architect'],
  }
}
