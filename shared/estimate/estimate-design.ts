import type { Id } from '../design/design.ts'
import { defaultSteps } from '../graph/default-plan.ts'
import type { Graph } from '../graph/graph.ts'
import type { PriceLookup } from '../kinds/kind.ts'
import { estimateAvailability } from './availability/availability.ts'
import { scaleBand, sumParts } from './uncertainty/band.ts'
import { makeReaders, type Readers } from './calls/call-context.ts'
import { findCallRates } from './calls/call-rates.ts'
import { unsaidQuestionOf } from './calls/start-hand.ts'
import { capacityBands } from './capacity/capacity-bands.ts'
import { estimateCapacity } from './capacity/capacity-estimate.ts'
import { compareModels } from './self-hosting/compare-build-or-buy.ts'
import { callsByComponent, priceAction, priceMonths } from './money/cost-lines.ts'
import { actionEstimate, componentEstimate, endlessLoops, flowsDone, withPicture } from './element-estimates.ts'
import type { Estimate } from './estimate.ts'
import type { WorkedOutSetting } from './estimate-parts.ts'
import type { InputNode } from '../kinds/formula/formula.ts'
import {
  explainAvailability,
  explainHeadlines,
  findTimeInputs,
  withTimeMakeup,
} from './uncertainty/explain-headlines.ts'
import { describeCorpora, findFirstLoads, priceFirstLoads, vectorsFrom } from './first-load/first-load.ts'
import { collectInputs } from './uncertainty/ledger.ts'
import type { ComponentLoad } from './capacity/load.ts'
import { type Hour, type Measured, measureActions } from './measure-actions.ts'
import { findEmbeddingPrices } from './money/embedding-prices.ts'
import { keyedPrices } from './money/keyed-prices.ts'
import { findRetired } from './retired.ts'
import { actionInputs, costPerResolvedTask } from './money/resolved-task.ts'
import { findReplicaWeeks } from './capacity/scaling.ts'
import { estimateServing } from './self-hosting/serving.ts'
import { findLongestPrompts } from './money/token-estimate.ts'
import { compareScaling, readScaledReplicas } from './money/scaled-prices.ts'
import { measureTransfers, priceTransfers } from './money/transfer-lines.ts'
import { whenRead } from './when-read.ts'

/** Prices with the date of their book. */
export interface DatedPrices extends PriceLookup {
  readonly date: string
  /** The day on which a product goes or went out of service, where the book knows one. */
  retiredOn?(product: string): string | undefined
}

/** What is computed beside what is drawn. */
export interface WhatIf {
  /** Times the stated traffic; 1 unless somebody asks "what if". */
  readonly traffic?: number
  /** The peak hour, or the mean one of the month; money is the same in both. */
  readonly hour?: Hour
}

/**
 * Time, money and load of a design as drawn. Pure: the same graph and prices give the same digits.
 * Order of work: calls and hands, mean times, demand (closed workloads need them), load and waits, clocks, calls once
 * more where timeouts or hedges add some, then money. What explains the numbers (tornados, ledger, capacity, build or
 * buy) is worked out when it is first read; when that is changes nothing.
 */
