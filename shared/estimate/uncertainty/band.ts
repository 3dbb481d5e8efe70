import { evaluate, type Formula, isLowerBound, type Standing } from '../../kinds/formula/formula.ts'
import { type FormulaSwing, swingsIn } from '../../kinds/formula/formula-band.ts'
import { weaker, weakestOf } from '../../kinds/formula/standing.ts'
import { keepAnswer, recall, type Remembered } from '../calls/remembered.ts'
import type { Band } from '../estimate.ts'
import type { Guess, Guesses } from '../estimate-parts.ts'
import { guessesIn, makeupOf } from './standing.ts'

/** The swing of an input by its part below and above the result: `below` is not positive, `above` not negative. */
export interface BandSwing extends FormulaSwing {
  readonly below: number
  readonly above: number
}

/** What moving each unknown alone does to a result, by the input's `keyOf`. */
export type BandSwings = ReadonlyMap<string, BandSwing>

/** By how much each input of a formula moves its value, at the low and the high end of the input, by key. */
export function swingsOf(formula: Formula): BandSwings {
  const swings = new Map<string, BandSwing>()
  for (const [key, { node, atLow, atHigh }] of swingsIn(formula)) {
    swings.set(key, { below: Math.min(0, atLow, atHigh), above: Math.max(0, atLow, atHigh), atLow, atHigh, node })
  }
  return swings
}

/** A formula of a sum, with what moves it. */
export interface Part {
  readonly formula: Formula
  readonly swings: BandSwings
  /** The weakest standing behind it that the formula does not show: what put the tokens in hand. */
  readonly restsOn?: Standing | undefined
  /** What is known of it already, so that a sum need not ask again: its value, its weakest standing, a price without number. */
  readonly value?: number | undefined
  readonly standing?: Standing | undefined
  readonly isLowerBound?: boolean | undefined
}

/** A formula with its swings, as a part of a sum. */
export function partOf(formula: Formula, restsOn?: Standing): Part {
  return { formula, swings: swingsOf(formula), ...(restsOn === undefined ? {} : { restsOn }) }
}

/** The swings of a sum: one unknown moves all parts together. */
function joinSwings(parts: readonly Part[]): ReadonlyMap<string, BandSwing> {
  const joined = new Map<string, { -readonly [K in keyof BandSwing]: BandSwing[K] }>()
  for (const { swings } of parts) {
    for (const [key, swing] of swings) {
      const known = joined.get(key)
      if (known === undefined) joined.set(key, { ...swing })
      else {
        known.below += swing.below
        known.above += swing.above
        known.atLow += swing.atLow
        known.atHigh += swing.atHigh
      }
    }
  }
  return joined
}

/** A sum with what moves it. */
export interface Sum {
  readonly band: Band
  readonly swings: BandSwings
}

/**
 * The band of a sum of parts, P10 to P90: one unknown moves all parts together, different unknowns are independent, so
 * that their swings join as a root of a sum of squares. Exact for sums, the first-order answer for products. Its make-up
 * is by part: the share of the value that rests on each standing.
 */
export function sumBand(parts: readonly Part[]): Band {
  return sumParts(parts).band
}

/** Parts added up, with the swings of all. Long sums are remembered for as long as their parts are the same. */
export function sumParts(parts: readonly Part[]): Sum {
  const [first] = parts
  if (first === undefined || parts.length < longAt) return sumAnew(parts)
  // What moves a part and what it is worth follow from its formula.
  const from = parts.flatMap(({ formula, restsOn }) => [formula, restsOn])
  const known = recall(sums, first, from)
  if (known) return known.result
  const result = sumAnew(parts)
  keepAnswer(sums, first, { from, result, read: [] })
  return result
}

/** Sums by their first part; of fewer parts than this, adding them up again is as fast. */
const sums: Remembered<Sum> = new WeakMap()
const longAt = 8

