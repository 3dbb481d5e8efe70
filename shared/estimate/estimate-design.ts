import type { Id } from '../design/design.ts'
import { defaultSteps } from '../graph/default-plan.ts'
import type { Graph } from '../graph/graph.ts'
import type { ActionRuns } from '../graph/run.ts'
import type { PriceLookup } from '../kinds/kind.ts'
import { type ActionClocks, flowsDoneOf, measureAction, percentilesOf, sharesOf } from './action-clocks.ts'
import { collectAssumed } from './assumed.ts'
import { estimateAvailability, upShare } from './availability.ts'
import { scaleBand, sumBand } from './band.ts'
import { makeReaders, type Readers } from './call-context.ts'
import { type ActionCost, priceAction, type PricedCall, priceMonths, type RequestCost } from './cost-lines.ts'
import { type Demand, findDemand } from './demand.ts'
import type { ActionEstimate, Availability, Band, ComponentEstimate, Estimate } from './estimate.ts'
import { type ComponentLoad, findLoads } from './load.ts'
import { scaleDemand } from './traffic.ts'
import { type ActionVisits, solveVisits } from './visits.ts'
import type { Failure } from './walk-run.ts'

/** Prices with the date of their book. */
export interface DatedPrices extends PriceLookup {
  readonly date: string
}

/** What is computed beside what is drawn. */
export interface WhatIf {
  /** Times the stated traffic; 1 unless somebody asks "what if". */
  readonly traffic?: number
}

interface Measured {
  readonly runs: ActionRuns
  readonly visits: ActionVisits
  readonly clocks: ActionClocks
  readonly demand: Demand
}

/**
 * Time, money and load of a design as drawn. Pure: the same graph and prices give the same digits.
 * Order of work: calls and hands, mean times, demand (closed workloads need them), load and waits, clocks, calls once
 * more where timeouts or hedges add some, then money.
 */
export function estimateDesign(graph: Graph, prices: DatedPrices, { traffic = 1 }: WhatIf = {}): Estimate {
  const assumed = collectAssumed()
  const readers = makeReaders(graph, (node) => assumed.note(node))
  const measured = measureActions(graph, readers, traffic)
  for (const { demand } of measured) for (const node of demand.assumed) assumed.note(node)
  noteDefaultPlans(graph, readers)

  const loads = findLoads(graph, readers, measured)
  const costs = measured.map(({ visits, demand }) => priceAction(graph, readers, prices, visits, demand))
  const load = (component: Id): ComponentLoad => loads.get(component) ?? { callsPerMonth: 0, peakPerSecond: 0 }
  const priced = [...costs.flatMap((cost) => cost.lines), ...priceMonths(graph, readers, prices, load)]
  const monthly = priced.filter(({ line }) => line.recurrence === 'month')
  const total = totalOf(monthly)
  const usdOf = new Map<Id, number>()
  for (const { line } of monthly) usdOf.set(line.component, (usdOf.get(line.component) ?? 0) + line.usd.value)
  const main = mainAction(measured)
  const mainClock = main?.clocks.full
  const requests = measured.reduce((sum, { demand }) => sum + demand.openPerMonth, 0)
  const allRequests = measured.reduce((sum, { demand }) => sum + demand.requestsPerMonth, 0)
  const thousands = (requests > 0 ? requests : allRequests) / 1000
  const up = measured.map(({ runs }) => estimateAvailability(graph, readers, runs))
  const availability = main && up[measured.indexOf(main)]

  return {
    meaningful: graph.actions.length > 0 && graph.flows.some((flow) => flow.mode !== 'offline'),
    actions: measured.map((action, index) =>
      actionEstimate(action, { cost: costs[index], loads, availability: up[index] }),
    ),
    ...(main ? { mainAction: main.runs.action } : {}),
    flowsDone: measured.flatMap(({ runs, clocks }) => flowsDoneOf(runs.action, clocks)),
    lines: priced.map(({ line }) => line),
    technologyUsdPerMonth: totalOf(monthly.filter(({ line }) => line.headline === 'technology')),
    peopleUsdPerMonth: totalOf(monthly.filter(({ line }) => line.headline === 'people')),
    totalUsdPerMonth: total,
    onceUsd: totalOf(priced.filter(({ line }) => line.recurrence === 'once')),
    ...(thousands > 0 ? { usdPerThousandRequests: scaleBand(total, 1 / thousands) } : {}),
    components: graph.components.map((component) =>
      componentEstimate(component.id, {
        load: load(component.id),
        usd: usdOf.get(component.id) ?? 0,
        total,
        measured,
        costs,
        main,
      }),
    ),
    ...(availability ? { availability } : {}),
    assumed: assumed.list(priced, total.value, mainClock),
    traffic,
    priceBookDate: prices.date,
  }
}

/** Default plans read settings too (turns of an agent, hits of a cache); read once more so that the list knows them. */
function noteDefaultPlans(graph: Graph, readers: Readers): void {
  const runs = graph.actions.flatMap((action) => Object.values(action.runs)).filter((run) => run.defaultPlan)
  for (const component of new Set(runs.map((run) => run.component))) {
    defaultSteps(graph, component, (id) => readers.settings(id))
  }
}

