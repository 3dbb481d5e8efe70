import type { Id, Settings } from '../../design/design.ts'
import { known, numberOr } from '../../design/value.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ActionRuns } from '../../graph/run.ts'
import type { InputNode } from '../../kinds/formula/formula.ts'
import type { Hand, Trait } from '../../kinds/kind.ts'
import { unsaidQuestion } from '../../kinds/fields/unsaid-question.ts'
import { type Mixture, mixtureOf } from '../../kinds/formula/mixture.ts'
import { actionInput } from './action-inputs.ts'
import { emptyHand } from './hand.ts'

const brought = ['tokens', 'pages', 'items', 'bytes'] as const

/** What works on words: only there does it matter how many a person brings. */
const readsWords: readonly Trait[] = ['generates-text', 'fronts-models', 'plans-actions', 'embeds', 'filters-content']

/**
 * What an action starts with: what it states (`input`). Where it states nothing of that kind, a person who starts it and
 * whose words something on the way reads asks a short question, assumed.
 */
export function startHand(graph: Graph, actionRuns: ActionRuns): Hand {
  const input = inputOf(graph, actionRuns)
  const question = unsaidQuestionOf(graph, actionRuns)
  if (question) {
    return {
      ...emptyHand,
      tokens: question.value,
      origins: { user: question.value },
      follows: { user: mixtureOf(question) },
    }
  }
  const tokens = numberOr(input?.['tokens'], 0)
  const follows = broughtBy(actionRuns.action, input)
  return {
    ...(Object.keys(follows).length === 0 ? {} : { follows }),
    ...(Object.keys(input ?? {}).length === 0 ? {} : { restsOn: 'stated' as const }),
    ...(tokens > 0 ? { origins: { user: tokens } } : {}),
    tokens,
    pages: numberOr(input?.['pages'], 0),
    items: numberOr(input?.['items'], 0),
    bytes: numberOr(input?.['bytes'], 0),
  }
}

/** What somebody said that an action brings, each amount as the number that was stated. */
function broughtBy(action: Id, input: Settings | undefined): NonNullable<Hand['follows']> {
  const follows: { -readonly [Name in keyof NonNullable<Hand['follows']>]: Mixture } = {}
  for (const name of brought) {
    const node = actionInput(action, name, input?.[name])
    if (node && node.value > 0) follows[name === 'tokens' ? 'user' : name] = mixtureOf(node)
  }
  return follows
}

/** The question that an action is taken to start with, for the ledger; undefined where somebody said what it brings. */
export function unsaidQuestionOf(graph: Graph, actionRuns: ActionRuns): InputNode | undefined {
  const input = inputOf(graph, actionRuns)
  if (brought.some((name) => known(input?.[name]) !== undefined)) return undefined
  const start = actionRuns.start.flow === undefined ? undefined : graph.flow(actionRuns.start.flow)
  if (start === undefined || !graph.has(start.caller, 'person')) return undefined
  return areWordsRead(graph, actionRuns) ? unsaidQuestion(actionRuns.action) : undefined
}

/** Runs are the same objects as long as no kind on the way has changed. */
const wordsRead = new WeakMap<ActionRuns, boolean>()

function areWordsRead(graph: Graph, actionRuns: ActionRuns): boolean {
  const before = wordsRead.get(actionRuns)
  if (before !== undefined) return before
  const areRead = Object.values(actionRuns.runs).some(({ component }) =>
    readsWords.some((trait) => graph.has(component, trait)),
  )
  wordsRead.set(actionRuns, areRead)
  return areRead
}

function inputOf({ design }: Graph, { action }: ActionRuns): Settings | undefined {
  return design.actions?.find(({ id }) => id === action)?.input
}
