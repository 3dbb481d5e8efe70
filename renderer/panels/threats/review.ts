import type { Id } from '../../../shared/design/design.ts'
import type { Finding } from '../../../shared/findings/finding.ts'
import { changesSinceReview, type ThreatMovement } from '../../../shared/threats/reviews/compare-reviews.ts'
import { makeReview } from '../../../shared/threats/reviews/make-review.ts'
import type { ThreatReview } from '../../../shared/design/design.ts'
import { showToast } from '../../ui/index.ts'
import { addElement, freshId, todayIso } from '../edits.ts'
import { saidNow } from '../inspector/said-by.ts'
import { analysisStore, designStore, editDesign, tellStep } from '../stores.ts'

/** Keeps the state of every threat as it is now, with the day and who looked at them: one step to take back. */
export function markReviewed(): void {
  const { stated, statedRevision } = analysisStore.getState()
  if (stated === undefined || statedRevision !== designStore.getState().revision) {
    showToast('The threats are still being worked out: try again in a moment.')
    return
  }
  const { by, on: date } = saidNow()
  const done = editDesign('Mark the threats as reviewed', (design) =>
    addElement(
      design,
      'reviews',
      makeReview(stated.findings, { id: freshId(design, 'review'), date, ...(by === '' ? {} : { by }) }),
    ),
  )
  if (done) tellStep(`Reviewed on ${todayIso()}${by === '' ? '' : ` by ${by}`}.`)
}

/** How each threat has moved since the last review; undefined while there is none. */
export function movedSince(
  reviews: readonly ThreatReview[] | undefined,
  findings: readonly Finding[],
): Moved | undefined {
  if (reviews === undefined || reviews.length === 0) return undefined
  const { since, by, movements } = changesSinceReview(reviews, findings)
  const changed = movements.filter(({ movement }) => movement !== 'same')
  return {
    words: `${since === undefined ? 'the last review' : since}${by === undefined ? '' : `, ${by}`}`,
    byThreat: new Map(changed.map((each) => [each.id, each])),
    gone: changed.filter(({ now }) => now === undefined),
  }
}

export interface Moved {
  /** "2026-11-21, Ana". */
  readonly words: string
  /** Those that have changed, by the id of the threat. */
  readonly byThreat: ReadonlyMap<Id, ThreatMovement>
  /** Threats that are not found any more. */
  readonly gone: readonly ThreatMovement[]
}
