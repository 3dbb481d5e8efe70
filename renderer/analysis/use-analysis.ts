import { useStore } from 'zustand'
import type { Analysis, Numbers } from '../../shared/analysis.ts'
import type { AnalysisState } from './analysis-store.ts'
import { analysisStore } from './analysis-store.ts'
import type { EarlyNumbers } from './pack-numbers.ts'

/** Reads the derived results; undefined until the first ones are there. The selector must return a stable reference. */
export function useAnalysis<T>(select: (analysis: Analysis | undefined) => T): T {
  return useStore(analysisStore, (state) => select(state.analysis))
}

/** Reads the newest numbers, which come before findings do: for what shows nothing else. */
export function useNumbers<T>(select: (numbers: Numbers | undefined) => T): T {
  return useStore(analysisStore, (state) => select(state.numbers))
}

/** Reads the short parts of the newest numbers, which come before the long ones: for what shows nothing else. */
export function useEarlyNumbers(): EarlyNumbers | undefined {
  return useStore(analysisStore, (state) => state.early)
}

/** Reads whether results are being worked on, or why there are none. */
export function useAnalysisState<T>(select: (state: AnalysisState) => T): T {
  return useStore(analysisStore, select)
}
