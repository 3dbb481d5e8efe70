import type { Id, ReviewedThreat, ThreatReview } from '../../design/design.ts'
import type { Finding } from '../../findings/finding.ts'

/** What a review needs beside the threats: its own id, the day and who held it. */
export interface ReviewDetails {
  readonly id: Id
  /** ISO date. */
  readonly date: string
  readonly by?: string
  readonly notes?: string
}

/** The state of every threat on the day of a review. Plain data for `design.reviews`; order by fingerprint. */
export function makeReview(findings: readonly Finding[], { id, date, by, notes }: ReviewDetails): ThreatReview {
  const threats = threatsIn(findings).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    id,
    date,
    ...(by === undefined ? {} : { by }),
    ...(notes === undefined ? {} : { notes }),
    threats: Object.fromEntries(threats.map((finding) => [finding.id, stateOf(finding)])),
  }
}

/** What a review keeps of one threat. */
export function stateOf({ rule, title, status, severity, anchors }: Finding): ReviewedThreat {
  return { rule, title, status, severity, on: anchors }
}

export function threatsIn(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ lenses }) => lenses.includes('threat'))
}
