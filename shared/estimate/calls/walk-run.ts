import type { Graph } from '../../graph/graph.ts'
import type { ResolvedCall, ResolvedStep, Run } from '../../graph/run.ts'
import type { CallContext, Hand, Kind } from '../../kinds/kind.ts'
import { contextOf, type Readers } from './call-context.ts'
import { type CallUse, type CallUses, listUses, noteCall, type TurnOfCall } from './call-uses.ts'
import { combine, emptyHand, joinHands, mixHands, notBelowZero, originOf, takeAnswer } from './hand.ts'
import { once, type Reach, scale } from './reach.ts'
import { eachTurn, endsOf, goingOnAfterTurn, shareOf, togetherOf, turnsOf } from './step-numbers.ts'
import { atLeastOnce, type Turns } from '../distribution/repeat.ts'
import { callsOf } from '../../graph/calls-in.ts'
import { type Turn, turnAt } from './turn.ts'
import type { Remembered } from './remembered.ts'
import { growingWith, growthOf } from './hand-follows.ts'
import { inputOf } from './step-inputs.ts'
import { promptOfUse } from '../money/token-sums.ts'

export type { CallUse, TurnOfCall } from './call-uses.ts'

/** Shares of a call that fail: `down` is refused at once, `late` runs into the timeout after it has worked and billed. */
export interface Failure {
  readonly down: number
  readonly late: number
}
export type FailureOf = (call: ResolvedCall) => Failure

interface State {
  readonly hand: Hand
  /** Share of the runs that have not answered yet. */
  readonly alive: number
}

interface Walk {
  readonly graph: Graph
  readonly readers: Readers
  readonly failureOf: FailureOf
  /** The kind's plan stands in: its shares and loops are defaults. */
  readonly isDefault: boolean
  readonly uses: CallUses
  /** Share of the calls here that go out at once: all of them in a parallel step. */
  readonly together: number
  /** Turns of a loop in here that are walked one by one. */
  readonly turnsAtMost: number
}

/** Turns that are walked one by one where the context grows: of a loop, and of all loops inside one another. */
const turnsAtMost = 400

/**
 * Walks the plan of one run in order and tells, for each call, how often it happens in one run and what the caller has
 * in hand then (docs/document.md, "In hand" and "Visits"). Turns of a loop that keeps what came before are walked one by
 * one, since context and prompt caches grow from turn to turn.
 */
export function walkRun(
  graph: Graph,
  readers: Readers,
  run: Run,
  start: Hand,
  failureOf: FailureOf,
  turns?: readonly TurnOfCall[],
): readonly CallUse[] {
  if (run.steps.length === 0) return []
  const from: unknown[] = [start, turns]
  for (const call of callsOf(run)) {
    const { down, late } = failureOf(call)
    from.push(readers.sourcesOfCall(call), readers.peakPerSecond(call.callee), down, late)
  }
  return readers.remember(walked, run, from, () => walkAnew(graph, readers, run, start, failureOf, turns))
}

const walked: Remembered<readonly CallUse[]> = new WeakMap()

function walkAnew(
  graph: Graph,
  readers: Readers,
  run: Run,
  start: Hand,
  failureOf: FailureOf,
  turns?: readonly TurnOfCall[],
): readonly CallUse[] {
  const walk: Walk = {
    graph,
    readers,
    failureOf,
    isDefault: run.defaultPlan,
    uses: new Map(),
    together: 0,
    turnsAtMost,
  }
  if (turns === undefined) walkSteps(walk, run.steps, { hand: start, alive: 1 }, once, undefined)
  else walkEachTurn(walk, run, turns)
  return listUses(walk.uses)
}

/** A run that stands between a loop and a model goes through the caller's turns one by one, as the model sees them. */
function walkEachTurn(walk: Walk, run: Run, turns: readonly TurnOfCall[]): void {
  const total = turns.reduce((sum, turn) => sum + turn.weight, 0)
  let before: ReadonlyMap<string, number> = new Map()
  let beforeThat = before
  for (const { index, ahead, weight, hand } of turns) {
    if (index === undefined || index === 0) before = new Map()
    const here = index === undefined ? undefined : turnAt(index, ahead, before, beforeThat)
    walkSteps(walk, run.steps, { hand, alive: 1 }, scale(once, total > 0 ? weight / total : 0), here)
    beforeThat = before
    before = here?.now ?? new Map()
  }
}

function walkSteps(walk: Walk, steps: readonly ResolvedStep[], start: State, reach: Reach, turn?: Turn): State {
  return steps.reduce((state, step) => walkStep(walk, step, state, reach, turn), start)
}

