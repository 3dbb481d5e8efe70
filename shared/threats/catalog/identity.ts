import type { Component, Id, Identity, Patch } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { calledAs, callsAs, findIdentity } from '../../findings/identity-reading.ts'
import { isUntrusted } from '../../findings/influence.ts'
import { callsOf } from '../../findings/lineage-reading.ts'
import { type Asked, defineRule, type Outcome, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askFlow, askSetting, hasField, stand } from '../../findings/standing.ts'
import { sensitivityOf } from '../../findings/sensitivity.ts'
import { trailOf } from '../../findings/trail.ts'
import { listNames } from '../../findings/wording.ts'
import type { GraphFlow } from '../../graph/graph.ts'
import type { CarriedCall } from '../../graph/lineage.ts'
import { agentic, asi, atlas, atlas2026, azure, cwe, llm, mcp } from '../../findings/refer.ts'
import { isOfOthers } from './supply.ts'

/** As whom an arrow is called: one identity, whoever calls, or undefined where nobody has said. */
export function identityOf({ graph }: RuleContext, flow: GraphFlow): Identity | 'caller' | undefined {
  const id = calledAs(graph, flow)
  return id === undefined || id === 'caller' ? id : findIdentity(graph, id)
}

/**
 * Roots of what outsiders say in a call that serves them; empty where it serves none. Outsiders ask, and what they ask
 * decides what is read: the call belongs to their action, carries their words, and a model or a search turns these into
 * a request. A service that looks up by a key of its own is no deputy.
 */
function wordsOfOutsiders({ graph, lineage }: RuleContext, call: CarriedCall): readonly Id[] {
  const asks = callsOf({ graph, lineage }, call.action).find((each) => graph.has(each.caller, 'starts-requests'))
  const words = (asks?.carried ?? []).flatMap((carried) => carried.origins)
  const spoken = call.carried.filter((carried) => carried.origins.some((origin) => words.includes(origin)))
  const isSteered =
    graph.has(call.caller, 'plans-actions') ||
    graph.has(call.callee, 'answers-search') ||
    spoken.some((carried) => carried.through.length > 0)
  if (!isSteered) return []
  const untrusted = spoken.flatMap(({ origins }) => origins.filter((origin) => isUntrusted(lineage.origins[origin])))
  // What the asker says comes before what was found on the way.
  const asked = untrusted.filter((origin) => words.includes(origin))
  return asked.length > 0 ? asked : untrusted
}

