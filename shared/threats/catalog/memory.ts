import type { Component } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { controlInPlace, nameOf } from '../../findings/commitment.ts'
import { closedWith, decisiveOf, influenceOn, likelihoodOf, untrustedOrigins } from '../../findings/influence.ts'
import { answersFrom } from '../../findings/lineage-reading.ts'
import { rate } from '../../findings/rate.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { sensitivityOf } from '../../findings/sensitivity.ts'
import { askSetting, stand, standSetting } from '../../findings/standing.ts'
import { listNames, listWords } from '../../findings/wording.ts'
import type { CarriedCall } from '../../graph/lineage.ts'
import { agentic, asi, atlas, cwe, linddun, llm, mcp, nistAml } from '../../findings/refer.ts'

/** Stores that keep what one conversation said and give it to another: memories and caches. */
function sharedKeepers({ graph }: RuleContext): readonly Component[] {
  return graph.components.filter((component) => graph.has(component, 'memory') || graph.has(component, 'caches'))
}

/** Where several tenants share the system, their indexes as well. */
function sharedIndexes({ graph }: RuleContext): readonly Component[] {
  const isShared = known(graph.design.context?.['multiTenant']) === true
  return isShared ? graph.with('answers-search') : []
}

function writesInto({ graph, lineage }: RuleContext, store: Component): readonly CarriedCall[] {
  return lineage
    .into(store.id)
    .filter((call) => graph.flow(call.flow)?.does.includes('write') === true || graph.has(store, 'caches'))
}

/** Whether what one person said is kept apart from what another reads; a filter can be got wrong, so it is no wall. */
export function isKeptApart({ graph }: RuleContext, store: Component): boolean | undefined {
  const isolation = graph.settings(store).text('isolation')
  if (isolation !== undefined) return isolation === 'namespace' || isolation === 'physical'
  return graph.settings(store).text('accessControl') === 'namespace' ? true : undefined
}

const poisonedMemory = defineRule({
  id: 'MEM-01',
  aliases: ['SEC-13'],
  lenses: ['threat', 'check'],
  title: 'Untrusted words are remembered unchecked',
  severity: 'medium',
  topic: 'agents',
  stride: 'T',
  why: 'What is remembered speaks again in every later conversation, long after the message that planted it.',
  references: [...asi('ASI06'), ...atlas('T0080.000', 'T0094'), ...agentic('T1')],
  falsePositive: 'Only facts of a fixed form are kept, not text.',
  verify: 'Tell it in one conversation to do something in every later one, and begin anew: nothing of it may remain.',
  closedBy: ['approve-writes', 'schema-check'],
  softenedBy: [
    {
      control: 'model-judge',
      why: 'What is remembered reads like a wish of the person; the judge cannot know that it was planted.',
    },
    { control: 'injection-filter', why: 'It reads one message at a time, and the order may be spread over several.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    for (const memory of graph.with('memory')) {
      const told = decisiveOf(writesInto(context, memory).map((call) => influenceOn(graph, lineage, call)))
      if (told === undefined) continue
      const [source] = told.origins
      const control = told.closedBy ?? controlInPlace(graph, ['approve-writes'], [memory.id])?.id
      const standing = standSetting(context, 'agents', memory, 'checksWrites')
      if (standing === 'unknown' && control === undefined) yield askSetting(context, memory, 'checksWrites')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [memory.id],
        path: lineage.pathTo(told.call, source.id),
        problem: `${graph.name(told.call.caller)} writes ${listWords(told.origins.map((each) => each.name))} into ${memory.name}, and ${control === undefined ? 'nothing checks it first' : `${nameOf(graph, control)} checks it first`}.`,
        fix: `Keep only facts of a known form in ${memory.name}, with their source and an end date, or have writes approved.`,
        rating: rate(likelihoodOf(graph, told.origins, told.soft), [
          { steps: 3, why: 'it speaks in every later conversation' },
        ]),
        facts: { actor: source.name },
        remedy: {
          control: 'approve-writes',
          title: `Check what ${memory.name} keeps`,
          at: told.call.flow,
          strength: 'deterministic',
        },
        ...(control === undefined ? {} : { mitigatedBy: control }),
      }
    }
  },
})

