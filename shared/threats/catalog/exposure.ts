import type { Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { controlInPlace } from '../../findings/commitment.ts'
import { likelihoodOf, untrustedOrigins } from '../../findings/influence.ts'
import { keptIn } from '../../findings/arrivals.ts'
import { answersAlong, callsAlong, callsOf } from '../../findings/lineage-reading.ts'
import { rate } from '../../findings/rate.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { sensitivityOf } from '../../findings/sensitivity.ts'
import { askFlow, askSetting, askTopic, hasField, stand, standSetting } from '../../findings/standing.ts'
import { listNames, nameArrow } from '../../findings/wording.ts'
import type { Graph, GraphFlow } from '../../graph/graph.ts'
import { reachableFrom } from '../../graph/paths.ts'
import { agentic, atlas, cwe, gdpr, llm, nistAml, owaspMl } from '../../findings/refer.ts'
import { openStore } from './direct-reach.ts'

const denialOfWallet = defineRule({
  id: 'DOS-01',
  aliases: ['CST-09'],
  lenses: ['threat', 'check'],
  title: 'Outsiders can spend our money',
  severity: 'medium',
  topic: 'cost',
  stride: 'D',
  why: 'Every question costs. Without a limit per caller somebody can ask until the budget or the quota is gone.',
  references: [
    ...llm('LLM06'),
    ...atlas('T0029', 'T0034'),
    ...nistAml('NISTAML.014'),
    ...cwe('CWE-770'),
    ...agentic('T4'),
  ],
  falsePositive: 'Callers pay for themselves.',
  verify: 'Call from one account until it is refused: that must come before the daily budget is gone.',
  closedBy: ['rate-limit', 'spend-limit'],
  softenedBy: [
    { control: 'anomaly-watch', why: 'It tells somebody, who has to come and stop it; the calls go on till then.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    const aheadOf = rememberAhead(graph)
    for (const call of lineage.calls) {
      if (!graph.has(call.caller, 'starts-requests')) continue
      const sources = untrustedOrigins(lineage, call.carried)
      const [source] = sources
      if (source === undefined) continue
      const reached = callsOf(context, call.action)
      // A vendor that a model calls, and that writes a log then, has not called the model.
      const ahead = aheadOf(call.callee)
      const model = reached.find((each) => ahead.has(each.callee) && graph.has(each.callee, 'generates-text'))
      if (model === undefined) continue
      const limiters = [...new Set(reached.map((each) => each.callee))].filter((id) => graph.has(id, 'limits-rate'))
      const control = controlInPlace(
        graph,
        ['rate-limit', 'spend-limit'],
        [...limiters, call.callee, call.caller, model.callee],
      )
      const limits = limiters.map((id) => limitOf(context, id))
      if (limits.some((limit) => limit !== undefined)) continue
      const [limiter] = limiters
        .flatMap((id) => graph.component(id) ?? [])
        .filter((each) => hasField(context, each, 'rateLimitPerMinute'))
      if (!context.complete('cost', limiter?.id ?? call.callee)) {
        if (control !== undefined) continue
        yield limiter === undefined
          ? askTopic(
              context,
              'topic.limits',
              'Is there a limit on how many requests one caller may make?',
              'Platform team',
            )
          : askSetting(context, limiter, 'rateLimitPerMinute')
        continue
      }
      yield {
        type: 'found',
        anchors: [call.caller, model.callee],
        path: lineage.pathTo(model, source.id),
        problem: `${graph.name(call.caller)} can call ${graph.name(model.callee)} as often as ${limiter === undefined ? 'they like' : `${limiter.name} lets through: it has no limit`}.`,
        fix: `Limit requests per caller before ${graph.name(model.callee)}, and stop at a monthly spend.`,
        rating: rate(likelihoodOf(graph, sources, []), [{ steps: 3, why: 'the bill and the quota are everybody’s' }]),
        facts: { actor: source.name },
        remedy: {
          control: 'rate-limit',
          title: 'A limit per caller',
          at: limiter?.id ?? call.flow,
          strength: 'deterministic',
        },
        ...(limiter === undefined
          ? {}
          : {
              quickFix: {
                label: 'Allow 60 a minute',
                patch: { components: { [limiter.id]: { settings: { rateLimitPerMinute: 60 } } } },
              },
            }),
        ...(control === undefined ? {} : { mitigatedBy: control.id }),
      }
    }
  },
})

/** All that a request to a box can set in motion. Many actions of a drawing come in by one door: each is followed once. */
function rememberAhead(graph: Graph): (door: Id) => ReadonlySet<Id> {
  const followed = new Map<Id, ReadonlySet<Id>>()
  return (door) => {
    const ahead = followed.get(door) ?? new Set(reachableFrom(graph, door, { along: 'requests' }))
    followed.set(door, ahead)
    return ahead
  }
}

function limitOf({ graph }: RuleContext, limiter: string): number | undefined {
  const settings = graph.settings(limiter)
  return settings.number('rateLimitPerMinute') ?? settings.number('budgetUsdPerMonth')
}

/** Private data that an arrow carries, by lineage or by what is drawn on it. */
function privateOn(context: RuleContext, flow: GraphFlow): readonly string[] {
  const { graph } = context
  const carried = [
    ...callsAlong(context, flow.id).flatMap((call) => call.carried),
    ...answersAlong(context, flow.id).flatMap((answer) => answer.carried),
  ]
  const drawn = [...graph.requestData(flow), ...graph.responseData(flow)].map((asset) => asset.id)
  const ids = [...new Set([...carried.map((each) => each.asset), ...drawn])].toSorted()
  return ids.filter((id) => {
    const { isPrivate, classification } = sensitivityOf(graph, id)
    return isPrivate === true || classification === 'internal'
  })
}

const clearText = defineRule({
  id: 'INF-01',
  aliases: ['SEC-10'],
  lenses: ['threat', 'check'],
  title: 'Data cross a boundary in clear text',
  severity: 'high',
  topic: 'access',
  stride: 'IT',
  linddun: ['Dd'],
  why: 'On a network that is not ours anybody on the way can read and change it.',
  references: [...cwe('CWE-319'), ...gdpr('Art. 32'), ...owaspMl('ML09')],
  falsePositive: 'The tunnel below is encrypted: then say so on the arrow.',
  verify: 'Record the traffic between the two: nothing in it may be readable.',
  closedBy: ['encrypt-in-transit'],
  *check(context) {
    const { graph } = context
    for (const flow of graph.flows) {
      const crosses = (['trust', 'organisation', 'network'] as const).some(
        (facet) => graph.crosses(flow, facet) === true,
      )
      const isEncrypted = encryptedOn(flow)
      // Between people and their screens there need be no wire; what is said to be in clear text is.
      const isAtPeople = graph.has(flow.caller, 'person') || graph.has(flow.callee, 'person')
      if (!crosses || (isAtPeople && isEncrypted === undefined)) continue
      const assets = privateOn(context, flow)
      if (assets.length === 0) continue
      const standing = stand(context, 'access', isEncrypted, flow.flow.encrypted, flow.id)
      if (standing === 'unknown')
        yield askFlow(
          flow,
          'encrypted',
          `${nameArrow(graph, flow)}: is it encrypted on the way?`,
          'Encrypted on the way',
          'Platform team',
        )
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [flow.caller, flow.callee],
        elements: [flow.id],
        problem: `The arrow from ${graph.name(flow.caller)} to ${graph.name(flow.callee)} carries ${listNames(graph, assets)} in clear text.`,
        fix: `Encrypt the way from ${graph.name(flow.caller)} to ${graph.name(flow.callee)} with TLS.`,
        remedy: { control: 'encrypt-in-transit', title: 'TLS on this arrow', at: flow.id, strength: 'deterministic' },
        quickFix: { label: 'Encrypt this arrow', patch: { flows: { [flow.id]: { encrypted: true } } } },
      }
    }
  },
})

/** As stated, else as the protocol does; undefined: neither says. */
function encryptedOn({ flow }: GraphFlow): boolean | undefined {
  const stated = known(flow.encrypted)
  if (typeof stated === 'boolean') return stated
  const protocol = known(flow.protocol)?.toLowerCase() ?? ''
  if (['https', 'tls', 'mtls', 'grpcs', 'wss', 'sftp', 'amqps'].includes(protocol)) return true
  return ['http', 'ftp', 'ws', 'telnet'].includes(protocol) ? false : undefined
}

const plainStore = defineRule({
  id: 'INF-03',
  lenses: ['threat', 'check'],
  title: 'Private data are stored in clear text',
  severity: 'medium',
  topic: 'access',
  stride: 'I',
  linddun: ['Dd'],
  why: 'A lost disk, a copied snapshot or a curious administrator is then enough.',
  references: [...cwe('CWE-311'), ...gdpr('Art. 32')],
  falsePositive: 'The platform encrypts all that it stores: then say so on the box.',
  verify: 'Open a copy of the disk or a snapshot with another account: it must not be readable.',
  closedBy: ['encrypt-at-rest'],
  *check(context) {
    const { graph } = context
    for (const store of graph.with('stores-data')) {
      const assets = keptIn(context, store.id).filter((asset) => sensitivityOf(graph, asset).isPrivate === true)
      if (assets.length === 0) continue
      const standing = standSetting(context, 'access', store, 'encryptedAtRest')
      if (standing === 'unknown') yield askSetting(context, store, 'encryptedAtRest')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [store.id],
        problem: `${store.name} keeps ${listNames(graph, assets)} unencrypted.`,
        fix: `Encrypt ${store.name} at rest, with keys kept apart from it.`,
        remedy: { control: 'encrypt-at-rest', title: `Encrypt ${store.name}`, at: store.id, strength: 'deterministic' },
        quickFix: {
          label: 'Encrypt at rest',
          patch: { components: { [store.id]: { settings: { encryptedAtRest: true } } } },
        },
      }
    }
  },
})

export const exposure: readonly Rule[] = [denialOfWallet, clearText, openStore, plainStore]
