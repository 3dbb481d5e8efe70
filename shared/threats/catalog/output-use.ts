import type { Component, Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { nameOf } from '../../findings/commitment.ts'
import {
  type Influence,
  askOrder,
  closedWith,
  decisiveOf,
  influenceOn,
  isFirm,
  likelihoodOf,
} from '../../findings/influence.ts'
import { drawnCalls } from '../../findings/lineage-reading.ts'
import { rate, type Term } from '../../findings/rate.ts'
import { agentic, asi, atlas, cwe, llm, nistAml } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { impactOfLoss } from '../../findings/sensitivity.ts'
import { askSetting, hasField, stand, standSetting } from '../../findings/standing.ts'
import { listWords } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'
import type { CarriedCall } from '../../graph/lineage.ts'
import type { Trait } from '../../kinds/kind.ts'
import { identityOf } from './identity.ts'

const uncheckedRecord = defineRule({
  id: 'OUT-03',
  lenses: ['threat'],
  title: 'What a model says becomes a record unchecked',
  severity: 'medium',
  topic: 'access',
  stride: 'TR',
  why: 'In the record nobody sees any more that a model wrote it. Whoever reads it next takes it for a fact, and acts on it.',
  references: [...llm('LLM07', 'LLM10'), ...asi('ASI09'), ...nistAml('NISTAML.027'), ...agentic('T5')],
  falsePositive: 'The record is marked as a proposal, and a person turns it into a fact.',
  verify: 'Let the model answer with a wrong type, an impossible amount and an unknown customer: none may be stored.',
  closedBy: ['schema-check', 'policy-gate', 'approve-each-action'],
  softenedBy: [
    { control: 'model-judge', why: 'The judge errs where the model errs: both learned from much the same text.' },
    { control: 'groundedness-check', why: 'It compares with the sources, and these can be wrong or planted.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    const decides = known(graph.design.context?.['decisionEffect']) === 'significant'
    for (const { call, caller, callee } of drawnCalls(context)) {
      if (!hasField(context, caller, 'validatesOutput')) continue
      if (!call.does.includes('write') || !keepsRecords(context, callee) || !isOfModel(call)) continue
      const judge = judgeOf(graph, call)
      const standing = standSetting(context, 'access', caller, 'validatesOutput')
      if (standing === 'unknown' && judge === undefined) yield askSetting(context, caller, 'validatesOutput')
      if (standing !== 'bad') continue
      const store = callee.name
      yield {
        type: 'found',
        anchors: [caller.id, callee.id],
        elements: [call.flow],
        problem: `${caller.name} writes what a model said into ${store} ${judge === undefined ? 'as it comes' : `once ${nameOf(graph, judge)} has passed it`}.`,
        fix: `Check form, ranges and references in code before ${caller.name} writes to ${store}, and send the rest to a person.`,
        rating: rate(likelihoodOfWords(context, influenceOn(graph, lineage, call)), [
          { steps: 2, why: 'it is taken for a fact' },
          decides ? { steps: 2, why: 'it decides about people' } : { steps: 1, why: 'others act on it' },
        ]),
        remedy: {
          control: 'schema-check',
          title: `Check what ${caller.name} writes to ${store}`,
          at: call.flow,
          strength: 'deterministic',
        },
        ...(judge === undefined ? {} : { mitigatedBy: judge }),
        quickFix: {
          label: 'Plan the check',
          patch: { components: { [caller.id]: { settings: { validatesOutput: true } } } },
        },
      }
    }
  },
})

/** Stores that do not hold records: what they keep is read as what it is, or has rules of its own. */
const otherStores: readonly Trait[] = ['memory', 'caches', 'observes', 'versions-prompts', 'answers-search', 'buffers']

function keepsRecords(context: RuleContext, store: Component): boolean {
  const { graph } = context
  if (hasField(context, store, 'reviewed')) return false
  return graph.has(store, 'stores-data') && !otherStores.some((trait) => graph.has(store, trait))
}

function isOfModel({ carried }: CarriedCall): boolean {
  return carried.some(({ through }) => through.length > 0)
}

/** The rule or the person that has certainly seen a call before it is made. */
function judgeOf(graph: Graph, { gatesBefore }: CarriedCall): Id | undefined {
  return gatesBefore.find(({ gate, certain }) => certain && isFirm(graph, gate))?.gate
}

function likelihoodOfWords({ graph }: RuleContext, { exposure, origins, soft }: Influence): readonly Term[] {
  return exposure === 'open' ? likelihoodOf(graph, origins, soft) : [{ steps: 3, why: 'a model is wrong now and then' }]
}

const unreadCode = defineRule({
  id: 'OUT-04',
  lenses: ['threat'],
  title: 'Generated code goes live unread',
  severity: 'high',
  topic: 'supply-chain',
  stride: 'TE',
  why: 'Models write code with holes, and name packages that do not exist until somebody publishes them. What is built then runs with our rights.',
  references: [...llm('LLM04', 'LLM10'), ...atlas('T0060'), ...cwe('CWE-94', 'CWE-494')],
  falsePositive: 'It stays on a branch that is never built.',
  verify: 'Let it propose a change that adds an unknown package: the build has to stop, and a person has to be asked.',
  closedBy: ['reviewed-changes', 'approve-each-action'],
  softenedBy: [
    {
      control: 'code-scan',
      why: 'A scanner knows holes that are known, and no package that was made for this attack.',
    },
    { control: 'model-judge', why: 'A model that reads code of a model misses what both of them find usual.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    for (const sink of graph.components) {
      if (!hasField(context, sink, 'reviewed') || graph.has(sink, 'versions-prompts')) continue
      const flow = graph
        .callsTo(sink.id)
        .find(
          ({ caller, does }) =>
            does.includes('write') &&
            (graph.has(caller, 'plans-actions') || lineage.inHandOf(caller).some(({ through }) => through.length > 0)),
        )
      if (flow === undefined) continue
      const standing = standSetting(context, 'supply-chain', sink, 'reviewed')
      if (standing === 'unknown') yield askSetting(context, sink, 'reviewed')
      if (standing !== 'bad') continue
      const installsAny = graph.settings(sink).truth('packageList') === false
      const writer = graph.name(flow.caller)
      yield {
        type: 'found',
        anchors: [sink.id],
        elements: [flow.caller, flow.id],
        problem: `What ${writer} writes goes into ${sink.name}, and nobody reads it before it runs${installsAny ? '; any package can come with it' : ''}.`,
        fix: `Have a person read each change of ${writer}, and install packages from a list of ours only.`,
        rating: rate(
          [
            { steps: 3, why: 'models write such code in the ordinary course' },
            { steps: installsAny ? 1 : 0, why: 'any package can be installed' },
          ],
          [{ steps: 4, why: 'it runs with our rights' }],
        ),
        remedy: {
          control: 'reviewed-changes',
          title: `A person reads what ${writer} writes`,
          at: sink.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan a review of each change',
          patch: { components: { [sink.id]: { settings: { reviewed: true } } } },
        },
      }
    }
  },
})

const generatedQuery = defineRule({
  id: 'OUT-07',
  lenses: ['threat'],
  title: 'A model writes the query',
  severity: 'high',
  topic: 'access',
  stride: 'EI',
  why: 'Whoever can talk to the model then writes the query, and so does its mistake. With the rights of the service it reads all tables that the service can see.',
  references: [...llm('LLM10', 'LLM01'), ...asi('ASI05'), ...atlas('T0050', 'T0102'), ...cwe('CWE-89')],
  falsePositive: 'The model only fills in values, and the query is ours: then say so on the box.',
  verify: 'Ask for rows of somebody else, and for a change: the database has to refuse both, whatever the model wrote.',
  closedBy: ['fixed-queries', 'policy-gate'],
  softenedBy: [
    {
      control: 'injection-filter',
      why: 'A request for rows of another person is polite and holds no sign of an attack.',
    },
    { control: 'model-judge', why: 'A second model reads the query as the first one meant it.' },
    { control: 'anomaly-watch', why: 'It sees the query when its rows are gone.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    for (const store of graph.components) {
      if (!hasField(context, store, 'queryForm')) continue
      const written = lineage
        .into(store.id)
        .filter((call) => graph.has(call.caller, 'plans-actions') || isOfModel(call))
        .map((call) => influenceOn(graph, lineage, call))
      const heard = decisiveOf(written)
      const uncertain = written.find((each) => gatesInDoubt(graph, each).length > 0)
      const queries = graph.settings(store).text('queryForm')
      const isFixed = queries === undefined ? undefined : queries === 'fixed'
      const standing = stand(context, 'access', isFixed, graph.stated(store, 'queryForm'), store.id)
      if (heard === undefined && uncertain !== undefined && standing === 'bad')
        yield askOrder(graph, uncertain.call, gatesInDoubt(graph, uncertain))
      if (standing === 'unknown' && heard !== undefined && heard.closedBy === undefined)
        yield askSetting(context, store, 'queryForm')
      const told = heard ?? (uncertain === undefined ? saidAmongUs(context, store, written) : undefined)
      if (standing !== 'bad' || told === undefined) continue
      const [worst] = told.origins
      const path = worst === undefined ? undefined : lineage.pathTo(told.call, worst.id)
      const changes = changesData(told.call)
      const words = listWords(told.origins.map(({ name }) => name))
      yield {
        type: 'found',
        anchors: [path?.[0] ?? told.call.caller, store.id],
        ...(path === undefined ? { elements: [told.call.flow] } : { path }),
        problem: `${graph.name(told.call.caller)} lets a model write queries to ${store.name}${words === '' ? '' : ` with ${words} in hand`}${changes ? ', and they may change data' : ''}${told.closedBy === undefined ? '' : `; ${nameOf(graph, told.closedBy)} decides before`}.`,
        fix: `Write the queries of ${store.name} yourselves and let the model give values only; call it as the person who asks, reading only what that person may read.`,
        rating: rate(likelihoodOfQuery(context, told), [
          isOfAsker(context, store, told.call)
            ? { steps: 1, why: 'it runs with the rights of who asks' }
            : { steps: 2, why: 'it runs with the rights of the service' },
          changes ? { steps: 2, why: 'it can change and delete' } : impactOfLoss(graph, heldBy(store)),
        ]),
        facts: { ...(worst === undefined ? {} : { actor: worst.name }), sink: store.name },
        ...closedWith(told),
        remedy: {
          control: 'fixed-queries',
          title: `Fixed queries for ${store.name}`,
          at: told.call.flow,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan fixed queries',
          patch: { components: { [store.id]: { settings: { queryForm: 'fixed' } } } },
        },
      }
    }
  },
})

/** A query with who speaks in it, and what closes it: a person of the house is kept from asking too much, too. */
type Told = Pick<Influence, 'call' | 'origins' | 'soft'> & { readonly closedBy?: Id }

/**
 * The query to speak of where nobody untrusted speaks: one that no firm gate has seen, else one that a gate closes. One that
 * only reads, with rights of the asker that the store keeps, gives nobody what is not theirs.
 */
function saidAmongUs(context: RuleContext, store: Component, written: readonly Influence[]): Told | undefined {
  const judged = written.map((each) => ({ ...each, judge: judgeOf(context.graph, each.call) }))
  const bare = judged.find(
    ({ judge, call }) => judge === undefined && (changesData(call) || !isOfAsker(context, store, call)),
  )
  const closed = judged.find(({ judge }) => judge !== undefined)
  return bare ?? (closed?.judge === undefined ? undefined : { ...closed, closedBy: closed.judge })
}

/** Firm gates of which nobody knows whether they come before a query, whoever speaks in it. */
function gatesInDoubt(graph: Graph, { call, exposure, firm }: Influence): readonly Id[] {
  if (exposure === 'uncertain') return firm
  if (exposure !== 'none') return []
  return call.gatesBefore.flatMap(({ gate, certain }) => (!certain && isFirm(graph, gate) ? [gate] : []))
}

function changesData({ does }: CarriedCall): boolean {
  return does.some((access) => access !== 'read')
}

/** Whether it is called as the person who asks, and the store looks who that is. */
function isOfAsker(context: RuleContext, store: Component, { flow }: CarriedCall): boolean {
  const arrow = context.graph.flow(flow)
  const isPassedOn = arrow !== undefined && identityOf(context, arrow) === 'caller'
  return isPassedOn && context.graph.settings(store).text('tableRights') !== 'none'
}

/** People of the house can ask for what is not theirs, too. */
function likelihoodOfQuery({ graph }: RuleContext, { origins, soft }: Told): readonly Term[] {
  return origins.length > 0
    ? likelihoodOf(graph, origins, soft)
    : [{ steps: 2, why: 'a mistake of the model is enough, or a question too many' }]
}

function heldBy({ holds }: Component): readonly Id[] {
  return holds ?? []
}

/** What becomes of what a model wrote: records, code, queries. */
export const outputUse: readonly Rule[] = [uncheckedRecord, unreadCode, generatedQuery]
