import type { Id } from '../design/design.ts'
import type { Found, Outcome, RuleContext } from '../findings/rule.ts'
import type { Condition } from '../graph/condition.ts'
import { type Answer, type Decided, decideCondition } from '../graph/decide-condition.ts'
import type { GraphFlow } from '../graph/graph.ts'
import { type Path, reachableFrom, shortestPath } from '../graph/paths.ts'
import { askFact } from './ask-fact.ts'
import { fillPlaces } from './fill.ts'
import type { PackPath, PackRule } from './standards.ts'

/** Names in a sentence; the finding has all of them as elements. */
const mostNames = 3

/**
 * Ways along calls from what `from` chooses to what `to` chooses, past everything that `through` chooses: one finding
 * for each start, with the nearest end as its path. A component counts as passed when it stands on the way, or when a
 * caller on the way asks it before it calls on. What may be passed, or may be an end, is a question.
 */
export function* checkPath(context: RuleContext, rule: PackRule, path: PackPath): Iterable<Outcome> {
  const search = new WaySearch(context, path.through)
  const sources = choose(context, path.from)
  const sinks = choose(context, path.to)
  for (const [source, isSource] of sources) {
    const free = search.freeFrom(source)
    const perhaps = search.perhapsFrom(source)
    const ends = (is: Answer, reached: ReadonlySet<Id>): readonly Id[] =>
      [...sinks].flatMap(([id, decided]) => (decided.is === is && id !== source && reached.has(id) ? [id] : []))
    const surely = isSource.is === 'yes' ? ends('yes', free) : []
    if (surely.length > 0) yield found(context, rule, source, surely, search)
    const open = [...ends('yes', perhaps), ...ends('unknown', perhaps)].filter((id) => !surely.includes(id))
    if (open.length === 0) continue
    if (isSource.is === 'unknown') for (const each of isSource.asks.slice(0, 1)) yield askFact(context, each)
    else for (const end of open) yield* search.ask(source, end, sinks.get(end))
  }
}

function choose({ graph }: RuleContext, condition: Condition): ReadonlyMap<Id, Decided> {
  const decided = graph.components
    .filter(({ outOfScope }) => outOfScope === undefined)
    .map(({ id }) => [id, decideCondition(condition, id, graph)] as const)
  return new Map(decided.filter(([, { is }]) => is !== 'no'))
}

function found(context: RuleContext, rule: PackRule, source: Id, ends: readonly Id[], search: WaySearch): Found {
  const { graph } = context
  const ways = ends.flatMap((end) => {
    const way = search.freeWay(source, end)
    return way === undefined ? [] : [way]
  })
  const [nearest = [source]] = ways.toSorted((a, b) => a.length - b.length)
  const shown = ends.slice(0, mostNames).map((id) => graph.name(id))
  const rest = ends.length - shown.length
  const last = rest > 0 ? `${rest} more` : shown.pop()
  const to = shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last ?? ''}`
  const names = { from: graph.name(source), to }
  const isActor = graph.has(source, 'starts-requests') || graph.has(source, 'person')
  const assets = ends.flatMap((id) => graph.component(id)?.holds ?? []).map((id) => graph.name(id))
  return {
    type: 'found',
    anchors: [source],
    elements: ends,
    path: nearest,
    problem: fillPlaces(rule.problem, names),
    fix: fillPlaces(rule.fix, names),
    facts: {
      ends: String(ends.length),
      ...(isActor ? { actor: graph.name(source) } : {}),
      ...(assets[0] === undefined ? {} : { asset: assets[0] }),
    },
  }
}

/** Ways through the calls of one design, with what stands in them. */
class WaySearch {
  private readonly context: RuleContext
  private readonly gates = new Map<Id, Decided>()
  private readonly asked = new Map<Id, Answer>()

  constructor(context: RuleContext, through: Condition | undefined) {
    this.context = context
    const { graph, lineage } = context
    if (through === undefined) return
    for (const { id } of graph.components) this.gates.set(id, decideCondition(through, id, graph))
    const before = new Map<Id, Answer[]>()
    for (const call of lineage.calls) {
      const marks = call.gatesBefore.filter(({ gate }) => this.gate(gate) === 'yes')
      const answer = marks.some(({ certain }) => certain) ? 'yes' : marks.length > 0 ? 'unknown' : 'no'
      before.set(call.flow, [...(before.get(call.flow) ?? []), answer])
    }
    for (const [flow, answers] of before)
      this.asked.set(flow, answers.every((each) => each === 'yes') ? 'yes' : answers.includes('no') ? 'no' : 'unknown')
  }

  private gate(id: Id): Answer {
    return this.gates.get(id)?.is ?? 'no'
  }
  private askedBefore(flow: GraphFlow): Answer {
    return this.asked.get(flow.id) ?? 'no'
  }
  /** Past nothing that is, or could be, what it has to pass. */
  private readonly free = {
    unless: (id: Id): boolean => this.gate(id) !== 'no',
    using: (flow: GraphFlow): boolean => this.askedBefore(flow) === 'no',
  }
  /** Past nothing that surely is. */
  private readonly perhaps = {
    unless: (id: Id): boolean => this.gate(id) === 'yes',
    using: (flow: GraphFlow): boolean => this.askedBefore(flow) !== 'yes',
  }

  /** The ends themselves are not asked, so what may not be passed can still be reached. */
  freeFrom(source: Id): ReadonlySet<Id> {
    return this.reach(source, this.free)
  }
  perhapsFrom(source: Id): ReadonlySet<Id> {
    return this.reach(source, this.perhaps)
  }
  private reach(source: Id, search: typeof this.free): ReadonlySet<Id> {
    const { graph } = this.context
    const passed = reachableFrom(graph, source, search)
    const beyond = passed.flatMap((id) =>
      graph.callsFrom(id).filter((flow) => flow.mode !== 'offline' && search.using(flow)),
    )
    return new Set([...passed, ...beyond.map(({ callee }) => callee)])
  }
  freeWay(source: Id, end: Id): Path | undefined {
    return shortestPath(this.context.graph, source, end, this.free)
  }

  /** What would have to be known about a way that may be open. */
  *ask(source: Id, end: Id, isEnd: Decided | undefined): Iterable<Outcome> {
    if (isEnd?.is === 'unknown') for (const each of isEnd.asks.slice(0, 1)) yield askFact(this.context, each)
    const way = shortestPath(this.context.graph, source, end, this.perhaps) ?? []
    for (const id of way.slice(1, -1)) {
      const flow = this.context.graph.flow(id)
      if (flow !== undefined && this.askedBefore(flow) === 'unknown') yield this.askOrder(flow)
      for (const each of (this.gates.get(id)?.asks ?? []).slice(0, 1)) yield askFact(this.context, each)
    }
  }

  private askOrder(flow: GraphFlow): Outcome {
    const { graph } = this.context
    return {
      type: 'asked',
      on: flow.caller,
      field: 'plans',
      text: `${graph.name(flow.caller)}: is everything checked before ${graph.name(flow.callee)} is called?`,
      ask: 'Engineering',
      group: { label: 'Order of steps', noun: ['component', 'components'] },
    }
  }
}
