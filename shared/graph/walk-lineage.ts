import type { Id } from '../design/design.ts'
import { isUnknown, known, numberOr } from '../design/value.ts'
import {
  addParcels,
  bare,
  type Carrying,
  joinAlternatives,
  joinBranches,
  joinPerhaps,
  mapParcels,
  nothing,
  parcel,
  type Parcel,
  type Parcels,
  pastGate,
  pastModel,
  sameCarrying,
  withMark,
} from './carrying.ts'
import type { Graph, GraphFlow } from './graph.ts'
import { hasSay, isSpeaker } from './has-say.ts'
import { requestOrigin } from './origins.ts'
import type { ActionRuns, ResolvedCall, ResolvedStep, Run } from './run.ts'
import { contentsOf, isStore, type Stores } from './store-contents.ts'
import { addSource, answerOf, beginWalk, derivedSource, declare, pick, throughModel, type Walk } from './travel.ts'

/** A run being walked. */
interface Frame {
  readonly walk: Walk
  readonly runs: ActionRuns
  readonly run: Run
  /** What was in hand, and certainly seen, before the first step. */
  readonly start: Carrying
  /** Gates of this run whose place among the steps nobody stated. */
  readonly unordered: readonly ResolvedCall[]
  readonly visits: Map<string, { readonly input: Carrying; readonly output: Carrying }>
}

const maximumTurns = 20

/** Follows one action from its start and records every call and answer on the way, and what it wrote to which store. */
export function walkAction(graph: Graph, stores: Stores, runs: ActionRuns): Walk {
  const walk = beginWalk(graph, stores)
  const run = runs.runs[runs.start.run]
  if (run !== undefined) walkStart(walk, runs, run)
  return walk
}

function walkStart(walk: Walk, runs: ActionRuns, run: Run): void {
  const { graph } = walk
  const visits = new Map<string, { input: Carrying; output: Carrying }>()
  const flow = runs.start.flow === undefined ? undefined : graph.flow(runs.start.flow)
  if (flow === undefined) {
    walkRun(walk, runs, run, nothing, visits)
    return
  }
  const actor = requestOrigin(flow.caller)
  const stated = flow.flow.request?.data
  const held = contentsOf(graph, walk.stores, flow.caller)
  const spoken =
    stated === undefined ? new Map([...held, [actor, parcel([actor])] as const]) : pick(walk, stated, held, flow.caller)
  for (const each of spoken.values()) for (const origin of each.origins) addSource(walk, origin, flow.caller)
  const sent = bare(spoken)
  recordCall(walk, runs, run, flow, 'start', sent)
  const output = walkRun(walk, runs, run, sent, visits)
  if (flow.mode !== 'async') recordAnswer(walk, runs, run, flow, 'start', answerOf(walk, flow, output))
}

function walkRun(walk: Walk, runs: ActionRuns, run: Run, input: Carrying, visits: Frame['visits']): Carrying {
  const seen = visits.get(run.key)
  const joined = seen === undefined ? input : joinAlternatives(seen.input, input)
  if (seen !== undefined && sameCarrying(joined, seen.input)) return seen.output
  visits.set(run.key, { input: joined, output: seen?.output ?? joined })
  const start = begin(walk, run.component, joined)
  const frame: Frame = { walk, runs, run, start, unordered: unorderedGates(walk.graph, run.steps), visits }
  const output = walkSteps(frame, run.steps, start)
  visits.set(run.key, { input: joined, output })
  return output
}

/** What a component has in hand when its run starts; a gate in the line has seen all that passes through it. */
function begin(walk: Walk, component: Id, input: Carrying): Carrying {
  const { graph } = walk
  const isGate = graph.has(component, 'gates')
  const seen: Carrying = isGate
    ? pastGate(
        { ...input, parcels: mapParcels(input.parcels, (each) => withMark(each, component, true)) },
        component,
        true,
      )
    : isSpeaker(graph, component)
      ? pastModel(input)
      : input
  const contents = contentsOf(graph, walk.stores, component)
  const written = walk.stores.written.get(component)
  for (const [asset, each] of contents) {
    if (written?.has(asset) === true) continue
    const entrances = [...each.origins].filter((origin) => origin === asset)
    for (const origin of entrances) addSource(walk, origin, component)
    for (const origin of each.origins) if (origin !== asset) addSource(walk, derivedSource(origin), component)
  }
  const state = addParcels(seen, contents)
  return { ...state, parcels: mapParcels(state.parcels, (each) => throughModel(graph, component, each)) }
}

function walkSteps(frame: Frame, steps: readonly ResolvedStep[], start: Carrying): Carrying {
  return steps.reduce((state, step) => walkStep(frame, step, state), start)
}

