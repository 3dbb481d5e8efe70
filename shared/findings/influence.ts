import type { Access, Component, Id } from '../design/design.ts'
import { groupBy } from '../design/group-by.ts'
import type { Graph, GraphFlow } from '../graph/graph.ts'
import { untrustedBelow } from '../graph/origins.ts'
import type { Carried, CarriedCall, Lineage, Mark, Origin } from '../graph/lineage.ts'
import { oncePerLineage } from './graph-reading.ts'
import type { Term } from './rate.ts'
import type { Asked } from './rule.ts'

/** Who speaks in a call, and what has judged it on the way. */
export type Influence = Unspoken | Spoken

interface Judged {
  readonly call: CarriedCall
  /** Gates that look for orders by model or pattern and have seen it all: an attack gets harder, never impossible. */
  readonly soft: readonly Id[]
  /** Firm gates that have, or may have, seen it. */
  readonly firm: readonly Id[]
  /** Models and agents that may have read it. */
  readonly through: readonly Id[]
}
/** Nobody untrusted speaks in it. */
interface Unspoken extends Judged {
  readonly exposure: 'none'
  readonly origins: readonly []
  readonly closedBy?: never
}
/** Somebody untrusted speaks in it. */
export interface Spoken extends Judged {
  /** How it stands: a firm gate has seen it, it may have, or nothing firm has. */
  readonly exposure: 'closed' | 'uncertain' | 'open'
  /** Origins below the threshold of trust in entries that no firm gate has certainly seen, least trusted first. */
  readonly origins: readonly [Origin, ...(readonly Origin[])]
  /** What closes it, where it is closed: a firm gate on the drawing, or a control in place. */
  readonly closedBy?: Id
}

/** Whether anybody could have written what comes from there. An origin whose trust nobody stated is not untrusted. */
export function isUntrusted(origin: Origin | undefined): boolean {
  return (origin?.trust ?? untrustedBelow) < untrustedBelow
}

/** Roots into which somebody untrusted puts words. */
export const untrustedRoots = oncePerLineage(({ lineage }): readonly Id[] =>
  Object.values(lineage.origins)
    .filter(isUntrusted)
    .map(({ id }) => id),
)

/** What a guard looks for that stops words which give orders: the orders, or whatever has not the form that is expected. */
const againstOrders: readonly string[] = ['injection', 'schema']

/**
 * A gate that nobody can talk round: a person, a policy in code, a guard that looks for this by fixed rules.
 * @param what what it has to look for; orders hidden in text where nothing else is asked for
 */
export function isFirm(graph: Graph, gate: Id, what: readonly string[] = againstOrders): boolean {
  const settings = graph.settings(gate)
  if (settings.truth('failsOpen') === true) return false
  if (graph.has(gate, 'deterministic-gate')) return true
  return settings.text('decidesBy') === 'rules' && looksFor(graph, gate, what)
}

/** A gate that says what it looks for, and names other things only, lets this through: a mask for names lets orders pass. */
export function looksFor(graph: Graph, gate: Id, what: readonly string[]): boolean {
  const checks = graph.settings(gate).list('checks')
  return checks === undefined || checks.some((check) => what.includes(check))
}

/** Which untrusted words reach a call, and whether a gate on the way closes it. */
export function influenceOn(graph: Graph, lineage: Lineage, call: CarriedCall): Influence {
  const heard = call.carried.filter((each) => each.origins.some((id) => isUntrusted(lineage.origins[id])))
  const spoken = heard.map((each) => ({ ...each, marks: marksThatCount(graph, lineage, call, each.marks) }))
  const open = spoken.filter((each) => firmness(graph, each.marks) === 'open')
  const uncertain = spoken.filter((each) => firmness(graph, each.marks) === 'uncertain')
  const decisive = open.length > 0 ? open : uncertain.length > 0 ? uncertain : spoken
  const [least, ...others] = untrustedOrigins(lineage, decisive)
  if (least === undefined) return { call, exposure: 'none', origins: [], soft: [], firm: [], through: [] }
  const exposure = open.length > 0 ? 'open' : uncertain.length > 0 ? 'uncertain' : 'closed'
  const closing = exposure === 'closed' ? closingGate(graph, spoken) : undefined
  return {
    call,
    exposure,
    ...(closing === undefined ? {} : { closedBy: closing }),
    origins: [least, ...others],
    soft: seenByAll(decisive).filter((gate) => !isFirm(graph, gate) && looksFor(graph, gate, againstOrders)),
    firm: [
      ...new Set(spoken.flatMap((each) => each.marks.map((mark) => mark.gate)).filter((gate) => isFirm(graph, gate))),
    ],
    through: [...new Set(spoken.flatMap((each) => each.through))].toSorted(),
  }
}

