import type { Estimate } from '../estimate/estimate.ts'
import type { RuleContext } from '../findings/rule.ts'
import type { GraphFlow } from '../graph/graph.ts'
import { inputsOf } from '../kinds/formula/formula.ts'

export interface TokenCost {
  readonly flow: GraphFlow
  /** A month, and of all technology. */
  readonly usd: number
  readonly share: number
  /** The highest price of a token on the way: that of the answer. */
  readonly perMillion: number
}

const kept = new WeakMap<Estimate, readonly TokenCost[]>()

/** What calls of models cost by the arrow, from the lines of the estimate; once for all rules of one estimate. */
export function tokenCosts(context: Pick<RuleContext, 'graph' | 'estimate'>): readonly TokenCost[] {
  const found = kept.get(context.estimate)
  if (found !== undefined) return found
  const costs = readCosts(context)
  kept.set(context.estimate, costs)
  return costs
}

function readCosts({ graph, estimate }: Pick<RuleContext, 'graph' | 'estimate'>): readonly TokenCost[] {
  const total = estimate.technologyUsdPerMonth.value
  const byFlow = new Map<string, { usd: number; perMillion: number }>()
  for (const { flow, component, recurrence, usd, formula } of estimate.lines) {
    if (flow === undefined || recurrence !== 'month' || !graph.has(component, 'generates-text')) continue
    const prices = inputsOf(formula).filter(({ unit }) => unit === 'USD/1M tokens')
    const found = byFlow.get(flow)
    byFlow.set(flow, {
      usd: (found?.usd ?? 0) + usd.value,
      perMillion: Math.max(found?.perMillion ?? 0, ...prices.map(({ value }) => value)),
    })
  }
  return [...byFlow]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, { usd, perMillion }]) => {
      const flow = graph.flow(id)
      return flow === undefined || total <= 0 ? [] : [{ flow, usd, share: usd / total, perMillion }]
    })
}