function walkStep(frame: Frame, step: ResolvedStep, state: Carrying): Carrying {
  if (numberOr(step.share, 1) <= 0) return state
  const after = walkTurns(frame, step, state)
  if (step.share === undefined) return after
  if (isUnknown(step.share)) return joinPerhaps(state, after)
  return numberOr(step.share, 1) < 1 ? joinAlternatives(state, after) : after
}

/** A loop to its fixpoint: what a turn leaves in hand is there at the next, marks hold only when every turn has them. */
function walkTurns(frame: Frame, step: ResolvedStep, state: Carrying): Carrying {
  if (step.times === undefined || step.keeps === 'nothing') return walkOnce(frame, step, state)
  let before = state
  for (let turn = 1; ; turn += 1) {
    const after = walkOnce(frame, step, before)
    const next = joinAlternatives(before, after)
    if (turn === maximumTurns || sameCarrying(next, before)) return after
    before = next
  }
}

function walkOnce(frame: Frame, step: ResolvedStep, state: Carrying): Carrying {
  if (step.type === 'call') return walkCall(frame, step, state)
  if (step.type === 'sequence') return walkSteps(frame, step.steps, state)
  if (step.type === 'parallel') {
    const ends = step.branches.map((branch) => walkStep(frame, branch, state))
    const waitsForAll = step.join === 'all' || step.join === step.branches.length
    return joinAll(ends, waitsForAll ? joinBranches : joinAlternatives, state)
  }
  // The share of a choice is its probability, not that of being reached: it never counts twice.
  const ends = step.choices.filter((choice) => choice.share > 0).map((choice) => walkTurns(frame, choice.step, state))
  const total = step.choices.reduce((sum, choice) => sum + choice.share, 0)
  const chosen = joinAll(ends, joinAlternatives, state)
  return total < 0.999 && !step.failover ? joinAlternatives(state, chosen) : chosen
}

function joinAll(ends: readonly Carrying[], join: (a: Carrying, b: Carrying) => Carrying, empty: Carrying): Carrying {
  const [first, ...rest] = ends
  return first === undefined ? empty : rest.reduce(join, first)
}

function walkCall(frame: Frame, step: ResolvedCall, state: Carrying): Carrying {
  const { walk, runs } = frame
  const flow = walk.graph.flow(step.flow)
  const target = step.run === undefined ? undefined : runs.runs[step.run]
  if (flow === undefined || target === undefined) return state
  const sent = send(frame, step, flow, state)
  recordCall(walk, runs, frame.run, flow, step.name, sent, steeringOf(frame, step, flow, state))
  const output = walkRun(walk, runs, target, sent, frame.visits)
  if (step.mode === 'async' || step.mode === 'offline') return state
  const heard = hasSay(walk.graph, runs, target) ? pastModel(state) : state
  const marked = isCertainGate(walk.graph, step) ? markSent(step, heard, sent) : heard
  const answer = answerOf(walk, flow, output)
  recordAnswer(walk, runs, target, flow, `${frame.run.key} ${step.name}`, answer)
  const after = addParcels(marked, answer)
  return step.orElse === undefined ? after : joinAlternatives(after, walkSteps(frame, step.orElse, state))
}

/** Awaited and not optional: only then does what follows depend on the verdict. */
function isCertainGate(graph: Graph, step: ResolvedCall): boolean {
  return graph.has(step.callee, 'gates') && step.optional !== true && step.mode !== 'async' && step.mode !== 'offline'
}

/**
 * The gate has seen what it was sent: what was in hand, and what was named only now (a "question" out of an unnamed
 * request), which is in hand from here on, so that a later call of the same name carries the mark.
 */
function markSent(step: ResolvedCall, state: Carrying, sent: Carrying): Carrying {
  const certain = step.placed === 'stated'
  const seen = new Set([...sent.parcels.values()].flatMap((each) => [...each.origins]))
  const isSeen = (each: Parcel) => [...each.origins].every((origin) => origin.endsWith('.request') && seen.has(origin))
  const parcels = new Map(
    mapParcels(state.parcels, (each, asset) =>
      sent.parcels.has(asset) || isSeen(each) ? withMark(each, step.callee, certain) : each,
    ),
  )
  for (const [asset, each] of sent.parcels) {
    if (!parcels.has(asset)) parcels.set(asset, withMark(each, step.callee, certain))
  }
  return pastGate({ ...state, parcels }, step.callee, certain)
}

