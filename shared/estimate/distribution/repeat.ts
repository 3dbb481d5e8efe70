import { inSeries, mixture, slowestOf } from './combine.ts'
import { type Distribution, percentile, pointsAtMost, spreadOn, stepFor, tidy, zero } from './distribution.ts'
import { powerOfTwoFrom, transform } from './fourier.ts'
import { makeMemory, numberOf } from './memory.ts'

/**
 * How often a loop turns: always so often, geometric with that mean, or the probability of 1, 2, 3 ... turns. A mean below
 * one is a chance that it turns at all.
 */
export interface Turns {
  readonly mean: number
  readonly spread: 'fixed' | 'geometric' | readonly number[]
}

/** Probability that something happens in at least one turn that happens in each with `chance`: 1 - G(1 - chance). */
export function atLeastOnce(chance: number, { mean, spread }: Turns): number {
  const not = 1 - Math.min(1, Math.max(0, chance))
  if (mean < 1) return mean * (1 - not)
  if (spread === 'geometric') return 1 - not / mean / (1 - (1 - 1 / mean) * not)
  if (spread !== 'fixed') {
    const total = spread.reduce((sum, share) => sum + share, 0) || 1
    return 1 - spread.reduce((sum, share, index) => sum + (share / total) * not ** (index + 1), 0)
  }
  const whole = Math.floor(mean)
  return 1 - not ** whole * (1 - (mean - whole) * (1 - not))
}

/** The turns before the last one, where there is one: how many, and in which share of the runs. */
export function turnsBeforeLast({
  mean,
  spread,
}: Turns): readonly { readonly weight: number; readonly turns: Turns }[] {
  const none: Turns = { mean: 0, spread: 'fixed' }
  if (mean <= 1) return [{ weight: 1, turns: none }]
  if (spread === 'fixed') return [{ weight: 1, turns: { mean: mean - 1, spread } }]
  if (spread === 'geometric') {
    return [
      { weight: 1 / mean, turns: none },
      { weight: 1 - 1 / mean, turns: { mean, spread } },
    ]
  }
  const total = spread.reduce((sum, chance) => sum + chance, 0) || 1
  const once = (spread[0] ?? 0) / total
  return [
    { weight: once, turns: none },
    { weight: 1 - once, turns: { mean: once < 1 ? (mean - 1) / (1 - once) : 0, spread: spread.slice(1) } },
  ]
}

const repeats = makeMemory<Distribution>(500_000, ({ masses }) => masses.length)

/**
 * The time of a loop, turn after turn, by its generating function on the spectrum of one turn: f^n for a fixed number
 * (between two whole numbers, a mixture of both), p f / (1 - (1 - p) f) for a geometric one.
 */
export function repeated(turn: Distribution, turns: Turns): Distribution {
  if (turns.mean <= 0 || turn === zero) return zero
  return repeats.get(`${numberOf(turn)}x${turns.mean}|${String(turns.spread)}`, () => repeat(turn, turns))
}

function repeat(turn: Distribution, { mean, spread }: Turns): Distribution {
  if (spread === 'geometric' && mean > 1) return bySpectrum(turn, geometric(1 / mean), mean, mean * (mean - 1))
  if (spread !== 'fixed' && spread !== 'geometric') {
    const total = spread.reduce((sum, chance) => sum + chance, 0)
    const chances = spread.map((chance) => chance / (total || 1))
    const expected = chances.reduce((sum, chance, index) => sum + chance * (index + 1), 0)
    const variance = chances.reduce((sum, chance, index) => sum + chance * (index + 1 - expected) ** 2, 0)
    return bySpectrum(turn, polynomial(chances), expected, variance)
  }
  const whole = Math.floor(mean)
  const part = mean - whole
  const lower = times(turn, whole)
  return part < 1e-9
    ? lower
    : mixture([
        { weight: 1 - part, time: lower },
        { weight: part, time: times(turn, whole + 1) },
      ])
}

/** `count` turns of the same time, one after the other. */
function times(turn: Distribution, count: number): Distribution {
  if (count <= 0) return zero
  if (count === 1) return turn
  if (turn.masses.length === 1) {
    return { ...turn, offsetMs: turn.offsetMs * count, meanMs: turn.meanMs * count }
  }
  if (count <= 3) return inSeries(times(turn, count - 1), turn)
  const base: Distribution = { ...turn, offsetMs: 0, meanMs: turn.meanMs - turn.offsetMs }
  const sum = bySpectrum(base, power(count), count, 0)
  return { ...sum, offsetMs: sum.offsetMs + turn.offsetMs * count, meanMs: turn.meanMs * count }
}

type Complex = readonly [number, number]
type Generating = (re: number, im: number) => Complex

function power(count: number): Generating {
  return (re, im) => {
    const size = Math.hypot(re, im)
    if (size === 0) return [0, 0]
    const turned = Math.atan2(im, re) * count
    const grown = size ** count
    return [grown * Math.cos(turned), grown * Math.sin(turned)]
  }
}

function geometric(p: number): Generating {
  return (re, im) => {
    const bottomRe = 1 - (1 - p) * re
    const bottomIm = -(1 - p) * im
    const size = bottomRe * bottomRe + bottomIm * bottomIm
    return [(p * (re * bottomRe + im * bottomIm)) / size, (p * (im * bottomRe - re * bottomIm)) / size]
  }
}

function polynomial(chances: readonly number[]): Generating {
  return (re, im) => {
    let sumRe = 0
    let sumIm = 0
    for (const chance of chances.toReversed()) {
      const nextRe = (sumRe + chance) * re - sumIm * im
      sumIm = (sumRe + chance) * im + sumIm * re
      sumRe = nextRe
    }
    return [sumRe, sumIm]
  }
}

/** The range is set by mean and variance of the sum, E N and Var N; what lies beyond would wrap around. */
function bySpectrum(turn: Distribution, generate: Generating, meanTurns: number, varianceTurns: number): Distribution {
  const tail = percentile(turn, 0.99999)
  const deviation = (percentile(turn, 0.84134) - percentile(turn, 0.15866)) / 2
  const spread = Math.sqrt(meanTurns * deviation ** 2 + varianceTurns * turn.meanMs ** 2)
  const exponential = varianceTurns > meanTurns ? 14 : 8
  const range = meanTurns * turn.meanMs + exponential * spread + tail
  const stepMs = Math.max(stepFor(range), turn.stepMs)
  const size = powerOfTwoFrom(Math.min(2 * pointsAtMost, Math.ceil(range / stepMs) + 2))
  const re = spreadOn(turn, 0, stepMs, size)
  const im = new Float64Array(size)
  transform(re, im)
  for (let index = 0; index < size; index += 1) {
    const [real, imaginary] = generate(re[index] as number, im[index] as number)
    re[index] = real
    im[index] = imaginary
  }
  transform(re, im, true)
  const masses = new Float64Array(size)
  for (let index = 0; index < size; index += 1) masses[index] = Math.max(0, (re[index] as number) / size)
  return tidy({ offsetMs: 0, stepMs, masses, meanMs: meanTurns * turn.meanMs })
}

/** `turns` of a loop of which `atOnce` run side by side: rounds of the slowest of each round. */
export function repeatedAtOnce(turn: Distribution, turns: Turns, atOnce: number): Distribution {
  const side = Math.max(1, Math.floor(atOnce))
  if (side === 1) return repeated(turn, turns)
  const together = Math.min(side, Math.ceil(turns.mean))
  return repeated(slowestOf(turn, together), { mean: Math.ceil(turns.mean / side), spread: 'fixed' })
}
