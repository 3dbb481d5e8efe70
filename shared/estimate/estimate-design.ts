import type { Id } from '../design/design.ts'
import { defaultSteps } from '../graph/default-plan.ts'
import type { Graph } from '../graph/graph.ts'
import type { PriceLookup } from '../kinds/kind.ts'
import { estimateAvailability } from './availability/availability.ts'
import { makeReaders, type Readers } from './calls/call-context.ts'
import { unsaidQuestionOf } from './calls/start-hand.ts'
import { capacityBands } from './capacity/capacity-bands.ts'
import { estimateCapacity } from './capacity/capacity-estimate.ts'
import { compareModels } from './self-hosting/compare-build-or-buy.ts'
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
import { describeCorpora, findFirstLoads, vectorsFrom } from './first-load/first-load.ts'
import { collectInputs, type Inputs } from './uncertainty/ledger.ts'
import { type Hour, type Measured, measureActions } from './measure-actions.ts'
import { keyedPrices } from './money/keyed-prices.ts'
import { findRetired } from './retired.ts'
import { actionInputs, costPerResolvedTask } from './money/resolved-task.ts'
import { estimateServing } from './self-hosting/serving.ts'
import { findLongestPrompts } from './money/token-estimate.ts'
import { priceDesign, usdPerThousand } from './money/price-design.ts'
import { compareScaling } from './money/scaled-prices.ts'
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
  noteWhatNoLineReads(graph, readers, inputs, measured)
  const money = priceDesign(graph, readers, prices, { measured, firstLoads, loads })
  const { priced, costs, sums } = money
  const total = sums.total.band
  const main = mainAction(measured)
  const up = measured.map(({ runs }) => explainAvailability(estimateAvailability(graph, readers, runs)))
  const availability = main && up[measured.indexOf(main)]
  const loops = measured.flatMap(endlessLoops)
  const perThousand = usdPerThousand(total, measured)
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
  const resolved = main && costPerResolvedTask(graph.design, main.demand, perRequest, money.monthly, demands)
  inputs.close()
  const explained = whenRead(() => explainHeadlines(inputs, measured, times, headlines))
  const lines = priced.map(({ line }) => line)
  const components = whenRead(() => {
    const longest = findLongestPrompts(measured)
    return graph.components.map((component) =>
      componentEstimate(component.id, {
        load: loads.get(component.id) ?? { callsPerMonth: 0, peakPerSecond: 0 },
        usd: money.usdOf.get(component.id) ?? 0,
        gigabytes: money.transfers.get(component.id)?.gigabytes ?? 0,
        isOpen: money.open.has(component.id),
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
  const scaling = whenRead(() => compareScaling(graph, money.weeks, priced))
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
    onceUsd: money.onceUsd,
    ...(perThousand ? { usdPerThousandRequests: perThousand } : {}),
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

/**
 * Inputs that no cost line reads: demand and actions, questions of no stated length, and what default plans read of their
 * boxes (turns of an agent, hits of a cache), read once more so that the list knows them.
 */
function noteWhatNoLineReads(graph: Graph, readers: Readers, inputs: Inputs, measured: readonly Measured[]): void {
  for (const { demand } of measured) for (const node of demand.assumed) inputs.note(node)
  for (const node of actionInputs(graph.design)) inputs.note(node)
  for (const node of graph.actions.flatMap((runs) => unsaidQuestionOf(graph, runs) ?? [])) inputs.note(node)
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
