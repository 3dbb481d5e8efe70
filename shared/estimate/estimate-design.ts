import type { Id, Step } from '../design/design.ts'
import { outsideHours } from './capacity/outside-hours.ts'
import { defaultSteps } from '../graph/default-plan.ts'
import type { Graph } from '../graph/graph.ts'
import type { InputNode } from '../kinds/formula/formula.ts'
import type { PriceLookup } from '../kinds/kind.ts'
import { estimateAvailability, standbysOf } from './availability/availability.ts'
import { actionInputs } from './calls/action-inputs.ts'
import { makeReaders, type Readers } from './calls/call-context.ts'
import type { Remembered } from './calls/remembered.ts'
import type { RememberedParts } from './calls/remembered-parts.ts'
import { unsaidQuestionOf } from './calls/start-hand.ts'
import { actionEstimate, endlessLoops, withPicture } from './element-estimates.ts'
import type { Availability, Estimate } from './estimate.ts'
import type { WorkedOutSetting } from './estimate-parts.ts'
import { type Drawn, explainDesign, type WorkedOut } from './explain-design.ts'
import { describeCorpora, findFirstLoads, vectorsFrom } from './first-load/first-load.ts'
import { type Hour, type Measured, measureActions, type MeasuredDesign } from './measure-actions.ts'
import { type DesignPrice, priceDesign, usdPerThousand } from './money/price-design.ts'
import { costPerResolvedTask } from './money/resolved-task.ts'
import { findRetired } from './retired.ts'
import type { Timeless } from './capacity/steady-state.ts'
import { estimateServing } from './self-hosting/serving.ts'
import { explainAvailability, findTimeInputs, withTimeMakeup } from './uncertainty/explain-headlines.ts'
import { collectInputs } from './uncertainty/ledger.ts'

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
 * Order of work: what is drawn is read; calls and hands, mean times, demand (closed workloads need them), load and
 * waits, clocks, calls once more where timeouts or hedges add some (`measureActions`); then money; then what each action
 * comes to. What explains the numbers is worked out when it is first read (`explainDesign`); when that is changes nothing.
 */
export function estimateDesign(graph: Graph, book: DatedPrices, { traffic = 1, hour = 'peak' }: WhatIf = {}): Estimate {
  const drawn = readDrawing(graph, book)
  const measured = measureActions(graph, drawn.readers, traffic, hour)
  noteWhatNoLineReads(drawn, measured.actions)
  const money = priceDesign(graph, drawn.readers, drawn.prices, { ...drawn, ...measured, measured: measured.actions })
  const worked = workOutActions(drawn, measured, money)
  const costs = sumPerRequest(worked)
  drawn.inputs.close()
  const explained = explainDesign(worked)
  return {
    meaningful: graph.actions.length > 0 && graph.flows.some((flow) => flow.mode !== 'offline'),
    actions: worked.actions,
    ...(worked.main ? { mainAction: worked.main.runs.action } : {}),
    get flowsDone() {
      return explained.flowsDone()
    },
    lines: worked.lines,
    get scaling() {
      return explained.scaling()
    },
    technologyUsdPerMonth: money.sums.technology.band,
    peopleUsdPerMonth: money.sums.people.band,
    totalUsdPerMonth: money.sums.total.band,
    onceUsd: money.onceUsd,
    ...costs,
    get components() {
      return explained.components()
    },
    get tokensPerRequest() {
      return explained.tokensPerRequest()
    },
    ...(worked.availability ? { availability: worked.availability } : {}),
    serving: worked.serving,
    get buildOrBuy() {
      return explained.buildOrBuy()
    },
    get capacity() {
      return explained.capacity()
    },
    ...whatWasFound(drawn, measured),
    get tornados() {
      return explained.headlines().tornados
    },
    get ledger() {
      return explained.headlines().ledger
    },
    traffic,
    priceBookDate: book.date,
    retired: findRetired(graph, (product) => book.retiredOn?.(product)),
  }
}

/** The readers of a drawing, its prices, and what follows from counted documents before anything is asked for. */
function readDrawing(graph: Graph, book: DatedPrices): Drawn {
  const inputs = collectInputs()
  const readers = makeReaders(graph, (node) => inputs.note(node))
  const firstLoads = findFirstLoads(graph, readers)
  const vectors = vectorsFrom(graph, readers, firstLoads)
  readers.knowVectors(vectors)
  return { graph, inputs, prices: book, readers, firstLoads, vectors }
}

