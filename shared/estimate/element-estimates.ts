import type { Id } from '../design/design.ts'
import type { Graph } from '../graph/graph.ts'
import type { ActionRuns, ResolvedCall } from '../graph/run.ts'
import { findNobodyAnswers } from './availability/served.ts'
import { percentilesOf, sharesOf, timedOutOf } from './latency/action-clocks.ts'
import { sumBand } from './uncertainty/band.ts'
import { explainTime } from './uncertainty/explain-headlines.ts'
import type { TimedComponent } from './uncertainty/time-inputs.ts'
import type { ActionCost, RequestCost } from './money/cost-lines.ts'
import type { ActionEstimate, Availability, Band, ComponentEstimate, FlowDone } from './estimate.ts'
import type { ComponentCapacity, EndlessLoop } from './estimate-parts.ts'
import { makeupOf } from './latency/clock-makeup.ts'
import { whyNoTime } from './no-time.ts'
import { spansOf } from './latency/spans.ts'
import type { ComponentLoad } from './capacity/load.ts'
import type { Measured } from './measure-actions.ts'
import { findOutsideHours } from './capacity/outside-hours.ts'
import { findUnsteady, type Timeless } from './capacity/steady-state.ts'
import { tokenEstimate, type TokenSource } from './money/token-estimate.ts'
import { whenRead } from './when-read.ts'
import type { ActionVisits } from './calls/visits.ts'

interface ActionInput {
  readonly cost: ActionCost | undefined
  readonly loads: ReadonlyMap<Id, ComponentLoad>
  readonly availability: Availability | undefined
  readonly graph: Graph
  readonly timeless: Timeless
  readonly closed: ClosedAtTimes
}

/** People who work part of the day, with what comes outside their hours. */
export type ClosedAtTimes = ReadonlyMap<Id, NonNullable<ComponentCapacity['outsideHours']>>

/** Of an action what takes a walk over all its calls once more: worked out when it is first read. */
export type Pictured = 'shares' | 'spans'

/** What the estimate says of one action, without the picture of its time. */
export function actionEstimate(
  { runs, visits, clocks, demand }: Measured,
  input: ActionInput,
): Omit<ActionEstimate, Pictured> {
  const { cost, loads, availability, graph, timeless, closed } = input
  const perRequest: readonly RequestCost[] = cost?.perRequest ?? []
  const unsteady = findUnsteady(runs, visits, loads, isAnsweredElsewhere(graph, runs), timeless)
  const { overloaded, unstable, misfits, batched, batchedShare, rarelyBatched } = unsteady
  const isSteady = whyNoTime(unsteady) === undefined
  const outside = findOutsideHours(runs, visits, closed, isAnsweredElsewhere(graph, runs)).answer
  const forTechnology = perRequest.filter((part) => part.headline === 'technology')
  const technologyUsdPerRequest = sumBand(forTechnology)
  const unanswered = findNobodyAnswers(graph, runs)
  return {
    action: runs.action,
    name: runs.name,
    derived: runs.derived,
    ...(clocks.first && isSteady ? { first: percentilesOf(clocks.first) } : {}),
    ...(clocks.full && isSteady ? { full: percentilesOf(clocks.full) } : {}),
    ...(clocks.unattended && [...unstable, ...misfits, ...batched].every((id) => graph.has(id, 'person'))
      ? { unattended: percentilesOf(clocks.unattended) }
      : {}),
    method: clocks.sampledWhy === undefined ? 'convolution' : 'sampling',
    ...(clocks.sampledWhy === undefined ? {} : { methodWhy: clocks.sampledWhy }),
    ...timedOutOf(clocks, visits),
    ...(clocks.held ? { heldBy: clocks.held } : {}),
    usdPerRequest: forTechnology.length === perRequest.length ? technologyUsdPerRequest : sumBand(perRequest),
    technologyUsdPerRequest,
    peopleUsdPerRequest: sumBand(perRequest.filter((part) => part.headline === 'people')),
    requestsPerMonth: demand.requestsPerMonth,
    peakPerSecond: demand.peakPerSecond,
    ...(availability ? { availability } : {}),
    ...(overloaded.length > 0 ? { overloaded } : {}),
    ...(unstable.length > 0 ? { unstable } : {}),
    ...(misfits.length > 0 ? { misfits } : {}),
    ...(batched.length > 0 ? { batched } : {}),
    ...(batchedShare === undefined ? {} : { batchedShare }),
    ...(rarelyBatched === undefined ? {} : { rarelyBatched }),
    ...(outside.length > 0 ? { outsideHours: outside } : {}),
    ...(visits.endless.length > 0 ? { endless: endlessComponents(runs, visits) } : {}),
    ...(unanswered ? { unanswered } : {}),
    ...(runs.drawnAnswers.length > 0 ? { readAsAnswers: runs.drawnAnswers } : {}),
  }
}

