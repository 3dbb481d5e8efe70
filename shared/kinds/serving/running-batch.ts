import { serviceSeconds, slotsOf } from './serving-model.ts'
import type { Lengths, Serving } from './serving-model.ts'

/** How full one replica is at a rate of calls. */
export interface Running {
  /** Sequences that run at once on average; below 1 when it mostly idles. */
  readonly batch: number
  /** At most so many run: memory for the KV cache, or what the engine is told. */
  readonly seats: number
  /** Calls per second that a full replica sustains. */
  readonly sustainedPerSecond: number
  /** More arrives than it sustains: callers queue and the time to the first token collapses. */
  readonly queueing: boolean
}

/**
 * Sequences running on one replica by Little's law, batch = arrivals x time in service, where the time itself grows with
 * the batch: the fixed point is found by halving, since batch / service(batch) never falls. Capped by the seats.
 * A server without a single seat does not fit; it is computed with one.
 */
export function findRunning(
  serving: Serving,
  lengths: Lengths,
  maxConcurrency: number,
  arrivalsPerSecond: number,
): Running {
  const seats = Math.max(1, Math.min(slotsOf(serving, lengths), Math.floor(maxConcurrency)))
  const rate = (batch: number): number => batch / serviceSeconds(serving, lengths, batch)
  const sustainedPerSecond = rate(seats)
  if (arrivalsPerSecond >= sustainedPerSecond) return { batch: seats, seats, sustainedPerSecond, queueing: true }
  let low = 0
  let high = seats
  for (let step = 0; step < 40 && high - low > 1e-6 * high; step += 1) {
    const middle = (low + high) / 2
    if (rate(middle) < arrivalsPerSecond) low = middle
    else high = middle
  }
  return { batch: arrivalsPerSecond <= 0 ? 0 : high, seats, sustainedPerSecond, queueing: false }
}