/** Visits, clocks and demand of every action. */
function measureActions(graph: Graph, readers: Readers, traffic: number): readonly Measured[] {
  const down = (component: Id): number => 1 - upShare(graph, readers, component)
  const refused = ({ callee }: { readonly callee: Id }): Failure => ({ down: down(callee), late: 0 })
  const actions = graph.actions.map((runs) => ({
    runs,
    visits: solveVisits(graph, readers, runs, refused, () => 0),
  }))
  const closed = (graph.design.workloads ?? []).some((workload) => 'users' in workload.arrivals)
  const means = new Map<Id, number>()
  if (closed) {
    for (const { runs, visits } of actions) {
      const clocks = measureAction(graph, readers, runs, visits, () => undefined)
      means.set(runs.action, (clocks.full?.time.meanMs ?? 0) / 1000)
    }
  }
  const ids = actions.map(({ runs }) => runs.action)
  const stated = findDemand(graph.design, ids, (id) => means.get(id) ?? 0)
  const demands = new Map(stated.map((each) => [each.action, scaleDemand(each, traffic)]))
  const asked = actions.flatMap((action) => {
    const demand = demands.get(action.runs.action)
    return demand ? [{ ...action, demand }] : []
  })
  const loads = findLoads(graph, readers, asked)
  return asked.map(({ runs, visits, demand }) => {
    const clocks = measureAction(graph, readers, runs, visits, (component) => loads.get(component)?.wait)
    const limited = visits.calls.some(({ use }) => {
      const { late, hedges } = clocks.times.limits(use.call)
      return late > 1e-6 || hedges > 1e-6
    })
    if (!limited) return { runs, visits, clocks, demand }
    const again = solveVisits(
      graph,
      readers,
      runs,
      (call) => ({ down: down(call.callee), late: clocks.times.limits(call).late }),
      (call) => clocks.times.limits(call).hedges,
    )
    return { runs, visits: again, clocks, demand }
  })
}

/** The action that people ask for most; without such a workload, the most frequent one; ties by id. */
function mainAction(measured: readonly Measured[]): Measured | undefined {
  return measured.toSorted(
    (a, b) =>
      b.demand.openPerMonth - a.demand.openPerMonth ||
      b.demand.requestsPerMonth - a.demand.requestsPerMonth ||
      (a.runs.action < b.runs.action ? -1 : 1),
  )[0]
}

function totalOf(priced: readonly PricedCall[]): Band {
  return sumBand(priced.map(({ line, swings }) => ({ formula: line.formula, swings })))
}

interface ActionInput {
  readonly cost: ActionCost | undefined
  readonly loads: ReadonlyMap<Id, ComponentLoad>
  readonly availability: Availability | undefined
}

function actionEstimate({ runs, visits, clocks, demand }: Measured, input: ActionInput): ActionEstimate {
  const { cost, loads, availability } = input
  const perRequest: readonly RequestCost[] = cost?.perRequest ?? []
  const visited = new Set(Object.values(runs.runs).map((run) => run.component))
  const overloaded = [...loads]
    .filter(([id, load]) => visited.has(id) && (load.utilisation ?? 0) >= 1)
    .map(([id]) => id)
  return {
    action: runs.action,
    name: runs.name,
    derived: runs.derived,
    ...(clocks.first ? { first: percentilesOf(clocks.first) } : {}),
    ...(clocks.full ? { full: percentilesOf(clocks.full) } : {}),
    ...(clocks.unattended ? { unattended: percentilesOf(clocks.unattended) } : {}),
    method: 'convolution',
    shares: clocks.full ? sharesOf(clocks.full) : [],
    ...(clocks.held ? { heldBy: clocks.held } : {}),
    usdPerRequest: sumBand(perRequest),
    technologyUsdPerRequest: sumBand(perRequest.filter((part) => part.headline === 'technology')),
    peopleUsdPerRequest: sumBand(perRequest.filter((part) => part.headline === 'people')),
    requestsPerMonth: demand.requestsPerMonth,
    peakPerSecond: demand.peakPerSecond,
    ...(availability ? { availability } : {}),
    ...(overloaded.length > 0 ? { overloaded } : {}),
    ...(visits.endless.length > 0 ? { endless: endlessComponents(runs, visits) } : {}),
  }
}

function endlessComponents(runs: ActionRuns, visits: ActionVisits): readonly Id[] {
  return [...new Set(visits.endless.flatMap((key) => runs.runs[key]?.component ?? []))].toSorted()
}

interface ComponentInput {
  readonly load: ComponentLoad
  readonly usd: number
  readonly total: Band
  readonly measured: readonly Measured[]
  readonly costs: readonly ActionCost[]
  readonly main: Measured | undefined
}

function componentEstimate(component: Id, input: ComponentInput): ComponentEstimate {
  const { load, usd, total, main } = input
  const full = main?.clocks.full
  const timeShare = full && full.time.meanMs > 0 ? (full.parts.get(component) ?? 0) / full.time.meanMs : undefined
  const tokens = tokensPerMonth(component, input)
  return {
    component,
    callsPerMonth: load.callsPerMonth,
    peakCallsPerSecond: load.peakPerSecond,
    usdPerMonth: usd,
    ...(total.value > 0 ? { costShare: usd / total.value } : {}),
    ...(timeShare === undefined ? {} : { timeShare }),
    ...(load.utilisation === undefined ? {} : { utilisation: load.utilisation }),
    ...(load.capacity ? { capacityWhy: load.capacity.why } : {}),
    ...(tokens ? { tokensPerMonth: tokens } : {}),
  }
}

function tokensPerMonth(component: Id, { measured, costs }: ComponentInput): ComponentEstimate['tokensPerMonth'] {
  let found = false
  const sum = { input: 0, cachedRead: 0, cachedWrite: 0, output: 0 }
  measured.forEach(({ demand }, index) => {
    const tokens = costs[index]?.tokens.get(component)
    if (!tokens) return
    found = true
    sum.input += tokens.input * demand.requestsPerMonth
    sum.cachedRead += tokens.cachedRead * demand.requestsPerMonth
    sum.cachedWrite += tokens.cachedWrite * demand.requestsPerMonth
    sum.output += tokens.output * demand.requestsPerMonth
  })
  return found ? sum : undefined
}