const sharedMemory = defineRule({
  id: 'MEM-02',
  aliases: ['SEC-12', 'P-11', 'PRV-10', 'MEM-03'],
  lenses: ['threat', 'check'],
  title: 'What one person said can reach another',
  severity: 'high',
  topic: 'access',
  stride: 'I',
  linddun: ['L', 'Dd'],
  why: 'A store that is not divided by owner hands the words of one customer to the next, by accident or on request.',
  references: [
    ...llm('LLM02'),
    ...asi('ASI06'),
    ...nistAml('NISTAML.036'),
    ...linddun('L', 'Dd'),
    ...cwe('CWE-285'),
    ...mcp('MCP10'),
  ],
  falsePositive: 'Only one person uses it, or nothing personal is kept.',
  verify: 'Ask as a second person for what the first one said, by name and in other words: nothing may come.',
  closedBy: ['partition-by-owner'],
  softenedBy: [
    { control: 'model-judge', why: 'A model that is asked to keep people apart does so until it is asked nicely.' },
    { control: 'content-filter', why: 'It finds what looks private, and not whose it is.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    for (const store of [...sharedKeepers(context), ...sharedIndexes(context)]) {
      const kept = [
        ...new Set([
          ...(store.holds ?? []),
          ...writesInto(context, store).flatMap((call) => call.carried.map((each) => each.asset)),
        ]),
      ]
      const assets = kept.filter((asset) => sensitivityOf(graph, asset).isPrivate === true)
      if (assets.length === 0) continue
      const standing = stand(context, 'access', isKeptApart(context, store), graph.stated(store, 'isolation'), store.id)
      if (standing === 'unknown') yield askSetting(context, store, 'isolation')
      if (standing !== 'bad') continue
      const callers = lineage.into(store.id).map((call) => call.caller)
      const isFilter = graph.settings(store).text('isolation') === 'filter'
      yield {
        type: 'found',
        anchors: [store.id],
        elements: [...new Set(callers)],
        problem: `${store.name} keeps ${listNames(graph, assets)} of everybody ${isFilter ? 'apart by a filter only' : 'in one place'}.`,
        fix: `Give each person or tenant a part of ${store.name} of their own; take its name from the session, not from the model.`,
        severity: isFilter ? 'medium' : 'high',
        facts: { isolation: graph.settings(store).text('isolation') ?? 'none' },
        cause: `isolation ${store.id}`,
        remedy: {
          control: 'partition-by-owner',
          title: `Divide ${store.name} by owner`,
          at: store.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan a namespace for each owner',
          patch: { components: { [store.id]: { settings: { isolation: 'namespace' } } } },
        },
      }
    }
  },
})

const secondOrderInjection = defineRule({
  id: 'P-05',
  lenses: ['threat'],
  title: 'Words of one person steer the model of another',
  severity: 'medium',
  topic: 'agents',
  stride: 'T',
  why: 'What is written into a shared store waits there and comes back in somebody else’s conversation, with that person’s rights.',
  references: [...asi('ASI06'), ...atlas('T0080.000', 'T0094'), ...llm('LLM01'), ...agentic('T1')],
  falsePositive: 'Each person has a store that no other reads.',
  verify: 'Plant an order as one person and ask as another: the second conversation must not change.',
  closedBy: ['partition-by-owner', 'approve-writes'],
  softenedBy: [
    { control: 'injection-filter', why: 'It has one chance when the words are written, and none when they come back.' },
    { control: 'mark-untrusted-text', why: 'When the words come back, nothing tells any more where they came from.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    for (const store of sharedKeepers(context)) {
      const apart = isKeptApart(context, store)
      if (apart === true) continue
      const told = decisiveOf(writesInto(context, store).map((call) => influenceOn(graph, lineage, call)))
      const answer = answersFrom(context, store.id).find((each) => untrustedOrigins(lineage, each.carried).length > 0)
      if (told === undefined || answer === undefined) continue
      const [source] = told.origins
      if (apart === undefined && context.supposesWorst !== true) {
        if (told.closedBy === undefined) yield askSetting(context, store, 'isolation')
        continue
      }
      yield {
        type: 'found',
        anchors: [store.id],
        path: [...lineage.pathTo(told.call, source.id), answer.flow, answer.to],
        problem: `${store.name} takes in ${listWords(told.origins.map((each) => each.name))} and gives it back to ${graph.name(answer.to)} in other people's requests${told.closedBy === undefined ? '' : `, once ${nameOf(graph, told.closedBy)} has passed it`}.`,
        fix: `Divide ${store.name} by owner, or approve what is written.`,
        rating: rate(likelihoodOf(graph, told.origins, told.soft), [
          { steps: 3, why: 'it acts with the rights of others' },
        ]),
        facts: { actor: source.name },
        cause: `isolation ${store.id}`,
        ...closedWith(told),
        remedy: {
          control: 'partition-by-owner',
          title: `Divide ${store.name} by owner`,
          at: store.id,
          strength: 'deterministic',
        },
        ...((source.trust ?? 100) <= 10 && known(graph.design.context?.['audience']) !== 'internal'
          ? { exposed: true as const }
          : {}),
      }
    }
  },
})

export const memoryThreats: readonly Rule[] = [poisonedMemory, sharedMemory, secondOrderInjection]