/** What each action comes to: its times, money and availability, and the servers of models on the way. */
function workOutActions(drawn: Drawn, measuredDesign: MeasuredDesign, money: DesignPrice): WorkedOut {
  const { graph, readers, prices } = drawn
  const { actions: measured, loads } = measuredDesign
  const main = mainAction(measured)
  const standbys = standbysOf(graph, readers)
  const up = measured.map(({ runs }) =>
    readers.rememberPart(availabilities, runs, standbys, () =>
      explainAvailability(estimateAvailability(graph, readers, runs)),
    ),
  )
  const times = findTimeInputs(graph, readers, measured)
  const serving = estimateServing(graph, readers, prices, measured, loads)
  const timeless: Timeless = {
    unfit: new Set(serving.flatMap(({ component, fits }) => (fits ? [] : [component]))),
    isBatched: (call) => graph.kindOf(call.callee).answersWithinHours?.(readers.call(call)) === true,
  }
  const closed = new Map(
    [...loads].flatMap(([id, load]) => {
      const outside = outsideHours(load, measured)
      return outside === undefined ? [] : [[id, outside] as const]
    }),
  )
  const actions = measured.map((action, index) => {
    const estimate = actionEstimate(action, {
      graph,
      cost: money.costs[index],
      loads,
      availability: up[index],
      timeless,
      closed,
    })
    return withPicture(withTimeMakeup(estimate, action, times.get(action.runs.action)), action, timeless)
  })
  return {
    drawn,
    measured: measuredDesign,
    money,
    lines: money.priced.map(({ line }) => line),
    actions,
    main,
    availability: main && up[measured.indexOf(main)],
    times,
    serving,
    timeless,
    closed,
  }
}

const availabilities: RememberedParts<Availability | undefined> = new WeakMap()

/** The month by its requests: by a thousand of them, and by those that end well. */
function sumPerRequest({
  drawn: { graph },
  measured: { actions },
  money,
  main,
}: WorkedOut): Pick<Estimate, 'usdPerThousandRequests' | 'usdPerResolvedTask'> {
  const perThousand = usdPerThousand(money.sums.total.band, actions)
  const perRequest = main ? (money.costs[actions.indexOf(main)]?.perRequest ?? []) : []
  const demands = actions.map(({ demand }) => demand)
  const resolved = main && costPerResolvedTask(graph.design, main.demand, perRequest, money.monthly, demands)
  return {
    ...(perThousand ? { usdPerThousandRequests: perThousand } : {}),
    ...(resolved ? { usdPerResolvedTask: resolved } : {}),
  }
}

/** What only some drawings have: counted documents, settings that follow from others, loops and retries without end. */
function whatWasFound(
  { firstLoads, vectors }: Drawn,
  { actions, storms }: MeasuredDesign,
): Pick<Estimate, 'corpora' | 'workedOut' | 'loops' | 'storms'> {
  const loops = actions.flatMap(endlessLoops)
  return {
    ...(firstLoads.length > 0 ? { corpora: describeCorpora(firstLoads, actions) } : {}),
    ...(vectors.size > 0 ? { workedOut: settingsOf(vectors, 'vectors') } : {}),
    ...(loops.length > 0 ? { loops } : {}),
    ...(storms.length > 0 ? { storms } : {}),
  }
}

function settingsOf(nodes: ReadonlyMap<Id, InputNode>, field: string): readonly WorkedOutSetting[] {
  return [...nodes].map(([on, { value, provenance }]) => ({ on, field, value, source: provenance.source ?? '' }))
}

/**
 * Inputs that no cost line reads: demand and actions, questions of no stated length, and what default plans read of their
 * boxes (turns of an agent, hits of a cache), read once more so that the list knows them.
 */
function noteWhatNoLineReads({ graph, readers, inputs }: Drawn, measured: readonly Measured[]): void {
  for (const { demand } of measured) for (const node of demand.assumed) inputs.note(node)
  for (const node of actionInputs(graph.design)) inputs.note(node)
  for (const node of graph.actions.flatMap((runs) => unsaidQuestionOf(graph, runs) ?? [])) inputs.note(node)
  readers.rememberPart(defaultPlansRead, graph.actions, [], () => readDefaultPlans(graph, readers))
}

/** Nothing comes of it but that it was read. */
const defaultPlansRead: RememberedParts<undefined> = new WeakMap()

function readDefaultPlans(graph: Graph, readers: Readers): undefined {
  const usual = graph.actions.flatMap(({ runs }) => Object.values(runs).filter((run) => run.defaultPlan))
  for (const run of new Map(usual.map((each) => [each.component, each])).values()) {
    const callees = graph.callsFrom(run.component).map(({ callee }) => readers.sourcesOf(callee))
    readers.remember(usualSteps, run, [readers.sourcesOf(run.component), ...callees], () =>
      defaultSteps(graph, run.component, (id) => readers.settings(id)),
    )
  }
}

/** What default plans come to, by their run. */
const usualSteps: Remembered<readonly Step[]> = new WeakMap()

/** The action that people ask for most; without such a workload, the most frequent one; ties by id. */
function mainAction(measured: readonly Measured[]): Measured | undefined {
  return measured.toSorted(
    (a, b) =>
      b.demand.openPerMonth - a.demand.openPerMonth ||
      b.demand.requestsPerMonth - a.demand.requestsPerMonth ||
      (a.runs.action < b.runs.action ? -1 : 1),
  )[0]
}
