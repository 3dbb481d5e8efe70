import { isUnknown } from '../../design/value.ts'
import { controlInPlace } from '../../findings/commitment.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { askSetting, hasField, standSetting } from '../../findings/standing.ts'
import type { Graph, GraphFlow } from '../../graph/graph.ts'
import { assetOrigin } from '../../graph/origins.ts'
import { arrivalsAt } from '../../findings/arrivals.ts'
import { isUntrusted } from '../../findings/influence.ts'
import {
  agentic,
  asi,
  atlas,
  atlas2026,
  aws,
  cwe,
  iso42001,
  llm,
  mcp,
  nist,
  nistAml,
  owaspMl,
} from '../../findings/refer.ts'
import { listNames } from '../../findings/wording.ts'

const floatingModel = defineRule({
  id: 'SUP-04',
  aliases: ['OPS-03'],
  lenses: ['threat', 'check'],
  title: 'The model version can change under us',
  severity: 'medium',
  topic: 'supply-chain',
  stride: 'TD',
  why: 'A name without a version is another model next month: what was tested is not what runs.',
  references: [...llm('LLM04'), ...atlas('T0010.003'), ...aws('GENREL04-BP02')],
  falsePositive: 'The vendor promises one version under this name for a stated time: then say that it is pinned.',
  verify:
    'Read the model name in a recorded call: it must hold a version or a date, and a changed default must not change it.',
  closedBy: ['pin-versions'],
  *check(context) {
    const { graph } = context
    // An index is searched with the model that filled it: another version of that one finds nothing.
    for (const model of [...graph.with('generates-text'), ...graph.with('embeds')]) {
      if (graph.callsTo(model.id).length === 0) continue
      const control = controlInPlace(graph, ['pin-versions'], [model.id])
      const standing = standSetting(context, 'supply-chain', model, 'pinned')
      if (standing === 'unknown' && control === undefined) yield askSetting(context, model, 'pinned')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [model.id],
        problem: `${model.name} runs whatever version its vendor serves today.`,
        fix: `Pin the version of ${model.name}, and let an evaluation decide when to move.`,
        remedy: { control: 'pin-versions', title: `Pin ${model.name}`, at: model.id, strength: 'deterministic' },
        quickFix: { label: 'Pin the version', patch: { components: { [model.id]: { settings: { pinned: true } } } } },
        ...(control === undefined ? {} : { mitigatedBy: control.id }),
      }
    }
  },
})

const unpinnedTool = defineRule({
  id: 'SUP-02',
  aliases: ['SEC-14'],
  lenses: ['threat', 'check'],
  title: 'A tool of others can change what it says it does',
  severity: 'medium',
  topic: 'supply-chain',
  stride: 'T',
  why: 'The model reads the description of a tool as instructions. Whoever can change that text can steer the agent without touching it.',
  references: [
    ...llm('LLM04'),
    ...asi('ASI04'),
    ...atlas('T0110', 'T0109', 'T0010.005'),
    ...agentic('T17'),
    ...mcp('MCP03', 'MCP04'),
  ],
  falsePositive: 'The server is built and run by us.',
  verify:
    'Change one word in the description of a test tool on the server: the agent must refuse it until somebody has said yes.',
  closedBy: ['pin-versions'],
  *check(context) {
    const { graph } = context
    for (const server of graph.with('external-tools')) {
      const isOurs = graph.settings(server).truth('thirdParty') === false
      const callers = graph.callsTo(server.id).map((flow) => flow.caller)
      if (isOurs || callers.length === 0) continue
      const control = controlInPlace(graph, ['pin-versions'], [server.id])
      const standing = standSetting(context, 'supply-chain', server, 'pinned')
      if (standing === 'unknown' && control === undefined) yield askSetting(context, server, 'pinned')
      if (standing !== 'bad') continue
      if (isUnknown(graph.stated(server, 'thirdParty'))) {
        yield askSetting(context, server, 'thirdParty')
        continue
      }
      yield {
        type: 'found',
        anchors: [server.id],
        elements: callers,
        problem: `${server.name} can change its tools and their descriptions at any time.`,
        fix: `Pin the tools of ${server.name} and their descriptions by hash, and review each change.`,
        remedy: {
          control: 'pin-versions',
          title: `Pin the tools of ${server.name}`,
          at: server.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Pin the definitions',
          patch: { components: { [server.id]: { settings: { pinned: true } } } },
        },
        ...(control === undefined ? {} : { mitigatedBy: control.id }),
      }
    }
  },
})

