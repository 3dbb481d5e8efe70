import type { Id } from '../../design/design.ts'
import { numberOr } from '../../design/value.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ActionRuns, ResolvedCall, RunKey } from '../../graph/run.ts'
import type { Hand } from '../../kinds/kind.ts'
import type { Readers } from './call-context.ts'
import { callsOf } from '../../graph/calls-in.ts'
import { combine } from './hand.ts'
import { chain, either, once, type Reach, scale } from './reach.ts'
import { asBefore } from './remembered.ts'
import { startHand } from './start-hand.ts'
import { type Circle, type RunEdge, solveRounds } from './visit-gain.ts'
import { attemptsOf, type CallUse, type FailureOf, type TurnOfCall, walkRun } from './walk-run.ts'

/** One call of one run, as one request of the action makes it. */
export interface CallVisits {
  readonly use: CallUse
  readonly run: RunKey
  /** Calls that reach the callee in one request: reach of the run and the step, attempts and copies included. */
  readonly calls: Reach
  /** The same without attempts and copies: how often the caller wants an answer. */
  readonly asked: number
}

/** What one request of an action sets in motion. */
export interface ActionVisits {
  readonly runs: Readonly<Record<RunKey, { readonly visits: Reach; readonly hand: Hand }>>
  readonly calls: readonly CallVisits[]
  /** The first call, from the actor, when the action starts with an arrow; as a call of its own. */
  readonly start: CallUse | undefined
  /** Runs that call one another more than once a round: they would never end, and what they add is left out. */
  readonly endless: readonly RunKey[]
  /** The way of those calls, and how often a round brings the next one. */
  readonly circle?: Circle
}

/** All calls of one request and how often each is made, the one that starts it first. */
export function everyCall({ start, calls }: ActionVisits): readonly Pick<CallVisits, 'use' | 'calls'>[] {
  return start ? [{ use: start, calls: start.reach }, ...calls] : calls
}

/** Extra copies of a call beyond the first try: late attempts, and hedges, per answer wanted. */
export type ExtraOf = (call: ResolvedCall) => number

/** Rounds after which what call-backs have in hand no longer changes to speak of. */
const rounds = 100

/**
 * How often each run and each call happens in one request, with the averaged hand of each run: one pass in the order of
 * calls. Call-backs that return to an earlier run go round until a round brings nothing any more; how often is solved
 * for itself, since it does not depend on what is in hand.
 */
export function solveVisits(
  graph: Graph,
  readers: Readers,
  actionRuns: ActionRuns,
  failureOf: FailureOf,
  hedgeOf: ExtraOf,
): ActionVisits {
  const input = startHand(graph, actionRuns)
  const solve: Solve = { graph, readers, actionRuns, failureOf, hedgeOf, order: orderRuns(actionRuns), input }
  const first = passOnce(solve, new Map())
  if (first.returns.size === 0) return result(solve, first)
  const comeBack = new Map([...first.returns].map(([key, { visits }]) => [key, visits.value]))
  let pass = first
  let solved = solveRounds(solve.order, edgesOf(first), comeBack)
  for (let round = 0; round < rounds && solved.type === 'ends'; round += 1) {
    const returned = arrivalsOf(solved.returns, pass)
    const next = passOnce(solve, returned)
    // A run that only call-backs reach shows its own calls once it has been reached.
    if (next.arrivals.size > pass.arrivals.size) solved = solveRounds(solve.order, edgesOf(next), comeBack)
    else if (sameHands(arrivalsOf(solved.returns, next), returned)) return result(solve, next)
    pass = next
  }
  if (solved.type === 'ends') return result(solve, pass)
  return { ...result(solve, first), endless: [...comeBack.keys()].toSorted(), circle: solved.circle }
}

function edgesOf({ calls, arrivals }: Pass): readonly RunEdge[] {
  return calls.flatMap(({ use, run, calls: reach }) => {
    const visits = arrivals.get(run)?.visits.value ?? 0
    const { run: to, flow } = use.call
    return to === undefined || visits <= 0 ? [] : [{ from: run, to, flow, calls: reach.value / visits }]
  })
}