/** What goes out along an arrow. Where the order of steps is only a default, marks are kept but uncertain. */
function send(frame: Frame, step: ResolvedCall, flow: GraphFlow, state: Carrying): Carrying {
  const { walk, start } = frame
  const stated = flow.flow.request?.data
  const chosen = stated === undefined ? state.parcels : pick(walk, stated, state.parcels, flow.caller)
  const declared = known(flow.flow.request?.untrusted)
  const trusted = declared === undefined ? chosen : declare(walk, flow, chosen, declared)
  const others = frame.unordered.filter((gate) => gate.flow !== step.flow)
  const parcels = markByOrder(frame, step, trusted)
  const ran = (gates: ReadonlyMap<Id, boolean>, before: ReadonlyMap<Id, boolean>): ReadonlyMap<Id, boolean> => {
    const certain = step.placed === 'stated' ? gates : demote(gates, before)
    const unplaced = others.filter(({ callee }) => !certain.has(callee))
    return new Map([...certain, ...unplaced.map(({ callee }) => [callee, false] as const)])
  }
  return { parcels, gates: ran(state.gates, start.gates), deciding: ran(state.deciding, start.deciding) }
}

/** An agent that says what it sends has chosen it, and the call, with all that it had in hand. */
function steeringOf(frame: Frame, step: ResolvedCall, flow: GraphFlow, state: Carrying): Parcels | undefined {
  const isChosen = flow.flow.request?.data !== undefined && frame.walk.graph.has(flow.caller, 'plans-actions')
  return isChosen ? markByOrder(frame, step, state.parcels) : undefined
}

/** Marks that hold at a step: those of gates before and after it are uncertain where the order is only a default. */
function markByOrder({ walk, run, start, unordered }: Frame, step: ResolvedCall, parcels: Parcels): Parcels {
  const others = unordered.filter((gate) => gate.flow !== step.flow)
  return mapParcels(parcels, (each, asset) => {
    const isKept = step.placed === 'stated' || each.marks.size === 0
    const kept = isKept ? each : { ...each, marks: demote(each.marks, start.parcels.get(asset)?.marks) }
    const marked = others
      .filter((gate) => seesAsset(walk.graph, gate, asset))
      .reduce((so, gate) => withMark(so, gate.callee, false), kept)
    return throughModel(walk.graph, run.component, marked)
  })
}

function demote(
  marks: ReadonlyMap<Id, boolean>,
  before: ReadonlyMap<Id, boolean> | undefined,
): ReadonlyMap<Id, boolean> {
  return new Map([...marks].map(([gate, certain]) => [gate, certain && before?.get(gate) === true]))
}

function seesAsset(graph: Graph, gate: ResolvedCall, asset: Id): boolean {
  const data = graph.flow(gate.flow)?.flow.request?.data
  return data === undefined || data.includes(asset)
}

/** Gates among the steps that nobody placed: sampled ones (a share below 1) are no gates at all. */
function unorderedGates(graph: Graph, steps: readonly ResolvedStep[]): readonly ResolvedCall[] {
  return steps.flatMap((step): readonly ResolvedCall[] => {
    if (numberOr(step.share, 1) < 1) return []
    if (step.type === 'sequence') return unorderedGates(graph, step.steps)
    if (step.type === 'parallel') return unorderedGates(graph, step.branches)
    const isUnordered = step.type === 'call' && step.placed !== 'stated' && step.run !== undefined
    return isUnordered && isCertainGate(graph, step) ? [step] : []
  })
}

function recordCall(
  walk: Walk,
  runs: ActionRuns,
  run: Run,
  flow: GraphFlow,
  step: string,
  sent: Carrying,
  steeredBy?: Parcels,
): void {
  const key = `${run.key} ${step}`
  const before = walk.calls.get(key)
  const all = before === undefined ? sent : joinAlternatives(before.sent, sent)
  const steering = joinSteering(before?.steering, steeredBy)
  walk.calls.set(key, { action: runs.action, run, flow, sent: all, ...(steering === undefined ? {} : { steering }) })
  const writes = flow.does.some((access) => access === 'write' || access === 'send')
  if (!writes || !isStore(walk.graph, flow.callee)) return
  const content = walk.written.get(flow.callee)
  const merged = content === undefined ? sent : joinAlternatives(bare(content), sent)
  walk.written.set(flow.callee, merged.parcels)
}

function joinSteering(before: Parcels | undefined, added: Parcels | undefined): Parcels | undefined {
  if (before === undefined || added === undefined) return added ?? before
  return joinAlternatives(bare(before), bare(added)).parcels
}

function recordAnswer(walk: Walk, runs: ActionRuns, run: Run, flow: GraphFlow, step: string, parcels: Parcels): void {
  const before = walk.answers.get(step)
  const merged = before === undefined ? parcels : joinAlternatives(bare(before.parcels), bare(parcels)).parcels
  walk.answers.set(step, { action: runs.action, run, flow, parcels: merged })
}
