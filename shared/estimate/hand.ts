import type { Settings } from '../design/design.ts'
import { numberOr } from '../design/value.ts'
import type { Hand, HandEffect } from '../kinds/kind.ts'

export const emptyHand: Hand = { tokens: 0, pages: 0, items: 0, bytes: 0 }

/** What an action starts with. */
export function handOf(input: Settings | undefined): Hand {
  return {
    tokens: numberOr(input?.['tokens'], 0),
    pages: numberOr(input?.['pages'], 0),
    items: numberOr(input?.['items'], 0),
    bytes: numberOr(input?.['bytes'], 0),
  }
}

/** In hand after an awaited answer: `replaces` replaces what it names and leaves the rest. */
export function takeAnswer(hand: Hand, effect: HandEffect): Hand {
  if (effect.type === 'nothing') return hand
  return effect.type === 'adds' ? combine(hand, { ...emptyHand, ...effect.hand }, 1, 1) : { ...hand, ...effect.hand }
}

/** a x `weightA` + b x `weightB`, by part. */
export function combine(a: Hand, b: Hand, weightA: number, weightB: number): Hand {
  return {
    tokens: a.tokens * weightA + b.tokens * weightB,
    pages: a.pages * weightA + b.pages * weightB,
    items: a.items * weightA + b.items * weightB,
    bytes: a.bytes * weightA + b.bytes * weightB,
  }
}

/** In hand in this share of the cases, else the other. */
export function mixHands(hand: Hand, other: Hand, share: number): Hand {
  return share >= 1 ? hand : share <= 0 ? other : combine(hand, other, share, 1 - share)
}

/** What several branches that started with the same hand have together. */
export function joinHands(start: Hand, ends: readonly Hand[], counted: number): Hand {
  const weight = ends.length === 0 ? 0 : counted / ends.length
  const joined = ends.reduce((sum, end) => combine(sum, combine(end, start, 1, -1), 1, weight), start)
  return {
    tokens: Math.max(0, joined.tokens),
    pages: Math.max(0, joined.pages),
    items: Math.max(0, joined.items),
    bytes: Math.max(0, joined.bytes),
  }
}
