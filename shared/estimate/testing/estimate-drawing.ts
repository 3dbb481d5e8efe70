import type { Component, Design, Flow } from '../../design/design.ts'
import { draw, graphOf } from '../../graph/testing/draw.ts'
import type { PriceLookup } from '../../kinds/kind.ts'
import { makeReaders } from '../calls/call-context.ts'
import { type DatedPrices, estimateDesign } from '../estimate-design.ts'
import type { Estimate } from '../estimate.ts'
import { type ActionVisits, solveVisits } from '../calls/visits.ts'
import type { Failure } from '../calls/walk-run.ts'

const noPrice: PriceLookup['find'] = (item) => ({
  op: 'input',
  label: item,
  value: 0,
  unit: 'USD',
  missing: true,
  provenance: { from: 'price' },
})
const noPrices: DatedPrices = { date: '2026-11-21', find: noPrice }

/** Everything costs `usd` per unit. */
export const anyPrice = (usd: number): DatedPrices => ({
  date: '2026-11-21',
  find: (item) => ({ op: 'input', label: item, value: usd, unit: 'USD', provenance: { from: 'price' } }),
})

/** One request of each action a month. */
export const onceAMonth = (...actions: readonly string[]): Pick<Design, 'workloads'> => ({
  workloads: [
    {
      id: 'w',
      name: 'W',
      mix: Object.fromEntries(actions.map((id) => [id, 1])),
      arrivals: { rate: 1, per: 'month', peakFactor: 1 },
    },
  ],
})

export function estimateOf(
  components: readonly Component[],
  flows: readonly Flow[],
  more: Partial<Design> = {},
): Estimate {
  return estimateDesign(graphOf(draw(components, flows, more)), noPrices)
}

/** Calls of each arrow in one request of the first action, attempts and copies included. */
export function callsByArrow(
  design: Design,
  failure: Failure = { down: 0, late: 0 },
): Readonly<Record<string, number>> {
  const calls: Record<string, number> = {}
  for (const { use, calls: reach } of visitsOf(design, failure).calls) {
    calls[use.call.flow] = (calls[use.call.flow] ?? 0) + reach.value
  }
  return calls
}

/** Tokens in hand at each arrow in one request of the first action, on average. */
export function handByArrow(design: Design): Readonly<Record<string, number>> {
  return Object.fromEntries(visitsOf(design).calls.map(({ use }) => [use.call.flow, use.hand.tokens]))
}

function visitsOf(design: Design, failure: Failure = { down: 0, late: 0 }): ActionVisits {
  const graph = graphOf(design)
  const [action] = graph.actions
  if (!action) throw new Error('The drawing has no action.')
  return solveVisits(
    graph,
    makeReaders(graph, () => undefined),
    action,
    () => failure,
    () => 0,
  )
}