function sumAnew(parts: readonly Part[]): Sum {
  const values = parts.map(({ formula, value }) => value ?? evaluate(formula))
  const value = sumInOrder(values)
  const joined = joinSwings(parts)
  const swings = [...joined.values()]
  const guesses = guessesIn(swings)
  const high = Math.sqrt(sumInOrder(swings.map(({ above }) => above ** 2)))
  const makeup = makeupOf(
    parts.map(({ formula, restsOn, standing }, index) => ({
      size: values[index] ?? 0,
      standing: standing ?? weaker(weakestOf(formula), restsOn),
    })),
  )
  const band: Band = {
    value,
    low: lowOf(value, swings),
    high: value + high,
    ...(parts.some((part) => part.isLowerBound ?? isLowerBound(part.formula)) ? { atLeast: true } : {}),
    ...freshBand(value, swings),
    ...(makeup === undefined ? {} : { makeup }),
    ...(guesses === undefined ? {} : { guesses }),
  }
  return { band, swings: joined }
}

/** The band as it was before the prices in it aged; a sum moves in proportion to a price. */
function freshBand(value: number, swings: readonly BandSwing[]): Pick<Band, 'fresh'> {
  if (!swings.some(({ node }) => node.fresh !== undefined)) return {}
  const was = swings.map(({ node: { value: price, low = price, high = price, fresh }, below, above }) =>
    fresh === undefined
      ? { below, above }
      : {
          below: low < price ? (below * (price - fresh.low)) / (price - low) : below,
          above: high > price ? (above * (fresh.high - price)) / (high - price) : above,
        },
  )
  const high = Math.sqrt(sumInOrder(was.map(({ above }) => above ** 2)))
  return { fresh: { low: lowOf(value, was), high: value + high } }
}

/**
 * The low end. The root of squares of wide unknowns would leave nothing at all, while factors that are all above 0 never
 * multiply to 0: below a tenth of the value their logarithms are joined instead, which is the answer for products.
 */
function lowOf(value: number, swings: readonly { readonly below: number }[]): number {
  const low = value - Math.sqrt(sumInOrder(swings.map(({ below }) => below ** 2)))
  if (!(value > 0) || low >= value / 10) return Math.max(0, low)
  const left = shareLeft(swings.map(({ below }) => (value + below) / value))
  return Math.max(0, low, Math.min(value / 10, value * left))
}

/**
 * The share of a value that its low end (P10) leaves, from the shares that each unknown alone leaves: their logarithms
 * join as a root of a sum of squares, as for a product of lognormals. One unknown alone leaves exactly its share.
 */
export function shareLeft(shares: readonly number[]): number {
  return Math.exp(-Math.sqrt(sumInOrder(shares.map((share) => Math.log(Math.max(0, share)) ** 2))))
}

/** The band of one line among many: without what only headlines say. */
export function lineBand({ formula, swings }: Part): Band {
  const value = evaluate(formula)
  const high = Math.sqrt(sumInOrder([...swings.values()].map(({ above }) => above ** 2)))
  return {
    value,
    low: lowOf(value, [...swings.values()]),
    high: value + high,
    ...(isLowerBound(formula) ? { atLeast: true } : {}),
  }
}

/** Floats added from the smallest to the largest: the order of a file changes no digit. */
function sumInOrder(values: readonly number[]): number {
  return Float64Array.from(values)
    .toSorted()
    .reduce((total, value) => total + value, 0)
}

/** The band of so many times the value. */
export function scaleBand(band: Band, factor: number): Band {
  const { guesses, fresh } = band
  return {
    ...band,
    value: band.value * factor,
    low: band.low * factor,
    high: band.high * factor,
    ...(fresh ? { fresh: { low: fresh.low * factor, high: fresh.high * factor } } : {}),
    ...(guesses ? { guesses: scaleGuesses(guesses, factor) } : {}),
  }
}

/** What guesses do to a result that is in proportion to the one that they were found for. */
export function scaleGuesses({ below, above }: Guesses, factor: number): Guesses {
  const scaled = (guess: Guess): Guess => ({ ...guess, by: guess.by * factor })
  return { ...(below ? { below: scaled(below) } : {}), ...(above ? { above: scaled(above) } : {}) }
}
