import type { Standing } from '../../kinds/formula/formula.ts'
import type { FormulaSwing } from '../../kinds/formula/formula-band.ts'
import { limitsOf, standingOf, standings } from '../../kinds/formula/standing.ts'
import type { Guess, Guesses, Makeup } from '../estimate-parts.ts'

/** A part of a headline: how much of it, and the standing of its weakest input. */
export interface MakeupPart {
  readonly size: number
  readonly standing: Standing | undefined
}

/**
 * What a headline rests on: the share of its value by the standing of the weakest input of each part. What rests on
 * nothing that could be wrong (constants) counts as listed. Undefined while there is no value.
 */
export function makeupOf(parts: readonly MakeupPart[]): Makeup | undefined {
  const sizes = new Map<Standing, number>()
  let total = 0
  for (const { size, standing = 'listed' } of parts) {
    if (size <= 0) continue
    sizes.set(standing, (sizes.get(standing) ?? 0) + size)
    total += size
  }
  if (total === 0) return undefined
  return Object.fromEntries(
    standings.flatMap((standing) => {
      const size = sizes.get(standing)
      return size === undefined ? [] : [[standing, size / total] as const]
    }),
  )
}

const words: readonly { readonly of: readonly Standing[]; readonly word: string }[] = [
  { of: ['measured', 'listed'], word: 'measured or listed' },
  { of: ['secondary'], word: 'second-hand' },
  { of: ['stated'], word: 'stated by the client' },
  { of: ['assumed'], word: 'assumed' },
]

/** Share of a headline that rests on guesses, 0 to 1. */
export function assumedShare(makeup: Makeup | undefined): number {
  return makeup?.assumed ?? 0
}

/**
 * "22 % measured or listed, 63 % stated by the client, 15 % assumed": whole per cents that sum to 100, what rounds to
 * nothing left out. The one sentence for panel, documents and command line; empty without a make-up.
 */
export function makeupSentence(makeup: Makeup | undefined): string {
  if (makeup === undefined) return ''
  const shares = words.map(({ of }) => of.reduce((sum, standing) => sum + (makeup[standing] ?? 0), 0))
  return wholePercents(shares)
    .flatMap((percent, index) => (percent === 0 ? [] : [`${percent}\u202f% ${words[index]?.word ?? ''}`]))
    .join(', ')
}

/** Rounded so that they sum to 100: the largest remainders get what rounding down left. */
function wholePercents(shares: readonly number[]): readonly number[] {
  const down = shares.map((share) => Math.floor(share * 100 + 1e-9))
  const left = Math.round(100 - down.reduce((sum, percent) => sum + percent, 0))
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share * 100 - (down[index] ?? 0) }))
    .toSorted((one, other) => other.remainder - one.remainder || one.index - other.index)
    .slice(0, left)
  return down.map((percent, index) => percent + (byRemainder.some((each) => each.index === index) ? 1 : 0))
}

/** The assumed inputs that alone move a result furthest, down and up; undefined when no guess moves it. */
export function guessesIn(swings: Iterable<FormulaSwing>): Guesses | undefined {
  let below: Guess | undefined
  let above: Guess | undefined
  for (const { node, atLow, atHigh } of swings) {
    const { on, field } = node.provenance
    const rises = atLow < atHigh
    const down = rises ? -atLow : -atHigh
    const up = rises ? atHigh : atLow
    // Few of thousands lead: the rest is not looked at closer.
    if (!(down > (below?.by ?? 0)) && !(up > (above?.by ?? 0))) continue
    const limits = standingOf(node) === 'assumed' ? limitsOf(node) : undefined
    if (limits === undefined || on === undefined || field === undefined) continue
    const { label, unit, value } = node
    const guess = (end: number, by: number): Guess => ({ on, field, label, unit, value, end, by })
    if (down > (below?.by ?? 0)) below = guess(rises ? limits.low : limits.high, down)
    if (up > (above?.by ?? 0)) above = guess(rises ? limits.high : limits.low, up)
  }
  return below || above ? { ...(below ? { below } : {}), ...(above ? { above } : {}) } : undefined
}
