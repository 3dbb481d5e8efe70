import type { Design } from '../../design/design.ts'
import { type Formula, quotient, sum } from '../../kinds/formula/formula.ts'
import { type Part, partOf, sumBand } from '../uncertainty/band.ts'
import type { RequestCost, PricedCall } from './cost-lines.ts'
import type { Demand } from '../demand/demand.ts'
import type { Band } from '../estimate.ts'
import { actionInput } from '../calls/action-inputs.ts'

/**
 * Technology and people for one task that is resolved: what one request costs, with its part of what falls due whether
 * anything is called or not (by requests), over the share of the requests that are resolved (`input.resolvedShare` of
 * the action). Undefined while nobody has stated that share: a guess would be a promise.
 */
export function costPerResolvedTask(
  design: Design,
  demand: Demand,
  perRequest: readonly RequestCost[],
  monthly: readonly PricedCall[],
  demands: readonly Demand[],
): Band | undefined {
  const action = design.actions?.find(({ id }) => id === demand.action)
  const share = actionInput(demand.action, 'resolvedShare', action?.input?.['resolvedShare'])
  if (share === undefined || share.value <= 0 || share.value > 1) return undefined
  const all = demands.flatMap(({ perMonth, openPerMonth }) => (openPerMonth > 0 && perMonth ? [perMonth] : []))
  const requests: Formula | undefined = all.length > 0 ? sum(...all) : demand.perMonth
  const fixed = requests === undefined ? [] : monthly.filter(({ line }) => line.action === undefined)
  const parts: readonly Part[] = [
    ...perRequest.map(({ formula, restsOn }) => partOf(quotient(formula, share), restsOn)),
    ...fixed.map(({ line, restsOn }) => partOf(quotient(quotient(line.formula, requests ?? share), share), restsOn)),
  ]
  return sumBand(parts)
}
