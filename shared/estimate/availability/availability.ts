import type { Copies, Id } from '../../design/design.ts'
import { numberOr } from '../../design/value.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ActionRuns } from '../../graph/run.ts'
import { constant, evaluate, input, type InputNode, product } from '../../kinds/formula/formula.ts'
import { limitsOf, standingOf } from '../../kinds/formula/standing.ts'
import { month } from '../../kinds/figures/month.ts'
import { isPromisedWhole } from '../../kinds/promised-whole.ts'
import { formatShare } from '../../kinds/figures/number-format.ts'
import type { FieldReader } from '../../kinds/kind.ts'
import type { Readers } from '../calls/call-context.ts'
import type { Remembered } from '../calls/remembered.ts'
import { startOf } from '../calls/visits.ts'
import type { Availability } from '../estimate.ts'
import { bandOfLosses, othersOf, type PartlyNeeded } from './losses.ts'
import { needsOf } from './needs.ts'
import { findNobodyAnswers } from './served.ts'
import { all, chanceOf, neededBy, type Success } from './success-tree.ts'

const minutesPer30Days = 30 * 24 * 60
/**
 * Part of the outages that hits alike what is alike: all copies of a component, which run the same program and settings,
 * and all services of one vendor in one region. The beta factor of common cause failures (Fleming 1975; IEC 61508-6,
 * annex D, where it is 1 to 10 %), assumed.
 */
const sharedCause = 0.1

/**
 * Availability of one action: exact over all states of the components that appear more than once, a product over those
 * that every request needs. Optional and asynchronous steps are exempt; alternatives and joins of some are redundancy.
 * Undefined for an action that never starts, or that nobody answers and of which nothing drawn can fail.
 */
export function estimateAvailability(graph: Graph, readers: Readers, actionRuns: ActionRuns): Availability | undefined {
  const start = startOf(graph, actionRuns)
  if (!start) return undefined
  const { plain, components } = needsOf(actionRuns, start)
  const causes = sharedCauses(graph, readers, components)
  const chance = new Map<Id, number>()
  const promises = new Map<Id, InputNode>()
  for (const id of components) {
    const cause = causes.get(id)
    const up = Math.min(1, upShare(graph, readers, id) / (cause?.up ?? 1))
    chance.set(id, up)
    if (cause) chance.set(cause.name, cause.up)
    if (up < 1) promises.set(id, upInput(graph, readers, id, up))
  }
  // Nobody answers, and nothing that is drawn can fail: that is no 100 %.
  if (promises.size === 0 && findNobodyAnswers(graph, actionRuns)) return undefined
  const from = [[...causes], [...chance], [...promises.values()]]
  return readers.remember(availabilities, actionRuns, from, () => joinChances(plain, causes, chance, promises))
}

const availabilities: Remembered<Availability> = new WeakMap()

