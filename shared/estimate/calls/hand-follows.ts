import { constant, difference, evaluate, type Formula, product, quotient } from '../../kinds/formula/formula.ts'
import { type Mixture, mixMixtures, mixtureOf } from '../../kinds/formula/mixture.ts'
import type { AmountFormulas, Hand, HandOrigin } from '../../kinds/kind.ts'

type Follows = NonNullable<Hand['follows']>
type Followed = keyof Follows

/** What an answer of this origin follows from. */
export function followsFrom(by: AmountFormulas, origin: HandOrigin): Pick<Hand, 'follows'> {
  const { tokens, ...amounts } = by
  const named = { ...amounts, ...(tokens ? { [origin]: tokens } : {}) }
  const entries = Object.entries(named).map(([name, formula]) => [name, mixtureOf(formula)])
  return entries.length === 0 ? {} : { follows: Object.fromEntries(entries) as Follows }
}

/** a x `weightA` + b x `weightB`, by origin and amount. */
export function mixFollows(
  { follows: a }: Hand,
  { follows: b }: Hand,
  weightA: number,
  weightB: number,
): Pick<Hand, 'follows'> {
  if (a === undefined && b === undefined) return {}
  const mixed: { [Name in Followed]?: Mixture } = {}
  for (const name in a) {
    const part = a[name as Followed] ?? []
    mixed[name as Followed] = mixMixtures(part, b?.[name as Followed] ?? [], weightA, weightB)
  }
  for (const name in b) {
    if (a?.[name as Followed] === undefined)
      mixed[name as Followed] = mixMixtures([], b[name as Followed] ?? [], 1, weightB)
  }
  return { follows: mixed }
}

/**
 * What the hand follows from once an answer has replaced a part of it: the answer's own words are worked out anew, and
 * what is left of each origin keeps its shares.
 * @param origins tokens by origin after the answer
 */
export function replacedFollows(
  hand: Hand,
  origins: NonNullable<Hand['origins']>,
  by: AmountFormulas,
  origin: HandOrigin,
): Pick<Hand, 'follows'> {
  const { tokens: written, ...amounts } = by
  const follows: { [Name in Followed]?: Mixture } = { ...hand.follows }
  const now = origins[origin] ?? 0
  const anew = written === undefined ? 0 : Math.min(now, evaluate(written))
  for (const name of Object.keys(origins) as HandOrigin[]) {
    const left = (origins[name] ?? 0) - (name === origin ? anew : 0)
    const before = hand.origins?.[name] ?? 0
    follows[name] = mixMixtures([], hand.follows?.[name] ?? [], 1, before > 0 ? left / before : 0)
  }
  if (written !== undefined && anew > 0) {
    follows[origin] = mixMixtures(follows[origin] ?? [], mixtureOf(written), 1, anew / evaluate(written))
  }
  for (const [name, formula] of Object.entries(amounts)) follows[name as Followed] = mixtureOf(formula)
  return Object.keys(follows).length === 0 ? {} : { follows }
}

/**
 * How much more, or less, a turn of a loop finds of what the turns before it brought when there are more turns: on
 * average over n turns each finds (n - 1) / 2 of them, of a geometric loop n - 1. 1 for the turns that are likely.
 */
export function growthOf(turns: Formula, likely: number): Formula {
  return quotient(difference(turns, constant('The first turn', 1)), constant('Turns after the first', likely - 1))
}

/** In hand after a turn: what the turn added follows from how many turns there are, too. */
export function growingWith(before: Hand, after: Hand, growth: Formula): Hand {
  const { follows: added } = mixFollows(after, before, 1, -1)
  if (added === undefined) return after
  const grown = Object.fromEntries(
    Object.entries(added).map(([name, mixture]) => [
      name,
      mixture.map(({ of, times }) => ({ of: product(of, growth), times })),
    ]),
  )
  return { ...after, ...mixFollows(before, { ...after, follows: grown }, 1, 1) }
}
