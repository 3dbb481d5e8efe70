import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import type { PriceLookup } from '../../kinds/kind.ts'
import type { ReplicaWeek } from '../../kinds/parts/scaling.ts'
import type { Readers } from '../calls/call-context.ts'
import { findCallRates } from '../calls/call-rates.ts'
import type { RememberedParts } from '../calls/remembered-parts.ts'
import type { ComponentLoad } from '../capacity/load.ts'
import { findReplicaWeeks } from '../capacity/scaling.ts'
import type { Band } from '../estimate.ts'
import { type FirstLoad, priceFirstLoads } from '../first-load/first-load.ts'
import type { Measured } from '../measure-actions.ts'
import { scaleBand, sumParts } from '../uncertainty/band.ts'
import type { MoneySums } from '../uncertainty/explain-headlines.ts'
import { type ActionCost, callsByComponent, priceAction, type PricedCall, priceMonths } from './cost-lines.ts'
import { findEmbeddingPrices } from './embedding-prices.ts'
import { readScaledReplicas } from './scaled-prices.ts'
import { spentOnCalls } from './spent-on-calls.ts'
import { measureTransfers, priceTransfers, type Transfers } from './transfer-lines.ts'

/** What the lines of a design follow from. */
interface Asked {
  readonly measured: readonly Measured[]
  readonly firstLoads: readonly FirstLoad[]
  readonly loads: ReadonlyMap<Id, ComponentLoad>
}

/** All lines of a design and their sums; `costs` in the order of the actions. */
export interface DesignPrice {
  readonly priced: readonly PricedCall[]
  readonly monthly: readonly PricedCall[]
  readonly costs: readonly ActionCost[]
  readonly weeks: ReadonlyMap<Id, ReplicaWeek>
  readonly transfers: ReadonlyMap<Id, Transfers>
  readonly sums: MoneySums
  readonly onceUsd: Band
}

/** Prices everything that is drawn: calls, months, transfers, first loads; USD a month, or once. Unknown prices stay "at least". */
export function priceDesign(
  graph: Graph,
  readers: Readers,
  prices: PriceLookup,
  { measured, firstLoads, loads }: Asked,
): DesignPrice {
  const weeks = findReplicaWeeks(graph, readers, loads)
  const ways = [...firstLoads, ...measured].map(({ visits }) => visits)
  const embeddingPrices = findEmbeddingPrices(graph, readers, prices, ways)
  const actions = measured.map(({ visits, demand }) => ({ visits, demand }))
  const asked = actions.flatMap(({ visits, demand }) => [visits, demand])
  const { costs, transfers, byComponent, ofCalls } = readers.rememberPart(pricesOfCalls, prices, asked, () =>
    priceCalls(graph, readers, prices, actions),
  )
  const priced = [
    ...costs.flatMap((cost) => cost.lines),
    ...priceMonths(graph, readScaledReplicas(readers, weeks), prices, {
      load: (component) => loads.get(component) ?? { callsPerMonth: 0, peakPerSecond: 0 },
      asked: byComponent,
      ofCalls,
      embeddingPrices,
    }),
    ...priceTransfers(graph, prices, transfers),
    ...priceFirstLoads(graph, readers, prices, firstLoads, measured),
  ]
  const monthly = priced.filter(({ line }) => line.recurrence === 'month')
  return {
    priced,
    monthly,
    costs,
    weeks,
    transfers,
    sums: sumByHeadline(monthly),
    onceUsd: sumParts(priced.filter(({ line }) => line.recurrence === 'once')).band,
  }
}

/** What follows from calls alone, whatever runs month by month. */
interface PriceOfCalls extends Pick<DesignPrice, 'costs' | 'transfers'> {
  readonly byComponent: ReturnType<typeof callsByComponent>
  readonly ofCalls: ReturnType<typeof spentOnCalls>
}
const pricesOfCalls: RememberedParts<PriceOfCalls> = new WeakMap()

function priceCalls(
  graph: Graph,
  readers: Readers,
  prices: PriceLookup,
  actions: readonly Pick<Measured, 'visits' | 'demand'>[],
): PriceOfCalls {
  const ratesOf = findCallRates(graph, actions)
  const costs = actions.map(({ visits, demand }) => priceAction(graph, readers, prices, visits, demand, ratesOf))
  return {
    costs,
    ofCalls: spentOnCalls(costs),
    transfers: measureTransfers(graph, readers, actions),
    byComponent: callsByComponent(actions),
  }
}

/** What each component comes to in a month; one of which nothing is paid is not among them. */
export function sumByComponent(monthly: readonly PricedCall[]): ReadonlyMap<Id, Band> {
  const parts = new Map<Id, PricedCall[]>()
  for (const priced of monthly) {
    const known = parts.get(priced.line.component)
    if (known) known.push(priced)
    else parts.set(priced.line.component, [priced])
  }
  return new Map([...parts].map(([component, lines]) => [component, plainBand(sumParts(lines).band)]))
}

/** A band among many: without what only headlines say. */
function plainBand({ value, low, high, atLeast }: Band): Band {
  return { value, low, high, ...(atLeast === true ? { atLeast } : {}) }
}

function sumByHeadline(monthly: readonly PricedCall[]): MoneySums {
  const forTechnology = monthly.filter(({ line }) => line.headline === 'technology')
  const technology = sumParts(forTechnology)
  return {
    technology,
    people: sumParts(monthly.filter(({ line }) => line.headline === 'people')),
    total: forTechnology.length === monthly.length ? technology : sumParts(monthly),
  }
}

/**
 * The month over its thousands of requests: all runs of what people ask for, those of a nightly batch among them; else of
 * whatever runs. A load that nobody asks for is paid by them and not counted. Undefined when nothing runs.
 */
export function usdPerThousand(total: Band, measured: readonly Measured[]): Band | undefined {
  const byPeople = measured.reduce(
    (sum, { demand }) => sum + (demand.openPerMonth > 0 ? demand.requestsPerMonth : 0),
    0,
  )
  const all = measured.reduce((sum, { demand }) => sum + demand.requestsPerMonth, 0)
  const thousands = (byPeople > 0 ? byPeople : all) / 1000
  return thousands > 0 ? scaleBand(total, 1 / thousands) : undefined
}
