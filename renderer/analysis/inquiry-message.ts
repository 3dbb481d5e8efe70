import type { Id } from '../../shared/design/design.ts'
import type { MitigationPrice } from '../../shared/mitigation-price.ts'
import type { Coverage } from '../../shared/threats/coverage/coverage.ts'
import type { Placement } from '../../shared/threats/place-control.ts'
import type { DataTrace } from '../../shared/threats/trace-data.ts'

/** What somebody reads that no edit waits for: worked out beside the page, again after each edit, while it is read. */
export type Inquiry =
  | { readonly kind: 'coverage' }
  | { readonly kind: 'trace'; readonly asset: Id }
  /** What placing the cheapest break of a finding costs. */
  | { readonly kind: 'price'; readonly finding: string }

/** The answer to each kind; undefined: what it was asked about is not there any more. */
export interface Answers {
  readonly coverage: Coverage
  readonly trace: DataTrace | undefined
  readonly price: PlacementPrice | undefined
}
/** The price of a placement; a commitment has no box, so that no number moves. */
export interface PlacementPrice extends MitigationPrice {
  readonly as: Placement['as']
}
export type Answer = Answers[keyof Answers]

/** Inquiries with the same key are one. */
export function keyOfInquiry(inquiry: Inquiry): string {
  if (inquiry.kind === 'coverage') return 'coverage'
  return inquiry.kind === 'trace' ? `trace ${inquiry.asset}` : `price ${inquiry.finding}`
}
