import type { ReviewedThreat, ThreatReview } from '../../design/design.ts'
import { type Finding, severities } from '../../findings/finding.ts'
import { fingerprint } from '../../findings/fingerprint.ts'
import { stateOf, threatsIn } from './make-review.ts'

/** How a threat moved since a review. One that did several things is told by the first of these. */
export type Movement = 'new' | 'reopened' | 'closed' | 'worse' | 'better' | 'treatment' | 'same'
export const movements: readonly Movement[] = ['new', 'reopened', 'worse', 'treatment', 'better', 'closed', 'same']

export interface ThreatMovement {
  /** Fingerprint, as it is now where the threat is still there. */
  readonly id: string
  readonly movement: Movement
  readonly before?: ReviewedThreat
  readonly now?: ReviewedThreat
  /** "Closed: was open and high, is gone." */
  readonly sentence: string
}

export interface ReviewDifference {
  /** ISO date of the review that it is compared with; absent where there was none. */
  readonly since?: string
  readonly by?: string
  /** In the order of `movements`, then by severity, then by fingerprint; what stayed the same is last. */
  readonly movements: readonly ThreatMovement[]
  readonly counts: Readonly<Record<Movement, number>>
}

/**
 * What changed since the last review: the threats of today against those that it kept. A threat is the same one while its
 * rule, or an alias of it, holds on to the same elements. With no review everything is new.
 */
export function changesSinceReview(
  reviews: readonly ThreatReview[] | undefined,
  findings: readonly Finding[],
): ReviewDifference {
  const sorted = (reviews ?? []).toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
  const last = sorted.at(-1)
  const earlier = sorted.slice(0, -1)
  const threats = threatsIn(findings)
  const matched = new Set<string>()
  const moved: ThreatMovement[] = threats.map((finding) => {
    const key = keyIn(last, finding)
    if (key !== undefined) matched.add(key)
    return describe(
      finding.id,
      key === undefined ? undefined : last?.threats[key],
      stateOf(finding),
      wasSeen(earlier, finding),
    )
  })
  for (const [id, before] of Object.entries(last?.threats ?? {})) {
    if (!matched.has(id)) moved.push(describe(id, before, undefined, false))
  }
  const all = moved.toSorted(byMovement)
  return {
    ...(last?.date === undefined ? {} : { since: last.date }),
    ...(last?.by === undefined ? {} : { by: last.by }),
    movements: all,
    counts: countsOf(all),
  }
}

/** Under which fingerprint a review kept a threat: its own, or that of another rule of the same cause. */
function keyIn(review: ThreatReview | undefined, finding: Finding): string | undefined {
  if (review === undefined) return undefined
  const rules = [finding.rule, ...finding.aliases]
  return rules.map((rule) => fingerprint(rule, finding.anchors)).find((id) => review.threats[id] !== undefined)
}

/** It was in an earlier review and gone in the last: what comes back is reopened, not new. */
function wasSeen(earlier: readonly ThreatReview[], finding: Finding): boolean {
  return earlier.some((review) => keyIn(review, finding) !== undefined)
}

function describe(
  id: string,
  before: ReviewedThreat | undefined,
  now: ReviewedThreat | undefined,
  isKnown: boolean,
): ThreatMovement {
  const movement = movementOf(before, now, isKnown)
  const states = { ...(before === undefined ? {} : { before }), ...(now === undefined ? {} : { now }) }
  return { id, movement, ...states, sentence: sentenceOf(movement, before, now) }
}

function movementOf(before: ReviewedThreat | undefined, now: ReviewedThreat | undefined, isKnown: boolean): Movement {
  if (now === undefined) return before?.status === 'open' ? 'closed' : 'same'
  if (before === undefined) return now.status !== 'open' ? (isKnown ? 'same' : 'new') : isKnown ? 'reopened' : 'new'
  if (before.status !== 'open' && now.status === 'open') return 'reopened'
  if (before.status === 'open' && now.status !== 'open') return 'closed'
  if (rankOf(now) !== rankOf(before)) return rankOf(now) < rankOf(before) ? 'worse' : 'better'
  return before.status === now.status ? 'same' : 'treatment'
}

function rankOf({ severity }: ReviewedThreat): number {
  return severities.findIndex((each) => each === severity)
}

function sentenceOf(movement: Movement, before: ReviewedThreat | undefined, now: ReviewedThreat | undefined): string {
  const was = before === undefined ? '' : `${before.status} and ${before.severity}`
  const is = now === undefined ? 'gone' : `${now.status} and ${now.severity}`
  if (before === undefined) return movement === 'reopened' ? `Back: ${is}.` : `New: ${is}.`
  if (movement === 'same') return now === undefined ? `Was ${was}; is gone.` : `Still ${is}.`
  const word = {
    reopened: 'Reopened',
    closed: 'Closed',
    worse: 'Worse',
    better: 'Better',
    treatment: 'Decided otherwise',
    new: 'New',
  }
  return `${word[movement]}: was ${was}, is ${is}.`
}

function byMovement(a: ThreatMovement, b: ThreatMovement): number {
  const rank = ({ now, before }: ThreatMovement): number => {
    const state = now ?? before
    return state === undefined ? severities.length : rankOf(state)
  }
  return movements.indexOf(a.movement) - movements.indexOf(b.movement) || rank(a) - rank(b) || (a.id < b.id ? -1 : 1)
}

function countsOf(all: readonly ThreatMovement[]): Readonly<Record<Movement, number>> {
  const counts: Record<Movement, number> = {
    new: 0,
    reopened: 0,
    closed: 0,
    worse: 0,
    better: 0,
    treatment: 0,
    same: 0,
  }
  for (const { movement } of all) counts[movement] += 1
  return counts
}
