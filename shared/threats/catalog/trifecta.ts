import type { Id } from '../../design/design.ts'
import { keepersOf } from '../../findings/data-facts.ts'
import type { Leg, Rating } from '../../findings/finding.ts'
import { impactOfEffects, likelihoodOf, untrustedOrigins } from '../../findings/influence.ts'
import { rate } from '../../findings/rate.ts'
import { defineRule, type RuleContext } from '../../findings/rule.ts'
import { impactOfLoss } from '../../findings/sensitivity.ts'
import { askSetting } from '../../findings/standing.ts'
import { listNames, listWords } from '../../findings/wording.ts'
import type { Origin } from '../../graph/lineage.ts'
import { nameOf } from '../../findings/commitment.ts'
import { type ActingCall, actingCalls, cutWaysOut, decisiveCalls, privateAssets } from '../agent-context.ts'
import { agentic, asi, atlas, llm, mcp, nistAml } from '../../findings/refer.ts'
import { isPublic, namesOf, undecided } from './acting-words.ts'

export const lethalTrifecta = defineRule({
  id: 'P-02',
  aliases: ['SEC-02'],
  lenses: ['threat', 'check'],
  title: 'Untrusted input, private data and a way out meet in one agent',
  severity: 'critical',
  topic: 'agents',
  stride: 'I',
  linddun: ['Dd'],
  why: 'With all three in one context, a sentence in a web page or a mail is enough to make the agent send private data away. The Rule of Two: have at most two of them without a person approving each action.',
  references: [
    ...llm('LLM01', 'LLM02'),
    ...asi('ASI01'),
    ...atlas('T0086'),
    ...nistAml('NISTAML.039'),
    ...agentic('T6'),
    ...mcp('MCP10'),
  ],
  falsePositive: 'The private data is never in the same context: then draw two agents.',
  verify: 'Have it read an order to send what it knows to an address of yours: nothing may arrive.',
  closedBy: [
    'approve-each-action',
    'policy-gate',
    'egress-allow-list',
    'split-agent',
    'plan-then-execute',
    'quarantined-model',
    'read-only-tools',
  ],
  softenedBy: [
    {
      control: 'injection-filter',
      why: 'A guard of this kind makes the attack rarer; whoever has as many tries as they like needs one that passes.',
    },
    { control: 'model-judge', why: 'Data can leave in words that look harmless: a second model sees a polite mail.' },
    { control: 'anomaly-watch', why: 'It reports data that have left.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    const { acting } = actingCalls(context)
    for (const agent of graph.with('plans-actions')) {
      const hand = lineage.inHandOf(agent.id)
      const assets = privateAssets(graph, hand)
      const own = acting.filter((call) => call.flow.caller === agent.id)
      const out = own.filter(({ isWayOut }) => isWayOut === true)
      const inDoubt = own.filter(({ isWayOut, influence }) => isWayOut === undefined && influence.exposure === 'open')
      if (assets.length > 0)
        for (const tool of inDoubt.flatMap(({ flow }) => graph.component(flow.callee) ?? []))
          yield askSetting(context, tool, 'egress')
      const ways = decisiveCalls(out)
      const sources = untrustedOrigins(lineage, hand)
      const rated = ways.map((way) => ({ way, rating: rateWay(context, way, sources, assets) }))
      const [worst] = rated.toSorted((a, b) => weightOf(b.rating) - weightOf(a.rating) || risk(b.way) - risk(a.way))
      if (assets.length === 0 || worst === undefined) continue
      const { influence } = worst.way
      const [source] = influence.origins
      const isOpen = influence.exposure === 'open'
      const closing = closingMost(ways)
      const blind = undecided(graph, influence)
      const wideOpen = blind === undefined ? 'with no firm gate in between' : `and ${blind}`
      const reads = `${agent.name} reads ${namesOf(sources)}${isPublic(sources) ? ', which anyone can write' : ''}`
      const has = `has ${listNames(graph, assets)} in hand`
      const leaves = `can act or reach out through ${listNames(
        graph,
        ways.map((way) => way.flow.callee),
      )}`
      yield {
        type: 'found',
        anchors: [agent.id],
        path: lineage.pathTo(influence.call, source.id),
        legs: legsOf(context, agent.id, sources, assets, ways),
        problem: `${reads}, ${has} and ${leaves}, ${isOpen ? wideOpen : `each time by leave of ${listWords(closing.map((id) => nameOf(graph, id)))}`}.`,
        fix: `Take one leg away: have a person or a policy decide before ${listNames(
          graph,
          ways.map((way) => way.flow.callee),
        )}, list the addresses they may reach, or give ${namesOf(sources)} to an agent without ${listNames(graph, assets)}.`,
        rating: worst.rating,
        facts: { actor: source.name, asset: listNames(graph, assets), waysOut: String(ways.length) },
        cause: `context ${agent.id}`,
        ...(isPublic(sources) ? { exposed: true as const } : {}),
        ...(isOpen ? cutWaysOut(graph, ways) : { mitigatedBy: closing[0] ?? agent.id }),
      }
    }
  },
})

function rateWay(
  { graph }: RuleContext,
  { flow, influence, effects }: ActingCall,
  sources: readonly Origin[],
  assets: readonly Id[],
): Rating {
  return rate(likelihoodOf(graph, sources, influence.soft), [
    { steps: 2, why: 'data leaves and cannot be called back' },
    impactOfLoss(graph, assets),
    impactOfEffects(graph, flow.callee, effects),
  ])
}
/** What closes these ways, that which closes most of them first. */
function closingMost(ways: readonly ActingCall[]): readonly Id[] {
  const all = ways.flatMap(({ influence: { closedBy } }) => closedBy ?? [])
  const times = (id: Id): number => all.filter((each) => each === id).length
  return [...new Set(all)].toSorted((a, b) => times(b) - times(a) || (a < b ? -1 : 1))
}
const weightOf = ({ likelihood, impact }: Rating): number => likelihood * impact

function risk(call: ActingCall): number {
  const heavy = ['pay', 'delete', 'execute', 'administer', 'send'] as const
  return call.effects.length === 0 ? 0 : heavy.some((access) => call.effects.includes(access)) ? 2 : 1
}

function legsOf(
  { graph, lineage }: RuleContext,
  agent: string,
  sources: readonly Origin[],
  assets: readonly string[],
  ways: readonly ActingCall[],
): readonly Leg[] {
  const entries = sources.flatMap((origin) => lineage.pathInto(agent, origin.id).slice(0, 1))
  return [
    { label: 'Untrusted input', elements: [...new Set(entries)] },
    {
      label: 'Private data',
      elements: [...new Set(assets.flatMap((asset) => keepersOf(graph, asset)))],
    },
    { label: 'Way out', elements: ways.map((way) => way.flow.callee) },
  ]
}
