import type { Component, Id } from '../design/design.ts'
import { isUnknown } from '../design/value.ts'
import type { Asked, Found, Outcome, RuleContext } from '../findings/rule.ts'
import { askSetting, hasField } from '../findings/standing.ts'
import type { Graph } from '../graph/graph.ts'
import { type Path, shortestPath } from '../graph/paths.ts'
import { minimumVertexCut } from '../graph/vertex-cut.ts'

/** Whether a box on a way lets only what was checked pass: yes, no, or nobody said; undefined where it checks nothing. */
type Check = 'yes' | 'no' | 'unstated' | undefined
/** How a box is asked whether it checks. */
interface Checkpoint {
  readonly fields: readonly string[]
  readonly check: (component: Component) => Check
}

/** A checkpoint that says so in one of these settings, or is a gate of which nothing has to be said. */
export function checkpoint(
  context: RuleContext,
  fields: readonly string[],
  isGate: (each: Component) => boolean,
): Checkpoint {
  const { graph } = context
  const check = (component: Component): Check => {
    if (isGate(component)) return 'yes'
    const own = fields.filter((field) => hasField(context, component, field))
    const said = own.map((field) => graph.settings(component).truth(field))
    if (own.length === 0) return undefined
    if (said.includes(true)) return 'yes'
    return said.includes(undefined) ? 'unstated' : 'no'
  }
  return { fields, check }
}

/** A way past every checkpoint that holds: proven, only possible while somebody has not answered, or none. */
interface Way {
  readonly path: Path
  /** Boxes on it of which nobody said whether they check. */
  readonly unstated: readonly Component[]
  /** Boxes on it that could check and do not. */
  readonly lacking: readonly Component[]
}

/**
 * The shortest way of goods from one box to another that passes no checkpoint that holds; preferably one that also passes
 * none of which nobody has said whether it does. Undefined where every way is held.
 */
export function wayPast(graph: Graph, from: Id, to: Id, { check }: Checkpoint): Way | undefined {
  const checkOf = (id: Id): Check => {
    const component = graph.component(id)
    return component === undefined ? undefined : check(component)
  }
  if (checkOf(to) === 'yes') return undefined
  const avoiding = (checks: readonly Check[]): Path | undefined =>
    shortestPath(graph, from, to, { along: 'goods', unless: (id) => checks.includes(checkOf(id)) })
  const path = avoiding(['yes', 'unstated']) ?? avoiding(['yes'])
  if (path === undefined) return undefined
  const boxes = path.slice(1).flatMap((id) => graph.component(id) ?? [])
  return {
    path,
    unstated: boxes.filter((each) => check(each) === 'unstated'),
    lacking: boxes.filter((each) => check(each) === 'no'),
  }
}

/** The cheapest place to stop all ways: the box that stands on every one of them, else the last arrow. */
export function cutOf(graph: Graph, path: Path): Id {
  const [source = '', sink = ''] = [path[0], path.at(-1)]
  const [only, ...others] = minimumVertexCut(graph, source, sink, { along: 'goods' }) ?? []
  return only !== undefined && others.length === 0 ? only : (path.at(-2) ?? sink)
}

interface Judgement {
  readonly fields: readonly string[]
  readonly ask: () => Asked
  /** @param gap the box on the way that could check and does not */
  readonly found: (gap: Component | undefined) => Found
}

/** A way that a stated fact opens is found; one that an answer could close is asked; so is one without any checkpoint. */
export function* judgeWay(
  context: RuleContext,
  way: Way,
  model: Component,
  { ask, fields, found }: Judgement,
): Iterable<Outcome> {
  const isComplete = context.complete('supply-chain', model.id)
  const open = way.unstated.map((box) => ({ box, field: ownField(context, box, fields) }))
  const [asked] = open.filter(({ box, field }) => !isComplete || isUnknown(context.graph.stated(box, field)))
  if (asked !== undefined) yield askSetting(context, asked.box, asked.field)
  else if (way.lacking.length > 0 || isComplete) yield found([...way.lacking, ...way.unstated][0])
  else yield ask()
}

/** The first of these fields that the kind of this box has. */
function ownField(context: RuleContext, box: Component, fields: readonly string[]): string {
  return fields.find((field) => hasField(context, box, field)) ?? ''
}

/** The quick fix that has a box on the way check. */
export function planCheck(box: Component, field: string, label: string): NonNullable<Found['quickFix']> {
  return { label, patch: { components: { [box.id]: { settings: { [field]: true } } } } }
}
