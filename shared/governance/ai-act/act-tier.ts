import type { Answer, Design } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import { proposeAnswer, type Proposal } from './propose.ts'
import { type ActAnswers, type ActQuestion, none, type QuestionId } from './question.ts'
import { actQuestions } from './questions.ts'
import { confirmedAnswer, optionsOf } from './read-answers.ts'
import { decideTier, holds, isDerogated, type TierResult } from './tier.ts'

/** One question with what a person and the drawing say to it. */
export interface QuestionState {
  readonly id: QuestionId
  /** What counts: the person's answer, else the drawing's; absent while nobody has said. */
  readonly options?: readonly string[]
  readonly from?: 'person' | 'drawing'
  /** The person's own words, name and day. */
  readonly answer?: Answer
  readonly proposal?: Proposal
  /** The drawing has changed since the answer, and now says something else. */
  readonly contradiction?: string
  /** Whether an answer can still change the tier, the role or a duty: what cannot is not asked. */
  readonly matters: boolean
}

/** An indicative assessment under the EU AI Act. */
export interface ActTier extends TierResult {
  /** Whether people confirmed all that the tier rests on; else some of it is what the drawing proposes. */
  readonly standing: 'confirmed' | 'proposed'
  /** By which way it is high-risk; both are possible. */
  readonly highBy: readonly ('annex-i' | 'annex-iii')[]
  /** In an area of Annex III, yet taken out by Art. 6(3): to be written down and registered. */
  readonly derogated: boolean
  readonly roles: readonly string[]
  /** Provider by Art. 25(1) alone. */
  readonly becameProvider: boolean
  /** Duties of a provider of general-purpose models, beside the tier. */
  readonly generalPurpose: 'none' | 'provider' | 'systemic' | 'open'
  readonly questions: readonly QuestionState[]
}

/**
 * The tier of a design by what people answered and, where they have not, by what the drawing proposes. Stable for rules:
 * a rule that accuses looks at `standing === 'confirmed'`, or only asks.
 *
 * @param answers `Design.answers`; keys other than 'ai-act.*' are not read.
 */
export function aiActTier(answers: Design['answers'], graph: Graph): ActTier {
  const read = actQuestions.map((question) => readQuestion(question, answers, graph))
  const given = answersOf(read)
  const result = decideTier(given)
  const byPeople = decideTier(answersOf(read.filter(({ from }) => from === 'person')))
  const isHigh = result.tier === 'high'
  const highBy = [
    ...(isHigh && holds(given, 'safety-component') ? (['annex-i'] as const) : []),
    ...(isHigh && holds(given, 'annex-iii') ? (['annex-iii'] as const) : []),
  ]
  const stated = given.role ?? []
  const becameProvider = holds(given, 'changed') && isHigh && !stated.includes('provider')
  return {
    ...result,
    standing: result.tier !== 'open' && byPeople.tier === result.tier ? 'confirmed' : 'proposed',
    highBy,
    derogated: result.tier !== 'open' && result.tier !== 'outOfScope' && isDerogated(given),
    roles: becameProvider ? ['provider', ...stated] : stated,
    becameProvider,
    generalPurpose: generalPurposeOf(given),
    questions: read.map((state) => ({ ...state, matters: matters(state.id, given, result) })),
  }
}

function readQuestion(question: ActQuestion, answers: Design['answers'], graph: Graph): Omit<QuestionState, 'matters'> {
  const proposal = proposeAnswer(graph, question.id)
  const confirmed = confirmedAnswer(answers, question)
  const options = confirmed?.options ?? proposal?.options
  const contradiction = contradictionOf(question, confirmed, proposal)
  return {
    id: question.id,
    ...(options === undefined ? {} : { options, from: confirmed === undefined ? 'drawing' : 'person' }),
    ...(confirmed === undefined ? {} : { answer: confirmed.answer }),
    ...(proposal === undefined ? {} : { proposal }),
    ...(contradiction === undefined ? {} : { contradiction }),
  }
}

/** A person may overrule the drawing; only a drawing that says something new since then contradicts them. */
function contradictionOf(
  question: ActQuestion,
  confirmed: ReturnType<typeof confirmedAnswer>,
  proposal: Proposal | undefined,
): string | undefined {
  const drawn = proposal?.options
  if (confirmed === undefined || proposal === undefined || drawn === undefined) return undefined
  const before = optionsOf(question, confirmed.answer.drawn)
  // Of several that may hold, a person knows more than the drawing shows.
  if (drawn.every((option) => confirmed.options.includes(option))) return undefined
  if (before !== undefined && same(drawn, before)) return undefined
  const day = confirmed.answer.date === undefined ? '' : ` of ${confirmed.answer.date}`
  return `The drawing now says "${labels(question, drawn)}" (${proposal.because.replace(/\.$/, '')}); the answer${day} says "${labels(question, confirmed.options)}".`
}

/** The options of a question in words. */
export function labels(question: ActQuestion, options: readonly string[]): string {
  return question.options
    .filter(({ value }) => options.includes(value))
    .map(({ label }) => label)
    .join('; ')
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value))
}

function answersOf(states: readonly Omit<QuestionState, 'matters'>[]): ActAnswers {
  return Object.fromEntries(states.flatMap(({ id, options }) => (options === undefined ? [] : [[id, options]])))
}

function generalPurposeOf(given: ActAnswers): ActTier['generalPurpose'] {
  if (given['eu-nexus']?.[0] === 'no') return 'none'
  const own = given['general-purpose-model']?.[0]
  if (own === undefined) return 'open'
  if (own === none) return 'none'
  return holds(given, 'systemic-risk') ? 'systemic' : 'provider'
}

/** Those that decide the tier, and those on which a role or a duty hangs once the tier can be reached at all. */
function matters(id: QuestionId, given: ActAnswers, { highest, decidedBy }: TierResult): boolean {
  if (given[id] === undefined && decidedBy.includes(id)) return true
  const isReached = given['eu-nexus']?.[0] !== 'no'
  const canBeHigh = highest === 'high' || highest === 'prohibited'
  const byDuty: Readonly<Partial<Record<QuestionId, boolean>>> = {
    role: isReached && highest !== 'outOfScope' && given['ai-system']?.[0] !== 'no',
    changed: canBeHigh && !(given.role ?? []).includes('provider'),
    'general-purpose-model': isReached,
    'systemic-risk': isReached && holds(given, 'general-purpose-model'),
    interacts: isReached && highest !== 'outOfScope' && highest !== 'minimal',
    content: isReached && highest !== 'outOfScope' && highest !== 'minimal',
    'rights-assessment': canBeHigh,
  }
  // What is answered stays in sight as long as another answer to it would change the tier.
  return byDuty[id] ?? (given[id] !== undefined && decideTier({ ...given, [id]: undefined }).decidedBy.includes(id))
}
