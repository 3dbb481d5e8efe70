import { createStore } from 'zustand/vanilla'
import type { Analysis } from '../../shared/analysis.ts'
import type { Id } from '../../shared/design/design.ts'

export interface AnalysisState {
  /** Undefined until the first result of the active design is there. */
  readonly analysis: Analysis | undefined
  readonly designId: Id | undefined
  /** The revision of the design that the result belongs to. */
  readonly revision: number
  /** Whether a newer revision is being worked on. */
  readonly pending: boolean
  /** Why there is no result, when the engines failed on this design: a bug, said without hiding the design. */
  readonly failure: string | undefined
}

/** What the engines derived from the active design. Older results stay until newer ones are there. */
export const analysisStore = createStore<AnalysisState>(() => ({
  analysis: undefined,
  designId: undefined,
  revision: -1,
  pending: false,
  failure: undefined,
}))
