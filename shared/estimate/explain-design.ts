import type { Id } from '../design/design.ts'
import type { Graph } from '../graph/graph.ts'
import type { InputNode } from '../kinds/formula/formula.ts'
import type { PriceLookup } from '../kinds/kind.ts'
import type { Readers } from './calls/call-context.ts'
import { capacityBands } from './capacity/capacity-bands.ts'
import type { Timeless } from './capacity/steady-state.ts'
import { estimateCapacity } from './capacity/capacity-estimate.ts'
import { type ClosedAtTimes, componentEstimate, flowsDone } from './element-estimates.ts'
import type { ActionEstimate, Availability, CostLine, Estimate } from './estimate.ts'
import type { CapacityEstimate } from './estimate-parts.ts'
import type { FirstLoad } from './first-load/first-load.ts'
import type { Measured, MeasuredDesign } from './measure-actions.ts'
import { type DesignPrice, sumByComponent } from './money/price-design.ts'
import { compareScaling } from './money/scaled-prices.ts'
import { findLongestPrompts, tokensPerRequest } from './money/token-estimate.ts'
import { compareModels } from './self-hosting/compare-build-or-buy.ts'
import { type Explained, explainHeadlines, type findTimeInputs } from './uncertainty/explain-headlines.ts'
import type { Inputs } from './uncertainty/ledger.ts'
import { whenRead } from './when-read.ts'

/** A drawing with its readers and prices, before anything is asked for. */
export interface Drawn {
  readonly graph: Graph
  /** Every number that is read, for the ledger. */
  readonly inputs: Inputs
  readonly prices: PriceLookup
  readonly readers: Readers
  readonly firstLoads: readonly FirstLoad[]
  /** Vectors of indexes whose documents are counted where they come from. */
  readonly vectors: ReadonlyMap<Id, InputNode>
}

/** All that is worked out of a drawing whatever is looked at. */
export interface WorkedOut {
  readonly drawn: Drawn
  readonly measured: MeasuredDesign
  readonly money: DesignPrice
  readonly lines: readonly CostLine[]
  /** In the order of `measured.actions`. */
  readonly actions: readonly ActionEstimate[]
  /** The action that people ask for most, and its availability. */
  readonly main: Measured | undefined
  readonly availability: Availability | undefined
  readonly times: ReturnType<typeof findTimeInputs>
  readonly serving: Estimate['serving']
  readonly timeless: Timeless
  readonly closed: ClosedAtTimes
}

/** What explains the numbers: each part is worked out when somebody first looks at it, and once. */
export interface LaterParts {
  readonly headlines: () => Explained
  readonly components: () => Estimate['components']
  readonly tokensPerRequest: () => Estimate['tokensPerRequest']
  readonly flowsDone: () => Estimate['flowsDone']
  readonly scaling: () => Estimate['scaling']
  readonly buildOrBuy: () => Estimate['buildOrBuy']
  readonly capacity: () => CapacityEstimate
}

/** Tornados and ledger, the numbers of each component, what is done when, replicas, own models against APIs, capacity. */
export function explainDesign(worked: WorkedOut): LaterParts {
  const { drawn, measured, money, actions, times, serving, timeless, closed } = worked
  const { graph, readers, prices } = drawn
  const components = whenRead(() => estimateComponents(worked))
  return {
    headlines: whenRead(() =>
      explainHeadlines(drawn.inputs, measured.actions, times, {
        priced: money.priced,
        sums: money.sums,
        actions,
        mainAction: worked.main?.runs.action,
        availability: worked.availability,
      }),
    ),
    components,
    tokensPerRequest: whenRead(
      () => worked.main && tokensPerRequest(money.costs[measured.actions.indexOf(worked.main)]),
    ),
    flowsDone: whenRead(() =>
      measured.actions.flatMap((action) =>
        flowsDone(action, graph, measured.loads, { timeless, closed }, times.get(action.runs.action)),
      ),
    ),
    scaling: whenRead(() => compareScaling(graph, money.weeks, money.priced)),
    buildOrBuy: whenRead(() =>
      compareModels({ graph, readers, prices, components: components(), lines: worked.lines, serving }),
    ),
    capacity: whenRead(() => weighCapacity(worked)),
  }
}

function estimateComponents({
  drawn: { graph },
  measured,
  money,
  actions,
  main,
  timeless: { unfit },
}: WorkedOut): Estimate['components'] {
  const longest = findLongestPrompts(measured.actions)
  const isTimed = main !== undefined && actions[measured.actions.indexOf(main)]?.full !== undefined
  const months = sumByComponent(money.monthly)
  return graph.components.map(({ id }) =>
    componentEstimate(id, {
      load: measured.loads.get(id) ?? { callsPerMonth: 0, peakPerSecond: 0 },
      usd: months.get(id) ?? { value: 0, low: 0, high: 0 },
      gigabytes: money.transfers.get(id)?.gigabytes ?? 0,
      total: money.sums.total.band,
      measured: measured.actions,
      costs: money.costs,
      main,
      isTimed,
      isMisfit: unfit.has(id),
      longest,
    }),
  )
}

function weighCapacity({
  drawn: { graph, readers },
  measured,
  main,
  timeless: { unfit },
}: WorkedOut): CapacityEstimate {
  const { actions, loads, scaled, closedMethod } = measured
  const bands = capacityBands(graph, readers, actions)
  const capacity = estimateCapacity(graph, loads, actions, main, { scaled, unfit, bands })
  return closedMethod ? { ...capacity, closedMethod } : capacity
}
