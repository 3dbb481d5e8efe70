import type { AnswerKind, Id } from '../design/design.ts'
import type { Graph } from './graph.ts'

/** What the framing sheet says of a kind of answer, beside its name. */
export type AnswerFact = 'wrong' | 'noticedBy' | 'shown' | 'fallback'

/**
 * The kinds of answer that the framing sheet lists for an action; those that name no action speak of all of them.
 * Without an action: every kind of answer.
 */
export function framedAnswers({ design }: Graph, action?: Id): readonly AnswerKind[] {
  const answers = design.framing?.answers ?? []
  return action === undefined ? answers : answers.filter((each) => each.action === undefined || each.action === action)
}

/**
 * Whether somebody has said this of every kind of answer (of one action, or of all): a stated fallback answers "what
 * happens when the model is out or wrong", `noticedBy` answers "how is a wrong answer found". Undefined: the sheet
 * lists no kind of answer there, so nobody has said anything and the question stands.
 */
function framedFact(graph: Graph, fact: AnswerFact, action?: Id): boolean | undefined {
  const answers = framedAnswers(graph, action)
  return answers.length === 0 ? undefined : answers.every((answer) => isSaid(answer[fact]))
}

/** What is done in place of a wrong or missing answer, in the architect's words: RAI-02, REL-01 and REL-05 ask for it. */
export function framedFallback(graph: Graph, action?: Id): boolean | undefined {
  return framedFact(graph, 'fallback', action)
}

/** Whether it is said who notices a wrong answer: what EVL-01 and its kind ask the topic for. */
export function framedNotice(graph: Graph, action?: Id): boolean | undefined {
  return framedFact(graph, 'noticedBy', action)
}

function isSaid(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== ''
}
