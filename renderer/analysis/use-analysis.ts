import { useStore } from 'zustand'
import { useEffect } from 'react'
import type { Numbers } from '../../shared/analysis.ts'
import type { AnalysisState } from './analysis-store.ts'
import { analysisStore, readDetails } from './analysis-store.ts'
import type { EarlyNumbers, ShownAnalysis, ShownNumbers } from './pack-numbers.ts'

/** Reads the derived results; undefined until the first ones are there. The selector must return a stable reference. */
export function useAnalysis<T>(select: (analysis: ShownAnalysis | undefined) => T): T {
  return useStore(analysisStore, (state) => select(state.analysis))
}

/** Reads the newest numbers, which come before findings do: for what shows nothing else. */
export function useNumbers<T>(select: (numbers: ShownNumbers | undefined) => T): T {
  return useStore(analysisStore, (state) => select(state.numbers))
}

/**
 * Reads all of the newest numbers with their details, which are told while somebody reads them; undefined until they are
 * there. `isNewest`: no newer ones are on their way.
 */
export function useDetailedNumbers(): { readonly numbers: Numbers | undefined; readonly isNewest: boolean } {
  useEffect(readDetails, [])
  const detailed = useStore(analysisStore, (state) => state.detailed)
  const isNewest = useStore(analysisStore, (state) => !state.pending && state.detailed?.of === state.numbers)
  return { numbers: detailed?.numbers, isNewest }
}

/** Reads the short parts of the newest numbers, which come before the long ones: for what shows nothing else. */
export function useEarlyNumbers(): EarlyNumbers | undefined {
  return useStore(analysisStore, (state) => state.early)
}

/** Reads whether results are being worked on, or why there are none. */
export function useAnalysisState<T>(select: (state: AnalysisState) => T): T {
  return useStore(analysisStore, select)
}
