import { amount } from '../fields/declare-field.ts'
import type { Fields } from '../fields/field.ts'
import { bandOf } from '../formula/formula-band.ts'
import { constant, evaluate, product, sourcesOf } from '../formula/formula.ts'
import type { Formula, InputNode } from '../formula/formula.ts'
import type { FieldReader, Spread, Timing } from '../kind.ts'

/** p95 over p50 where only a median is known; no dated source, a guess that fits hosted services. */
export const tailWhenOnlyMedianIsKnown = 2.3

/** The fields of a kind's own time and how they are read: declared together, so that they cannot part. */
export interface OwnTime {
  readonly fields: Fields
  readonly time: (settings: FieldReader) => Timing
  /** Mean of the same time in milliseconds: what machines and workers are busy for, and paid for. */
  readonly mean: (settings: FieldReader) => Formula
}

/**
 * Own time of one call by two percentiles in milliseconds, with the source of the default and the band of its median.
 * A median that is stated without a p95 keeps the shape of the default, since the default p95 belongs to the default
 * median alone.
 */
export function ownTime(p50Ms: number, p95Ms: number, source: string, low = p50Ms / 2, high = p50Ms * 2): OwnTime {
  const spread = (settings: FieldReader): Spread => {
    const median = settings.input('p50Ms')
    const tail = settings.input('p95Ms')
    const shaped = median.provenance.from !== 'default' && tail.provenance.from === 'default'
    return spreadOf(median, shaped ? (median.value * p95Ms) / p50Ms : tail.value)
  }
  return {
    fields: {
      p50Ms: amount('Own time, median', 'ms', {
        help: 'Without what it calls itself.',
        default: p50Ms,
        defaultSource: source,
        defaultLow: low,
        defaultHigh: high,
      }),
      p95Ms: amount('Own time, 95th percentile', 'ms', { default: p95Ms, defaultSource: source }),
    },
    time: (settings) => ({ first: spread(settings) }),
    mean: (settings) => {
      const { p50Ms: median, p95Ms: tail } = spread(settings)
      const longer = median > 0 ? meanOf(median, tail) / median : 1
      return longer === 1
        ? settings.input('p50Ms')
        : product(settings.input('p50Ms'), constant('Mean over median', longer))
    },
  }
}

/**
 * A spread around a median in milliseconds, with its source, its band and the expression that the median came from; the
 * p95 is never below the median. A median of several inputs joins their sources and takes the weakest confidence.
 */
export function spreadOf(median: Formula, p95Ms: number): Spread {
  if (median.op !== 'input' || median.by !== undefined) return workedOutSpread(median, p95Ms)
  const { source, asOf, confidence, from } = median.provenance
  return {
    p50Ms: median.value,
    p95Ms: Math.max(p95Ms, median.value),
    ...(median.low === undefined ? {} : { p50LowMs: median.low }),
    ...(median.high === undefined ? {} : { p50HighMs: median.high }),
    formula: median,
    source: source ?? from,
    ...(asOf === undefined ? {} : { asOf }),
    confidence: confidence ?? 'C',
  }
}

/**
 * A spread whose median in milliseconds is worked out from several inputs: by the expression itself, which a tornado can
 * move, or, where the model has no closed form, by its value and band and the inputs that it rests on.
 */
export function workedOutSpread(
  median: Formula | { readonly value: number; readonly low?: number; readonly high?: number },
  p95Ms: number,
  inputs: readonly InputNode[] = 'op' in median ? statedInputs(median) : [],
): Spread {
  const p50 = 'op' in median ? { value: evaluate(median), ...bandOf(median) } : median
  const sources = new Set(inputs.map((input) => input.provenance.source ?? input.provenance.from))
  return {
    p50Ms: p50.value,
    p95Ms: Math.max(p95Ms, p50.value),
    ...(p50.low === undefined ? {} : { p50LowMs: p50.low }),
    ...(p50.high === undefined ? {} : { p50HighMs: p50.high }),
    ...('op' in median ? { formula: median } : {}),
    source: [...sources].join('; '),
    confidence: weakest(inputs),
  }
}

/** What a formula rests on, constants and what the engine worked out aside. */
function statedInputs(formula: Formula): readonly InputNode[] {
  return sourcesOf(formula).filter((node) => node.provenance.from !== 'derived')
}

/** Median of a lognormal whose mean and p95/p50 are known: mean / exp(sigma^2 / 2) with sigma = ln(p95/p50) / z95. */
export function medianFromMean(mean: number, p95OverP50: number): number {
  const sigma = Math.log(p95OverP50) / 1.6448536269514722
  return mean / Math.exp((sigma * sigma) / 2)
}

/** Mean of a lognormal by its median and p95, in their unit; the median itself when all are alike. */
export function meanOf(p50Ms: number, p95Ms: number): number {
  if (!(p50Ms > 0) || !(p95Ms > p50Ms)) return p50Ms
  const sigma = Math.log(p95Ms / p50Ms) / 1.6448536269514722
  return p50Ms * Math.exp((sigma * sigma) / 2)
}

function weakest(inputs: readonly InputNode[]): 'A' | 'B' | 'C' {
  const grades = inputs.map((input) => input.provenance.confidence ?? 'C')
  if (grades.length === 0 || grades.includes('C')) return 'C'
  return grades.includes('B') ? 'B' : 'A'
}

/** Squared coefficient of variation of a lognormal by its median and p95: exp(sigma^2) - 1; 0 when all are alike. */
export function variabilityOf(p50Ms: number, p95Ms: number): number {
  if (!(p50Ms > 0) || !(p95Ms > p50Ms)) return 0
  const sigma = Math.log(p95Ms / p50Ms) / 1.6448536269514722
  return Math.exp(sigma * sigma) - 1
}