/**
 * What gates did to words on their way into a call. A policy allows or refuses what is about to be done: one that let the
 * words in before a model had read them, or that does not see the exact action, has decided about nothing that follows.
 */
function marksThatCount(
  graph: Graph,
  lineage: Lineage,
  { decidedBy }: CarriedCall,
  marks: readonly Mark[],
): readonly Mark[] {
  return marks.filter(({ gate }) => {
    if (!isPolicy(graph, gate)) return true
    const hasDecided = decidedBy.some((decided) => decided.gate === gate) || standsBehindModels(lineage, gate)
    return hasDecided && seesActions(graph, gate)
  })
}

/** Whether all that is put to a gate has been in the hands of a model. */
function standsBehindModels(lineage: Lineage, gate: Id): boolean {
  return lineage.into(gate).every(({ carried }) => carried.some(({ through }) => through.length > 0))
}

/** Code that decides about actions, and not a person, who also reads what is said. */
function isPolicy(graph: Graph, gate: Id): boolean {
  return graph.has(gate, 'deterministic-gate') && !graph.has(gate, 'human-gate')
}
function seesActions(graph: Graph, gate: Id): boolean {
  return graph.settings(gate).truth('perAction') !== false
}

/** The people and policies, certain or perhaps, that have seen the action itself: a guard that looks for orders lets a mistake pass. */
export function decidersOf(graph: Graph, { decidedBy }: CarriedCall): readonly Mark[] {
  return decidedBy.filter(
    ({ gate }) => graph.has(gate, 'deterministic-gate') && isFirm(graph, gate) && seesActions(graph, gate),
  )
}

/** A person or a policy that runs before a call and decides without having seen what it does: in front of the model, say. */
export function blindGate(graph: Graph, call: CarriedCall): Id | undefined {
  const seeing = new Set(decidersOf(graph, call).map(({ gate }) => gate))
  return call.gatesBefore.find(
    ({ gate }) => !seeing.has(gate) && graph.has(gate, 'deterministic-gate') && isFirm(graph, gate),
  )?.gate
}

/** The firm gate that has seen all of it, or the first of several that have seen a part each. */
function closingGate(graph: Graph, spoken: readonly Carried[]): Id | undefined {
  const common = seenByAll(spoken).find((gate) => isFirm(graph, gate))
  return common ?? seenByAll(spoken.slice(0, 1)).find((gate) => isFirm(graph, gate))
}

/** Whether something has to be said of it: it is open, or something closes it that can be named. */
export function isToldOf(influence: Influence): influence is Spoken {
  return influence.exposure === 'open' || influence.closedBy !== undefined
}

/** The calls to speak of: open ones; where none is open or in doubt, those that something closes. */
export function decisiveAmong(influences: readonly Influence[]): readonly Spoken[] {
  const told = groupBy(influences.filter(isToldOf), ({ exposure }) => exposure)
  // A way of which nobody knows whether it is guarded is asked about; only where all are closed it is mitigated.
  const isInDoubt = influences.some(({ exposure }) => exposure === 'uncertain')
  return told.get('open') ?? (isInDoubt ? [] : (told.get('closed') ?? []))
}

/** The first of the calls to speak of. */
export function decisiveOf(influences: readonly Influence[]): Spoken | undefined {
  return decisiveAmong(influences)[0]
}

/** Closed by what, for a finding; nothing while it is open. */
export function closedWith({ closedBy }: { readonly closedBy?: Id }): { readonly mitigatedBy?: Id } {
  return closedBy === undefined ? {} : { mitigatedBy: closedBy }
}

function firmness(graph: Graph, marks: readonly Mark[]): Spoken['exposure'] {
  const firm = marks.filter((mark) => isFirm(graph, mark.gate))
  if (firm.some((mark) => mark.certain)) return 'closed'
  return firm.length > 0 ? 'uncertain' : 'open'
}

function seenByAll(entries: readonly Carried[]): readonly Id[] {
  const [first, ...rest] = entries.map((each) => each.marks.filter((mark) => mark.certain).map((mark) => mark.gate))
  return (first ?? []).filter((gate) => rest.every((gates) => gates.includes(gate)))
}

