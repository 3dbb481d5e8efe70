import type { WaitsOutside } from './estimate-parts.ts'

/** The share of the requests, from 0 to 1, that a figure of time may leave out: a mean leaves out none, a p95 one in twenty. */
export const mayLeaveOut = { mean: 0, p50: 0.5, p90: 0.1, p95: 0.05, p99: 0.01 } as const

/** The people for whom most requests wait outside their hours, where those are more than a figure may leave out. */
export function waitedForMost(
  waits: readonly WaitsOutside[] = [],
  figure: keyof typeof mayLeaveOut,
): WaitsOutside | undefined {
  const [most] = waits.toSorted((one, other) => other.share - one.share)
  return most !== undefined && most.share > mayLeaveOut[figure] ? most : undefined
}

/** The least share of the requests, from 0 to 1, whose end in a timeout is worth a word: fewer move no percentile. */
export const leastLost = 0.0005
