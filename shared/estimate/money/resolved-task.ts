import type { Design, Id, Value } from '../../design/design.ts'
import { isStated, isUnknown } from '../../design/value.ts'
import type { Unit } from '../../kinds/fields/field.ts'
import { type Formula, type InputNode, quotient, sum } from '../../kinds/formula/formula.ts'
import { type Part, partOf, sumBand } from '../uncertainty/band.ts'
import type { RequestCost, PricedCall } from './cost-lines.ts'
import type { Demand } from '../demand/demand.ts'
import type { Band } from '../estimate.ts'
import { statedInput } from '../calls/step-numbers.ts'

/** What an action brings along and how it ends, as fields of `action.input`. */
const units: Readonly<Record<string, { readonly label: string; readonly unit: Unit }>> = {
  tokens: { label: 'Tokens brought along', unit: 'tokens' },
  pages: { label: 'Pages brought along', unit: 'pages' },
  items: { label: 'Items brought along', unit: 'count' },
  bytes: { label: 'Bytes brought along', unit: 'bytes' },
  resolvedShare: { label: 'Share of the requests that are resolved', unit: 'share' },
}

/** The numbers that the design states of its actions, for the ledger. */
export function actionInputs({ actions = [] }: Design): readonly InputNode[] {
  return actions.flatMap((action) =>
    Object.keys(units).flatMap((name) => actionInput(action.id, name, action.input?.[name]) ?? []),
  )
}

function actionInput(on: Id, name: string, value: Value | undefined): InputNode | undefined {
  const known = units[name]
  if (known === undefined || value === undefined || isUnknown(value)) return undefined
  const stated = isStated(value) ? value : { value }
  if (typeof stated.value !== 'number') return undefined
  const { low, high, ...rest } = stated
  const band = { ...(typeof low === 'number' ? { low } : {}), ...(typeof high === 'number' ? { high } : {}) }
  return statedInput(on, name, known.label, { ...rest, value: stated.value, ...band }, known.unit)
}

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
