import type { Requirement } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import type { ActionEstimate } from '../../estimate/estimate.ts'
import { formatExact, formatShare, formatterOf } from '../../kinds/figures/number-format.ts'
import type { Judged, Measured, Metric, MetricContext } from '../metric.ts'
import { findUnserved } from '../unserved.ts'

const minutesPer30Days = 30 * 24 * 60

/**
 * Minutes of 30 days that are left of the error budget: what the promised availability allows, less the time down that
 * the design expects. The promise is the design's own requirement on availability.
 */
export const errorBudget: Metric = {
  id: 'availability.errorBudget',
  title: 'Error budget left in 30 days',
  unit: 'minutes',
  category: 'reliability.availability',
  scopes: ['design', 'actions'],
  aggregates: [],
  usual: { is: '>=', target: 10 },
  verification: 'computed',
  verify: ({ on }, context) =>
    context.estimate.actions
      .filter(({ action }) => (on === undefined ? action === context.estimate.mainAction : on.includes(action)))
      .flatMap((action) => leftOf(action, context)),
}

function leftOf(action: ActionEstimate, { graph, estimate }: MetricContext): readonly (Measured | Judged)[] {
  const { name, availability: found } = action
  if (!found) return []
  const isMain = action.action === estimate.mainAction
  const promised = promiseFor(graph.design.requirements ?? [], action.action, isMain)
  if (promised === undefined) {
    return [
      {
        type: 'judged',
        verdict: 'unknown',
        arithmetic: `Nothing promises an availability of "${name}", so it has no error budget.`,
        elements: [action.action],
        question: `Which availability is promised for "${name}"? Add a requirement on it.`,
      },
    ]
  }
  const budget = (1 - promised) * minutesPer30Days
  const left = (up: number): number => budget - (1 - up) * minutesPer30Days
  const band = { value: left(found.value), low: left(found.low), high: left(found.high) }
  const words = `${formatExact(Number(budget.toPrecision(4)), formatterOf('minutes'))} by ${formatShare(promised)}`
  const subject = `Error budget left of "${name}" (${words})`
  const open = findUnserved(action, graph)
  return [{ type: 'measured', band, subject, elements: [action.action], ...(open ? { leavesOpen: open } : {}) }]
}

/** The strictest availability that is required of the action; of the main one also what is required of the design. */
function promiseFor(requirements: readonly Requirement[], action: string, isMain: boolean): number | undefined {
  const targets = requirements.flatMap(({ metric, on, target }) => {
    const speaksOfIt = on === undefined || on.length === 0 ? isMain : on.includes(action)
    const value = metric === 'availability' && speaksOfIt ? known(target) : undefined
    return typeof value === 'number' && value > 0 && value <= 1 ? [value] : []
  })
  return targets.length === 0 ? undefined : Math.max(...targets)
}
