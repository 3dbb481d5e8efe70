import type { Id, Scalar } from '../design/design.ts'
import { known } from '../design/value.ts'
import { findProduct, productsOf } from '../kinds/products/index.ts'
import type { Product } from '../kinds/product.ts'
import type { Comparison, Condition } from './condition.ts'
import type { Graph } from './graph.ts'
import { matchesName } from './match-name.ts'
import { type Ask, askFacet, orderedWords, readField } from './read-field.ts'

export type Answer = 'yes' | 'no' | 'unknown'

/**
 * Whether an element meets a condition. `asks` names the facts that would have to be stated for a firmer answer: all
 * that an 'unknown' hangs on, and what a 'yes' or 'no' about "stated" would change with. An 'unknown' that asks for
 * nothing cannot be settled: the element has no such field.
 */
export interface Decided {
  readonly is: Answer
  readonly asks: readonly Ask[]
}

const yes: Decided = { is: 'yes', asks: [] }
const no: Decided = { is: 'no', asks: [] }
const never: Decided = { is: 'unknown', asks: [] }
const firm = (holds: boolean): Decided => (holds ? yes : no)
const unclear = (...asks: readonly Ask[]): Decided => ({ is: 'unknown', asks })

/** Asks an element whether it meets a condition, by Kleene's three values. Never fails; an id that is not there is 'no'. */
export function decideCondition(condition: Condition, id: Id, graph: Graph): Decided {
  const decide = (each: Condition, on: Id): Decided => decideCondition(each, on, graph)
  if ('all' in condition) return decideAll(condition.all.map((each) => decide(each, id)))
  if ('any' in condition) return decideAny(condition.any.map((each) => decide(each, id)))
  if ('not' in condition) return turn(decide(condition.not, id))
  if ('kind' in condition) {
    const kind = graph.component(id)?.kind
    return firm(kind !== undefined && listOf(condition.kind).some((each) => matchesName(kind, each)))
  }
  if ('trait' in condition) return decideTrait(graph, id, listOf(condition.trait))
  if ('product' in condition) return decideProduct(graph, id, listOf(condition.product))
  if ('name' in condition) return firm(exists(graph, id) && matchesName(graph.name(id), condition.name))
  if ('tag' in condition) return firm(tagsOf(graph, id).some((tag) => matchesName(tag, condition.tag)))
  if ('inside' in condition) return decideInside(graph, id, condition.inside)
  if ('data' in condition) return decideData(graph, id, condition.data)
  if ('crosses' in condition) return decideCrossing(graph, id, condition.crosses)
  if ('field' in condition) return decideField(graph, id, condition)
  const flow = graph.flow(id)
  if (flow === undefined) return no
  return 'from' in condition ? decide(condition.from, flow.caller) : decide(condition.to, flow.callee)
}

/** All must hold: one 'no' decides. */
function decideAll(parts: readonly Decided[]): Decided {
  return combine(parts, 'no', 'yes')
}

/** One must hold: one 'yes' decides. */
function decideAny(parts: readonly Decided[]): Decided {
  return combine(parts, 'yes', 'no')
}

function combine(parts: readonly Decided[], decisive: Answer, otherwise: Answer): Decided {
  const deciding = parts.filter(({ is }) => is === decisive)
  if (deciding.length > 0) {
    // What one part says for sure no answer changes.
    const isSure = deciding.some(({ asks }) => asks.length === 0)
    return { is: decisive, asks: isSure ? [] : gather(deciding) }
  }
  const open = parts.filter(({ is }) => is === 'unknown')
  if (open.length === 0) return { is: otherwise, asks: gather(parts) }
  // A part that nothing can settle leaves the whole unsettled, whatever the others say.
  return { is: 'unknown', asks: open.some(({ asks }) => asks.length === 0) ? [] : gather(open) }
}

function turn({ is, asks }: Decided): Decided {
  return { is: is === 'yes' ? 'no' : is === 'no' ? 'yes' : 'unknown', asks }
}

function gather(parts: readonly Decided[]): readonly Ask[] {
  const all = parts.flatMap(({ asks }) => asks)
  return [...new Map(all.map((ask) => [`${ask.on} ${ask.field}`, ask])).values()]
}

function listOf<T extends string>(words: T | readonly T[]): readonly T[] {
  return typeof words === 'string' ? [words] : words
}

function exists(graph: Graph, id: Id): boolean {
  const drawn = graph.component(id) ?? graph.flow(id) ?? graph.asset(id) ?? graph.boundary(id)
  return drawn !== undefined || graph.actions.some(({ action }) => action === id)
}

function tagsOf(graph: Graph, id: Id): readonly string[] {
  const drawn = graph.component(id) ?? graph.flow(id)?.flow ?? graph.asset(id) ?? graph.boundary(id)
  return (drawn ?? graph.design.actions?.find((action) => action.id === id))?.tags ?? []
}

