import type { InputNode } from '../../kinds/formula/formula.ts'
import { knees } from '../../kinds/parts/knees.ts'
import type { Demand } from '../demand/demand.ts'
import type { CapacityEstimate } from '../estimate-parts.ts'
import type { LimitLoad } from './load.ts'

/** Further than a hundred years is never. */
const monthsAtMost = 1200

/**
 * Months until the growth of open arrivals brings the first component to its knee, and to 100 %: each part of the peak
 * grows by its own share a month, (1 + g)^m, and the rest stays. Undefined when no workload states a growth.
 */
export function growthOf(
  limits: readonly LimitLoad[],
  demands: readonly Demand[],
): CapacityEstimate['growth'] | undefined {
  const parts = demands.flatMap(({ action, growing }) => growing.map((part) => ({ ...part, action })))
  if (parts.length === 0) return undefined
  const peak = demands.reduce((sum, demand) => sum + demand.peakPerSecond, 0)
  const added = parts.reduce((sum, part) => sum + part.peakPerSecond * part.growth.value, 0)
  /** The most used component after so many months. */
  const usedAfter = (months: number): number =>
    limits.reduce((most, { utilisationPerTraffic, workByAction }) => {
      const more = parts.reduce((sum, { action, peakPerSecond, growth }) => {
        const grown = Math.max(0, 1 + growth.value) ** months - 1
        return sum + (workByAction.get(action) ?? 0) * peakPerSecond * grown
      }, 0)
      return Math.max(most, utilisationPerTraffic + more)
    }, 0)
  const monthsUntilKnee = monthsUntil(knees.amber, usedAfter)
  const monthsUntilUnstable = monthsUntil(knees.unstable, usedAfter)
  return {
    perMonth: peak > 0 ? added / peak : 0,
    ...(monthsUntilKnee === undefined ? {} : { monthsUntilKnee }),
    ...(monthsUntilUnstable === undefined ? {} : { monthsUntilUnstable }),
    inputs: [...new Map(parts.map(({ growth }): [string, InputNode] => [growth.provenance.on ?? '', growth])).values()],
  }
}

function monthsUntil(level: number, usedAfter: (months: number) => number): number | undefined {
  if (usedAfter(0) >= level) return 0
  if (usedAfter(monthsAtMost) < level) return undefined
  let low = 0
  let high = monthsAtMost
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2
    if (usedAfter(middle) < level) low = middle
    else high = middle
  }
  return high
}
