import type { Component, Id, Identity, Patch } from '../../design/design.ts'
import { groupBy } from '../../design/group-by.ts'
import { known } from '../../design/value.ts'
import { calledAs, callsAs, findIdentity } from '../../findings/identity-reading.ts'
import { isActor, isUntrusted } from '../../findings/influence.ts'
import { drawnCalls, wordsAtStartOf } from '../../findings/lineage-reading.ts'
import { type Asked, defineRule, type Outcome, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askFlow, askSetting, hasField, stand, whether } from '../../findings/standing.ts'
import { sensitivityOf } from '../../findings/sensitivity.ts'
import { trailOf } from '../../findings/trail.ts'
import { listNames } from '../../findings/wording.ts'
import type { Graph, GraphFlow } from '../../graph/graph.ts'
import type { CarriedCall } from '../../graph/lineage.ts'
import { agentic, asi, atlas, cwe, llm, mcp } from '../../findings/refer.ts'
import { openDoor } from './open-door.ts'

/** As whom an arrow is called: one identity, whoever calls, or undefined where nobody has said. */
export function identityOf({ graph }: RuleContext, flow: GraphFlow): Identity | 'caller' | undefined {
  const id = calledAs(graph, flow)
  return id === 'caller' ? id : findIdentity(graph, id)
}

/**
 * Roots of what outsiders say in a call that serves them; empty where it serves none. Outsiders ask, and what they ask
 * decides what is read: the call belongs to their action, carries their words, and a model or a search turns these into
 * a request. A service that looks up by a key of its own is no deputy.
 */
function wordsOfOutsiders({ graph, lineage }: RuleContext, call: CarriedCall): readonly Id[] {
  const words = wordsAtStartOf({ graph, lineage }, call.action).map(({ origin }) => origin)
  const spoken = call.carried.filter((carried) => carried.origins.some((origin) => words.includes(origin)))
  const isSteered =
    graph.has(call.caller, 'plans-actions') ||
    graph.has(call.callee, 'answers-search') ||
    spoken.some((carried) => carried.through.length > 0)
  if (!isSteered) return []
  const untrusted = spoken.flatMap(({ origins }) => origins.filter((origin) => isUntrusted(lineage.origins[origin])))
  // What the asker says comes before what was found on the way.
  const byAsker = groupBy(untrusted, (origin) => words.includes(origin))
  return byAsker.get(true) ?? byAsker.get(false) ?? []
}

/** A call by which a service reaches private data because outsiders ask. */
interface Deputy {
  readonly flow: GraphFlow
  readonly call: CarriedCall
  readonly resource: Component
  /** What is private in it. */
  readonly assets: readonly Id[]
  /** Roots of what the outsiders say. */
  readonly said: readonly Id[]
}

/** The first such call along each arrow. */
function* deputies(context: RuleContext): Iterable<Deputy> {
  const { graph } = context
  for (const calls of groupBy(drawnCalls(context), ({ flow }) => flow).values()) {
    const [{ flow, callee: resource }] = calls
    const assets = (resource.holds ?? []).filter((asset) => sensitivityOf(graph, asset).isPrivate === true)
    if (assets.length === 0 || !touches(graph, flow) || graph.has(resource, 'observes')) continue
    for (const { call } of calls) {
      const said = wordsOfOutsiders(context, call)
      if (said.length === 0) continue
      yield { flow, call, resource, assets, said }
      break
    }
  }
}

/** Whether data are looked up or changed. What is put into a queue is handed on: nobody's data come back. */
function touches(graph: Graph, { does, callee }: GraphFlow): boolean {
  if (does.includes('read') || does.includes('delete')) return true
  return does.includes('write') && !graph.has(callee, 'delivers')
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
    for (const deputy of deputies(context)) {
      const identity = identityOf(context, deputy.flow)
      if (identity === 'caller') yield* withoutRights(context, deputy)
      else if (identity === undefined) yield askAsWhom(context, deputy.flow)
      else yield* asOne(context, deputy, identity)
    }
  },
})

function askAsWhom({ graph }: RuleContext, flow: GraphFlow): Asked {
  const text = `As whom does ${graph.name(flow.caller)} call ${graph.name(flow.callee)}: itself, or the person who asks?`
  return askFlow(flow, 'as', text, 'Identity of a call', 'Engineering')
}

