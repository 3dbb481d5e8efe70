import type { Analysis } from '../../shared/analysis.ts'
import { readGraph, type Study } from '../../shared/analyse.ts'
import { nameOf } from '../../shared/design/collections.ts'
import type { Design, Id } from '../../shared/design/design.ts'
import { effectiveDesign } from '../../shared/design/effective.ts'
import { applyPatch } from '../../shared/design/patch.ts'
import { comparePrices } from '../../shared/mitigation-price.ts'
import { type Outcome, outcomeOf } from '../../shared/options/outcome.ts'
import { placementOf } from '../../shared/threats/place-control.ts'
import type { Answer, Inquiry } from './inquiry-message.ts'

/** A design that has been judged, and what it takes to look further into it. */
export interface Judged {
  readonly design: Design
  readonly today: string
  readonly study: Study
  readonly analysis: Analysis
  /** Opens the study of another design, with the same prices and standards. */
  readonly open: (design: Design, today: string) => Study
}

/** The answer to one inquiry; an estimate of its own for a price. */
export function answerInquiry(judged: Judged, inquiry: Inquiry): Answer {
  if (inquiry.kind === 'coverage') return judged.study.cover(judged.analysis)
  if (inquiry.kind === 'trace') return judged.study.trace(inquiry.asset)
  if (inquiry.kind === 'outcome') return outcomeOfOther(judged, inquiry.design)
  return priceOf(judged, inquiry.finding)
}

/** Another design, with the prices and standards of this one. */
function outcomeOfOther({ open, today }: Judged, design: Design): Outcome {
  const study = open(design, today)
  const numbers = study.compute()
  return outcomeOf({ ...numbers, ...study.judge(numbers) })
}

/** What placing the cheapest break of a finding costs: the numbers of the design with it in place, less those without. */
function priceOf({ design, today, analysis, open }: Judged, id: Id): Answer {
  const finding = analysis.findings.find((each) => each.id === id)
  // As drawn, without its variants: the control is placed in the one that is shown.
  const { variants: _variants, shown: _shown, ...drawn } = effectiveDesign(design)
  const placement = finding && placementOf(readGraph(drawn), finding)
  if (placement === undefined) return undefined
  const patched = applyPatch(drawn, placement.patch)
  const { estimate } = open(patched, today).compute()
  return { ...comparePrices(analysis.estimate, estimate, (each) => nameOf(patched, each)), as: placement.as }
}