const confusedDeputy = defineRule({
  id: 'ID-01',
  aliases: ['P-07'],
  lenses: ['threat', 'check'],
  title: 'One identity reads for everybody',
  severity: 'medium',
  topic: 'access',
  stride: 'E',
  linddun: ['Dd'],
  why: 'The resource sees only the service, so it cannot tell whose data may go to whom. A clever request reads what its author may not.',
  references: [...llm('LLM03'), ...asi('ASI03'), ...atlas('T0012'), ...cwe('CWE-285'), ...agentic('T3')],
  falsePositive: 'The service filters by the person itself and that is tested: then accept it with the evidence.',
  verify: 'Ask as somebody without the right for data of another person: the resource itself has to refuse.',
  closedBy: ['pass-identity-on', 'partition-by-owner'],
  softenedBy: [
    { control: 'model-judge', why: 'Rights that a model is asked to mind are a wish, and not a check.' },
    { control: 'anomaly-watch', why: 'It cannot tell one person from another where all come under one name.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    const reported = new Set<string>()
    for (const call of lineage.calls) {
      const flow = graph.flow(call.flow)
      const resource = graph.component(call.callee)
      const assets = (resource?.holds ?? []).filter((asset) => sensitivityOf(graph, asset).isPrivate === true)
      if (flow === undefined || resource === undefined || assets.length === 0 || reported.has(flow.id)) continue
      // What is put into a queue is handed on, not looked up: nobody's data come back.
      const touches = flow.does.includes('read') || (flow.does.includes('write') && !graph.has(resource, 'delivers'))
      const said = touches && !graph.has(resource, 'observes') ? wordsOfOutsiders(context, call) : []
      if (said.length === 0) continue
      reported.add(flow.id)
      const identity = identityOf(context, flow)
      if (identity === 'caller') {
        yield* withoutRights(context, { flow, call, resource, assets, said })
        continue
      }
      const type = known(identity?.type)
      if (identity === undefined || type === undefined) {
        const text = `As whom does ${graph.name(flow.caller)} call ${resource.name}: itself, or the person who asks?`
        yield askFlow(flow, 'as', text, 'Identity of a call', 'Engineering')
        continue
      }
      const isWide = type === 'shared' || type === 'administrator' || type === 'service'
      // The person's identity is of use only to a store that keeps rights.
      const keepsRights = graph.settings(resource).text('tableRights') !== 'none'
      if (!isWide || graph.settings(resource).text('isolation') === 'namespace') continue
      // One line tells all of an identity: whose it is, and how good what proves it.
      const weakness = weaknessOf(identity)
      yield {
        type: 'found',
        anchors: [flow.caller, resource.id],
        elements: [flow.id, identity.id],
        ...trailOf(lineage, [call], said),
        problem: `${graph.name(flow.caller)} reaches ${listNames(graph, assets)} in ${resource.name} as ${identity.name ?? 'a service'}, whoever asks${weakness === '' ? '' : `, and its credential is ${weakness}`}.`,
        fix: `Pass the identity of the person who asks on to ${resource.name}, and ${keepsRights ? 'check rights there' : 'keep rights there: now everybody reads everything'}.${weakness === '' ? '' : ' What is left to call on its own behalf needs a credential of its own that expires.'}`,
        severity: type === 'service' ? 'low' : 'medium',
        cause: `identity ${identity.id}`,
        remedy: {
          control: 'pass-identity-on',
          title: `Pass the person's identity to ${resource.name}`,
          at: flow.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: `Call as the person who asks${keepsRights ? '' : ', with rights per row'}`,
          patch: { flows: { [flow.id]: { as: 'caller' } }, ...(keepsRights ? {} : rightsPerRow(resource)) },
        },
      }
    }
  },
})

/**
 * Passing the identity on helps only where the store looks at it. Queries that a model writes are another threat's; what
 * nobody stated about rights is asked.
 */
function* withoutRights(
  context: RuleContext,
  { flow, call, resource, assets, said }: Deputy & { readonly said: readonly Id[] },
): Iterable<Outcome> {
  const { graph, lineage } = context
  if (!hasField(context, resource, 'tableRights')) return
  if (graph.settings(resource).text('queryForm') === 'generated') return
  const rights = graph.settings(resource).text('tableRights')
  const isGood = rights === undefined ? undefined : rights !== 'none'
  const standing = stand(context, 'access', isGood, graph.stated(resource, 'tableRights'), resource.id)
  if (standing === 'unknown') yield askSetting(context, resource, 'tableRights')
  if (standing !== 'bad') return
  yield {
    type: 'found',
    anchors: [flow.caller, resource.id],
    elements: [flow.id],
    ...trailOf(lineage, [call], said),
    problem: `${graph.name(flow.caller)} tells ${resource.name} who asks for ${listNames(graph, assets)}, and ${resource.name} lets everybody read everything.`,
    fix: `Keep rights per row in ${resource.name}, or per table where that is enough, and refuse there what the person who asks may not read.`,
    remedy: {
      control: 'partition-by-owner',
      title: `Rights per row in ${resource.name}`,
      at: resource.id,
      strength: 'deterministic',
    },
    quickFix: { label: 'Plan rights per row', patch: rightsPerRow(resource) },
  }
}

interface Deputy {
  readonly flow: GraphFlow
  readonly call: CarriedCall
  readonly resource: Component
  /** What is private in it. */
  readonly assets: readonly Id[]
}

function rightsPerRow({ id }: Component): Patch {
  return { components: { [id]: { settings: { tableRights: 'row' } } } }
}

const longLivedCredential = defineRule({
  id: 'ID-02',
  lenses: ['threat'],
  title: 'A credential that is shared or never expires',
  severity: 'medium',
  topic: 'access',
  stride: 'SI',
  why: 'A key that lives for years leaks once and works for years. One that many share cannot be taken back, nor does the log say who it was.',
  references: [...asi('ASI03'), ...atlas('T0055', 'T0083'), ...cwe('CWE-522'), ...agentic('T9'), ...mcp('MCP01')],
  falsePositive: 'The key is changed by a job every few days: then it is short-lived.',
  verify: 'Take the credential aside, wait a day and use it from another machine: it has to be refused.',
  closedBy: ['short-lived-credentials'],
  softenedBy: [{ control: 'anomaly-watch', why: 'A stolen key is used as its owner uses it.' }],
  *check(context) {
    const { graph } = context
    for (const identity of graph.design.identities ?? []) {
      const flows = callsAs(graph, identity.id)
      const isShared = known(identity.type) === 'shared'
      const weakness = weaknessOf(identity)
      if (flows.length === 0 || weakness === '') continue
      yield {
        type: 'found',
        anchors: [identity.id],
        elements: flows.flatMap((flow) => [flow.caller, flow.id, flow.callee]),
        problem: `The credential of ${identity.name ?? 'an identity'} is ${weakness}. It opens ${listNames(
          graph,
          flows.map((flow) => flow.callee),
        )}.`,
        fix: `Give each caller an identity of its own with a credential that expires within hours.`,
        cause: `identity ${identity.id}`,
        remedy: {
          control: 'short-lived-credentials',
          title: 'A credential of its own that expires',
          at: identity.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan a short-lived credential of its own',
          patch: {
            identities: { [identity.id]: { credential: 'shortLived', ...(isShared ? { type: 'service' } : {}) } },
          },
        },
      }
    }
  },
})

/** "shared and long-lived"; empty where the credential of an identity is neither. */
function weaknessOf({ type, credential }: Identity): string {
  const isShared = known(type) === 'shared'
  const isLong = known(credential) === 'longLived'
  return [...(isShared ? ['shared'] : []), ...(isLong ? ['long-lived'] : [])].join(' and ')
}

const openDoor = defineRule({
  id: 'ID-03',
  aliases: ['SEC-01'],
  lenses: ['threat', 'check'],
  title: 'Calls from outside are not authenticated',
  severity: 'high',
  topic: 'access',
  stride: 'SE',
  why: 'Who cannot be told apart can neither be limited nor refused, nor found in the log.',
  references: [...asi('ASI07'), ...atlas2026('T0132'), ...cwe('CWE-306'), ...azure('SE:05'), ...mcp('MCP07')],
  falsePositive: 'The service is meant for everybody and holds nothing private.',
  verify: 'Call it from outside without a credential, and with one of somebody else: both have to be refused.',
  closedBy: ['authenticate-callers', 'private-network'],
  softenedBy: [
    { control: 'anomaly-watch', why: 'It counts callers that it cannot name.' },
    { control: 'injection-filter', why: 'It judges what is said, and not who says it.' },
  ],
  *check(context) {
    const { graph } = context
    for (const flow of graph.flows) {
      if (flow.mode === 'offline') continue
      const isEntrance = entersOurs(context, flow)
      const publicPlace = isEntrance ? undefined : publicPlaceOf(context, flow)
      if (!isEntrance && publicPlace === undefined) continue
      const authentication = known(flow.flow.authentication)
      const settings = graph.settings(flow.callee)
      const byItself = settings.truth('authenticates') ?? settings.truth('authorises')
      // A credential that nobody looks at proves nothing.
      const isUnread = settings.truth('authorises') === false
      const isGood = authentication === undefined ? byItself : authentication !== 'none' && !isUnread
      const standing = stand(context, 'access', isGood, flow.flow.authentication, flow.id)
      const callee = graph.name(flow.callee)
      const caller = graph.name(flow.caller)
      const shows = authentication !== undefined && authentication !== 'none'
      if (standing === 'unknown') yield askAuthentication(context, flow)
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [flow.caller, flow.callee],
        elements: publicPlace === undefined ? [flow.id] : [flow.id, publicPlace],
        problem: shows
          ? `${caller} shows who it is, and ${callee} checks neither that nor what ${caller} may do.`
          : publicPlace === undefined
            ? `${callee} takes calls from ${caller} across a trust boundary without knowing who calls.`
            : `${callee} stands in a public network and takes calls without knowing that it is ${caller} who calls.`,
        fix: shows
          ? `Let ${callee} check who calls and what they may do, and refuse everybody else.`
          : publicPlace === undefined
            ? `Authenticate ${caller} before ${callee} answers.`
            : `Let ${callee} refuse whoever cannot prove to be ${caller}, or move it into a private network.`,
        severity: graph.has(flow.caller, 'person') ? 'medium' : 'high',
        cause: `door ${flow.id}`,
        remedy: {
          control: 'authenticate-callers',
          title: `Authenticate ${caller}`,
          at: flow.id,
          strength: 'deterministic',
        },
      }
    }
  },
})