/** With each component's part in its time, and its waterfall. */
export function withPicture(
  estimate: Omit<ActionEstimate, Pictured>,
  { runs, clocks }: Measured,
  { unfit, isBatched }: Timeless,
): ActionEstimate {
  const { full, start, times } = clocks
  const shares = whenRead(() => (full && estimate.full ? sharesOf(full) : []))
  const isSteady = whyNoTime(estimate) === undefined
  if (!start || !isSteady) {
    return {
      ...estimate,
      get shares() {
        return shares()
      },
    }
  }
  const overloaded = new Set(estimate.overloaded)
  const hasTime = (call: ResolvedCall): boolean =>
    !unfit.has(call.callee) && !overloaded.has(call.callee) && !isBatched(call)
  const spans = whenRead(() => spansOf(times, runs, start, hasTime))
  return {
    ...estimate,
    get shares() {
      return shares()
    },
    get spans() {
      return spans()
    },
  }
}

/** When the asynchronous work of an action has ended, flow by flow; `times`: what the own times of its components rest on. */
export function flowsDone(
  { runs, visits, clocks }: Measured,
  graph: Graph,
  loads: ReadonlyMap<Id, ComponentLoad>,
  { timeless, closed }: Pick<ActionInput, 'timeless' | 'closed'>,
  times: ReadonlyMap<Id, TimedComponent> | undefined,
): readonly FlowDone[] {
  const { until } = findUnsteady(runs, visits, loads, isAnsweredElsewhere(graph, runs), timeless)
  const outside = findOutsideHours(runs, visits, closed, isAnsweredElsewhere(graph, runs))
  const { action } = runs
  return clocks.done.map(({ flow, clock }) => {
    const without = until(flow)
    if (whyNoTime(without)) return { flow, action, ...without }
    const waits = outside.until(flow)
    const done = explainTime(percentilesOf(clock), clock, times)
    return { flow, action, done, ...(waits.length > 0 ? { outsideHours: waits } : {}) }
  })
}

/** Whether another call than the first answers the action. */
function isAnsweredElsewhere({ design }: Graph, runs: ActionRuns): boolean {
  return design.actions?.some((action) => action.id === runs.action && action.answeredBy !== undefined) === true
}

/** The loop of an action that never ends, when it has one. */
export function endlessLoops({ runs, visits }: Measured): readonly EndlessLoop[] {
  const { circle } = visits
  if (!circle) return []
  const path = circle.runs.flatMap((key) => runs.runs[key]?.component ?? [])
  return [{ action: runs.action, path, flows: circle.flows, gain: circle.gain }]
}

function endlessComponents(runs: ActionRuns, visits: ActionVisits): readonly Id[] {
  return [...new Set(visits.endless.flatMap((key) => runs.runs[key]?.component ?? []))].toSorted()
}

interface ComponentInput extends TokenSource {
  readonly load: ComponentLoad
  readonly usd: Band
  /** Sent and received in a month. */
  readonly gigabytes: number
  readonly total: Band
  readonly main: Measured | undefined
  /** The main action has a time of which this can be a share. */
  readonly isTimed: boolean
  readonly isMisfit: boolean
}

/** What the estimate says of one component, all actions together. */
export function componentEstimate(component: Id, input: ComponentInput): ComponentEstimate {
  const { load, usd, gigabytes, total, main, isTimed, isMisfit } = input
  const full = isTimed ? main?.clocks.full : undefined
  const timeShare =
    full && full.time.meanMs > 0 ? (makeupOf(full).parts.get(component)?.meanMs ?? 0) / full.time.meanMs : undefined
  return {
    component,
    callsPerMonth: load.callsPerMonth,
    peakCallsPerSecond: load.peakPerSecond,
    usdPerMonth: usd,
    ...(gigabytes > 0 ? { gigabytesPerMonth: gigabytes } : {}),
    ...(total.value > 0 ? { costShare: usd.value / total.value } : {}),
    ...(timeShare === undefined ? {} : { timeShare }),
    ...(load.utilisation === undefined ? {} : { utilisation: load.utilisation }),
    ...(load.capacity ? { capacityWhy: load.capacity.why } : {}),
    ...(isMisfit ? { misfit: true } : {}),
    ...tokenEstimate(component, input),
  }
}
