import type { Id, Requirement } from '../../design/design.ts'
import { numberOr } from '../../design/value.ts'
import { mayLeaveOut, waitedForMost } from '../../estimate/left-out.ts'
import { outsideHoursWords } from '../../estimate/outside-hours-words.ts'
import { scaleBand } from '../../estimate/uncertainty/band.ts'
import type { WaitsOutside } from '../../estimate/estimate-parts.ts'
import type { ActionEstimate, Band, Percentiles } from '../../estimate/estimate.ts'
import { assumedShare } from '../../estimate/uncertainty/standing.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Trait } from '../../kinds/kind.ts'
import { formatShare } from '../../kinds/figures/number-format.ts'
import { estimateAt, type Judged, type Measured, type Metric, type MetricContext, type Open } from '../metric.ts'

const aggregates = ['mean', 'p50', 'p90', 'p95', 'p99'] as const
type LatencyAggregate = (typeof aggregates)[number]

/** Time to the first part of the answer that a person sees, as the release of gates lets it through. */
export const latencyFirst: Metric = {
  id: 'latency.first',
  title: 'Time to first words',
  usual: { is: '<=', target: 2500, aggregate: 'p95' },
  ...ofActions('first words', (action) => action.first),
}

export const latencyFull: Metric = {
  id: 'latency.full',
  title: 'Time to full answer',
  usual: { is: '<=', target: 8000, aggregate: 'p95' },
  ...ofActions('the full answer', (action) => action.full),
}

/** The full answer without the time that people take: what the machine alone is responsible for. */
export const latencyUnattended: Metric = {
  id: 'latency.unattended',
  title: 'Time without people',
  usual: { is: '<=', target: 60_000, aggregate: 'p95' },
  ...ofActions('the full answer without people', (action) => action.unattended),
}

/** Start of the action to the end of everything that this call sets in motion. */
export const latencyDone: Metric = {
  id: 'latency.done',
  title: 'Time until done',
  unit: 'ms',
  category: 'performance-efficiency.time-behaviour',
  scopes: ['flows'],
  aggregates,
  usual: { is: '<=', target: 3_600_000, aggregate: 'p95' },
  verification: 'computed',
  verify(requirement, context) {
    const { graph } = context
    const estimate = estimateAt(requirement, context)
    return estimate.flowsDone
      .filter(({ flow }) => requirement.on === undefined || requirement.on.includes(flow))
      .flatMap(({ flow, action, done, unstable, misfits, batched, outsideHours }): (Measured | Judged)[] => {
        const within = estimate.actions.find((each) => each.action === action)
        if (within !== undefined && misfits) return [cannotRun(`"${graph.name(flow)}"`, action, misfits, context)]
        if (within !== undefined && unstable) return [overloaded(requirement, within, unstable, context)]
        if (within !== undefined && batched) return [withinHours(`"${graph.name(flow)}"`, action, batched, context)]
        if (!done) return []
        const subject = `the time until "${graph.name(flow)}" is done`
        const aggregate = aggregateOf(requirement)
        const leavesOpen = closedTooOften(outsideHours, requirement, bandAt(done, aggregate), graph)
        return [{ ...measured(subject, done, aggregate, [flow, action]), ...(leavesOpen ? { leavesOpen } : {}) }]
      })
  },
}

function ofActions(
  subject: string,
  clock: (action: ActionEstimate) => Percentiles | undefined,
): Omit<Metric, 'id' | 'title' | 'usual'> {
  return {
    unit: 'ms',
    category: 'performance-efficiency.time-behaviour',
    scopes: ['actions', 'flows', 'design'],
    aggregates,
    verification: 'computed',
    verify: (requirement, context) =>
      actionsIn(requirement, context).flatMap((action): (Measured | Judged)[] => {
        const times = clock(action)
        if (times) {
          const aggregate = aggregateOf(requirement)
          const found = measured(`${subject} of "${action.name}"`, times, aggregate, elementsOf(action))
          const isWhole = times === action.full || times.p95.value === action.full?.p95.value
          const leavesOpen =
            findOpen(action, times, context.graph) ??
            (times === action.full ? lostTooOften(action, aggregate, context.graph) : undefined) ??
            (isWhole && times !== action.unattended
              ? closedTooOften(action.outsideHours, requirement, found.band, context.graph)
              : undefined)
          return [leavesOpen ? { ...found, leavesOpen } : found]
        }
        if (action.misfits) return [cannotRun(`"${action.name}"`, action.action, action.misfits, context)]
        if (action.unstable) return [overloaded(requirement, action, action.unstable, context)]
        if (action.batched)
          return [withinHours(`"${action.name}"`, action.action, action.batched, context, action.batchedShare)]
        return [
          {
            type: 'judged',
            verdict: 'unknown',
            arithmetic: `"${action.name}" is not answered in this design, so it has no such time.`,
            elements: [action.action],
            question: `Which arrow answers "${action.name}"?`,
          },
        ]
      }),
  }
}