/** Who calls, of an arrow of which nobody has said how it proves it. */
export function askAuthentication({ graph }: RuleContext, flow: GraphFlow): Asked {
  const text = `How does ${graph.name(flow.callee)} know that it is ${graph.name(flow.caller)}?`
  return askFlow(flow, 'authentication', text, 'Authentication', 'Security')
}

/** From a less trusted side into ours. Both sides must be stated: a drawing without boundaries has no doors. */
function entersOurs({ graph }: RuleContext, flow: GraphFlow): boolean {
  const from = graph.facets(flow.caller).trust.value
  const to = graph.facets(flow.callee).trust.value
  return from !== undefined && to !== undefined && from < to
}

/**
 * The public network in which an agent or a server of tools of ours stands: whoever finds its address can call it as our
 * own side does. That of another party is not ours to lock.
 */
function publicPlaceOf({ graph }: RuleContext, flow: GraphFlow): Id | undefined {
  const isEndpoint = graph.has(flow.callee, 'external-tools') || graph.has(flow.callee, 'plans-actions')
  if (!isEndpoint || isOfOthers(graph, flow.callee, [flow])) return undefined
  const { network } = graph.facets(flow.callee)
  return network.value === 'public' ? network.from : undefined
}

export const identity: readonly Rule[] = [confusedDeputy, longLivedCredential, openDoor]
