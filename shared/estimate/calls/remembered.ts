import { sameInOrder, sameItems } from '../../design/same-json.ts'
import type { InputNode } from '../../kinds/formula/formula.ts'

/** What was worked out, from what, and every number that was read for it. */
export interface Answer<T> {
  readonly from: readonly unknown[]
  readonly result: T
  readonly read: readonly InputNode[]
}

/**
 * Results that follow from one thing (a run, a call as it is made, the settings of a box) and from what is passed beside
 * it, kept for as long as that thing lives. An edit makes another object of what it touches and leaves the rest alone, so
 * that the next estimate works out only what the edit reaches.
 */
export type Remembered<T> = WeakMap<object, readonly Answer<T>[]>

/** Two passes of one estimate may ask with other loads or replicas; more than these few are of designs that are gone. */
const answersAtMost = 4

/** What was worked out about `of` from the same: objects that say the same, or the very same where they hold functions. */
export function recall<T>(remembered: Remembered<T>, of: object, from: readonly unknown[]): Answer<T> | undefined {
  const answers = remembered.get(of)
  if (answers === undefined) return undefined
  for (const answer of answers) if (sameItems(answer.from, from)) return answer
  return undefined
}

/** Sound when the result was worked out of nothing that can change but `of` and what it is `from`. */
export function keepAnswer<T>(remembered: Remembered<T>, of: object, answer: Answer<T>): void {
  remembered.set(of, [answer, ...(remembered.get(of) ?? []).slice(0, answersAtMost - 1)])
}

/** The object that belonged to `of` before if it says the same: what is remembered by it is found at a glance then. */
export function asBefore<T extends object>(before: WeakMap<object, T>, of: object, now: T): T {
  const known = before.get(of)
  if (known !== undefined && sameInOrder(known, now)) return known
  before.set(of, now)
  return now
}
