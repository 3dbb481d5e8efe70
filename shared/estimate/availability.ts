import type { Id } from '../design/design.ts'
import { numberOr } from '../design/value.ts'
import type { Graph } from '../graph/graph.ts'
import type { ActionRuns, ResolvedStep, RunKey } from '../graph/run.ts'
import { bandOf } from '../kinds/formula-band.ts'
import { constant, evaluate, input, type InputNode, product } from '../kinds/formula.ts'
import type { Readers } from './call-context.ts'
import { shareWithAtLeast } from './distribution/combine.ts'
import { startOf } from './visits.ts'
import { isAwaited } from './latency/step-times.ts'
import { endsOf, shareOf } from './step-numbers.ts'
import type { Availability } from './estimate.ts'

/**
 * When a request succeeds, as a tree over components. Each is up or down once, however often it is called, so a component
 * that stands in two places is conditioned on, never multiplied twice.
 */
type Success =
  | { readonly type: 'up'; readonly component: Id }
  | { readonly type: 'all'; readonly of: readonly Success[] }
  | { readonly type: 'some'; readonly of: readonly Success[]; readonly count: number }
  | { readonly type: 'mix'; readonly of: readonly { readonly share: number; readonly success: Success }[] }

const always: Success = { type: 'all', of: [] }
const minutesPerMonth = 730 * 60
/** Components conditioned on one by one; beyond, the rest counts as independent. */
const conditionedAtMost = 10
/** Part of an outage that hits all services of one vendor in one region alike. */
const sharedCause = 0.1

/**
 * Availability of one action: exact over all states of the components that appear more than once, a product over those
 * that every request needs. Optional and asynchronous steps are exempt; alternatives and joins of some are redundancy.
 */
export function estimateAvailability(graph: Graph, readers: Readers, actionRuns: ActionRuns): Availability | undefined {
  const start = startOf(graph, actionRuns)
  if (!start) return undefined
  const success = successOfRun({ graph, actionRuns, known: new Map() }, start.callee, actionRuns.start.run)
  const causes = sharedCauses(graph, readers, componentsIn(success))
  const chance = new Map<Id, number>()
  for (const id of componentsIn(success)) {
    const own = upShare(graph, readers, id) / (causes.get(id)?.up ?? 1)
    chance.set(id, Math.min(1, own))
  }
  const needed = neededBy(success).filter((id) => (chance.get(id) ?? 1) < 1)
  const rest = new Map([...chance].map(([id, up]): [Id, number] => [id, needed.includes(id) ? 1 : up]))
  const others = chanceOf(success, rest, conditionedAtMost)
  const common = [...new Map([...causes.values()].map((cause) => [cause.name, cause])).values()]
  const formula = product(
    ...needed.map((id) => upInput(graph, readers, id, chance.get(id) ?? 1)),
    ...common.map((cause) => constant(`Shared cause: ${cause.name}`, cause.up, 'share')),
    ...(others < 1 ? [constant('Alternatives and parts that not every request needs', others, 'share')] : []),
  )
  const value = evaluate(formula)
  const { low, high } = bandOf(formula)
  return {
    value,
    low: Math.max(0, low),
    high: Math.min(1, high),
    formula,
    downMinutesPerMonth: (1 - value) * minutesPerMonth,
  }
}

/** Share of the time that at least one copy of a component is up: replicas, and plates whose copies stand in. */
export function upShare(graph: Graph, readers: Readers, component: Id): number {
  const copy = readers.settings(component).number('availability')
  return copy === undefined ? 1 : withStandIns(copy, copiesOf(graph, readers, component))
}

