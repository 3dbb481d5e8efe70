import { sameInOrder } from '../../design/same-json.ts'
import type { InputNode } from '../../kinds/formula/formula.ts'

interface Answer<T> {
  readonly from: readonly unknown[]
  readonly result: T
  /** Every number that was read for it. */
  readonly read: readonly InputNode[]
}

/**
 * Results that follow from one thing (a run, a call as it is made, the settings of a box) and from what is passed beside
 * it, kept for as long as that thing lives. An edit makes another object of what it touches and leaves the rest alone, so
 * that the next estimate works out only what the edit reaches.
 */
export type Remembered<T> = WeakMap<object, readonly Answer<T>[]>

const arrays = new WeakMap<object, readonly unknown[]>()

/** The array that belonged to `of` before if it holds the very same: what is remembered by it is found at a glance. */
export function asBefore(of: object, now: readonly unknown[]): readonly unknown[] {
  const before = arrays.get(of)
  if (before?.length === now.length && before.every((item, index) => Object.is(item, now[index]))) return before
  arrays.set(of, now)
  return now
}

/** Two passes of one estimate may ask with other loads or replicas; more than these few are of designs that are gone. */
const answersAtMost = 4

/**
 * What was worked out about `of`, when it was `from` the same: objects that say the same, or are the very same where they
 * hold functions. Otherwise it is worked out now.
 * Sound when `work` reads nothing that can change but `of` and `from`.
 * @param reading runs work and tells the numbers that it reads
 */
export function recall<T>(
  remembered: Remembered<T>,
  of: object,
  from: readonly unknown[],
  reading: () => readonly [T, readonly InputNode[]],
): Answer<T> & { readonly isNew: boolean } {
  const answers = remembered.get(of) ?? []
  const known = answers.find((answer) => sameInOrder(answer.from, from))
  if (known) return { ...known, isNew: false }
  const [result, read] = reading()
  const made = { from, result, read }
  remembered.set(of, [made, ...answers.slice(0, answersAtMost - 1)])
  return { ...made, isNew: true }
}
