import type { Control, Id } from '../design/design.ts'
import { isUnknown } from '../design/value.ts'
import { statedAt } from '../findings/question-groups.ts'
import { defineRule, type Outcome, type Rule, type RuleContext } from '../findings/rule.ts'
import { type Decided, decideCondition } from '../graph/decide-condition.ts'
import { findControl } from '../threats/controls.ts'
import { askFact } from './ask-fact.ts'
import { controlEvidence } from './control-evidence.ts'
import { controlRuleId } from './own-rules.ts'
import type { MandatoryControl } from './standards.ts'

/** STD-01: a control that the standards demand is not there. Undefined when they demand none. */
export function mandatoryControlRule(demands: readonly MandatoryControl[] = []): Rule | undefined {
  if (demands.length === 0) return undefined
  return defineRule({
    id: controlRuleId,
    lenses: ['check'],
    title: 'A mandatory control is missing',
    severity: 'medium',
    topic: 'governance',
    why: 'The standards of this workspace demand it wherever this holds; going without it takes an exception that somebody signs.',
    references: [],
    falsePositive: 'The control is there under another name: then record it on the element.',
    *check(context) {
      for (const demand of demands) yield* checkDemand(context, demand)
    },
  })
}

function* checkDemand(context: RuleContext, demand: MandatoryControl): Iterable<Outcome> {
  const { graph } = context
  const elements = [
    ...graph.components.filter(({ outOfScope }) => outOfScope === undefined),
    ...graph.flows,
    ...(graph.design.data ?? []),
  ]
  for (const { id } of elements) {
    const chosen = decideCondition(demand.where, id, graph)
    if (chosen.is === 'no') continue
    const recorded = controlOn(context, demand.control, id)
    if (recorded?.status === 'inPlace') continue
    const evidence = evidenceOf(context, demand.control, id)
    if (evidence.is === 'yes') continue
    if (chosen.is === 'unknown') {
      for (const each of chosen.asks.slice(0, 1)) yield askFact(context, each)
      continue
    }
    yield* judge(context, demand, id, { recorded, evidence })
  }
}

interface State {
  readonly recorded: Control | undefined
  readonly evidence: Decided
}

function* judge(
  context: RuleContext,
  demand: MandatoryControl,
  id: Id,
  { recorded, evidence }: State,
): Iterable<Outcome> {
  const { graph } = context
  const title = findControl(demand.control)?.title ?? demand.control
  const isDenied = evidence.is === 'no' && evidence.asks.length === 0
  const isLooked = evidence.asks.some(({ on, field }) => isUnknown(statedAt(graph, on, field)))
  if (recorded !== undefined || isDenied || (context.complete('governance', id) && !isLooked)) {
    const state = recorded === undefined ? 'is not there' : stateWords[recorded.status]
    yield {
      type: 'found',
      anchors: [id],
      problem: `${title} is mandatory on ${graph.name(id)} and ${state}.`,
      fix: `Put it in place and record it on ${graph.name(id)}, or ask ${demand.approver ?? demand.owner ?? 'its owner'} for an exception.`,
      ...(recorded?.status === 'planned' ? { severity: 'low' as const } : {}),
      facts: { control: demand.control },
      cause: `${controlRuleId} ${demand.control}`,
    }
    return
  }
  if (evidence.asks.length > 0) {
    for (const each of evidence.asks) yield askFact(context, each)
    return
  }
  yield {
    type: 'asked',
    on: id,
    field: `topic.control.${demand.control}`,
    text: `${graph.name(id)}: is there ${withArticle(title)}? The standards demand it.`,
    ask: demand.owner ?? 'Security',
    group: { label: `Mandatory: ${title}`, noun: ['place', 'places'] },
  }
}

const stateWords: Readonly<Record<Control['status'], string>> = {
  proposed: 'only proposed',
  planned: 'only planned',
  retired: 'retired',
  inPlace: 'in place',
}

/** The record that comes nearest to being in place, on the element or on a boundary around it. */
function controlOn({ graph }: RuleContext, type: string, id: Id): Control | undefined {
  const places = [id, ...graph.boundariesOf(id).map((around) => around.id)]
  const order: readonly Control['status'][] = ['inPlace', 'planned', 'proposed', 'retired']
  return (graph.design.controls ?? [])
    .filter((control) => control.type === type && control.on.some((on) => places.includes(on)))
    .toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status))[0]
}

function evidenceOf({ graph }: RuleContext, control: string, id: Id): Decided {
  const condition = Object.hasOwn(controlEvidence, control) ? controlEvidence[control] : undefined
  return condition === undefined ? { is: 'unknown', asks: [] } : decideCondition(condition, id, graph)
}

function withArticle(title: string): string {
  const lower = title.charAt(0).toLowerCase() + title.slice(1)
  return `${/^[aeiou]/u.test(lower) ? 'an' : 'a'} ${lower}`
}
