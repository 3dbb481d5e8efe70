import type { Standing } from '../../kinds/formula/formula.ts'
import type { Hand, HandEffect, HandOrigin, Trait } from '../../kinds/kind.ts'
import { weaker } from '../../kinds/formula/standing.ts'
import { followsFrom, mixFollows, replacedFollows } from './hand-follows.ts'

export const emptyHand: Hand = { tokens: 0, pages: 0, items: 0, bytes: 0 }

/**
 * In hand after an awaited answer: `replaces` replaces what it names and leaves the rest. `restsOn` is the weakest number
 * that the answer was worked out from, `origin` whose words they are.
 */
export function takeAnswer(hand: Hand, effect: HandEffect, restsOn?: Standing, origin: HandOrigin = 'results'): Hand {
  if (effect.type === 'nothing') return hand
  const resting = restingOn(weaker(hand.restsOn, restsOn))
  const { tokens } = effect.hand
  if (effect.type === 'adds') {
    const origins = tokens === undefined || tokens === 0 ? {} : { origins: { [origin]: tokens } }
    const added = { ...emptyHand, ...effect.hand, ...origins, ...followsFrom(effect.by, origin), ...resting }
    return combine(hand, added, 1, 1)
  }
  const replaced = { ...hand, ...effect.hand, ...resting }
  const origins = tokens === undefined ? hand.origins : replacedOrigins(hand, tokens, origin)
  return { ...replaced, ...(origins ? { origins } : {}), ...replacedFollows(hand, origins ?? {}, effect.by, origin) }
}

/** Whose words an answer is, by what the callee does. */
export function originOf(has: (trait: Trait) => boolean): HandOrigin {
  if (has('generates-text') || has('fronts-models') || has('memory')) return 'conversation'
  const finds: readonly Trait[] = ['answers-search', 'ranks', 'stores-data', 'splits-documents', 'ingests']
  return finds.some(has) ? 'retrieved' : 'results'
}

/** What replaces the words in hand takes from, or adds to, those of its own origin first; the others shrink to fit. */
function replacedOrigins(hand: Hand, tokens: number, origin: HandOrigin): Origins {
  const before = hand.origins ?? {}
  const changed = { ...before, [origin]: Math.max(0, (before[origin] ?? 0) + tokens - hand.tokens) }
  const total = Object.values(changed).reduce((sum, each) => sum + each, 0)
  return total > tokens && total > 0 ? scaled(changed, tokens / total) : changed
}

type Origins = NonNullable<Hand['origins']>

function scaled(origins: Origins, factor: number): Origins {
  return Object.fromEntries(Object.entries(origins).map(([origin, tokens]) => [origin, tokens * factor]))
}

function notNegative(origins: Origins): Origins {
  return Object.fromEntries(Object.entries(origins).map(([origin, tokens]) => [origin, Math.max(0, tokens)]))
}

function mixOrigins(a: Hand, b: Hand, weightA: number, weightB: number): Pick<Hand, 'origins'> {
  if (a.origins === undefined && b.origins === undefined) return {}
  const names = new Set([...Object.keys(a.origins ?? {}), ...Object.keys(b.origins ?? {})]) as ReadonlySet<HandOrigin>
  const mixed = [...names].map((name) => {
    return [name, (a.origins?.[name] ?? 0) * weightA + (b.origins?.[name] ?? 0) * weightB]
  })
  return { origins: Object.fromEntries(mixed) as Origins }
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
    ...mixOrigins(a, b, weightA, weightB),
    ...mixFollows(a, b, weightA, weightB),
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
  return notBelowZero(joined)
}

/** What differences of hands must not leave: less than nothing. */
export function notBelowZero(hand: Hand): Hand {
  return {
    tokens: Math.max(0, hand.tokens),
    pages: Math.max(0, hand.pages),
    items: Math.max(0, hand.items),
    bytes: Math.max(0, hand.bytes),
    ...(hand.origins === undefined ? {} : { origins: notNegative(hand.origins) }),
    ...(hand.follows === undefined ? {} : { follows: hand.follows }),
    ...restingOn(hand.restsOn),
  }
}