/** What somebody waits for: those who do the work, where the other boxes pass it on. */
const work: readonly Trait[] = [
  'generates-text',
  'makes-media',
  'predicts',
  'embeds',
  'ranks',
  'vendor-hosted',
  'person',
]
const mostAsked = 3

/**
 * A way on which nothing does the work yet and nobody has stated a time is quick by what kinds assume of themselves, and
 * would be as quick whatever were asked of it. Where people are left out (`unattended`) they do no work either.
 */
function findOpen(action: ActionEstimate, times: Percentiles, graph: Graph): Open | undefined {
  const onTheWay = action.shares.filter(({ meanMs }) => meanMs > 0).map(({ component }) => component)
  const counts =
    times === action.unattended && times !== action.full ? work.filter((trait) => trait !== 'person') : work
  const isWorkedOn = onTheWay.some((id) => counts.some((trait) => graph.has(id, trait)))
  if (isWorkedOn || assumedShare(times.p95.makeup) < 1) return undefined
  const asks = onTheWay.flatMap((on) => (graph.kindOf(on).settings['p50Ms'] ? [{ on, field: 'p50Ms' }] : []))
  const named = asks.slice(0, mostAsked).map(({ on }) => `"${graph.name(on)}"`)
  const orHowLong =
    named.length === 0 ? '' : `, or how long ${named.length > 1 ? 'do' : 'does'} ${named.join(', ')} take`
  return {
    sentence: `Nothing on the way of "${action.name}" has a time yet: no model and no person works there, and what the boxes take is assumed.`,
    question: `Who does the work of "${action.name}" (a model, a service, a person)${orHowLong}?`,
    asks: asks.slice(0, mostAsked),
  }
}

/**
 * Where more requests wait until people begin than a percentile may leave out, it is that of their hours alone: a target
 * that it meets can be meant for those hours; around the clock it holds only if it is longer than that wait as well.
 */
function closedTooOften(
  waits: readonly WaitsOutside[] | undefined,
  requirement: Requirement,
  { high }: Band,
  graph: Graph,
): Open | undefined {
  const most = waitedForMost(waits, aggregateOf(requirement))
  if (most === undefined || high + most.longestMs <= numberOr(requirement.target, 0)) return undefined
  const name = `"${graph.name(most.component)}"`
  return {
    sentence: outsideHoursWords(most, (id) => `"${graph.name(id)}"`, 'the time leaves out'),
    question: `Do requests come outside the hours of ${name}, and is the target meant for them too?`,
    asks: [{ on: most.component, field: 'hoursPerDay' }],
  }
}

/** Where more requests end in a timeout than a percentile may leave out, it is that of the others alone. */
function lostTooOften({ timedOut }: ActionEstimate, aggregate: LatencyAggregate, graph: Graph): Open | undefined {
  const flow = timedOut?.flows.toSorted((one, other) => other.share - one.share)[0]?.flow
  if (timedOut === undefined || flow === undefined || timedOut.share <= mayLeaveOut[aggregate]) return undefined
  const name = `"${graph.name(flow)}"`
  return {
    sentence: `${formatShare(timedOut.share)} of the requests end in a timeout instead, most of them at ${name}, which the time leaves out.`,
    question: `May ${name} take longer before it gives up, or is it tried again or answered in another way?`,
    asks: [{ on: flow, field: 'timeoutMs' }],
  }
}

