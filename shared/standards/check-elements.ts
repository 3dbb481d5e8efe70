import type { Id } from '../design/design.ts'
import { isUnknown } from '../design/value.ts'
import { statedAt } from '../findings/question-groups.ts'
import type { Outcome, RuleContext } from '../findings/rule.ts'
import { type Decided, decideCondition } from '../graph/decide-condition.ts'
import type { Ask } from '../graph/read-field.ts'
import { askFact } from './ask-fact.ts'
import { fillPlaces } from './fill.ts'
import type { PackElements, PackRule } from './standards.ts'

/** Questions about one element at most: the rest is asked when these are answered. */
const mostAsks = 3

const yes: Decided = { is: 'yes', asks: [] }

/**
 * One finding for each element that `where` chooses and that does not meet `require`. A fact that nobody stated is a
 * question; once the topic, or a boundary around the element, is marked complete it counts as not met.
 */
export function* checkElements(context: RuleContext, rule: PackRule, each: PackElements): Iterable<Outcome> {
  const { graph } = context
  for (const id of listElements(context, each.of)) {
    const chosen = each.where === undefined ? yes : decideCondition(each.where, id, graph)
    if (chosen.is === 'no') continue
    const met = decideCondition(each.require, id, graph)
    if (met.is === 'yes') continue
    // An element that cannot say it is neither good nor bad.
    if (met.is === 'unknown' && met.asks.length === 0) continue
    if (chosen.is === 'unknown') yield* ask(context, chosen.asks)
    else if (met.asks.length === 0 || isOverdue(context, rule, id, met.asks)) {
      const names = { name: graph.name(id) }
      yield {
        type: 'found',
        anchors: [id],
        problem: fillPlaces(rule.problem, names),
        fix: fillPlaces(rule.fix, names),
      }
    } else yield* ask(context, met.asks)
  }
}

function* ask(context: RuleContext, asks: readonly Ask[]): Iterable<Outcome> {
  for (const each of asks.slice(0, mostAsks)) yield askFact(context, each)
}

/** Everything there has been drawn and stated, and nobody said that these facts are being looked for. */
function isOverdue(context: RuleContext, rule: PackRule, id: Id, asks: readonly Ask[]): boolean {
  if (!context.complete(rule.topic, id)) return false
  return !asks.some(({ on, field }) => isUnknown(statedAt(context.graph, on, field)))
}

function listElements({ graph }: RuleContext, of: PackElements['of']): readonly Id[] {
  const isOut = (id: Id): boolean => graph.component(id)?.outOfScope !== undefined
  if (of === 'components') return graph.components.map(({ id }) => id).filter((id) => !isOut(id))
  if (of === 'flows')
    return graph.flows.filter(({ caller, callee }) => !isOut(caller) && !isOut(callee)).map(({ id }) => id)
  const elements: readonly { readonly id: Id }[] = (of === 'data' ? graph.design.data : graph.design.boundaries) ?? []
  return elements.map(({ id }) => id).toSorted()
}
