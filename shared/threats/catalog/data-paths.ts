import type { Component, Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { type Arrival, arrivalsAt } from '../../findings/arrivals.ts'
import { isFirm } from '../../findings/influence.ts'
import { drawnCalls } from '../../findings/lineage-reading.ts'
import { leavesForOthers } from '../../findings/party.ts'
import { rate } from '../../findings/rate.ts'
import { agentic, atlas, cwe, linddun, llm, mcp, nistAml, owaspMl } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { impactOfLoss, sensitivityOf } from '../../findings/sensitivity.ts'
import { askSetting, standSetting } from '../../findings/standing.ts'
import { listNames } from '../../findings/wording.ts'
import type { Graph, GraphFlow } from '../../graph/graph.ts'
import { type Path, shortestPath } from '../../graph/paths.ts'
import { withDerived } from '../trace-data.ts'

/** Models that get what a training makes, each with the way it takes. */
function trainedModels(graph: Graph, training: Component): readonly { model: Component; path: Path }[] {
  const models = graph.components.filter((each) => graph.has(each, 'generates-text') || graph.has(each, 'predicts'))
  return models.flatMap((model) => {
    const path = shortestPath(graph, training.id, model.id, { along: 'goods' })
    return path === undefined ? [] : [{ model, path }]
  })
}

const ownEcho = defineRule({
  id: 'P-13',
  lenses: ['threat'],
  title: 'A model learns from its own answers',
  severity: 'low',
  topic: 'supply-chain',
  stride: 'T',
  why: 'Each round makes rare cases rarer and mistakes firmer, and what somebody once talked the model into becomes what it believes.',
  references: [...llm('LLM05'), ...atlas('T0031'), ...nistAml('NISTAML.037'), ...agentic('T5'), ...owaspMl('ML08')],
  falsePositive: 'The answers are teaching material on purpose, written by a larger model and checked.',
  verify:
    'Mark some answers, run the training, and look for the mark in what it read: only those that people checked may be there.',
  closedBy: ['keep-own-output-out', 'approve-writes'],
  softenedBy: [
    { control: 'model-judge', why: 'A model that is like the first one finds right what the first one wrote.' },
  ],
  looksAt: ({ graph }) => graph.with('trains').map(({ id }) => id),
  *check(context) {
    const { graph } = context
    for (const training of graph.with('trains')) {
      for (const { model, path } of trainedModels(graph, training)) {
        const echo = echoOf(context, model, training)
        if (echo === undefined) continue
        const standing = standSetting(context, 'supply-chain', training, 'ownOutputFiltered')
        if (standing === 'unknown') yield askSetting(context, training, 'ownOutputFiltered')
        if (standing !== 'bad') continue
        yield {
          type: 'found',
          anchors: [training.id, model.id],
          path: [...echo.way, echo.arrival.flow, ...path],
          problem: `${training.name} reads ${graph.name(echo.arrival.asset)}, which ${model.name} wrote, and trains ${model.name} with it.`,
          fix: `Mark what ${model.name} writes, keep it out of ${training.name}, or let people correct a sample before it counts.`,
          rating: rate(
            [{ steps: 4, why: 'it happens by itself, with each training' }],
            [{ steps: 2, why: 'answers grow worse slowly' }],
          ),
          remedy: {
            control: 'keep-own-output-out',
            title: `Keep what ${model.name} wrote out of ${training.name}`,
            at: training.id,
            strength: 'deterministic',
          },
          quickFix: {
            label: 'Plan to keep own answers out',
            patch: { components: { [training.id]: { settings: { ownOutputFiltered: true } } } },
          },
        }
      }
    }
  },
})

/** What the model wrote and the training reads, with the way there on which no person stands. */
function echoOf(
  context: RuleContext,
  model: Component,
  training: Component,
): { readonly arrival: Arrival; readonly way: Path } | undefined {
  const { graph, lineage } = context
  const written = lineage.answers.flatMap(({ carried }) =>
    carried.filter(({ through }) => through.includes(model.id)).map(({ asset }) => asset),
  )
  const echoes = new Set(withDerived(graph, written))
  for (const arrival of arrivalsAt(context, training.id)) {
    if (!echoes.has(arrival.asset)) continue
    const unless = (id: Id): boolean => graph.has(id, 'person') || graph.has(id, 'trains')
    const way =
      arrival.from === model.id ? [model.id] : shortestPath(graph, model.id, arrival.from, { along: 'data', unless })
    if (way !== undefined && !graph.has(arrival.from, 'person')) return { arrival, way }
  }
  return undefined
}

const strayingSecret = defineRule({
  id: 'P-17',
  lenses: ['threat'],
  title: 'A secret ends where others can read it',
  severity: 'medium',
  topic: 'access',
  stride: 'I',
  why: 'A key works for whoever reads it. In a log, a memory or an answer it is copied, searched and kept long after it should have been changed.',
  references: [...llm('LLM02'), ...atlas('T0055', 'T0083'), ...cwe('CWE-532', 'CWE-522'), ...mcp('MCP01')],
  falsePositive:
    'What travels is a handle that opens nothing by itself, or the very key by which that party knows us: then it is no secret.',
  verify:
    'Put a marked test key into the vault, run one request, and search logs, memories, indexes and answers for the mark.',
  closedBy: ['secrets-in-vault', 'redact-before-write'],
  softenedBy: [
    {
      control: 'content-filter',
      why: 'It knows keys by their shape; one that it has never seen looks like any other word.',
    },
  ],
  *check(context) {
    const { graph, lineage } = context
    for (const { call, flow } of drawnCalls(context)) {
      const isPartys = isPartyWithout(graph, flow)
      if (!isPartys && !isReadByMany(graph, call.callee)) continue
      const stated = graph.requestData(flow).map(({ id }) => id)
      const strays = call.carried.filter(
        ({ asset, origins, marks }) =>
          stated.includes(asset) &&
          origins.some((origin) => graph.asset(origin)?.type === 'secret') &&
          !marks.some(({ gate, certain }) => certain && isFirm(graph, gate, ['secrets'])),
      )
      const [first] = strays
      if (first === undefined) continue
      const [origin = first.asset] = first.origins.filter((id) => graph.asset(id)?.type === 'secret')
      const soft = first.marks.filter(({ gate, certain }) => certain && looksForSecrets(graph, gate))
      yield {
        type: 'found',
        anchors: [origin, call.callee],
        elements: [call.caller, call.flow],
        path: lineage.pathTo(call, origin),
        problem: `${graph.name(call.caller)} sends ${graph.name(first.asset)} to ${graph.name(call.callee)}${isPartys ? ', which another party runs' : ''}, and it is, or holds, ${graph.name(origin)}.`,
        fix: `Leave ${graph.name(origin)} out of what ${graph.name(call.caller)} sends to ${graph.name(call.callee)}: send a handle, and let code fetch the key where it is used.`,
        rating: rate(
          [
            isPartys
              ? { steps: 3, why: 'another party holds it then' }
              : { steps: 4, why: 'it is sent as drawn, and many read there' },
            ...soft.slice(0, 1).map(({ gate }) => ({
              steps: -1,
              why: `${graph.name(gate)} looks for secrets, by pattern`,
              softenedBy: gate,
            })),
          ],
          [{ steps: 3, why: 'it opens what it protects' }, impactOfLoss(graph, [origin])],
        ),
        facts: { asset: graph.name(origin) },
        cause: `secret ${origin} ${call.callee}`,
        remedy: {
          control: 'redact-before-write',
          title: `${graph.name(origin)} removed before ${graph.name(call.callee)}`,
          at: call.flow,
          strength: 'deterministic',
        },
      }
    }
  },
})

/** Another party that has no business with our keys. What a model is told is a threat of its own. */
function isPartyWithout(graph: Graph, flow: GraphFlow): boolean {
  const { callee } = flow
  const isKeeper = graph.has(callee, 'keeps-secrets') || graph.has(callee, 'authenticates')
  return leavesForOthers(graph, flow) && !isKeeper && !graph.has(callee, 'generates-text')
}

/** A log, a memory, a cache or an index: what is written there is read by others, later. */
function isReadByMany(graph: Graph, component: Id): boolean {
  return (['observes', 'memory', 'caches', 'answers-search'] as const).some((trait) => graph.has(component, trait))
}
function looksForSecrets(graph: Graph, gate: Id): boolean {
  return graph.settings(gate).list('checks')?.includes('secrets') === true
}

const mixedTenants = defineRule({
  id: 'P-18',
  lenses: ['threat'],
  title: 'What one tenant taught the model another can ask out of it',
  severity: 'medium',
  topic: 'privacy',
  stride: 'I',
  linddun: ['L', 'Dd'],
  why: 'Weights have no owner column. What a model learned from one tenant cannot be held back from the next, nor taken out again.',
  references: [
    ...llm('LLM02'),
    ...atlas('T0024.000'),
    ...nistAml('NISTAML.037'),
    ...linddun('L', 'Dd'),
    ...owaspMl('ML04'),
  ],
  falsePositive: 'What it learns from holds nothing of a tenant, or all have agreed to share it.',
  verify: 'Train with a made-up fact of one test tenant, and ask for it as another in many ways: it must not come out.',
  closedBy: ['partition-by-owner'],
  softenedBy: [
    {
      control: 'content-filter',
      why: 'It knows names and numbers by their shape; a secret told in other words passes.',
    },
  ],
  looksAt: ({ graph }) => graph.with('trains').map(({ id }) => id),
  *check(context) {
    const { graph, lineage } = context
    if (known(graph.design.context?.['multiTenant']) !== true) return
    for (const training of graph.with('trains')) {
      const learned = arrivalsAt(context, training.id).filter(
        ({ asset }) => sensitivityOf(graph, asset).isPrivate === true,
      )
      const [first] = learned
      const [served] = trainedModels(graph, training).filter(({ model }) => lineage.into(model.id).length > 0)
      if (first === undefined || served === undefined) continue
      const standing = standSetting(context, 'privacy', training, 'perTenant')
      if (standing === 'unknown') yield askSetting(context, training, 'perTenant')
      if (standing !== 'bad') continue
      const assets = [...new Set(learned.map(({ asset }) => asset))].toSorted()
      yield {
        type: 'found',
        anchors: [training.id],
        path: [first.from, first.flow, ...served.path],
        problem: `${training.name} learns from ${listNames(graph, assets)} of all tenants, and ${served.model.name} answers each of them.`,
        fix: `Train for each tenant on its own data, or give ${served.model.name} what is private at the time of asking, from a store that is divided by tenant.`,
        rating: rate(
          [{ steps: 3, why: 'every tenant may ask' }],
          [{ steps: 2, why: 'it cannot be taken back out of the weights' }, impactOfLoss(graph, assets)],
        ),
        facts: { asset: listNames(graph, assets) },
        remedy: {
          control: 'partition-by-owner',
          title: `A model for each tenant`,
          at: training.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan a model for each tenant',
          patch: { components: { [training.id]: { settings: { perTenant: true } } } },
        },
      }
    }
  },
})

export const dataPaths: readonly Rule[] = [ownEcho, strayingSecret, mixedTenants]
