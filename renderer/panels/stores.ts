/** What panels read and write: the design, what is shown of it, and what the engines derived from it. */
export { analysisStore, askTraffic, leastTraffic, mostTraffic, readGovernance } from '../analysis/analysis-store.ts'
export type { EarlyNumbers, ShownAnalysis, ShownNumbers } from '../analysis/pack-numbers.ts'
export {
  useAnalysis,
  useAnalysisState,
  useDetailedNumbers,
  useEarlyNumbers,
  useNumbers,
} from '../analysis/use-analysis.ts'
export { designStore, editDesign, editDocument, undo, useDesign } from '../store/design-store.ts'
export { tellStep } from '../store/tell-step.ts'
export { shownSides } from '../store/shown-sides.ts'
export { useView, viewStore } from '../store/view-store.ts'
export type { BottomPanel } from '../store/view-parts.ts'
