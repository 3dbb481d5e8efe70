import { useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Design, Id } from '../../shared/design/design.ts'
import { effectiveDesign } from '../../shared/design/effective.ts'
import { compareDrawings, type DrawingDifferences } from '../../shared/options/compare-drawings.ts'
import { type Side, sideName, sidesOf } from '../../shared/options/outcome.ts'
import { withSide } from '../../shared/options/reuse.ts'
import { useDesignState } from '../store/design-store.ts'
import { useOpenDesigns } from '../store/open-designs.ts'

/** What can stand beside the design on the desk: another of its sides, or another open design as it is drawn. */
export interface Candidate {
  readonly key: string
  readonly name: string
  /** With the side shown that is compared. */
  readonly document: Design
}

interface Comparing {
  /** The design on the desk while the split is there; leaving it closes the split. */
  readonly beside: Id | undefined
  readonly key: string
  /** Both drawings are seen from the same place. */
  readonly together: boolean
}

/** For this session alone: nothing of it is kept. */
export const compareStore = createStore<Comparing>(() => ({ beside: undefined, key: '', together: true }))

/** Everything that the design on the desk can be compared with, its own sides first. */
export function candidatesFor(
  document: Design,
  others: readonly { readonly id: Id; readonly parked: { readonly document: Design } }[],
): readonly Candidate[] {
  const own = sidesOf(document)
    .filter((side) => side !== (document.shown ?? null))
    .map((side: Side) => ({
      key: `side ${side ?? ''}`,
      name: sideName(document, side),
      document: withSide(document, side),
    }))
  const designs = others
    .filter(({ id }) => id !== document.id)
    .map(({ id, parked }) => ({ key: `design ${id}`, name: parked.document.name, document: parked.document }))
  return [...own, ...designs]
}

export function useCandidates(): readonly Candidate[] {
  const document = useDesignState((state) => state.document)
  const tabs = useOpenDesigns((state) => state.tabs)
  return useMemo(() => candidatesFor(document, tabs), [document, tabs])
}

export interface Compared extends Candidate {
  /** As it is drawn. */
  readonly design: Design
  readonly differences: DrawingDifferences
}

/** What stands beside the design on the desk now; undefined: nothing does. */
export function useCompared(): Compared | undefined {
  const isOpen = useIsComparing()
  const key = useStore(compareStore, (state) => state.key)
  const design = useDesignState((state) => state.design)
  const candidates = useCandidates()
  const candidate = isOpen ? (candidates.find((each) => each.key === key) ?? candidates[0]) : undefined
  return useMemo(() => {
    if (candidate === undefined) return undefined
    const other = drawnOf(candidate.document)
    return { ...candidate, design: other, differences: compareDrawings(flat(design), other) }
  }, [candidate, design])
}

export function useIsComparing(): boolean {
  const id = useDesignState((state) => state.document.id)
  return useStore(compareStore, ({ beside }) => beside === id)
}

function drawnOf(document: Design): Design {
  return flat(effectiveDesign(document))
}

/** As it is drawn, without the variants that are not. */
function flat({ variants: _variants, shown: _shown, ...design }: Design): Design {
  return design
}
