import type { Settings } from '../design/design.ts'
import { numberOr } from '../design/value.ts'
import type { Standing } from '../kinds/formula.ts'
import type { Hand, HandEffect } from '../kinds/kind.ts'
import { weaker } from '../kinds/standing.ts'

export const emptyHand: Hand = { tokens: 0, pages: 0, items: 0, bytes: 0 }

/** What an action starts with: a person's word, when there is any. */
export function handOf(input: Settings | undefined): Hand {
  return {
    ...(Object.keys(input ?? {}).length === 0 ? {} : { restsOn: 'stated' as const }),
    tokens: numberOr(input?.['tokens'], 0),
    pages: numberOr(input?.['pages'], 0),
    items: numberOr(input?.['items'], 0),
    bytes: numberOr(input?.['bytes'], 0),
  }
}

/**
 * In hand after an awaited answer: `replaces` replaces what it names and leaves the rest. `restsOn` is the weakest number
 * that the answer was worked out from.
 */
export function takeAnswer(hand: Hand, effect: HandEffect, restsOn?: Standing): Hand {
  if (effect.type === 'nothing') return hand
  const added = { ...effect.hand, ...restingOn(weaker(hand.restsOn, restsOn)) }
  return effect.type === 'adds' ? combine(hand, { ...emptyHand, ...added }, 1, 1) : { ...hand, ...added }
}

function restingOn(restsOn: Standing | undefined): Pick<Hand, 'restsOn'> {
  return restsOn === undefined ? {} : { restsOn }
}

/** a x `weightA` + b x `weightB`, by part. */
export function combine(a: Hand, b: Hand, weightA: number, weightB: number): Hand {
  return {
    tokens: a.tokens * weightA + b.tokens * weightB,
    pages: a.pages * weightA + b.pages * weightB,
    items: a.items * weightA + b.items * weightB,
    bytes: a.bytes * weightA + b.bytes * weightB,
    ...restingOn(weaker(a.restsOn, b.restsOn)),
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
    ...restingOn(joined.restsOn),
  }
}
