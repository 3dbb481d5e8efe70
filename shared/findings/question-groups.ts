import { isAnswerKey, openKey } from '../design/answers.ts'
import type { Id, Treatment, Value } from '../design/design.ts'
import { isUnknown } from '../design/value.ts'
import type { Graph } from '../graph/graph.ts'
import type { AnswerForm, QuestionGroup, QuestionPlace, Severity, Topic } from './finding.ts'
import { findIdentity } from './identity-reading.ts'
import { rankOf } from './rate.ts'
import type { Asked } from './rule.ts'
import { nameArrow } from './wording.ts'

/** A question of one rule or of one requirement, with what it can decide. */
export interface OpenQuestion {
  readonly asked: Asked
  readonly rule?: string
  readonly requirement?: Id
  readonly topic: Topic
  /** The severity of the verdict that the answer can change, at this stage. */
  readonly weight: Severity
  /** How it is answered, where its field does not say it. */
  readonly form?: AnswerForm
}

/**
 * Groups questions by field, so that one answer serves all alike: "For each of 4 stores: is it encrypted at rest?"
 * Ranked by the worst verdict that an answer can change, then by how many verdicts wait for it. `today` is an ISO date.
 */
export function groupQuestions(
  graph: Graph,
  questions: readonly OpenQuestion[],
  today: string,
): readonly QuestionGroup[] {
  return [...groupByField(questions)]
    .map(([id, members]) => groupOf(graph, id, members, today))
    .toSorted((a, b) => rankOf(a.weight) - rankOf(b.weight) || b.verdicts - a.verdicts || (a.id < b.id ? -1 : 1))
}

function groupByField(questions: readonly OpenQuestion[]): ReadonlyMap<string, readonly OpenQuestion[]> {
  const groups = new Map<string, OpenQuestion[]>()
  for (const question of questions) {
    const id = question.asked.field ?? `topic.${question.topic}`
    const members = groups.get(id)
    if (members === undefined) groups.set(id, [question])
    else members.push(question)
  }
  return groups
}

function groupOf(graph: Graph, id: string, members: readonly OpenQuestion[], today: string): QuestionGroup {
  // Where rules and a requirement wait for the same fact, the rule's words are those of the field.
  const ranked = members.toSorted(
    (a, b) =>
      rankOf(a.weight) - rankOf(b.weight) ||
      Number(a.rule === undefined) - Number(b.rule === undefined) ||
      ((a.rule ?? a.requirement ?? '') < (b.rule ?? b.requirement ?? '') ? -1 : 1),
  )
  const [first] = ranked
  if (first === undefined) throw new Error('A group of questions has at least one member')
  const wording = ranked.find(({ rule }) => rule !== undefined) ?? first
  const asked = [...new Map(ranked.map((each) => [each.asked.on, each.asked])).values()].toSorted((a, b) =>
    a.on < b.on ? -1 : 1,
  )
  const elements = asked.map((each) => placeOf(graph, each))
  const asks = [...new Set(ranked.flatMap((each) => askOf(graph, each.asked)))]
  return {
    id,
    text: textOf(
      graph,
      wording.asked,
      ranked.map(({ asked: each }) => each),
    ),
    topic: wording.topic,
    ...(asks.length === 0 ? {} : { ask: asks.slice(0, 2).join(' or ') }),
    answer: first.form ?? formOf(id),
    elements,
    rules: [...new Set(ranked.flatMap(({ rule }) => rule ?? []))],
    requirements: [...new Set(ranked.flatMap(({ requirement }) => requirement ?? []))],
    weight: first.weight,
    verdicts: new Set(ranked.map((each) => each.requirement ?? `${each.rule} ${each.asked.on}`)).size,
    ...(elements.some(({ due }) => due !== undefined && due < today) ? { overdue: true } : {}),
  }
}

function placeOf(graph: Graph, { on, field }: Asked): QuestionPlace {
  const stated = statedAt(graph, on, field)
  const due = isUnknown(stated) ? stated.due : undefined
  return {
    on,
    ...(field === undefined ? {} : { field }),
    ...(isUnknown(stated) ? { answered: 'unknown' as const } : {}),
    ...(due === undefined ? {} : { due }),
  }
}

/** Steps and what an arrow refers to are drawn; what no field says is yes or no. */
function formOf(field: string): AnswerForm {
  if (field.startsWith('ai-act.')) return 'questionnaire'
  if (isAnswerKey(field)) return 'yesNo'
  return drawn.includes(field) ? 'drawing' : 'field'
}
const drawn: readonly string[] = [
  'plans',
  'as',
  'answeredBy',
  'kind',
  'product',
  'holds',
  'in',
  'label',
  'type',
  'protocol',
  ...['request', 'response'].flatMap((cargo) => [`${cargo}.data`, `${cargo}.content`, `${cargo}.untrusted`]),
]

/**
 * What is asked of one is asked of all alike in one sentence: "For each of 2 models: is it trained on our data?", "Are
 * there personal data in these 3 data sets?" Where each is asked something of its own, the label says about what.
 */
function textOf(graph: Graph, wording: Asked, all: readonly Asked[]): string {
  const { text, group, on } = wording
  const elements = new Set(all.map((each) => each.on))
  if (elements.size === 1 || group === undefined) return text
  // A model and a server are no "2 models": what goes by several nouns is called what all of it is.
  const nouns = new Set(all.flatMap((each) => each.group?.noun[1] ?? []))
  const common = [...elements].every((element) => graph.component(element) !== undefined) ? 'components' : 'elements'
  const many = `${elements.size} ${nouns.size > 1 ? common : group.noun[1]}`
  const nameOf = (element: Id): string => {
    const flow = graph.flow(element)
    return flow === undefined ? graph.name(element) : nameArrow(graph, flow)
  }
  const name = nameOf(on)
  const asksAll = (element: Id): boolean =>
    all.some((each) => each.on === element && each.text === text.replaceAll(name, nameOf(element)))
  // Kinds may word the question of one setting in their own way: it stays one question, in the words of none of them.
  if (![...elements].every(asksAll)) return `${group.label}: what holds for these ${many}?`
  const lead = `${name}: `
  return text.startsWith(lead)
    ? `For each of ${many}: ${text.slice(lead.length)}`
    : text.replace(name, () => `these ${many}`)
}

/** Who would know: whoever said so on the element comes before the rule's own guess. */
function askOf(graph: Graph, asked: Asked): readonly string[] {
  const stated = statedAt(graph, asked.on, asked.field)
  const ask = (isUnknown(stated) ? stated.ask : undefined) ?? asked.ask
  return ask === undefined ? [] : [ask]
}

/** The value at 'settings.x', 'call.x', 'facts.x', 'context.x', of an answer, or of a field of the element itself. */
export function statedAt(graph: Graph, on: Id, field: string | undefined): Value | undefined {
  if (field === undefined) return undefined
  if (isAnswerKey(field)) return graph.design.answers?.[field]?.value
  const open = graph.design.answers?.[openKey(field, on) ?? '']
  if (open !== undefined) return open.value
  const dot = field.indexOf('.')
  const [place, name] = dot < 0 ? ['', field] : [field.slice(0, dot), field.slice(dot + 1)]
  if (place === 'context') return graph.design.context?.[name]
  if (place === 'settings') return graph.stated(on, name)
  if (place === 'call') return graph.flow(on)?.flow.call?.[name]
  if (place === 'facts') return graph.asset(on)?.facts?.[name]
  const element =
    graph.flow(on)?.flow ?? graph.asset(on) ?? graph.boundary(on) ?? graph.component(on) ?? findIdentity(graph, on)
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
