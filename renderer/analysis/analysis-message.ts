import type { Analysis } from '../../shared/analysis.ts'
import type { Design, Id } from '../../shared/design/design.ts'

/** What the page asks of the worker. */
export interface AnalysisRequest {
  readonly revision: number
  readonly design: Design
  /** ISO date: the domain has no clock. */
  readonly today: string
}

/** What the worker answers. A failure is a bug in an engine, said in its own words. */
export type AnalysisReply =
  | { readonly revision: number; readonly designId: Id; readonly analysis: Analysis }
  | { readonly revision: number; readonly designId: Id; readonly failure: string }
