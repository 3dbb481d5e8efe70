import { effectiveDesign } from '../design/effective.ts'
import type { Design } from '../design/design.ts'
import { type DesignChange, diffDesigns } from '../design/diff.ts'
import type { Outcome, Side } from '../options/outcome.ts'
import type { DocumentContext } from './document.ts'

/** What the engines say of each side of the design, as far as whoever opened the context had it worked out. */
export function outcomesOf({ design, analysis, base, variants = {} }: DocumentContext): ReadonlyMap<Side, Outcome> {
  return new Map<Side, Outcome>([
    ...(base === undefined ? [] : [[null, base] as const]),
    ...Object.entries(variants),
    [design.shown ?? null, analysis],
  ])
}

/** What a side draws otherwise than another. */
export function changesBetween(context: DocumentContext, from: Side, to: Side): readonly DesignChange[] {
  return diffDesigns(drawnBy(context, from), drawnBy(context, to))
}

/** A side without what is no part of its drawing. */
function drawnBy(context: DocumentContext, side: Side): Design {
  const {
    variants: _variants,
    shown: _shown,
    baselines: _baselines,
    ...drawn
  } = effectiveDesign(context.filed ?? context.design, side)
  return drawn
}
