import type { Design, Id } from '../../shared/design/design.ts'
import type { MitigationPrice } from '../../shared/mitigation-price.ts'
import type { Outcome } from '../../shared/options/outcome.ts'
import type { Coverage } from '../../shared/threats/coverage/coverage.ts'
import type { Placement } from '../../shared/threats/place-control.ts'
import type { DataTrace } from '../../shared/threats/trace-data.ts'

/** What somebody reads that no edit waits for: worked out beside the page, again after each edit, while it is read. */
export type Inquiry =
  | { readonly kind: 'coverage' }
  | { readonly kind: 'trace'; readonly asset: Id }
  /** What placing the cheapest break of a finding costs. */
  | { readonly kind: 'price'; readonly finding: string }
  /** What the engines say of another design, or of another side of this one; `state` names what it is of. */
  | { readonly kind: 'outcome'; readonly state: string; readonly design: Design }

/** The answer to each kind; undefined: what it was asked about is not there any more. */
export interface Answers {
  readonly coverage: Coverage
  readonly trace: DataTrace | undefined
  readonly price: PlacementPrice | undefined
  readonly outcome: Outcome
}
/** The price of a placement; a commitment has no box, so that no number moves. */
export interface PlacementPrice extends MitigationPrice {
  readonly as: Placement['as']
}
export type Answer = Answers[keyof Answers]

/** Inquiries with the same key are one. */
export function keyOfInquiry(inquiry: Inquiry): string {
  if (inquiry.kind === 'coverage') return 'coverage'
  if (inquiry.kind === 'outcome') return `outcome ${inquiry.state}`
  return inquiry.kind === 'trace' ? `trace ${inquiry.asset}` : `price ${inquiry.finding}`
}
