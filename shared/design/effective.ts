import type { Design, Id, Variant } from './design.ts'
import { applyPatch } from './patch.ts'

/**
 * The design as a variant shows it: the base with the changes along `variant.of` laid over it, the oldest first.
 * Everything outside the model (decisions, views, the variants themselves) stays as it is.
 *
 * `variant` undefined is the variant that the design shows by itself; `null` is the base. An id that is not there, and
 * a chain that runs into itself, end the chain (invariants E2 and E18 report them).
 */
export function effectiveDesign(design: Design, variant: Id | null | undefined = design.shown): Design {
  return chainOf(design, variant ?? undefined).reduce<Design>((model, link) => applyPatch(model, link.changes), design)
}

/** What a variant is compared with: the effective design of the variant it builds on, or the base. */
export function foundationOf(design: Design, variant: Id): Design {
  const found = design.variants?.find((candidate) => candidate.id === variant)
  return effectiveDesign(design, found?.of ?? null)
}

/** The variants from the base up to this one. */
export function chainOf(design: Design, variant: Id | undefined): readonly Variant[] {
  const chain: Variant[] = []
  let next = variant
  while (next !== undefined) {
    const wanted = next
    const found = design.variants?.find((candidate) => candidate.id === wanted)
    if (!found || chain.includes(found)) break
    chain.unshift(found)
    next = found.of
  }
  return chain
}
