import type { Id } from '../../design/design.ts'
import { numberOr } from '../../design/value.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ActionRuns, ResolvedStep, RunKey } from '../../graph/run.ts'
import { constant, evaluate, input, type InputNode, inputsOf, product } from '../../kinds/formula/formula.ts'
import { limitsOf, standingOf } from '../../kinds/formula/standing.ts'
import { month } from '../../kinds/month.ts'
import type { Readers } from '../calls/call-context.ts'
import { startOf } from '../calls/visits.ts'
import { isAwaited } from '../latency/step-times.ts'
import { endsOf, shareOf, turnsOf } from '../calls/step-numbers.ts'
import { atLeastOnce } from '../distribution/repeat.ts'
import type { Availability } from '../estimate.ts'
import { all, always, chanceOf, componentsIn, neededBy, perhaps, some, type Success } from './success-tree.ts'

const minutesPer30Days = 30 * 24 * 60
/** Part of an outage that hits all services of one vendor in one region alike. */
const sharedCause = 0.1

/**
 * Availability of one action: exact over all states of the components that appear more than once, a product over those
 * that every request needs. Optional and asynchronous steps are exempt; alternatives and joins of some are redundancy.
 */
export function estimateAvailability(graph: Graph, readers: Readers, actionRuns: ActionRuns): Availability | undefined {
  const start = startOf(graph, actionRuns)
  if (!start) return undefined
  const plain = successOfRun({ graph, actionRuns, known: new Map() }, start.callee, actionRuns.start.run)
  const causes = sharedCauses(graph, readers, componentsIn(plain))
  const success = withCauses(plain, causes)
  const chance = new Map<Id, number>()
  for (const id of componentsIn(plain)) {
    const cause = causes.get(id)
    chance.set(id, Math.min(1, upShare(graph, readers, id) / (cause?.up ?? 1)))
    if (cause) chance.set(cause.name, cause.up)
  }
  const needed = neededBy(success).filter((id) => (chance.get(id) ?? 1) < 1)
  const isNeeded = new Set(needed)
  const rest = new Map([...chance].map(([id, up]): [Id, number] => [id, isNeeded.has(id) ? 1 : up]))
  const others = chanceOf(success, rest)
  const formula = product(
    ...needed.map((id) => {
      const up = chance.get(id) ?? 1
      return graph.component(id) ? upInput(graph, readers, id, up) : constant(`Shared cause: ${id}`, up, 'share')
    }),
    ...(others < 1 ? [constant('Alternatives and parts that not every request needs', others, 'share')] : []),
  )
  const value = evaluate(formula)
  const { low, high } = bandOfProduct(formula.of.flatMap(inputsOf), value)
  const without = (id: Id): number => {
    const up = chance.get(id) ?? 1
    if (isNeeded.has(id)) return up > 0 ? value / up : 0
    return (value / Math.max(1e-300, others)) * chanceOf(success, new Map([...rest, [id, 1]]))
  }
  return {
    value,
    low: Math.max(0, low),
    high: Math.min(1, high),
    formula,
    downMinutesPerMonth: (1 - value) * month.minutes,
    downMinutesPer30Days: (1 - value) * minutesPer30Days,
    downBy: downBy(chance, needed, value, without),
  }
}

/** As `bandOf`, for a product in which no input stands twice: each moves it in proportion, so that one pass is enough. */
function bandOfProduct(inputs: readonly InputNode[], value: number): { readonly low: number; readonly high: number } {
  let below = 0
  let above = 0
  for (const node of inputs) {
    const likely = node.value
    const limits = limitsOf(node)
    if (!limits || likely <= 0) continue
    const { low, high } = limits
    below += ((value * Math.max(0, likely - Math.min(low, high))) / likely) ** 2
    above += ((value * Math.max(0, Math.max(low, high) - likely)) / likely) ** 2
  }
  return { low: value - Math.sqrt(below), high: value + Math.sqrt(above) }
}

/**
 * What the error budget is spent on: the minutes a month that would be won if a component never failed, most first. For
 * parts that not every request needs, as long as they are few; they are worked out one by one.
 */
function downBy(
  chance: ReadonlyMap<Id, number>,
  needed: readonly Id[],
  value: number,
  without: (id: Id) => number,
): Availability['downBy'] {
  const failing = [...chance].flatMap(([id, up]) => (up < 1 ? [id] : []))
  const weighed = failing.length - needed.length <= weighedAtMost ? failing : needed
  return weighed
    .map((id) => ({ on: id, minutesPerMonth: Math.max(0, without(id) - value) * month.minutes }))
    .filter(({ minutesPerMonth: minutes }) => minutes > 1e-9)
    .toSorted((a, b) => b.minutesPerMonth - a.minutesPerMonth || (a.on < b.on ? -1 : 1))
    .slice(0, listedAtMost)
}
const weighedAtMost = 8
const listedAtMost = 10