/** One identity for everybody who asks, to which more is open than to any of them. */
function* asOne(context: RuleContext, deputy: Deputy, identity: Identity): Iterable<Outcome> {
  const { graph, lineage } = context
  const { flow, call, resource, assets, said } = deputy
  const type = known(identity.type)
  if (type === undefined) yield askAsWhom(context, flow)
  const isWide = type === 'shared' || type === 'administrator' || type === 'service'
  if (!isWide || graph.settings(resource).text('isolation') === 'namespace') return
  // The person's identity is of use only to a store that keeps rights.
  const keepsRights = graph.settings(resource).text('tableRights') !== 'none'
  // One line tells all of an identity: whose it is, and how good what proves it.
  const weakness = weaknessOf(identity)
  yield {
    type: 'found',
    anchors: [flow.caller, resource.id],
    elements: [flow.id, identity.id],
    ...trailOf(lineage, [call], said),
    problem: `${graph.name(flow.caller)} reaches ${listNames(graph, assets)} in ${resource.name} as ${identity.name}, whoever asks${weakness === '' ? '' : `, and its credential is ${weakness}`}.`,
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

/**
 * Passing the identity on helps only where the store looks at it. Queries that a model writes are another threat's; what
 * nobody stated about rights is asked.
 */
function* withoutRights(context: RuleContext, { flow, call, resource, assets, said }: Deputy): Iterable<Outcome> {
  const { graph, lineage } = context
  if (!hasField(context, resource, 'tableRights')) return
  if (graph.settings(resource).text('queryForm') === 'generated') return
  const isGood = whether(graph.settings(resource).text('tableRights'), (rights) => rights !== 'none')
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
    yield* keysOfNobody(context)
    for (const identity of graph.design.identities ?? []) {
      const flows = callsAs(graph, identity.id)
      const isShared = known(identity.type) === 'shared'
      if (flows.length === 0) continue
      const standing = standingOf(context, identity)
      if (standing.type === 'unknown') yield askCredential(identity)
      if (standing.type !== 'weak') continue
      yield {
        type: 'found',
        anchors: [identity.id],
        elements: flows.flatMap((flow) => [flow.caller, flow.id, flow.callee]),
        problem: `The credential of ${identity.name} is ${standing.words}. It opens ${listNames(
          graph,
          flows.map((flow) => flow.callee),
        )}.`,
        fix: 'Give each caller an identity of its own with a credential that expires within hours.',
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

/** Tools that an agent calls with a key, and nobody has said whose key that is. */
function* keysOfNobody(context: RuleContext): Iterable<Outcome> {
  const { graph } = context
  for (const flow of graph.flows) {
    const isKey = known(flow.flow.authentication) === 'apiKey' && identityOf(context, flow) === undefined
    if (isKey && graph.has(flow.caller, 'plans-actions') && isActor(graph, flow.callee)) yield askAsWhom(context, flow)
  }
}

/** How a credential stands: it ends by itself, nobody has said, or `words` tell what is weak about it. */
type CredentialStanding =
  | { readonly type: 'ends' }
  | { readonly type: 'unknown' }
  | { readonly type: 'weak'; readonly words: string }

function standingOf(context: RuleContext, identity: Identity): CredentialStanding {
  const { id, type, credential } = identity
  const weakness = weaknessOf(identity)
  if (weakness !== '') return { type: 'weak', words: weakness }
  // A person signs in; how long that holds is no key that lies about.
  if (known(type) === 'person') return { type: 'ends' }
  const standing = stand(context, 'access', known(credential) === undefined ? undefined : true, credential, id)
  if (standing === 'unknown') return { type: 'unknown' }
  return standing === 'good' ? { type: 'ends' } : { type: 'weak', words: 'not known to expire' }
}

function askCredential({ id, name }: Identity): Asked {
  return {
    type: 'asked',
    on: id,
    field: 'credential',
    text: `How long does the credential of ${name} live?`,
    ask: 'Platform team',
    group: { label: 'Credential', noun: ['identity', 'identities'] },
  }
}

/** "shared and long-lived"; empty where the credential of an identity is neither. */
function weaknessOf({ type, credential }: Identity): string {
  const isShared = known(type) === 'shared'
  const isLong = known(credential) === 'longLived'
  return [...(isShared ? ['shared'] : []), ...(isLong ? ['long-lived'] : [])].join(' and ')
}

export const identity: readonly Rule[] = [confusedDeputy, longLivedCredential, openDoor]