function joinChances(
  plain: Success,
  causes: ReadonlyMap<Id, Cause>,
  chance: ReadonlyMap<Id, number>,
  promises: ReadonlyMap<Id, InputNode>,
): Availability {
  const success = withCauses(plain, causes)
  const needed = neededBy(success).filter((id) => (chance.get(id) ?? 1) < 1)
  const isNeeded = new Set(needed)
  const rest = new Map([...chance].map(([id, up]): [Id, number] => [id, isNeeded.has(id) ? 1 : up]))
  const others = chanceOf(success, rest)
  const upNode = (id: Id): InputNode =>
    promises.get(id) ?? constant(`Shared cause: ${id}`, chance.get(id) ?? 1, 'share')
  const failing = [...chance].flatMap(([id, up]) => (up < 1 && !isNeeded.has(id) ? [id] : [])).toSorted()
  const partly = (failing.length <= weighedAtMost ? failing : []).map((id): PartlyNeeded => {
    return { id, node: upNode(id), ifUp: chanceOf(success, new Map([...rest, [id, 1]])) }
  })
  const ifUp = new Map(partly.map((part) => [part.id, part.ifUp]))
  const formula = product(...needed.map(upNode), ...(others < 1 ? [othersOf(others, partly)] : []))
  const value = evaluate(formula)
  const { low, high } = bandOfLosses(formula, value)
  const without = (id: Id): number => {
    const up = chance.get(id) ?? 1
    if (isNeeded.has(id)) return up > 0 ? value / up : 0
    return (value / Math.max(1e-300, others)) * (ifUp.get(id) ?? others)
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

/** How often a component is up, how many copies of it stand in for one another, and how many are drawn. */
export interface Standby {
  readonly up: number
  readonly copies: number
  readonly drawn: number
}

/**
 * Share of the time that at least one copy of a component is up: replicas, and plates whose copies stand in. Every call of
 * it asks, at every round; a part of the estimate that asks is remembered by what `standbysOf` says.
 */
export function upShare(graph: Graph, readers: Readers, component: Id): number {
  return standbyOf(graph, readers, component).up
}

/** All that copies make of the promises of a drawing, box by box: what availability follows from beside the promises. */
export function standbysOf(graph: Graph, readers: Readers): readonly Standby[] {
  return graph.components.map(({ id }) => standbyOf(graph, readers, id))
}

function standbyOf(graph: Graph, readers: Readers, component: Id): Standby {
  let found = standbysAsked.get(readers)
  if (found === undefined) standbysAsked.set(readers, (found = new Map()))
  const known = found.get(component)
  if (known !== undefined) return known
  const made = readers.remember(standbys, readers.sourcesOf(component), [graph.boundariesOf(component)], () => {
    const plates = platesAround(graph, component)
    const settings = readers.settings(component)
    const copy = settings.number('availability')
    const drawn = runningCopies(settings) * plates
    // A service is promised region by region, over the copies and zones that it has there.
    const isWhole = isPromisedWhole(graph.kindOf(component), settings)
    const copies = isWhole ? platesAround(graph, component, 'region') : drawn
    return { up: copy === undefined ? 1 : withStandIns(copy, copies), copies, drawn }
  })
  found.set(component, made)
  return made
}

/** While one design is estimated: every call of a box asks again. */
const standbysAsked = new WeakMap<Readers, Map<Id, Standby>>()

/** From one edit to the next, by what kinds see of a box. */
const standbys: Remembered<Standby> = new WeakMap()

/** While replicas follow the load only the least number of them is there at any hour to stand in. */
function runningCopies(settings: FieldReader): number {
  const running = settings.number(settings.truth('autoscaled') === true ? 'leastReplicas' : 'replicas')
  return Math.max(1, Math.floor(running ?? 1))
}

/** At least one of `copies` is up, and nothing strikes all of them. */
function withStandIns(copy: number, copies: number): number {
  const down = 1 - Math.min(1, Math.max(0, copy))
  return copies === 1 ? 1 - down : 1 - sharedCause * down - ((1 - sharedCause) * down) ** copies
}

/** Copies of the plates around it that stand in for one another; `of` some kind of copies alone. */
function platesAround(graph: Graph, component: Id, of?: Copies['of']): number {
  return graph
    .boundariesOf(component)
    .filter(({ copies }) => copies && copies.mode !== 'separate' && (of === undefined || copies.of === of))
    .reduce((count, boundary) => count * Math.max(1, Math.floor(numberOr(boundary.copies?.count, 1))), 1)
}

/** One component's share of the formula: its field as it stands, or what its copies make of it. */
function upInput(graph: Graph, readers: Readers, component: Id, up: number): InputNode {
  const { copies, drawn } = standbyOf(graph, readers, component)
  const label = `${graph.name(component)} is up`
  const from = [label, up, copies, drawn]
  return readers.remember(promisesUp, graph.settings(component), from, () => {
    return promiseUp(readers, component, label, { up, copies, drawn })
  })
}

const promisesUp: Remembered<InputNode> = new WeakMap()

function promiseUp(readers: Readers, component: Id, label: string, { up, copies, drawn }: Standby): InputNode {
  if (readers.settings(component).number('availability') === undefined) {
    return input(label, up, 'share', { from: 'derived', on: component })
  }
  const stated = readers.settings(component).input('availability')
  const together = `${copies} copies, of whose outages ${formatShare(sharedCause)} strike all (assumed)`
  const source = [
    stated.provenance.source,
    ...(copies < drawn ? ['a promise of the service, which covers all its copies'] : []),
    ...(copies > 1 ? [together] : []),
  ].filter((each) => each !== undefined)
  const said = source.length === 0 ? {} : { source: source.join('; ') }
  if (up === stated.value) return { ...stated, label, provenance: { ...stated.provenance, ...said } }
  const provenance = { ...stated.provenance, from: 'derived', ...said } as const
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