/** So many visits, with what the last pass brought along. */
function arrivalsOf(visits: ReadonlyMap<RunKey, number>, { returns }: Pass): ReadonlyMap<RunKey, Arrival> {
  return new Map(
    [...returns].map(([key, { hand, visits: reach }]) => [
      key,
      { hand, visits: { value: visits.get(key) ?? reach.value, factors: [] } },
    ]),
  )
}

function sameHands(a: ReadonlyMap<RunKey, Arrival>, b: ReadonlyMap<RunKey, Arrival>): boolean {
  return [...a].every(([key, { hand }]) => {
    const other = b.get(key)?.hand
    return other !== undefined && parts.every((part) => Math.abs(hand[part] - other[part]) <= 1e-9 * (1 + hand[part]))
  })
}
const parts = ['tokens', 'pages', 'items', 'bytes'] as const

interface Solve {
  readonly graph: Graph
  readonly readers: Readers
  readonly actionRuns: ActionRuns
  readonly failureOf: FailureOf
  readonly hedgeOf: ExtraOf
  readonly order: readonly RunKey[]
  readonly input: Hand
}

interface Pass {
  readonly arrivals: ReadonlyMap<RunKey, Arrival>
  readonly calls: readonly CallVisits[]
  /** What comes back to runs that were walked already. */
  readonly returns: ReadonlyMap<RunKey, Arrival>
}

function passOnce(solve: Solve, returned: ReadonlyMap<RunKey, Arrival>): Pass {
  const { graph, readers, actionRuns, failureOf, hedgeOf, order } = solve
  const place = new Map(order.map((key, index) => [key, index]))
  const arrivals = new Map<RunKey, Arrival>(returned)
  arrive(arrivals, actionRuns.start.run, once, solve.input)
  const calls: CallVisits[] = []
  const returns = new Map<RunKey, Arrival>()
  for (const [index, key] of order.entries()) {
    const run = actionRuns.runs[key]
    const arrival = arrivals.get(key)
    if (!run || !arrival) continue
    for (const use of walkRun(graph, readers, run, arrival.hand, failureOf, arrival.turns)) {
      const wanted = chain(arrival.visits, joined(graph, actionRuns, use))
      const attempts = attemptFactor(graph, use.call, failureOf) * (1 + hedgeOf(use.call))
      const reached = scale(wanted, attempts * copiesCalled(graph, use.call))
      calls.push({ use, run: key, calls: reached, asked: wanted.value })
      const target = use.call.run
      if (target !== undefined)
        arrive((place.get(target) ?? 0) <= index ? returns : arrivals, target, reached, use.hand, use.turns)
    }
  }
  return { arrivals, calls, returns }
}

/** What is remembered of calls is found by their use: that of the start stays the same object while it says the same. */
const startUses = new WeakMap<ResolvedCall, CallUse>()

function result({ graph, actionRuns, input }: Solve, { arrivals, calls }: Pass): ActionVisits {
  const start = startOf(graph, actionRuns)
  return {
    runs: Object.fromEntries([...arrivals].map(([key, { visits, hand }]) => [key, { visits, hand }])),
    calls,
    start: start && asBefore(startUses, start, { call: start, reach: once, hand: input, together: 0 }),
    endless: [],
  }
}

interface Arrival {
  readonly visits: Reach
  readonly hand: Hand
  /** The turns of a loop in which it is called, when that matters behind it; their weights sum to the visits. */
  readonly turns?: readonly TurnOfCall[] | undefined
}

function arrive(
  arrivals: Map<RunKey, Arrival>,
  key: RunKey,
  visits: Reach,
  hand: Hand,
  turns?: readonly TurnOfCall[],
): void {
  const known = arrivals.get(key)
  const total = (known?.visits.value ?? 0) + visits.value
  if (!known || total === 0) {
    arrivals.set(key, { visits, hand, turns })
    return
  }
  const before = known.visits.value / total
  arrivals.set(key, {
    visits: either(known.visits, visits),
    hand: combine(known.hand, hand, before, 1 - before),
    turns:
      known.turns === undefined && turns === undefined
        ? undefined
        : [...weighed(known, known.turns), ...weighed({ visits, hand }, turns)],
  })
}

