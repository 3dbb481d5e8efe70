import type { Id } from '../../design/design.ts'
import type { ActionRuns, ResolvedCall, ResolvedStep, RunKey } from '../../graph/run.ts'
import { endsOf, shareOf, turnsOf } from '../calls/step-numbers.ts'
import { atLeastOnce } from '../distribution/repeat.ts'
import { isAwaited } from '../latency/step-times.ts'
import { all, always, componentsIn, perhaps, some, type Success } from './success-tree.ts'

/** What an action needs, as a tree, and the components in it. */
export interface Needs {
  readonly plain: Success
  readonly components: readonly Id[]
}
const needs = new WeakMap<ActionRuns, Needs>()

/** Read off once for each action: nothing but its runs counts. */
export function needsOf(actionRuns: ActionRuns, start: ResolvedCall): Needs {
  const known = needs.get(actionRuns)
  if (known) return known
  const plain = successOfRun({ actionRuns, known: new Map(), apart: 0 }, start.callee, actionRuns.start.run, outside)
  const made = { plain, components: componentsIn(plain) }
  needs.set(actionRuns, made)
  return made
}

/** One action's tree being built: runs are shared, so that the tree of a dense drawing stays as small as the drawing. */
interface Growth {
  readonly actionRuns: ActionRuns
  /** By the loop around it, and there by the run and the share of the turns that reach it. */
  readonly known: Map<Place['ofRuns'], Map<string, Success>>
  /** Runs in loops that were looked at. */
  apart: number
}

/** Beyond, a run in a loop is looked at once, as outside of it. */
const apartAtMost = 4000

/** A run that a loop calls chooses anew in every turn, too: what it needs in any of them is needed. */
function successOfRun(growth: Growth, component: Id, key: RunKey, around: Place): Success {
  const isApart = around.ofRuns !== outside.ofRuns && growth.apart < apartAtMost
  const place = isApart ? around : outside
  const known = growth.known.get(place.ofRuns) ?? new Map<string, Success>()
  growth.known.set(place.ofRuns, known)
  const name = isApart ? `${key} ${place.perTurn}` : key
  const before = known.get(name)
  if (before) return before
  const self: Success = { type: 'up', component }
  // A run that comes back to itself needs nothing more than itself.
  known.set(name, self)
  if (isApart) growth.apart += 1
  const made = all([self, successOfSteps(growth, growth.actionRuns.runs[key]?.steps ?? [], place)])
  known.set(name, made)
  return made
}

/** Where a step stands: in what share of the turns of the loops around it, and what share of the runs that makes. */
interface Place {
  readonly perTurn: number
  readonly ofRuns: (perTurn: number) => number
}
const outside: Place = { perTurn: 1, ofRuns: (share) => share }

/** Needed in this share of the turns: of a loop, what is needed in any of them is needed. */
function perhapsAt({ perTurn, ofRuns }: Place, success: Success, share: number): Success {
  const reached = ofRuns(perTurn)
  return perhaps(success, reached > 0 ? Math.min(1, ofRuns(perTurn * share) / reached) : share)
}

/** Who answers at a step needs nothing of what follows. */
function successOfSteps(growth: Growth, steps: readonly ResolvedStep[], place = outside): Success {
  return steps.filter(isAwaited).reduceRight<Success>((rest, step) => {
    const share = shareOf(step)
    const ends = endsOf(step) * share
    const onward: Success = ends > 0 && rest !== always ? perhapsAt(place, rest, 1 - ends) : rest
    const here = successOfStep(growth, step, { ...place, perTurn: place.perTurn * share })
    return all([perhapsAt(place, here, share), onward])
  }, always)
}

/** Each turn of a loop chooses anew among components that are up or down for all of them. */
function successOfStep(growth: Growth, step: ResolvedStep, around: Place): Success {
  if (step.times === undefined && step.spread === undefined) return successOfTurn(growth, step, around)
  const turns = turnsOf(step)
  const { perTurn, ofRuns } = around
  if (turns.mean <= 1) {
    const once = successOfTurn(growth, step, { ...around, perTurn: perTurn * turns.mean })
    return perhapsAt(around, once, turns.mean)
  }
  // What is needed in this share of the turns of this loop, as whoever stands around it sees it.
  const place: Place = { perTurn: 1, ofRuns: (share) => ofRuns(perTurn * atLeastOnce(share, turns)) / ofRuns(perTurn) }
  return successOfTurn(growth, step, perTurn > 0 ? place : outside)
}

function successOfTurn(growth: Growth, step: ResolvedStep, place: Place): Success {
  if (step.type === 'call') {
    const answer = step.run === undefined ? always : successOfRun(growth, step.callee, step.run, place)
    if (step.orElse) return some([answer, successOfSteps(growth, step.orElse, place)], 1)
    return step.optional === true ? always : answer
  }
  if (step.type === 'sequence') return successOfSteps(growth, step.steps, place)
  if (step.type === 'parallel') {
    const branches = step.branches.filter(isAwaited).map((branch) => successOfSteps(growth, [branch], place))
    return some(branches, step.join === 'all' ? branches.length : step.join === 'any' ? 1 : step.join)
  }
  const ways = step.choices.map((choice) => ({
    share: choice.share,
    success: isAwaited({ ...choice.step, share: 1 })
      ? successOfStep(growth, choice.step, { ...place, perTurn: place.perTurn * (step.failover ? 1 : choice.share) })
      : always,
  }))
  if (step.failover) {
    return some(
      ways.map((way) => way.success),
      1,
    )
  }
  // Once, one of them; over the turns of a loop, each of them in a share of the runs.
  return place.ofRuns === outside.ofRuns
    ? { type: 'mix', of: ways }
    : all(ways.map(({ share, success }) => perhapsAt(place, success, share)))
}