/** `reach` is that of the group; what has answered inside it is in `state.alive`. */
function walkStep(walk: Walk, step: ResolvedStep, state: State, reach: Reach, turn?: Turn): State {
  const share = shareOf(step)
  if (share === 0) return state
  const reached = scale(reach, share, inputOf(step, 'share', walk.isDefault))
  const after = walkTurns(walk, step, state, reached, turn)
  const ended = after.alive * (1 - endsOf(step))
  return {
    hand: mixHands(after.hand, state.hand, share),
    alive: share * ended + (1 - share) * state.alive,
  }
}

function walkTurns(walk: Walk, step: ResolvedStep, state: State, reach: Reach, turn?: Turn): State {
  if (step.times === undefined && step.spread === undefined) return walkOnce(walk, step, state, reach, turn)
  const turns = turnsOf(step)
  if (step.keeps !== 'all') {
    const input = inputOf(step, 'times', walk.isDefault)
    // Who answers in a turn takes no other one: of N turns (1 - G(s)) / (1 - s) happen when a share s goes on after each.
    const stops = 1 - goingOnAfterTurn(step)
    const happening = stops > 1e-12 ? atLeastOnce(stops, turns) / stops : turns.mean
    const looped = turns.mean > 0 ? scale(scale(reach, happening / turns.mean), turns.mean, input) : scale(reach, 0)
    const together = Math.max(walk.together, togetherOf(step, turns))
    const after = walkOnce({ ...walk, together }, step, state, looped, turn)
    const left = step.keeps === 'nothing' ? 1 : turns.mean
    const alive = stops > 1e-12 ? state.alive * (1 - atLeastOnce(stops, turns)) : after.alive
    return { hand: combine(state.hand, combine(after.hand, state.hand, 1, -1), 1, left), alive }
  }
  return walkGrowingTurns(walk, step, state, reach, turns)
}

/**
 * A loop that keeps what came before, turn by turn: what is in hand in a turn is what all turns before it brought. Of many
 * turns the last ones are walked once, with what is in hand in their middle: it grows by the same in each.
 */
function walkGrowingTurns(walk: Walk, step: ResolvedStep, state: State, reach: Reach, turns: Turns): State {
  const input = inputOf(step, 'times', walk.isDefault)
  const growth = input && turns.mean > 1 ? growthOf(input, turns.mean) : undefined
  const { chances, rest } = eachTurn(turns, walk.turnsAtMost)
  const inner: Walk = { ...walk, turnsAtMost: Math.max(4, Math.floor(walk.turnsAtMost / Math.max(1, chances.length))) }
  const times = (count: number): Reach =>
    input && turns.mean > 0 ? scale(scale(reach, count / turns.mean), turns.mean, input) : scale(reach, count)
  const notOnce = Math.max(0, 1 - (chances[0] ?? 0))
  let end: State = { hand: combine(emptyHand, state.hand, 1, notOnce), alive: notOnce * state.alive }
  const endWith = (after: State, share: number): void => {
    if (share > 0) end = { hand: combine(end.hand, after.hand, 1, share), alive: end.alive + share * after.alive }
  }
  let now = state
  let grown = emptyHand
  let before: ReadonlyMap<string, number> = new Map()
  let beforeThat = before
  for (const [index, chance] of chances.entries()) {
    const here: Turn = { index, before, now: new Map() }
    const after = walkOnce(inner, step, now, times(chance), here)
    endWith(after, chance - (chances[index + 1] ?? rest?.chance ?? 0))
    const next = growth ? { ...after, hand: growingWith(now.hand, after.hand, growth) } : after
    grown = combine(next.hand, now.hand, 1, -1)
    now = next
    beforeThat = before
    before = here.now
  }
  if (!rest) return end
  const middle: State = { ...now, hand: notBelowZero(combine(now.hand, grown, 1, rest.ahead)) }
  const late = turnAt(chances.length, rest.ahead, before, beforeThat)
  const after = walkOnce(inner, step, middle, times(rest.turns), late)
  endWith({ ...after, hand: notBelowZero(combine(now.hand, grown, 1, rest.turns / rest.chance)) }, rest.chance)
  return end
}

function walkOnce(walk: Walk, step: ResolvedStep, state: State, reach: Reach, turn?: Turn): State {
  if (step.type === 'call') return walkCall(walk, step, state, reach, turn)
  if (step.type === 'sequence') return walkSteps(walk, step.steps, state, reach, turn)
  if (step.type === 'parallel') return walkParallel(walk, step, state, reach, turn)
  const choices = step.choices.map((choice) => choice.step)
  return step.failover ? walkFailover(walk, choices, state, reach, turn) : walkChoice(walk, step, state, reach, turn)
}