/** Services with a cause in common are up when they are, and when it does not strike. */
function withCauses(
  success: Success,
  causes: ReadonlyMap<Id, Cause>,
  known: Map<Success, Success> = new Map(),
): Success {
  if (causes.size === 0) return success
  const made = known.get(success)
  if (made) return made
  const inside = (part: Success): Success => withCauses(part, causes, known)
  const result = ((): Success => {
    if (success.type === 'up') {
      const cause = causes.get(success.component)
      return cause ? all([success, { type: 'up', component: cause.name }]) : success
    }
    if (success.type === 'all') return all(success.of.map(inside))
    if (success.type === 'some') return { ...success, of: success.of.map(inside) }
    return { ...success, of: success.of.map((way) => ({ ...way, success: inside(way.success) })) }
  })()
  known.set(success, result)
  return result
}

const upShares = new WeakMap<Readers, Map<Id, number>>()

/**
 * Share of the time that at least one copy of a component is up: replicas, and plates whose copies stand in. Every call of
 * it asks, at every round.
 */
export function upShare(graph: Graph, readers: Readers, component: Id): number {
  const shares = upShares.get(readers) ?? new Map<Id, number>()
  upShares.set(readers, shares)
  const known = shares.get(component)
  if (known !== undefined) return known
  const copy = readers.settings(component).number('availability')
  const share = copy === undefined ? 1 : withStandIns(copy, copiesOf(graph, readers, component))
  shares.set(component, share)
  return share
}

/** While replicas follow the load only the least number of them is there at any hour to stand in. */
function copiesOf(graph: Graph, readers: Readers, component: Id): number {
  const settings = readers.settings(component)
  const running = settings.number(settings.truth('autoscaled') === true ? 'leastReplicas' : 'replicas')
  const replicas = Math.max(1, Math.floor(running ?? 1))
  return replicas * standIns(graph, component)
}

/** At least one of `copies` is up. */
function withStandIns(copy: number, copies: number): number {
  return 1 - (1 - Math.min(1, Math.max(0, copy))) ** copies
}

function standIns(graph: Graph, component: Id): number {
  return graph
    .boundariesOf(component)
    .filter((boundary) => boundary.copies && boundary.copies.mode !== 'separate')
    .reduce((count, boundary) => count * Math.max(1, Math.floor(numberOr(boundary.copies?.count, 1))), 1)
}

/** One component's share of the formula: its field as it stands, or what its copies make of it. */
function upInput(graph: Graph, readers: Readers, component: Id, up: number): InputNode {
  const label = `${graph.name(component)} is up`
  if (readers.settings(component).number('availability') === undefined) {
    return input(label, up, 'share', { from: 'derived', on: component })
  }
  const stated = readers.settings(component).input('availability')
  if (up === stated.value) return { ...stated, label }
  const copies = copiesOf(graph, readers, component)
  const provenance = { ...stated.provenance, from: 'derived' } as const
  const limits = limitsOf(stated)
  const restsOn = standingOf(stated)
  return {
    ...input(label, up, 'share', provenance),
    ...(restsOn === undefined ? {} : { restsOn }),
    ...(limits === undefined
      ? {}
      : {
          low: Math.min(up, withStandIns(limits.low, copies)),
          high: Math.max(up, withStandIns(limits.high, copies)),
        }),
  }
}

/** One action's tree being built: runs are shared, so that the tree of a dense drawing stays as small as the drawing. */
interface Growth {
  readonly graph: Graph
  readonly actionRuns: ActionRuns
  readonly known: Map<RunKey, Success>
}

function successOfRun(growth: Growth, component: Id, key: RunKey): Success {
  const known = growth.known.get(key)
  if (known) return known
  const self: Success = { type: 'up', component }
  // A run that comes back to itself needs nothing more than itself.
  growth.known.set(key, self)
  const made = all([self, successOfSteps(growth, growth.actionRuns.runs[key]?.steps ?? [])])
  growth.known.set(key, made)
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
    const answer = step.run === undefined ? always : successOfRun(growth, step.callee, step.run)
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

interface Cause {
  readonly name: string
  readonly up: number
}

/**
 * Services of one organisation in one region fail together in part of their outages (a beta factor): two models of one
 * vendor are no full stand-in for each other.
 */
function sharedCauses(graph: Graph, readers: Readers, components: readonly Id[]): ReadonlyMap<Id, Cause> {
  const groups = new Map<string, Id[]>()
  for (const id of components) {
    const { organisation, region } = graph.facets(id)
    if (!graph.has(id, 'vendor-hosted') || organisation.value === undefined || region.value === undefined) continue
    const name = `${organisation.value}, ${region.value}`
    groups.set(name, [...(groups.get(name) ?? []), id])
  }
  const causes = new Map<Id, Cause>()
  for (const [name, members] of groups) {
    if (members.length < 2) continue
    const worst = Math.max(...members.map((id) => upShare(graph, readers, id)))
    for (const id of members) causes.set(id, { name, up: 1 - sharedCause * (1 - worst) })
  }
  return causes
}