/** The turns of an arrival with weights that sum to its visits; one without turns is one time outside loops. */
function weighed({ visits, hand }: Arrival, turns: readonly TurnOfCall[] | undefined): readonly TurnOfCall[] {
  const total = (turns ?? []).reduce((sum, turn) => sum + turn.weight, 0)
  if (turns === undefined || total <= 0) return [{ weight: visits.value, hand }]
  return turns.map((turn) => ({ ...turn, weight: (turn.weight * visits.value) / total }))
}

const orders = new WeakMap<ActionRuns, readonly RunKey[]>()

/** Callers before callees, as far as call-backs allow. */
function orderRuns(actionRuns: ActionRuns): readonly RunKey[] {
  const known = orders.get(actionRuns)
  if (known) return known
  const order: RunKey[] = []
  const seen = new Set<RunKey>()
  const visit = (key: RunKey): void => {
    if (seen.has(key)) return
    seen.add(key)
    const run = actionRuns.runs[key]
    for (const call of run ? callsOf(run) : []) if (call.run !== undefined) visit(call.run)
    order.push(key)
  }
  visit(actionRuns.start.run)
  order.reverse()
  orders.set(actionRuns, order)
  return order
}

/** A merge runs once when all branches have arrived: each of its arrows brings its part. */
function joined(graph: Graph, actionRuns: ActionRuns, { call, reach }: CallUse): Reach {
  if (!graph.has(call.callee, 'joins-calls')) return reach
  return scale(reach, 1 / Math.max(1, arrowsInto(actionRuns, call.callee).size))
}

function arrowsInto(actionRuns: ActionRuns, component: Id): ReadonlySet<Id> {
  const arrows = new Set<Id>()
  for (const run of Object.values(actionRuns.runs)) {
    for (const call of callsOf(run)) if (call.callee === component && call.run !== undefined) arrows.add(call.flow)
  }
  return arrows
}

/** Attempts that reach the callee and are worked on: a late one is tried again, (1 - q^r) / (1 - q). */
function attemptFactor(graph: Graph, call: ResolvedCall, failureOf: FailureOf): number {
  const { late } = failureOf(call)
  const attempts = attemptsOf(graph, call)
  if (late <= 0 || attempts === 1) return 1
  return late >= 1 ? attempts : (1 - late ** attempts) / (1 - late)
}

/** One copy is called, but for plates of which the arrow calls every copy. */
function copiesCalled(graph: Graph, call: ResolvedCall): number {
  const plates = graph.flow(call.flow)?.flow.toAll
  if (plates === undefined) return 1
  return graph
    .boundariesOf(call.callee)
    .filter((boundary) => plates.includes(boundary.id))
    .reduce((count, boundary) => count * Math.max(0, numberOr(boundary.copies?.count, 1)), 1)
}

const starts = new WeakMap<ActionRuns, ResolvedCall>()

/** The start of an action as a call; an action that starts at a component calls it along no arrow. */
export function startOf(graph: Graph, actionRuns: ActionRuns): ResolvedCall | undefined {
  const known = starts.get(actionRuns)
  if (known) return known
  const run = actionRuns.runs[actionRuns.start.run]
  if (!run) return undefined
  const flow = actionRuns.start.flow === undefined ? undefined : graph.flow(actionRuns.start.flow)
  const call: ResolvedCall = {
    type: 'call',
    name: flow?.id ?? run.component,
    flow: flow?.id ?? '',
    caller: flow?.caller ?? '',
    callee: run.component,
    mode: flow?.mode ?? 'sync',
    does: flow?.does ?? graph.kindOf(run.component).does,
    run: run.key,
    placed: 'stated',
  }
  starts.set(actionRuns, call)
  return call
}
