import type { Id } from '../../design/design.ts'
import { groupBy } from '../../design/group-by.ts'
import { nameOf } from '../../findings/commitment.ts'
import {
  askOrder,
  closedWith,
  decisiveAmong,
  influenceOn,
  likelihoodOf,
  type Influence,
  type Spoken,
} from '../../findings/influence.ts'
import { rate } from '../../findings/rate.ts'
import { agentic, asi, atlas, llm } from '../../findings/refer.ts'
import { defineRule, type Found, type Rule, type RuleContext } from '../../findings/rule.ts'
import { impactOfLoss } from '../../findings/sensitivity.ts'
import { count, listNames, listWords } from '../../findings/wording.ts'
import { blastRadius, furthestFirst } from '../../graph/blast-radius.ts'
import type { GraphFlow } from '../../graph/graph.ts'

/** Calls by which one agent hands words from outside to another, with what has judged them on the way. */
function handOvers({ graph, lineage }: RuleContext): readonly Influence[] {
  return lineage.calls
    .filter(({ caller, callee }) => graph.has(caller, 'plans-actions') && graph.has(callee, 'plans-actions'))
    .map((call) => influenceOn(graph, lineage, call))
}

const spreadingWords = defineRule({
  id: 'P-12',
  lenses: ['threat'],
  title: 'One agent talked round takes the others with it',
  severity: 'medium',
  topic: 'agents',
  stride: 'ED',
  why: 'An agent believes another agent as it believes its instructions. One sentence from outside is passed on, copied and acted on with the rights of each agent that it reaches.',
  references: [...asi('ASI07', 'ASI08'), ...atlas('T0061'), ...llm('LLM01'), ...agentic('T12', 'T14')],
  falsePositive:
    'Agents hand over numbers and choices of a fixed form, no text: then draw the check, or state the control.',
  verify:
    'Give the first agent a text that asks to be passed on word for word, and look in the traces how far it comes.',
  closedBy: ['segment-agents'],
  softenedBy: [
    { control: 'injection-filter', why: 'It knows the sentences of yesterday; the agents rewrite them at every step.' },
    { control: 'model-judge', why: 'The judge reads the same sentence, and can be talked round by it.' },
  ],
  thresholds: { agents: 2 },
  looksAt: ({ graph }) => graph.with('plans-actions').map(({ id }) => id),
  *check(context) {
    const { graph } = context
    const all = handOvers(context)
    for (const { exposure, call, firm } of all) {
      // Who calls the gate knows the order; the agents after it only inherit the doubt.
      const own = firm.filter((gate) => graph.callsFrom(call.caller).some(({ callee }) => callee === gate))
      if (exposure === 'uncertain' && own.length > 0) yield askOrder(graph, call, own)
    }
    yield* spreadBy(context, decisiveAmong(all))
  },
})

/** The agent from which words from outside spread furthest over these hand-overs, where that is far enough. */
function* spreadBy(context: RuleContext, handed: readonly Spoken[]): Iterable<Found> {
  const { graph, lineage, thresholds } = context
  const arrows = new Set(handed.map(({ call }) => call.flow))
  const search = { using: ({ id }: GraphFlow) => arrows.has(id) }
  const entries = [...groupBy(handed, ({ call }) => call.caller)]
  const [widest] = entries
    .map(([from, [first]]) => ({ ...blastRadius(graph, from, search), first }))
    .toSorted(furthestFirst)
  if (widest === undefined) return
  const { first } = widest
  const agents = new Set([widest.from, ...widest.commands])
  const passedOn = handed.filter(({ call }) => agents.has(call.caller) && call.callee !== widest.from)
  const followers = new Set(passedOn.map(({ call }) => call.callee))
  if (followers.size < (thresholds['agents'] ?? 2)) return
  const last = passedOn.at(-1) ?? first
  const [source] = last.origins
  const { commands, assets } = blastRadius(graph, widest.from)
  const tools = commands.filter((id: Id) => graph.has(id, 'runs-actions'))
  const entry = graph.name(widest.from)
  yield {
    type: 'found',
    anchors: [widest.from],
    elements: [...widest.commands, ...arrows],
    path: lineage.pathTo(last.call, source.id),
    problem: `${entry} hands ${listWords(first.origins.map(({ name }) => name))} on to ${listNames(graph, widest.commands)} as text${tools.length === 0 ? '' : `, and with it ${count(tools.length, 'tool')}`}${first.closedBy === undefined ? '' : `, once ${nameOf(graph, first.closedBy)} has passed it`}.`,
    fix: `Let ${entry} hand over typed values that code has checked, and give each agent only the tools of its own task.`,
    rating: rate(likelihoodOf(graph, last.origins, last.soft), [
      { steps: 2, why: `${count(widest.commands.length, 'agent')} follow` },
      impactOfLoss(graph, assets),
    ]),
    facts: { actor: source.name, reach: String(commands.length) },
    remedy: {
      control: 'segment-agents',
      title: `Typed hand-over from ${entry}`,
      at: first.call.flow,
      strength: 'deterministic',
    },
    ...closedWith(first),
  }
}

export const agentReach: readonly Rule[] = [spreadingWords]