/** The untrusted origins of what is carried, the least trusted first. */
export function untrustedOrigins(lineage: Lineage, entries: readonly Carried[]): readonly Origin[] {
  const ids = [...new Set(entries.flatMap((each) => each.origins))].toSorted()
  return ids
    .flatMap((id) => lineage.origins[id] ?? [])
    .filter(isUntrusted)
    .toSorted((a, b) => (a.trust ?? 0) - (b.trust ?? 0))
}

/** Origins of which nobody has said who can write them. */
export function unknownOrigins(lineage: Lineage, entries: readonly Carried[]): readonly Origin[] {
  const ids = [...new Set(entries.flatMap((each) => each.origins))].toSorted()
  return ids.flatMap((id) => lineage.origins[id] ?? []).filter((origin) => origin.trust === undefined)
}

/** Who can put words into this origin. */
export function askOrigin(graph: Graph, origin: Origin): Asked {
  const asset = graph.asset(origin.id)
  if (asset === undefined) {
    return {
      type: 'asked',
      on: graph.design.id,
      field: 'context.audience',
      text: 'Who uses this: people of the house, or people outside?',
      ask: 'Product owner',
    }
  }
  return {
    type: 'asked',
    on: asset.id,
    field: 'writers',
    text: `Who can put words into ${asset.name}?`,
    ask: 'Data owner',
    group: { label: 'Who can write', noun: ['data set', 'data sets'] },
  }
}

/** "The order of these steps is not stated": the one question that decides whether a gate counts. */
export function askOrder(graph: Graph, call: CarriedCall, gates: readonly Id[]): Asked {
  const [gate = ''] = gates
  return {
    type: 'asked',
    on: call.caller,
    field: 'plans',
    text: `${graph.name(call.caller)}: does ${graph.name(gate)} always come before ${graph.name(call.callee)}?`,
    ask: 'Engineering',
    group: { label: 'Order of steps', noun: ['component', 'components'] },
  }
}

/** How likely somebody tries: who can write there, and what stands in the way. */
export function likelihoodOf(graph: Graph, origins: readonly Origin[], soft: readonly Id[]): readonly Term[] {
  const [least] = origins
  const trust = least?.trust ?? 50
  const name = least?.name ?? 'the source'
  return [
    { steps: 2, why: 'the way is open on the drawing' },
    trust <= 10
      ? { steps: 2, why: `anyone can write into ${name}` }
      : { steps: 1, why: `people outside can write into ${name}` },
    { steps: 1, why: soft.length === 0 ? 'nothing judges it on the way' : 'nothing firm judges it on the way' },
    ...softly(graph, soft),
  ]
}

/** What decides by model or pattern takes one step off, however many of them there are: they miss the same things. */
function softly(graph: Graph, [first]: readonly Id[]): readonly Term[] {
  if (first === undefined) return []
  return [{ steps: -1, why: `${graph.name(first)} judges it, by model or pattern`, softenedBy: first }]
}

const accessByEffect: Readonly<Record<string, Access>> = {
  read: 'read',
  write: 'write',
  comm: 'send',
  financial: 'pay',
  destructive: 'delete',
  code: 'execute',
}
const acting: readonly Access[] = ['write', 'delete', 'send', 'pay', 'execute', 'administer']

/** What calls along this arrow change in the world: undefined while nobody said what the tool does. */
export function effectsOf(graph: Graph, flow: GraphFlow): readonly Access[] | undefined {
  const byTool = accessByEffect[graph.settings(flow.callee).text('effect') ?? '']
  const stated = flow.flow.does
  if (byTool === undefined && stated === undefined) return graph.has(flow.callee, 'runs-code') ? ['execute'] : undefined
  return [...new Set([...(stated ?? []), byTool ?? []].flat())].filter((access) => acting.includes(access))
}

/** Whether the component does something in the world when called. */
export function isActor(graph: Graph, component: Component | Id): boolean {
  return (['runs-actions', 'external-tools', 'runs-code'] as const).some((trait) => graph.has(component, trait))
}

/** What an effect adds to an impact. */
export function impactOfEffects(graph: Graph, callee: Id, effects: readonly Access[]): Term {
  const name = graph.name(callee)
  if (effects.includes('pay')) return { steps: 2, why: `${name} moves money` }
  if (effects.includes('delete')) return { steps: 2, why: `${name} deletes` }
  if (effects.includes('execute')) return { steps: 2, why: `${name} runs code` }
  if (effects.includes('administer')) return { steps: 2, why: `${name} changes rights` }
  if (effects.includes('send')) return { steps: 1, why: `${name} sends to people` }
  if (effects.includes('write')) return { steps: 1, why: `${name} changes data` }
  return { steps: 0, why: '' }
}
