import type { CapacityEstimate, ComponentCapacity, Knee } from '../../../shared/estimate/estimate-parts.ts'
import type { BadgeTone } from '../../ui/index.ts'
import { formatQuantity, formatRate, formatTraffic } from '../quantities.ts'

export const kneeWords: Readonly<Record<Knee, string>> = {
  free: 'free',
  amber: 'filling',
  red: 'nearly full',
  unstable: 'unstable',
}
export const kneeTones: Readonly<Record<Knee, BadgeTone>> = {
  free: 'neutral',
  amber: 'atRisk',
  red: 'high',
  unstable: 'fail',
}

export const limitWords: Readonly<Record<ComponentCapacity['limitedBy'], string>> = {
  workers: 'workers',
  people: 'people',
  gpus: 'GPUs',
  requestsPerMinute: 'requests a minute',
  tokensPerMinute: 'tokens a minute',
  rate: 'rate',
}

/**
 * What the whole sustains, in a sentence each: what saturates first and when, the highest rate, growth. `traffic` is the
 * traffic that was computed, so that factors are said of the present peak as drawn.
 */
export function capacitySentences(
  capacity: CapacityEstimate,
  nameOf: (id: string) => string,
  traffic: number,
): readonly string[] {
  const {
    saturatesFirst,
    sustainedFactor,
    kneeFactor,
    sustainedPerSecond,
    sustainedRange,
    growth,
    closedMethod,
    misfits = [],
  } = capacity
  const of = traffic === 1 ? 'the present peak' : 'this peak'
  const sentences: string[] = misfits.map(
    (id) => `${nameOf(id)} does not fit the memory of its GPUs: as drawn, nothing is sustained.`,
  )
  if (saturatesFirst !== undefined && sustainedFactor !== undefined) {
    const name = nameOf(saturatesFirst)
    sentences.push(
      sustainedFactor < 1
        ? `Past what it sustains: ${name}, with at most ${formatTraffic(sustainedFactor)} ${of}.`
        : `First to saturate: ${name}, at ${formatTraffic(sustainedFactor)} ${of}.`,
    )
  }
  if (kneeFactor !== undefined && kneeFactor >= 1)
    sentences.push(`Waiting begins to show (70 %) at ${formatTraffic(kneeFactor)}.`)
  if (sustainedPerSecond !== undefined) {
    const { low, high } = sustainedRange ?? { low: sustainedPerSecond, high: sustainedPerSecond }
    const range = high > low * 1.001 ? `, likely between ${formatRate(low)} and ${formatRate(high)}` : ''
    sentences.push(`The highest sustainable rate is ${formatRate(sustainedPerSecond)}${range}.`)
  }
  if (growth !== undefined) sentences.push(growthSentence(growth))
  if (closedMethod !== undefined) sentences.push(closedSentences[closedMethod])
  return sentences
}

/** How users who wait for their answer before they ask again were solved. */
const closedSentences: Readonly<Record<NonNullable<CapacityEstimate['closedMethod']>, string>> = {
  exact:
    'Users who wait for one another are solved exactly (mean value analysis), for times of service that vary as exponential ones do.',
  approximate:
    'Users who wait for one another are approximated: several workloads or several groups of servers share them, or they are too many to count through. Rates are within a few per cent.',
}

function growthSentence({
  perMonth,
  monthsUntilKnee,
  monthsUntilUnstable,
}: NonNullable<CapacityEstimate['growth']>): string {
  const rate = `Growing ${formatQuantity(perMonth, 'share')} a month`
  const ends = [
    ...(monthsUntilKnee === undefined || monthsUntilKnee <= 0 ? [] : [`70 % is reached in ${months(monthsUntilKnee)}`]),
    ...(monthsUntilUnstable === undefined || monthsUntilUnstable <= 0
      ? []
      : [`the limit in ${months(monthsUntilUnstable)}`]),
  ]
  return ends.length === 0 ? `${rate}.` : `${rate}, ${ends.join(', ')}.`
}

function months(count: number): string {
  const whole = Math.max(1, Math.floor(count))
  return whole === 1 ? '1 month' : `${whole} months`
}
