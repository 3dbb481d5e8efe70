import { analyse, openStudy, readGraph, type Study } from '../analyse.ts'
import type { Design } from '../design/design.ts'
import { effectiveDesign } from '../design/effective.ts'
import type { Estimate } from '../estimate/estimate.ts'
import type { Standards } from '../standards/standards.ts'
import type { Catalogues } from '../threats/frameworks/catalogues.ts'
import type { DocumentContext } from './document.ts'

/** What documents are made with, beside the design. */
export interface ContextKnowledge {
  /** The price book as it ships, or a newer one. */
  readonly prices: object
  /** ISO date of the book, where it says one. */
  readonly priceBookDate?: string
  /** ISO date of the documents. */
  readonly today: string
  readonly standards?: Standards
  /** With what the house has imported; those that ship when absent. */
  readonly catalogues?: Catalogues
}

/**
 * Everything a document of a design can be made from: what the shown variant means, and every other side of it, so that
 * documents can compare. `design` is the one as filed.
 */
export function openContext(
  design: Design,
  { prices, priceBookDate, today, standards, catalogues }: ContextKnowledge,
): DocumentContext {
  const house = standards === undefined ? {} : { standards }
  const knowledge = { prices, today, ...house }
  const { shown: _shown, ...base } = design
  const analysis = analyse(design, knowledge)
  const variants = (design.variants ?? []).map(
    ({ id }) => [id, id === design.shown ? analysis : analyse({ ...design, shown: id }, knowledge)] as const,
  )
  let study: Study | undefined
  const estimates = new Map<number, Estimate>()
  return {
    design: effectiveDesign(design),
    filed: design,
    graph: readGraph(design),
    analysis,
    base: design.shown === undefined ? analysis : analyse(base, knowledge),
    variants: Object.fromEntries(variants),
    estimateAt: (traffic) => {
      study ??= openStudy(design, knowledge)
      const estimate = estimates.get(traffic) ?? study.compute(traffic).estimate
      estimates.set(traffic, estimate)
      return estimate
    },
    date: today,
    authors: design.authors ?? [],
    ...(priceBookDate === undefined ? {} : { priceBookDate }),
    ...(catalogues === undefined ? {} : { catalogues }),
    ...house,
  }
}