/** Who answers inside a branch does so at the join. */
function walkParallel(
  walk: Walk,
  step: Extract<ResolvedStep, { type: 'parallel' }>,
  state: State,
  reach: Reach,
  turn?: Turn,
): State {
  const abreast = step.branches.length > 1 ? { ...walk, together: 1 } : walk
  const ends = step.branches.map((branch) => walkStep(abreast, branch, state, reach, turn))
  const counted = step.join === 'all' ? ends.length : step.join === 'any' ? 1 : step.join
  const alive = ends.reduce((left, end) => (state.alive > 0 ? (left * end.alive) / state.alive : 0), state.alive)
  const hands = ends.map((end) => end.hand)
  return { hand: joinHands(state.hand, hands, Math.min(counted, ends.length)), alive }
}

function walkChoice(
  walk: Walk,
  step: Extract<ResolvedStep, { type: 'choose' }>,
  state: State,
  reach: Reach,
  turn?: Turn,
): State {
  let left = 1
  let hand = emptyHand
  let alive = 0
  for (const { share, step: choice } of step.choices) {
    if (share <= 0) continue
    // The share of a choice is its probability: it must not count as a modifier of the step once more.
    const after = walkTurns(walk, choice, state, scale(reach, share, inputOf(choice, 'share', walk.isDefault)), turn)
    left -= share
    hand = combine(hand, after.hand, 1, share)
    alive += share * after.alive * (1 - endsOf(choice))
  }
  const rest = Math.max(0, left)
  return { hand: combine(hand, state.hand, 1, rest), alive: alive + rest * state.alive }
}

/** One after the other, each only when the one before has failed. */
function walkFailover(walk: Walk, steps: readonly ResolvedStep[], state: State, reach: Reach, turn?: Turn): State {
  let reached = reach
  let result: State | undefined
  for (const step of steps) {
    const after = walkTurns(walk, step, state, reached, turn)
    result ??= after
    const failed = step.type === 'call' ? failsForGood(walk.failureOf(step), attemptsOf(walk.graph, step)) : 0
    reached = scale(reached, failed)
  }
  return result ?? state
}

function walkCall(walk: Walk, call: ResolvedCall, state: State, reach: Reach, turn?: Turn): State {
  if (call.run === undefined) return state
  const kind = walk.graph.kindOf(call.callee)
  const previous = turn?.before.get(call.flow) ?? 0
  const context: CallContext = contextOf(
    walk.readers,
    call,
    state.hand,
    turn ? { turn: { index: turn.index, previousPromptTokens: previous } } : {},
  )
  const tokens = kind.tokens?.(context)
  if (turn && tokens) turn.now.set(call.flow, promptOfUse(tokens))
  const reached = scale(reach, state.alive)
  const here: TurnOfCall = {
    ...(turn ? { index: turn.index } : {}),
    ...(turn?.ahead === undefined ? {} : { ahead: turn.ahead }),
    weight: reached.value,
    hand: state.hand,
  }
  noteCall(walk.uses, call, {
    reach: reached,
    hand: state.hand,
    together: walk.together,
    tokens: turn ? tokens : undefined,
    turn: turn && kind.traits.includes('fronts-models') ? here : undefined,
    longestPrompt: tokens && promptOfUse(tokens),
  })
  const awaited = call.mode !== 'async' && call.mode !== 'offline'
  const hand = awaited ? answered(walk, kind, state.hand, context) : state.hand
  if (call.orElse === undefined) return { hand, alive: state.alive }
  const failure = walk.failureOf(call)
  const failed = failsForGood(failure, attemptsOf(walk.graph, call))
  const instead = walkSteps(walk, call.orElse, state, scale(reach, failed), turn)
  return {
    hand: mixHands(instead.hand, hand, failed),
    alive: failed * instead.alive + (1 - failed) * state.alive,
  }
}

function answered(walk: Walk, kind: Kind, hand: Hand, context: CallContext): Hand {
  const [effect, restsOn] = walk.readers.restingOn(() => kind.answers(context))
  return takeAnswer(
    hand,
    effect,
    restsOn,
    originOf((trait) => kind.traits.includes(trait)),
  )
}

/** Tries of one call, the first one included. */
export function attemptsOf(graph: Graph, call: ResolvedCall): number {
  const retries = graph.flow(call.flow)?.flow.retries
  const count = typeof retries === 'number' ? retries : retries && 'value' in retries ? retries.value : 0
  return 1 + Math.max(0, Math.floor(count))
}

/** Share of the calls whose every attempt fails: an outage outlasts the retries, what was late may be in time next. */
export function failsForGood({ down, late }: Failure, attempts: number): number {
  return down + (1 - down) * late ** attempts
}
