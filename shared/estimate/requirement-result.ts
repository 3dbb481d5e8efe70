import type { Id } from '../design/design.ts'

/** 'assumed': it would pass, if a number that nobody has stated turns out as assumed. No pass, and no failure. */
export type Verdict = 'pass' | 'assumed' | 'atRisk' | 'fail' | 'unknown' | 'waived'

/** What the drawing says about one requirement, with the arithmetic. */
export interface RequirementResult {
  readonly requirement: Id
  readonly verdict: Verdict
  readonly verification: 'computed' | 'structural' | 'attribute' | 'evidence'
  /** The computed value in the metric's unit, when there is one. */
  readonly value?: number
  readonly low?: number
  readonly high?: number
  /** One sentence with the numbers: "p95 of the full answer is 9.1 s (8.2-10.4); the target is 8 s." */
  readonly arithmetic: string
  /** The assumed input that decides it, when it is assumed: what to ask for, and where to state it. */
  readonly assumes?: { readonly on: Id; readonly field: string; readonly label: string }
  /** Whether the whole band meets the stretch as well; absent when none is stated, or nothing can be compared. */
  readonly stretchMet?: boolean
  /** The age of the prices decides it: with a book of today it would pass or fail beyond doubt. */
  readonly agedPrices?: boolean
  /** Elements concerned: the path, the stores in a wrong region. */
  readonly elements: readonly Id[]
  /** What to answer, when unknown. */
  readonly question?: string
  /** The fields whose answers settle it, where it is fields. */
  readonly asks?: readonly { readonly on: Id; readonly field: string }[]
  /** The waiver: in force when the verdict is waived, else one that no longer holds (`note`). */
  readonly treatment?: Id
  /** Why its waiver does not hold. */
  readonly note?: string
}
