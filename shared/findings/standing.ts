import type { Component, Id, Network, Value } from '../design/design.ts'
import { isUnknown } from '../design/value.ts'
import type { FacetValue, Graph, GraphFlow } from '../graph/graph.ts'
import type { Trait } from '../kinds/kind.ts'
import type { Topic } from './finding.ts'
import type { Asked, RuleContext } from './rule.ts'
import { smallTitle } from '../design/wording.ts'

/** What a fact says about a rule: it holds, it is broken, or nobody can tell yet. */
export type Standing = 'good' | 'bad' | 'unknown'

/**
 * Reads a three-valued fact. What nobody stated is a question; once the architect has marked the topic, or a boundary
 * around the element `on`, complete it counts as broken. What somebody looked at and does not know stays a question.
 */
export function stand(
  context: RuleContext,
  topic: Topic,
  isGood: boolean | undefined,
  stated: Value | undefined,
  on?: Id,
): Standing {
  if (isGood !== undefined) return isGood ? 'good' : 'bad'
  if (context.supposesWorst === true) return 'bad'
  return context.complete(topic, on) && !isUnknown(stated) ? 'bad' : 'unknown'
}

/** What a stated value says of a fact: nothing while nobody has stated it. */
export function whether<T>(value: T | undefined, is: (value: T) => boolean): boolean | undefined {
  return value === undefined ? undefined : is(value)
}

/** The standing of a yes/no setting of a box. */
export function standSetting(context: RuleContext, topic: Topic, component: Component, field: string): Standing {
  const { graph } = context
  return stand(context, topic, graph.settings(component).truth(field), graph.stated(component, field), component.id)
}

/** Whether the kind of this box has the field at all: nobody is asked for what the box cannot say. */
export function hasField({ graph }: RuleContext, component: Component, field: string): boolean {
  return field in graph.kindOf(component).settings
}

/** The question of a setting, in the words of its kind. */
export function askSetting({ graph }: RuleContext, component: Component, field: string): Asked {
  const declared = graph.kindOf(component).settings[field]
  const label = declared?.label ?? field
  const ask = declared?.ask
  return {
    type: 'asked',
    on: component.id,
    field: `settings.${field}`,
    text: `${component.name}: ${smallTitle(declared?.question ?? `${label}?`)}`,
    ...(ask === undefined ? {} : { ask }),
    group: { label, noun: nounOf(graph.kindOf(component).traits) },
  }
}

const nouns: readonly (readonly [Trait, readonly [string, string]])[] = [
  ['stores-data', ['store', 'stores']],
  ['generates-text', ['model', 'models']],
  ['embeds', ['model', 'models']],
  ['ranks', ['model', 'models']],
  ['predicts', ['model', 'models']],
  ['plans-actions', ['agent', 'agents']],
  ['runs-actions', ['tool', 'tools']],
  ['client', ['channel', 'channels']],
]
function nounOf(traits: readonly Trait[]): readonly [string, string] {
  return nouns.find(([trait]) => traits.includes(trait))?.[1] ?? ['component', 'components']
}

/** A question about an arrow. */
export function askFlow(flow: GraphFlow, field: string, text: string, label: string, ask: string): Asked {
  return { type: 'asked', on: flow.id, field, text, ask, group: { label, noun: ['arrow', 'arrows'] } }
}

/** Where somebody looked and does not know in which network the place stands, a question; of what nobody looked at, none. */
export function askNetwork(graph: Graph, { unknown, from, ask }: FacetValue<Network>): Asked | undefined {
  if (unknown !== true || from === undefined) return undefined
  return {
    type: 'asked',
    on: from,
    field: 'network',
    text: `${graph.name(from)}: can it be reached from a public network?`,
    ask: ask ?? 'Platform team',
    group: { label: 'Network', noun: ['place', 'places'] },
  }
}

/**
 * A yes-or-no question about what nothing on the drawing speaks of yet, of the design as a whole or of the element `on`
 * that lacks it. Rules that wait for the same fact share the key: 'topic.release', 'review.threats'.
 */
export function askTopic({ graph }: RuleContext, key: string, text: string, ask: string, on?: Id): Asked {
  return { type: 'asked', on: on ?? graph.design.id, field: key, text, ask }
}