/** A model that does not fit its GPUs answers nothing: not slow, and not fast either. */
function cannotRun(subject: string, action: Id, misfits: readonly Id[], { graph }: MetricContext): Judged {
  const named = misfits.map((id) => `"${graph.name(id)}"`).join(', ')
  return {
    type: 'judged',
    verdict: 'unknown',
    arithmetic: `${subject} has no time: ${named} does not fit the memory of its GPUs, so nothing answers there.`,
    elements: [...misfits, action],
    question: `How will ${named} fit: more GPUs, fewer bits a weight (quantisation), or a shorter context?`,
  }
}

/** Vendors name a day at most for their batch tiers, and promise no percentile within it. */
function withinHours(subject: string, action: Id, batched: readonly Id[], { graph }: MetricContext, share = 1): Judged {
  const named = batched.map((id) => `"${graph.name(id)}"`).join(', ')
  const asked = `${named} ${batched.length > 1 ? 'are' : 'is'} asked in the batch tier${share < 1 ? ` in ${formatShare(share)} of the requests` : ''}`
  return {
    type: 'judged',
    verdict: 'unknown',
    arithmetic: `${subject} has no time to state: ${asked}, which answers within hours and promises no percentile.`,
    elements: [...batched, action],
    question: `Is an answer of ${named} within a day soon enough, or should the standard tier be asked?`,
  }
}

/** More arrives than can be served: the queue grows without end, and no percentile would be true. */
function overloaded(
  requirement: Requirement,
  action: ActionEstimate,
  full: readonly Id[],
  context: MetricContext,
): Judged {
  const { graph } = context
  const estimate = estimateAt(requirement, context)
  const hour = requirement.at === 'average' ? 'in the mean hour' : 'at the peak'
  const named = full.map((id) => {
    const used = estimate.components.find((component) => component.component === id)?.utilisation
    return used === undefined ? `"${graph.name(id)}"` : `"${graph.name(id)}" (${formatShare(used)} of what it sustains)`
  })
  return {
    type: 'judged',
    verdict: 'fail',
    arithmetic: `Unstable: ${hour} of "${action.name}" more arrives than is served at ${named.join(', ')}. Waiting grows without end, so there is no time to state.`,
    elements: [...full, action.action],
  }
}

/** The actions that a requirement names, itself or by the arrow that starts them; without scope the main action. */
function actionsIn(requirement: Requirement, context: MetricContext): readonly ActionEstimate[] {
  const { graph } = context
  const { on } = requirement
  const estimate = estimateAt(requirement, context)
  if (on === undefined) return estimate.actions.filter((action) => action.action === estimate.mainAction)
  const started = new Set(
    graph.actions.flatMap(({ action, start }) => (start.flow !== undefined && on.includes(start.flow) ? [action] : [])),
  )
  return estimate.actions.filter(({ action }) => on.includes(action) || started.has(action))
}

/** Percentiles over requests are what is promised; a requirement that names none means p95. */
function aggregateOf(requirement: Requirement): LatencyAggregate {
  return aggregates.find((aggregate) => aggregate === requirement.aggregate) ?? 'p95'
}

/** The action and the components that take most of its time, the biggest first. */
function elementsOf(action: ActionEstimate): readonly Id[] {
  const slow = action.shares.toSorted((one, other) => other.share - one.share).slice(0, 3)
  return [action.action, ...slow.map((share) => share.component)]
}

function measured(subject: string, times: Percentiles, aggregate: LatencyAggregate, elements: readonly Id[]): Measured {
  return {
    type: 'measured',
    band: bandAt(times, aggregate),
    subject: `${aggregate === 'mean' ? 'Mean' : aggregate} of ${subject}`,
    elements,
  }
}

function bandAt(times: Percentiles, aggregate: LatencyAggregate): Band {
  if (aggregate !== 'mean') return times[aggregate]
  // The mean has no band of its own: it is as uncertain as the median.
  const { value } = times.p50
  return { ...scaleBand(times.p50, value > 0 ? times.meanMs / value : 1), value: times.meanMs }
}
