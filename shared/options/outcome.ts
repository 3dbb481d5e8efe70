import type { Design, Id } from '../design/design.ts'
import type { Estimate } from '../estimate/estimate.ts'
import type { RequirementResult } from '../estimate/requirement-result.ts'
import type { Finding } from '../findings/finding.ts'

/**
 * What the engines say of one variant, as far as options are compared by it. An `Analysis` is one; a worker sends only
 * this much, as nobody reads the formulas of a variant that is not drawn.
 */
export interface Outcome {
  readonly estimate: OutcomeEstimate
  readonly requirements: readonly RequirementResult[]
  readonly findings: readonly Finding[]
  /** How many groups of questions are open. */
  readonly questions: readonly { readonly id: string; readonly text: string }[]
}

/** The parts of an estimate that are headlines. */
export type OutcomeEstimate = Pick<
  Estimate,
  | 'meaningful'
  | 'actions'
  | 'mainAction'
  | 'technologyUsdPerMonth'
  | 'peopleUsdPerMonth'
  | 'totalUsdPerMonth'
  | 'onceUsd'
  | 'usdPerThousandRequests'
  | 'availability'
  | 'components'
  | 'priceBookDate'
>

/** The base of the design, or one of its variants. `null` is the base, as for `effectiveDesign`. */
export type Side = Id | null

/** What the sides of a design are called, the base first. */
export function sidesOf(design: Design): readonly Side[] {
  return [null, ...(design.variants ?? []).map(({ id }) => id)]
}

/** The name of a side for people. */
export function sideName(design: Design, side: Side): string {
  if (side === null) return 'Base'
  return design.variants?.find(({ id }) => id === side)?.name ?? 'A variant that is gone'
}

/** The part of an analysis that options are compared by. */
export function outcomeOf({ estimate, requirements, findings, questions }: Outcome): Outcome {
  const {
    meaningful,
    actions,
    mainAction,
    technologyUsdPerMonth,
    peopleUsdPerMonth,
    totalUsdPerMonth,
    onceUsd,
    usdPerThousandRequests,
    availability,
    components,
    priceBookDate,
  } = estimate
  return {
    estimate: {
      meaningful,
      // The waterfall of a variant is read when the variant is drawn.
      actions: actions.map(({ spans: _spans, ...action }) => action),
      ...(mainAction === undefined ? {} : { mainAction }),
      technologyUsdPerMonth,
      peopleUsdPerMonth,
      totalUsdPerMonth,
      onceUsd,
      ...(usdPerThousandRequests === undefined ? {} : { usdPerThousandRequests }),
      ...(availability === undefined ? {} : { availability }),
      components,
      priceBookDate,
    },
    requirements,
    findings,
    questions: questions.map(({ id, text }) => ({ id, text })),
  }
}
