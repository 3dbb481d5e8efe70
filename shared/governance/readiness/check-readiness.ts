import type { Answer, Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import type { RequirementResult } from '../../estimate/requirement-result.ts'
import type { Finding, QuestionGroup } from '../../findings/finding.ts'
import { count } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'
import { type EvidenceState } from '../evidence/evidence.ts'
import { notApplicable } from '../evidence/gather.ts'
import type { ReadinessItem } from './item.ts'
import { readinessItems } from './items.ts'

export interface ReadinessState {
  readonly id: string
  readonly gate: string
  readonly title: string
  readonly state: 'done' | 'open' | 'notApplicable'
  /** Who ticked it: the design, or a person. */
  readonly from?: 'design' | 'person'
  /** What ticks it, or what stands in the way. */
  readonly says: string
  readonly elements: readonly Id[]
  readonly rules: readonly string[]
  readonly answer?: Answer
}

/** The key of a tick by hand: true, or 'notApplicable' with a reason. */
export function readyAnswer(id: string): string {
  return `ready.${id}`
}

export interface ReadinessContext {
  readonly graph: Graph
  readonly requirements: readonly RequirementResult[]
  readonly findings: readonly Finding[]
  readonly questions: readonly QuestionGroup[]
  readonly evidence: readonly EvidenceState[]
  /** Ids of rules that are switched off: their silence says nothing. Default: none. */
  readonly off?: readonly string[]
}

/** The checklist with what the design ticks by itself. Silence ticks nothing: an open question keeps a line open. */
export function checkReadiness(context: ReadinessContext): readonly ReadinessState[] {
  return readinessItems.map((item) => stateOf(context, item))
}

interface Verdict {
  readonly isDone: boolean
  readonly says: string
  readonly elements: readonly Id[]
}

function stateOf(context: ReadinessContext, item: ReadinessItem): ReadinessState {
  const { graph } = context
  const answer = graph.design.answers?.[readyAnswer(item.id)]
  const value = known(answer?.value)
  const base = { id: item.id, gate: item.gate, title: item.title, rules: item.rules ?? [] }
  const reason = (answer?.rationale ?? '').trim()
  if (answer !== undefined && value === notApplicable && reason !== '')
    return { ...base, state: 'notApplicable', from: 'person', says: reason, elements: [], answer }
  if (answer !== undefined && value === true)
    return {
      ...base,
      state: 'done',
      from: 'person',
      says: reason === '' ? 'Ticked by hand.' : reason,
      elements: [],
      answer,
    }
  if (graph.flows.length === 0) return { ...base, state: 'open', says: 'Nothing is connected yet.', elements: [] }
  if (item.when !== undefined && !item.when.some((trait) => graph.with(trait).length > 0))
    return {
      ...base,
      state: 'notApplicable',
      from: 'design',
      says: 'Nothing drawn that it speaks about.',
      elements: [],
    }
  const verdicts = [byEvidence(context, item), byMetrics(context, item), byRules(context, item)].filter(
    (verdict) => verdict !== undefined,
  )
  if (verdicts.length === 0) return { ...base, state: 'open', says: 'To be ticked by hand.', elements: [] }
  const broken = verdicts.filter(({ isDone }) => !isDone)
  const told = broken.length > 0 ? broken : verdicts
  const isDone = broken.length === 0
  return {
    ...base,
    state: isDone ? 'done' : 'open',
    ...(isDone ? { from: 'design' } : {}),
    says: told.map(({ says }) => says).join(' '),
    elements: [...new Set(told.flatMap(({ elements }) => elements))],
  }
}

function byEvidence({ evidence }: ReadinessContext, item: ReadinessItem): Verdict | undefined {
  const state = evidence.find(({ id }) => id === item.evidence)
  if (state === undefined) return undefined
  const part = state.parts.find(({ title }) => title === item.part)
  if (item.part === undefined) return { isDone: state.status !== 'missing', says: state.says, elements: state.elements }
  if (part === undefined) return { isDone: false, says: 'Nothing drawn shows it.', elements: [] }
  const word = part.state === 'yes' ? 'Shown' : part.state === 'no' ? 'Not so yet' : 'Open'
  const title = part.title.charAt(0).toLowerCase() + part.title.slice(1)
  return { isDone: part.state === 'yes', says: `${word}: ${title}.`, elements: part.elements }
}

function byMetrics({ graph, requirements }: ReadinessContext, item: ReadinessItem): Verdict | undefined {
  if (item.metrics === undefined) return undefined
  const wanted = (graph.design.requirements ?? []).filter(({ metric }) =>
    item.metrics?.some((start) => metric === start || (start.endsWith('.') && metric.startsWith(start))),
  )
  if (wanted.length === 0) return { isDone: false, says: 'No requirement says what is good enough.', elements: [] }
  const results = requirements.filter(({ requirement }) => wanted.some(({ id }) => id === requirement))
  // A waiver allows a miss and does not undo it: whoever goes live on it ticks the line by hand, with the reason.
  const missed = results.filter(({ verdict }) => verdict !== 'pass')
  if (results.length < wanted.length) return { isDone: false, says: 'A requirement is not judged.', elements: [] }
  return {
    isDone: missed.length === 0,
    says:
      missed.length === 0
        ? `${count(wanted.length, 'requirement')} met.`
        : `Of ${count(wanted.length, 'requirement')}: ${missedWords(missed)}.`,
    elements: (missed.length === 0 ? results : missed).map(({ requirement }) => requirement),
  }
}

const verdictWords: Readonly<Record<RequirementResult['verdict'], string>> = {
  pass: 'met',
  assumed: 'met only on assumptions',
  atRisk: 'at risk',
  fail: 'missed',
  unknown: 'without the facts to judge',
  waived: 'waived',
}

/** "1 missed, 2 met only on assumptions". */
function missedWords(missed: readonly RequirementResult[]): string {
  const verdicts = [...new Set(missed.map(({ verdict }) => verdict))]
  return verdicts
    .map((verdict) => `${missed.filter((each) => each.verdict === verdict).length} ${verdictWords[verdict]}`)
    .join(', ')
}

function byRules(context: ReadinessContext, { rules }: ReadinessItem): Verdict | undefined {
  if (rules === undefined) return undefined
  const { findings, questions, off = [] } = context
  const told = findings.filter(({ rule, aliases }) => [rule, ...aliases].some((id) => rules.includes(id)))
  const found = told.filter(({ status }) => status === 'open')
  // What somebody accepted or passed on is still there.
  const borne = told.filter(({ status }) => status === 'accepted' || status === 'transferred')
  const asked = questions.filter((group) => group.rules.some((id) => rules.includes(id)))
  const silent = rules.filter((id) => off.includes(id))
  const inTheWay = [
    ...found.map(({ rule, problem }) => `${rule}: ${problem}`),
    ...borne.map(({ rule, problem, status }) => `${rule}, ${status} by name: ${problem}`),
    ...(asked.length === 0 || found.length > 0
      ? []
      : [`Open: ${sentenceOf(asked.map(({ text }) => text).join('; '))}`]),
    ...(silent.length === 0
      ? []
      : [`${silent.join(', ')} ${silent.length === 1 ? 'is' : 'are'} switched off, so nobody looked.`]),
  ]
  if (inTheWay.length > 0)
    return {
      isDone: false,
      says: inTheWay.join(' '),
      elements: [
        ...new Set([
          ...[...found, ...borne].flatMap(({ elements }) => elements),
          ...(found.length > 0 ? [] : asked.flatMap(({ elements }) => elements.map(({ on }) => on))),
        ]),
      ],
    }
  const settled = told.map(({ rule, status }) => `${rule}: ${status}.`)
  return {
    isDone: true,
    says:
      settled.length > 0
        ? [...new Set(settled)].join(' ')
        : `${rules.length === 1 ? 'One rule' : `${rules.length} rules`} looked and found nothing (${rules.join(', ')}).`,
    elements: [...new Set(told.flatMap(({ elements }) => elements))],
  }
}

function sentenceOf(words: string): string {
  return /[.?]$/.test(words) ? words : `${words}.`
}
