import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { Design } from '../../../shared/design/design.ts'
import { compareSides, type Comparison } from '../../../shared/options/compare.ts'
import type { Side } from '../../../shared/options/outcome.ts'
import { analysisStore, type SideOutcome } from '../../analysis/analysis-store.ts'
import { readSides } from '../../analysis/analysis-store.ts'

/** What the engines say of every side, while the caller is on the screen: nobody else asks for it. */
export function useOutcomes(): ReadonlyMap<Side, SideOutcome> {
  useEffect(() => readSides(), [])
  return useStore(analysisStore, ({ outcomes }) => outcomes)
}

/** These sides beside one another, the first as what they are compared with. */
export function useComparison(document: Design, sides: readonly Side[]): Comparison {
  const outcomes = useOutcomes()
  return useMemo(
    () =>
      compareSides(
        document,
        sides.map((side) => {
          const outcome = outcomes.get(side)?.outcome
          return outcome === undefined ? { side } : { side, outcome }
        }),
      ),
    [document, sides, outcomes],
  )
}
