import { constant, product } from '../kinds/formula.ts'
import type { Demand } from './demand.ts'

/**
 * A demand at another traffic: `factor` times the requests per month and at the peak, as "what if" asks. One-off work
 * stays as it is; a first load does not grow with the number of readers.
 */
export function scaleDemand(demand: Demand, factor: number): Demand {
  if (factor === 1) return demand
  const { perMonth } = demand
  return {
    ...demand,
    perMonth: perMonth === undefined ? undefined : product(constant('Traffic, what if', factor), perMonth),
    requestsPerMonth: demand.requestsPerMonth * factor,
    openPerMonth: demand.openPerMonth * factor,
    peakPerSecond: demand.peakPerSecond * factor,
  }
}
