import type { Id, Treatment, Value } from '../design/design.ts'
import { isUnknown } from '../design/value.ts'
import type { Graph } from '../graph/graph.ts'
import type { QuestionGroup, Severity, Topic } from './finding.ts'
import { rankOf } from './rate.ts'
import type { Asked } from './rule.ts'

/** A question of one rule, with what it can decide. */
export interface RuleQuestion {
  readonly asked: Asked
  readonly rule: string
  readonly topic: Topic
  /** The severity of the verdict that the answer can change, at this stage. */
  readonly weight: Severity
}

/**
 * Groups questions by field, so that one answer serves all alike: "Encrypted at rest: 4 stores". Ranked by the worst
 * verdict that an answer can change, then by how many rules wait for it.
 */
export function groupQuestions(graph: Graph, questions: readonly RuleQuestion[]): readonly QuestionGroup[] {
  return [...groupByField(questions)]
    .map(([id, members]) => groupOf(graph, id, members))
    .toSorted(
      (a, b) => rankOf(a.weight) - rankOf(b.weight) || b.rules.length - a.rules.length || (a.id < b.id ? -1 : 1),
    )
}

function groupByField(questions: readonly RuleQuestion[]): ReadonlyMap<string, readonly RuleQuestion[]> {
  const groups = new Map<string, RuleQuestion[]>()
  for (const question of questions) {
    const id = question.asked.field ?? `topic.${question.topic}`
    const members = groups.get(id)
    if (members === undefined) groups.set(id, [question])
    else members.push(question)
  }
  return groups
}

function groupOf(graph: Graph, id: string, members: readonly RuleQuestion[]): QuestionGroup {
  const ranked = members.toSorted((a, b) => rankOf(a.weight) - rankOf(b.weight) || (a.rule < b.rule ? -1 : 1))
  const [first] = ranked
  if (first === undefined) throw new Error('A group of questions has at least one member')
  const elements = [...new Map(ranked.map(({ asked }) => [asked.on, asked])).values()].toSorted((a, b) =>
    a.on < b.on ? -1 : 1,
  )
  const asks = [...new Set(ranked.flatMap(({ asked }) => askOf(graph, asked)))]
  return {
    id,
    text: textOf(first.asked, elements.length),
    topic: first.topic,
    ...(asks.length === 0 ? {} : { ask: asks.slice(0, 2).join(' or ') }),
    elements: elements.map((asked) => ({
      on: asked.on,
      ...(asked.field === undefined ? {} : { field: asked.field }),
      ...(isUnknown(statedAt(graph, asked.on, asked.field)) ? { answered: 'unknown' as const } : {}),
    })),
    rules: [...new Set(ranked.map(({ rule }) => rule))],
    weight: first.weight,
  }
}

function textOf(asked: Asked, count: number): string {
  if (count === 1 || asked.group === undefined) return asked.text
  return `${asked.group.label}: ${count} ${asked.group.noun[1]}`
}

/** Who would know: whoever said so on the element comes before the rule's own guess. */
function askOf(graph: Graph, asked: Asked): readonly string[] {
  const stated = statedAt(graph, asked.on, asked.field)
  const ask = (isUnknown(stated) ? stated.ask : undefined) ?? asked.ask
  return ask === undefined ? [] : [ask]
}

/** The value at 'settings.x', 'call.x', 'facts.x', 'context.x' or a field of the element itself. */
function statedAt(graph: Graph, on: Id, field: string | undefined): Value | undefined {
  if (field === undefined) return undefined
  const dot = field.indexOf('.')
  const [place, name] = dot < 0 ? ['', field] : [field.slice(0, dot), field.slice(dot + 1)]
  if (place === 'context') return graph.design.context?.[name]
  if (place === 'settings') return graph.stated(on, name)
  if (place === 'call') return graph.flow(on)?.flow.call?.[name]
  if (place === 'facts') return graph.asset(on)?.facts?.[name]
  const element = graph.flow(on)?.flow ?? graph.asset(on) ?? graph.boundary(on) ?? graph.component(on)
  const entry = Object.entries(element ?? {}).find(([key]) => key === name)?.[1]
  return isValue(entry) ? entry : undefined
}

function isValue(entry: unknown): entry is Value {
  return ['string', 'number', 'boolean'].includes(typeof entry) || isObject(entry)
}
function isObject(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && ('unknown' in entry || 'value' in entry)
}

/** Whether a person has already settled this rule here, so that an answer would change nothing. */
export function isSettled(asked: Asked, ruleIds: readonly string[], treatments: readonly Treatment[]): boolean {
  return treatments.some(
    (treatment) =>
      treatment.response !== 'mitigate' && ruleIds.includes(treatment.rule) && treatment.on[0] === asked.on,
  )
}
