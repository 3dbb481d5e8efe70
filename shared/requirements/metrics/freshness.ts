import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import { formatExact, formatterOf } from '../../kinds/figures/number-format.ts'
import type { Judged, Measured, Metric, MetricContext } from '../metric.ts'
import { componentsIn } from '../scope.ts'

/**
 * How old what is found in an index can be: the longest interval among the steps that fill it, as a pipeline states it
 * or as the load that starts it comes round. A store that people fill as they work is as fresh as their work.
 */
export const freshness: Metric = {
  id: 'data.freshness',
  title: 'Age of what is found',
  unit: 'hours',
  category: 'functional-suitability.correctness',
  scopes: ['design', 'components', 'actions'],
  aggregates: [],
  usual: { is: '<=', target: 24 },
  verification: 'structural',
  verify: ({ on }, context) => indexesIn(on, context).flatMap((index) => ageOf(index, context)),
}

/** Named stores; those that a named action searches; else every index that something searches. */
function indexesIn(on: readonly Id[] | undefined, { graph, lineage }: MetricContext): readonly Id[] {
  const stores = graph.components.filter((each) => graph.has(each, 'stores-data')).map(({ id }) => id)
  const searched = stores.filter((id) => graph.has(id, 'answers-search') && graph.callsTo(id).length > 0)
  if (on === undefined) return searched
  const named = componentsIn(on, graph)
  const read = new Set(lineage.answers.filter(({ action }) => on.includes(action)).map(({ from }) => from))
  return stores.filter((id) => named.includes(id) || (searched.includes(id) && read.has(id)))
}

interface Filling {
  readonly by: Id
  /** Undefined: nobody has said how often. */
  readonly hours: number | undefined
}

function ageOf(index: Id, { graph }: MetricContext): readonly (Measured | Judged)[] {
  const name = graph.name(index)
  const fillings = fillingsOf(index, graph)
  const silent = fillings.filter(({ hours }) => hours === undefined).map(({ by }) => by)
  const oldest = fillings.toSorted((one, other) => (other.hours ?? 0) - (one.hours ?? 0))[0]
  if (oldest === undefined || silent.length > 0) {
    const [first] = silent
    const by = first === undefined ? undefined : graph.name(first)
    const field = first !== undefined && 'refreshHours' in graph.kindOf(first).settings
    return [
      {
        type: 'judged',
        verdict: 'unknown',
        arithmetic:
          by === undefined
            ? `Nothing on the drawing fills "${name}", so nobody can tell how old its content is.`
            : `"${by}" fills "${name}", and nobody has said how often.`,
        elements: [index, ...silent],
        question: by === undefined ? `What fills "${name}", and how often?` : `How often does "${by}" fill "${name}"?`,
        ...(field ? { asks: [{ on: first, field: 'settings.refreshHours' }] } : {}),
      },
    ]
  }
  const hours = oldest.hours ?? 0
  const every = hours === 0 ? 'as it comes' : `every ${formatExact(hours, formatterOf('hours'))}`
  const subject = `The age of what "${name}" holds ("${graph.name(oldest.by)}" fills it ${every})`
  return [{ type: 'measured', band: { value: hours, low: hours, high: hours }, subject, elements: [index, oldest.by] }]
}

/** Everything that writes to the store, each followed back to the step that says how often it runs. */
function fillingsOf(index: Id, graph: Graph): readonly Filling[] {
  const writers = graph
    .callsTo(index)
    .filter(({ does, mode, caller }) => does.includes('write') || (mode === 'offline' && !graph.has(caller, 'person')))
    .map(({ caller }) => caller)
  return [...new Set(writers)].map((writer) => followBack(writer, graph))
}

function followBack(writer: Id, graph: Graph): Filling {
  const seen = new Set<Id>([writer])
  const waiting = [writer]
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const stated = statedHours(id, graph)
    if (stated !== undefined) return { by: id, hours: stated }
    for (const { caller, mode } of graph.callsTo(id)) {
      if (seen.has(caller) || mode === 'offline') continue
      seen.add(caller)
      waiting.push(caller)
    }
  }
  const pipeline = [...seen].find((id) => 'refreshHours' in graph.kindOf(id).settings)
  return { by: pipeline ?? writer, hours: loadHours(seen, graph) }
}

function statedHours(id: Id, graph: Graph): number | undefined {
  return 'refreshHours' in graph.kindOf(id).settings ? graph.settings(id).number('refreshHours') : undefined
}

const hoursOf: Readonly<Record<string, number>> = { hour: 1, day: 24, week: 168, month: 730 }

/** How often the load comes that starts one of these; work that comes in by itself is written as it comes. */
function loadHours(components: ReadonlySet<Id>, graph: Graph): number | undefined {
  const actions = graph.actions.filter(({ start, runs }) => {
    const component = runs[start.run]?.component
    return component !== undefined && components.has(component)
  })
  const hours = (graph.design.workloads ?? []).flatMap(({ mix, arrivals }) => {
    if (!actions.some(({ action }) => action in mix)) return []
    if (!('items' in arrivals)) return [0]
    const every = hoursOf[arrivals.every]
    return every === undefined ? [] : [every]
  })
  return hours.length === 0 ? undefined : Math.max(...hours)
}
