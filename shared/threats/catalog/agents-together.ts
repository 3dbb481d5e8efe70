import type { Component, Id } from '../../design/design.ts'
import { nameOf } from '../../findings/commitment.ts'
import {
  closedWith,
  decisiveOf,
  impactOfEffects,
  type Influence,
  influenceOn,
  likelihoodOf,
} from '../../findings/influence.ts'
import { rate, type Term } from '../../findings/rate.ts'
import { agentic, asi, atlas2026 } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askSetting, hasField, standSetting } from '../../findings/standing.ts'
import { listWords } from '../../findings/wording.ts'
import { actingCalls } from '../agent-context.ts'
import { standOneOf } from '../one-of.ts'
import { isKeptApart } from './memory.ts'

const strangeReplies = defineRule({
  id: 'MA-02',
  lenses: ['threat'],
  title: 'The agent of another party can give orders here',
  severity: 'medium',
  topic: 'agents',
  stride: 'TE',
  why: 'What the other agent answers stands in the context of ours, and reads like any instruction. Who runs it, or talks it round, then works with our tools.',
  references: [...asi('ASI07', 'ASI04', 'ASI01'), ...agentic('T14')],
  falsePositive: 'It answers with values of a fixed form, and nothing of it is put before a model.',
  verify: 'Let a test agent of the other party answer with an order: nothing may follow but a refused answer.',
  closedBy: ['schema-check', 'quarantined-model'],
  softenedBy: [
    { control: 'mark-untrusted-text', why: 'The mark asks the model to be careful; it is free to forget.' },
    { control: 'injection-filter', why: 'The answer of an agent is full of instructions by nature.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    for (const answer of lineage.answers) {
      const isStrange = graph.has(answer.from, 'plans-actions') && graph.crosses(answer.flow, 'organisation') === true
      const caller = isStrange ? graph.component(answer.to) : undefined
      if (caller === undefined || !hasField(context, caller, 'repliesChecked')) continue
      const standing = standSetting(context, 'agents', caller, 'repliesChecked')
      if (standing === 'unknown') yield askSetting(context, caller, 'repliesChecked')
      if (standing !== 'bad') continue
      const other = graph.name(answer.from)
      yield {
        type: 'found',
        anchors: [caller.id, answer.from],
        elements: [answer.flow],
        problem: `${other} belongs to another party, and what it answers reaches ${caller.name} as it is.`,
        fix: `Take answers of ${other} as content: parse them into values of a fixed form before ${caller.name} reads them.`,
        rating: rate(
          [
            { steps: 2, why: 'another party writes the answer' },
            { steps: 1, why: 'nothing judges it on the way' },
          ],
          [{ steps: 2, why: 'it speaks inside our agent' }, strongestEffect(context, caller.id)],
        ),
        facts: { actor: other },
        remedy: {
          control: 'schema-check',
          title: `Answers of ${other} as values`,
          at: answer.flow,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan to treat replies as content',
          patch: { components: { [caller.id]: { settings: { repliesChecked: true } } } },
        },
      }
    }
  },
})

/** The worst that the agent can do with its tools. */
function strongestEffect(context: RuleContext, agent: Id): Term {
  const calls = actingCalls(context).acting.filter(({ flow }) => flow.caller === agent)
  const terms = calls.map(({ flow, effects }) => impactOfEffects(context.graph, flow.callee, effects))
  return terms.toSorted((a, b) => b.steps - a.steps)[0] ?? { steps: 0, why: '' }
}

const sharedBoard = defineRule({
  id: 'MA-04',
  lenses: ['threat'],
  title: 'Agents that read strangers write where others take orders',
  severity: 'medium',
  topic: 'agents',
  stride: 'T',
  why: 'One agent reads the web, another holds the tools, and both use one board. What the first picked up waits there for the second.',
  references: [...asi('ASI06', 'ASI08'), ...atlas2026('T0118.000'), ...agentic('T12')],
  falsePositive: 'What is on the board are values of a fixed form, not text.',
  verify: 'Put an order on the board as the weaker agent: the stronger one has to take it for text.',
  closedBy: ['partition-by-owner', 'approve-writes', 'schema-check'],
  softenedBy: [
    {
      control: 'injection-filter',
      why: 'What one agent notes for another looks like an instruction also when it is honest.',
    },
    { control: 'anomaly-watch', why: 'The second agent has acted by the time the alarm rings.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    for (const store of graph.with('stores-data')) {
      if (!hasField(context, store, 'isolation')) continue
      const written = decisiveOf(writesOfAgents(context, store))
      if (written === undefined) continue
      const reader = strongerReader(context, store, written.call.caller)
      if (reader === undefined) continue
      const [worst] = written.origins
      const { standing, open } = standOneOf(context, 'agents', store, [
        { field: 'isolation', isGood: isKeptApart(context, store) },
        ...(hasField(context, store, 'checksWrites')
          ? [{ field: 'checksWrites', isGood: graph.settings(store).truth('checksWrites') }]
          : []),
      ])
      if (standing === 'unknown' && open !== undefined && written.closedBy === undefined)
        yield askSetting(context, store, open)
      if (standing !== 'bad') continue
      const [writer, words] = [graph.name(written.call.caller), listWords(written.origins.map(({ name }) => name))]
      yield {
        type: 'found',
        anchors: [store.id],
        path: [...lineage.pathTo(written.call, worst.id), reader],
        problem: `${writer} notes ${words} in ${store.name}, and ${graph.name(reader)}, which can act, reads it there${written.closedBy === undefined ? '' : `, once ${nameOf(graph, written.closedBy)} has passed it`}.`,
        fix: `Give each agent a part of ${store.name} of its own, and pass on between them values of a fixed form with their source.`,
        rating: rate(likelihoodOf(graph, written.origins, written.soft), [
          { steps: 1, why: 'it waits for another agent' },
          strongestEffect(context, reader),
        ]),
        facts: { actor: worst.name },
        cause: `isolation ${store.id}`,
        ...closedWith(written),
        remedy: {
          control: 'partition-by-owner',
          title: `A part of ${store.name} for each agent`,
          at: store.id,
          strength: 'deterministic',
        },
      }
    }
  },
})

/** Writes of agents into a store, with who speaks in them. */
function writesOfAgents({ graph, lineage }: RuleContext, store: Component): readonly Influence[] {
  return lineage
    .into(store.id)
    .filter((call) => call.does.includes('write') && graph.has(call.caller, 'plans-actions'))
    .map((call) => influenceOn(graph, lineage, call))
}

/** Another agent that reads the store and can change something. */
function strongerReader(context: RuleContext, store: Component, writer: Id): Id | undefined {
  const acting = new Set(
    actingCalls(context).acting.flatMap(({ flow, effects }) => (effects.length > 0 ? [flow.caller] : [])),
  )
  return context.graph
    .callsTo(store.id)
    .find(({ caller, does }) => caller !== writer && does.includes('read') && acting.has(caller))?.caller
}

/** What happens between agents. */
export const agentsTogether: readonly Rule[] = [strangeReplies, sharedBoard]