function copiesOf(graph: Graph, readers: Readers, component: Id): number {
  const replicas = Math.max(1, Math.floor(readers.settings(component).number('replicas') ?? 1))
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
  return {
    ...input(label, up, 'share', provenance),
    ...(stated.low === undefined ? {} : { low: Math.min(up, withStandIns(stated.low, copies)) }),
    ...(stated.high === undefined ? {} : { high: Math.max(up, withStandIns(stated.high, copies)) }),
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

/** Who answers at a step needs nothing of what follows. */
function successOfSteps(growth: Growth, steps: readonly ResolvedStep[]): Success {
  return steps.filter(isAwaited).reduceRight<Success>((rest, step) => {
    const ends = endsOf(step) * shareOf(step)
    const onward: Success = ends > 0 && rest !== always ? perhaps(rest, 1 - ends) : rest
    return all([perhaps(successOfStep(growth, step), shareOf(step)), onward])
  }, always)
}

function successOfStep(growth: Growth, step: ResolvedStep): Success {
  if (step.type === 'call') {
    const answer = step.run === undefined ? always : successOfRun(growth, step.callee, step.run)
    if (step.orElse) return some([answer, successOfSteps(growth, step.orElse)], 1)
    return step.optional === true ? always : answer
  }
  if (step.type === 'sequence') return successOfSteps(growth, step.steps)
  if (step.type === 'parallel') {
    const branches = step.branches.filter(isAwaited).map((branch) => successOfSteps(growth, [branch]))
    return some(branches, step.join === 'all' ? branches.length : step.join === 'any' ? 1 : step.join)
  }
  const ways = step.choices.map((choice) => ({
    share: choice.share,
    success: isAwaited({ ...choice.step, share: 1 }) ? successOfStep(growth, choice.step) : always,
  }))
  if (!step.failover) return { type: 'mix', of: ways }
  return some(
    ways.map((way) => way.success),
    1,
  )
}

/** What is needed twice is needed once. */
function all(of: readonly Success[]): Success {
  const parts = new Map<Success | Id, Success>()
  for (const part of of) {
    for (const each of part.type === 'all' ? part.of : [part])
      parts.set(each.type === 'up' ? each.component : each, each)
  }
  return parts.size === 0 ? always : { type: 'all', of: [...parts.values()] }
}
function some(of: readonly Success[], count: number): Success {
  if (of.length === 0) return always
  return count >= of.length ? all(of) : { type: 'some', of, count: Math.max(1, Math.ceil(count)) }
}
function perhaps(success: Success, share: number): Success {
  return share >= 1 || success === always ? success : { type: 'mix', of: [{ share, success }] }
}

function componentsIn(success: Success): readonly Id[] {
  return [...countsIn(success).keys()].toSorted()
}

/** In how many places each component stands. */
function countsIn(success: Success): ReadonlyMap<Id, number> {
  const counts = new Map<Id, number>()
  const seen = new Map<Success, number>()
  const visit = (part: Success): void => {
    const times = seen.get(part) ?? 0
    seen.set(part, times + 1)
    // A part that is shared stands in two places, and so does all that is in it; a third visit says nothing new.
    if (times > 1) return
    if (part.type === 'up') counts.set(part.component, (counts.get(part.component) ?? 0) + 1)
    else if (part.type === 'mix') part.of.forEach((way) => visit(way.success))
    else part.of.forEach(visit)
  }
  visit(success)
  return counts
}

/** Components without which no request succeeds. */
function neededBy(success: Success): readonly Id[] {
  if (success.type === 'up') return [success.component]
  return success.type === 'all' ? [...new Set(success.of.flatMap(neededBy))].toSorted() : []
}

/** Conditions on each component that stands in several places, then multiplies what is independent. */
function chanceOf(success: Success, up: ReadonlyMap<Id, number>, budget: number): number {
  const repeated = repeatedIn(success).find((id) => {
    const chance = up.get(id) ?? 1
    return chance > 0 && chance < 1
  })
  if (repeated === undefined || budget === 0) return independent(success, up)
  const chance = up.get(repeated) ?? 1
  const given = (state: number): number => chanceOf(success, new Map([...up, [repeated, state]]), budget - 1)
  return chance * given(1) + (1 - chance) * given(0)
}

function repeatedIn(success: Success): readonly Id[] {
  return [...countsIn(success)].flatMap(([id, count]) => (count > 1 ? [id] : [])).toSorted()
}

function independent(success: Success, up: ReadonlyMap<Id, number>, known = new Map<Success, number>()): number {
  const found = known.get(success)
  if (found !== undefined) return found
  const chance = chanceOfPart(success, up, known)
  known.set(success, chance)
  return chance
}

function chanceOfPart(success: Success, up: ReadonlyMap<Id, number>, known: Map<Success, number>): number {
  if (success.type === 'up') return up.get(success.component) ?? 1
  if (success.type === 'all') return success.of.reduce((chance, part) => chance * independent(part, up, known), 1)
  if (success.type === 'some') {
    return shareWithAtLeast(
      success.of.map((part) => independent(part, up, known)),
      success.count,
    )
  }
  const reached = success.of.reduce((sum, way) => sum + way.share, 0)
  return success.of.reduce(
    (sum, way) => sum + way.share * independent(way.success, up, known),
    Math.max(0, 1 - reached),
  )
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
