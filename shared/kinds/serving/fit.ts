import { bytesPerWeight, precisions } from './precision.ts'
import type { Precision } from './precision.ts'
import { cacheBytes, cacheBytesPerToken, slotsOf, weightBytes } from './serving-model.ts'
import type { Lengths, Serving } from './serving-model.ts'

const counts = [1, 2, 4, 8, 16] as const
const narrower: Readonly<Record<Precision, readonly Precision[]>> = {
  bf16: ['fp8', 'fp4'],
  fp8: ['fp4'],
  int4: [],
  fp4: [],
}

/** Why a server cannot hold its model, and what would: undefined when it can serve at least one call. */
export function describeMisfit(serving: Serving, lengths: Lengths): string | undefined {
  if (slotsOf(serving, lengths) >= 1) return undefined
  const { model, gpu, gpus: count, precision } = serving
  const has = count === 1 ? `one ${gpu.title} has` : `${count} ${gpu.title} have`
  const usable = gigabytes(cacheBytes(serving) + weightBytes(serving))
  const needs = `${model.title} at ${wordOf(precision)} needs ${gigabytes(weightBytes(serving))} GB`
  const start =
    cacheBytes(serving) < 0
      ? `${needs}; ${has} ${usable} GB for it.`
      : `${needs}, and the cache of one call of this length does not fit beside it: ${has} ${usable} GB for both.`
  const remedies = [
    ...enoughGpus(serving, lengths),
    ...narrowEnough(serving, lengths),
    ...narrowCache(serving, lengths),
    ...shortEnough(serving),
  ]
  const remedy =
    remedies.length > 0 ? `Take ${alternatives(remedies)}.` : 'Take a GPU with more memory or a smaller model.'
  return `${start} ${remedy}`
}

/** GPUs of this type that one replica needs at least, in the sizes that engines split models into. */
export function fewestGpus(serving: Serving, lengths: Lengths): number | undefined {
  return counts.find((count) => slotsOf({ ...serving, gpus: count }, lengths) >= 1)
}

function enoughGpus(serving: Serving, lengths: Lengths): readonly string[] {
  const count = fewestGpus(serving, lengths)
  return count !== undefined && count > serving.gpus ? [`${count} of them`] : []
}

function narrowEnough(serving: Serving, lengths: Lengths): readonly string[] {
  const fits = narrower[serving.precision].find(
    (precision) =>
      bytesPerWeight[precision] < bytesPerWeight[serving.precision] && slotsOf({ ...serving, precision }, lengths) >= 1,
  )
  return fits === undefined ? [] : [wordOf(fits)]
}

function narrowCache(serving: Serving, lengths: Lengths): readonly string[] {
  return slotsOf({ ...serving, cachePrecision: 'fp8' }, lengths) >= 1 ? ['a cache at fp8'] : []
}

/** The longest call whose cache there is room for: its prompt and half of its answer. */
function shortEnough(serving: Serving): readonly string[] {
  const tokens = cacheBytes(serving) / cacheBytesPerToken(serving)
  if (tokens < leastCall) return []
  const place = 10 ** (Math.floor(Math.log10(tokens)) - 1)
  return [`calls of at most ${grouped(Math.floor(tokens / place) * place)} tokens`]
}

/** Tokens below which no call is of use. */
const leastCall = 100

function alternatives(remedies: readonly string[]): string {
  const last = remedies.at(-1) ?? ''
  return remedies.length < 2 ? last : `${remedies.slice(0, -1).join(', ')} or ${last}`
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

function wordOf(precision: Precision): string {
  return precisions[precision].split(',')[0] ?? precision
}

function gigabytes(bytes: number): string {
  const value = bytes / 1e9
  return value >= 10 ? String(Math.round(value)) : value.toFixed(1)
}