export function estimateDesign(graph: Graph, book: DatedPrices, { traffic = 1, hour = 'peak' }: WhatIf = {}): Estimate {
  const inputs = collectInputs()
  const prices = keyedPrices(book)
  const readers = makeReaders(graph, (node) => inputs.note(node))
  const firstLoads = findFirstLoads(graph, readers)
  const vectors = vectorsFrom(graph, readers, firstLoads)
  readers.knowVectors(vectors)
  const { actions: measured, loads, scaled, storms, closedMethod } = measureActions(graph, readers, traffic, hour)
  for (const { demand } of measured) for (const node of demand.assumed) inputs.note(node)
  for (const node of actionInputs(graph.design)) inputs.note(node)
  for (const node of graph.actions.flatMap((runs) => unsaidQuestionOf(graph, runs) ?? [])) inputs.note(node)
  noteDefaultPlans(graph, readers)

  const ratesOf = findCallRates(graph, measured)
  const costs = measured.map(({ visits, demand }) => priceAction(graph, readers, prices, visits, demand, ratesOf))
  const load = (component: Id): ComponentLoad => loads.get(component) ?? { callsPerMonth: 0, peakPerSecond: 0 }
  const weeks = findReplicaWeeks(graph, readers, loads)
  const transfers = measureTransfers(graph, readers, measured)
  const priced = [
    ...costs.flatMap((cost) => cost.lines),
    ...priceMonths(graph, readScaledReplicas(readers, weeks), prices, {
      load,
      asked: callsByComponent(measured),
      embeddingPrices: findEmbeddingPrices(
        graph,
        readers,
        prices,
        [...firstLoads, ...measured].map(({ visits }) => visits),
      ),
    }),
    ...priceTransfers(graph, prices, transfers),
    ...priceFirstLoads(graph, readers, prices, firstLoads, measured),
  ]
  const monthly = priced.filter(({ line }) => line.recurrence === 'month')
  const forTechnology = monthly.filter(({ line }) => line.headline === 'technology')
  const technology = sumParts(forTechnology)
  const sums = {
    technology,
    people: sumParts(monthly.filter(({ line }) => line.headline === 'people')),
    total: forTechnology.length === monthly.length ? technology : sumParts(monthly),
  }
  const total = sums.total.band
  const usdOf = new Map<Id, number>()
  for (const { line } of monthly) usdOf.set(line.component, (usdOf.get(line.component) ?? 0) + line.usd.value)
  const open = new Set(monthly.filter(({ line }) => line.usd.atLeast === true).map(({ line }) => line.component))
  const main = mainAction(measured)
  const requests = measured.reduce((sum, { demand }) => sum + demand.openPerMonth, 0)
  const allRequests = measured.reduce((sum, { demand }) => sum + demand.requestsPerMonth, 0)
  const thousands = (requests > 0 ? requests : allRequests) / 1000
  const up = measured.map(({ runs }) => explainAvailability(estimateAvailability(graph, readers, runs)))
  const availability = main && up[measured.indexOf(main)]
  const loops = measured.flatMap(endlessLoops)
  const times = findTimeInputs(graph, readers, measured)
  const serving = estimateServing(graph, readers, prices, measured, loads)
  const unfit = new Set(serving.flatMap(({ component, fits }) => (fits ? [] : [component])))
  const actions = measured.map((action, index) => {
    const estimate = actionEstimate(action, { graph, cost: costs[index], loads, availability: up[index], unfit })
    return withPicture(withTimeMakeup(estimate, action, times.get(action.runs.action)), action)
  })
  const headlines = { priced, sums, actions, mainAction: main?.runs.action, availability }
  const perRequest = main ? (costs[measured.indexOf(main)]?.perRequest ?? []) : []
  const demands = measured.map(({ demand }) => demand)
  const resolved = main && costPerResolvedTask(graph.design, main.demand, perRequest, monthly, demands)
  inputs.close()
  const explained = whenRead(() => explainHeadlines(inputs, measured, times, headlines))
  const lines = priced.map(({ line }) => line)
  const components = whenRead(() => {
    const longest = findLongestPrompts(measured)
    return graph.components.map((component) =>
      componentEstimate(component.id, {
        load: load(component.id),
        usd: usdOf.get(component.id) ?? 0,
        gigabytes: transfers.get(component.id)?.gigabytes ?? 0,
        isOpen: open.has(component.id),
        total,
        measured,
        costs,
        main,
        isTimed: main !== undefined && actions[measured.indexOf(main)]?.full !== undefined,
        isMisfit: unfit.has(component.id),
        longest,
      }),
    )
  })
  const done = whenRead(() =>
    measured.flatMap((action) => flowsDone(action, graph, loads, unfit, times.get(action.runs.action))),
  )
  const scaling = whenRead(() => compareScaling(graph, weeks, priced))
  const compared = whenRead(() => compareModels({ graph, readers, prices, components: components(), lines, serving }))
  const capacity = whenRead(() =>
    estimateCapacity(graph, loads, measured, main, {
      scaled,
      unfit,
      bands: capacityBands(graph, readers, measured),
    }),
  )

  return {
    meaningful: graph.actions.length > 0 && graph.flows.some((flow) => flow.mode !== 'offline'),
    actions,
    ...(main ? { mainAction: main.runs.action } : {}),
    get flowsDone() {
      return done()
    },
    lines,
    get scaling() {
      return scaling()
    },
    technologyUsdPerMonth: sums.technology.band,
    peopleUsdPerMonth: sums.people.band,
    totalUsdPerMonth: total,
    onceUsd: sumParts(priced.filter(({ line }) => line.recurrence === 'once')).band,
    ...(thousands > 0 ? { usdPerThousandRequests: scaleBand(total, 1 / thousands) } : {}),
    get components() {
      return components()
    },
    ...(availability ? { availability } : {}),
    serving,
    get buildOrBuy() {
      return compared()
    },
    get capacity() {
      return closedMethod ? { ...capacity(), closedMethod } : capacity()
    },
    ...(firstLoads.length > 0 ? { corpora: describeCorpora(firstLoads, measured) } : {}),
    ...(vectors.size > 0 ? { workedOut: settingsOf(vectors, 'vectors') } : {}),
    ...(loops.length > 0 ? { loops } : {}),
    ...(storms.length > 0 ? { storms } : {}),
    ...(resolved ? { usdPerResolvedTask: resolved } : {}),
    get tornados() {
      return explained().tornados
    },
    get ledger() {
      return explained().ledger
    },
    traffic,
    priceBookDate: book.date,
    retired: findRetired(graph, (product) => book.retiredOn?.(product)),
  }
}

function settingsOf(nodes: ReadonlyMap<Id, InputNode>, field: string): readonly WorkedOutSetting[] {
  return [...nodes].map(([on, { value, provenance }]) => ({ on, field, value, source: provenance.source ?? '' }))
}

/** Default plans read settings too (turns of an agent, hits of a cache); read once more so that the list knows them. */
function noteDefaultPlans(graph: Graph, readers: Readers): void {
  const runs = graph.actions.flatMap((action) => Object.values(action.runs)).filter((run) => run.defaultPlan)
  for (const component of new Set(runs.map((run) => run.component))) {
    defaultSteps(graph, component, (id) => readers.settings(id))
  }
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