function decideTrait(graph: Graph, id: Id, traits: readonly string[]): Decided {
  const component = graph.component(id)
  if (component === undefined) return no
  const own = graph.kindOf(component).traits
  if (own.some((trait) => traits.includes(trait))) return yes
  return own.includes('unknown-kind') ? unclear({ on: id, field: 'kind' }) : no
}

function decideProduct(graph: Graph, id: Id, patterns: readonly string[]): Decided {
  const component = graph.component(id)
  if (component === undefined) return no
  const named = known(component.product)
  if (named === undefined) {
    // A box that can be no product at all is none; another may be one, or something of the house's own.
    return productsOf(graph.kindOf(component)).length === 0 ? no : unclear({ on: id, field: 'product' })
  }
  const names = namesOfProduct(named, findProduct(named))
  return firm(patterns.some((pattern) => names.some((name) => matchesName(name, pattern))))
}

/** Everything by which a product is known: its id, its names, its vendor. */
export function namesOfProduct(named: string, product: Product | undefined): readonly string[] {
  return product === undefined
    ? [named]
    : [product.id, product.title, `${product.vendor} ${product.title}`, product.vendor, ...(product.names ?? [])]
}

function decideInside(graph: Graph, id: Id, condition: Condition): Decided {
  const flow = graph.flow(id)
  if (flow !== undefined) return decideAll([flow.caller, flow.callee].map((end) => decideInside(graph, end, condition)))
  if (graph.asset(id) !== undefined) {
    return decideAny(graph.holders(id).map((holder) => decideInside(graph, holder.id, condition)))
  }
  return decideAny(graph.boundariesOf(id).map((around) => decideCondition(condition, around.id, graph)))
}

function decideData(graph: Graph, id: Id, condition: Condition): Decided {
  const flow = graph.flow(id)
  const component = graph.component(id)
  if (flow === undefined && component === undefined) return no
  const stated =
    flow === undefined
      ? component?.holds
      : flow.flow.request?.data === undefined && flow.flow.response?.data === undefined
        ? undefined
        : [...(flow.flow.request?.data ?? []), ...(flow.flow.response?.data ?? [])]
  const decide = (asset: Id): Decided => decideCondition(condition, asset, graph)
  if (stated !== undefined) return decideAny(stated.map(decide))
  if (component !== undefined && !graph.has(component, 'stores-data')) return no
  // Nobody said what it carries or keeps: that matters only where the design has data to speak of.
  const some = decideAny((graph.design.data ?? []).map((asset) => decide(asset.id)))
  return some.is === 'no' ? no : unclear({ on: id, field: flow === undefined ? 'holds' : 'request.data' })
}

function decideCrossing(graph: Graph, id: Id, facet: 'trust' | 'organisation' | 'region' | 'network'): Decided {
  const flow = graph.flow(id)
  if (flow === undefined) return no
  const crosses = graph.crosses(flow, facet)
  if (crosses !== undefined) return firm(crosses)
  const silent = [flow.caller, flow.callee].filter((end) => graph.facets(end)[facet].value === undefined)
  return unclear(...silent.map((end) => askFacet(graph, end, facet)))
}

function decideField(graph: Graph, id: Id, { field, is, value }: Extract<Condition, { field: string }>): Decided {
  const read = readField(graph, id, field)
  if (read.type === 'none') return never
  if (is === 'stated') return read.type === 'value' ? yes : { is: 'no', asks: [read.ask] }
  if (read.type === 'open') return unclear(read.ask)
  const holds = value === undefined ? undefined : compare(field, read.value, is, value)
  return holds === undefined ? never : firm(holds)
}

/** Undefined: the two cannot be compared. */
function compare(
  field: string,
  actual: Scalar,
  is: Exclude<Comparison, 'stated'>,
  wanted: Scalar,
): boolean | undefined {
  if (is === '=') return same(actual, wanted)
  if (is === '!=') return !same(actual, wanted)
  if (is === 'has') return membersOf(actual).some((each) => same(each, wanted))
  if (is === 'in') return membersOf(wanted).some((each) => same(actual, each))
  const [left, right] = [rankOf(field, actual), rankOf(field, wanted)]
  if (left === undefined || right === undefined) return undefined
  if (is === '<') return left < right
  if (is === '<=') return left <= right
  return is === '>' ? left > right : left >= right
}

function membersOf(value: Scalar): readonly (string | number | boolean)[] {
  return typeof value === 'object' ? value : [value]
}

function same(actual: Scalar, wanted: Scalar): boolean {
  if (typeof actual === 'object' || typeof wanted === 'object') {
    const [left, right] = [membersOf(actual), membersOf(wanted)]
    return left.length === right.length && left.every((each) => right.some((other) => same(each, other)))
  }
  if (typeof actual === 'string' && typeof wanted === 'string') return matchesName(actual, wanted)
  return actual === wanted
}

function rankOf(field: string, value: Scalar): number | undefined {
  if (typeof value === 'number') return value
  const words = orderedWords[field]
  const rank = typeof value === 'string' ? (words?.indexOf(value.toLowerCase()) ?? -1) : -1
  return rank < 0 ? undefined : rank
}