const unassessedTool = defineRule({
  id: 'SUP-07',
  lenses: ['threat', 'check'],
  title: 'Nobody has looked at a tool of others',
  severity: 'medium',
  topic: 'supply-chain',
  stride: 'TI',
  why: 'It sees what the agent sends and puts words into its context. Who runs it, and what it keeps, should be known before that.',
  references: [
    ...llm('LLM04'),
    ...asi('ASI04'),
    ...nist('GOVERN 6.1'),
    ...iso42001('A.10.3'),
    ...agentic('T17'),
    ...mcp('MCP04', 'MCP09'),
  ],
  falsePositive: 'Purchasing has assessed it: then say so on the box.',
  verify:
    'Ask for the record of the assessment: who runs it, what it keeps, how it tells of changes, and who said yes.',
  closedBy: ['supplier-assessment'],
  *check(context) {
    const { graph } = context
    for (const tool of graph.with('runs-actions')) {
      const callers = graph.callsTo(tool.id).filter((flow) => graph.has(flow.caller, 'plans-actions'))
      if (callers.length === 0 || !hasField(context, tool, 'assessed') || !isOfOthers(graph, tool.id, callers)) continue
      const standing = standSetting(context, 'supply-chain', tool, 'assessed')
      if (standing === 'unknown') yield askSetting(context, tool, 'assessed')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [tool.id],
        elements: callers.map((flow) => flow.caller),
        problem: `${tool.name} is run by others, and nobody has assessed it.`,
        fix: `Find out who runs ${tool.name}, what it keeps and how it changes, and decide whether it may be used.`,
      }
    }
  },
})

/** Stated on the box, or it stands in another organisation than the agent that calls it. */
export function isOfOthers(graph: Graph, tool: string, callers: readonly GraphFlow[]): boolean {
  const stated = graph.settings(tool).truth('thirdParty')
  return stated ?? callers.some((flow) => graph.crosses(flow, 'organisation') === true)
}

const poisonedTraining = defineRule({
  id: 'SUP-03',
  lenses: ['threat', 'check'],
  title: 'Outsiders can write what a model learns',
  severity: 'medium',
  topic: 'supply-chain',
  stride: 'T',
  why: 'A few planted examples are enough to teach a model a wrong answer or a secret sign, and nothing in the finished model shows it.',
  references: [
    ...llm('LLM05'),
    ...atlas('T0020'),
    ...nistAml('NISTAML.013'),
    ...aws('GENSEC06-BP01'),
    ...owaspMl('ML02'),
  ],
  falsePositive: 'Each example is read by people of ours before it counts: then say that the data are approved.',
  verify:
    'Add a marked example as an outsider would, and see that no training reads it before somebody has approved it.',
  closedBy: ['source-allow-list', 'approve-writes'],
  softenedBy: [
    {
      control: 'anomaly-watch',
      why: 'Planted examples are few and look like the others: it is their sum that teaches.',
    },
  ],
  *check(context) {
    const { graph, lineage } = context
    for (const training of graph.with('trains')) {
      const arrivals = arrivalsAt(context, training.id)
      const origins = [...new Set(arrivals.flatMap((each) => each.origins))].toSorted()
      const outside = origins.filter((origin) =>
        isUntrusted(lineage.origins[origin] ?? assetOrigin(graph, origin, undefined)),
      )
      if (outside.length === 0) continue
      const control = controlInPlace(graph, ['source-allow-list', 'approve-writes'], [training.id])
      const standing = standSetting(context, 'supply-chain', training, 'dataApproved')
      if (standing === 'unknown') yield askSetting(context, training, 'dataApproved')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [training.id],
        elements: [...new Set(arrivals.map(({ from }) => from))],
        problem: `${training.name} learns from ${listNames(graph, outside)}, which people outside write, and nobody approves it first.`,
        fix: `Approve what ${training.name} learns from by source and by sample, and keep what outsiders wrote apart.`,
        cause: `load ${training.id}`,
        remedy: {
          control: 'approve-writes',
          title: `Approve what ${training.name} learns from`,
          at: training.id,
          strength: 'deterministic',
        },
        ...(control === undefined ? {} : { mitigatedBy: control.id }),
      }
    }
  },
})

const unsignedModel = defineRule({
  id: 'SUP-01',
  lenses: ['threat'],
  title: 'A model from a public hub is not verified',
  severity: 'medium',
  topic: 'supply-chain',
  stride: 'TE',
  why: 'A model file can run code when it is loaded, and a copied name can hide another model.',
  references: [
    ...llm('LLM04'),
    ...asi('ASI04'),
    ...atlas('T0010.003', 'T0011.000'),
    ...atlas2026('T0115.001'),
    ...nistAml('NISTAML.051'),
    ...cwe('CWE-502'),
    ...owaspMl('ML06'),
  ],
  falsePositive: 'The file is mirrored and scanned elsewhere: then say that it is signed.',
  verify: 'Change one byte of the file in a copy of the mirror: the server must refuse to load it.',
  closedBy: ['pin-versions', 'verify-artefacts'],
  *check(context) {
    const { graph } = context
    for (const model of graph.with('self-hosted')) {
      if (graph.settings(model).text('provenance') !== 'publicHub') continue
      const standing = standSetting(context, 'supply-chain', model, 'signed')
      if (standing === 'unknown') yield askSetting(context, model, 'signed')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [model.id],
        problem: `${model.name} comes from a public hub, and nobody checks its signature.`,
        fix: `Mirror the files of ${model.name}, check digest and signature, and refuse formats that run code.`,
        remedy: {
          control: 'pin-versions',
          title: `Pin ${model.name} by digest`,
          at: model.id,
          strength: 'deterministic',
        },
      }
    }
  },
})

export const supply: readonly Rule[] = [floatingModel, unpinnedTool, poisonedTraining, unassessedTool, unsignedModel]
