import type { Access, Component, Id } from '../design/design.ts'
import { groupBy } from '../design/group-by.ts'
import { isUnknown } from '../design/value.ts'
import {
  decidersOf,
  decisiveAmong,
  effectsOf,
  type Influence,
  influenceOn,
  isActor,
  isToldOf,
  type Spoken,
} from '../findings/influence.ts'
import { keepersOf } from '../findings/data-facts.ts'
import { drawnCalls } from '../findings/lineage-reading.ts'
import { type Gate, placeGate, placeGateBefore } from '../findings/place-gate.ts'
import type { Found, RuleContext } from '../findings/rule.ts'
import { sensitivityOf } from '../findings/sensitivity.ts'
import { controlInPlace } from '../findings/commitment.ts'
import type { Graph, GraphFlow } from '../graph/graph.ts'
import type { Carried, CarriedCall, Lineage } from '../graph/lineage.ts'

/** A call by which a model's words can change something or leave. */
export interface ActingCall {
  readonly flow: GraphFlow
  /** Who calls, and what is called. */
  readonly caller: Component
  readonly tool: Component
  readonly influence: Influence
  /** What it changes; empty for a bare look-up that can reach anywhere. */
  readonly effects: readonly Access[]
  /**
   * Data can leave by it, or what it changes can be chosen by others: the third leg of the Rule of Two is a change of state
   * as well as a message outside. So a write into a store of our own counts: whoever reads there next carries it on.
   * Undefined: somebody looked and does not know whom its messages can reach.
   */
  readonly isWayOut: boolean | undefined
}
/** One of which something has to be said: nothing firm has seen what untrusted people put into it, or something closes it. */
export interface ToldCall extends ActingCall {
  readonly influence: Spoken
}
export function isTold(call: ActingCall): call is ToldCall {
  return isToldOf(call.influence)
}

/** The calls to speak of: open ones; where none is open or in doubt, those that something closes. */
export function decisiveCalls(calls: readonly ActingCall[]): readonly ToldCall[] {
  const told = groupBy(calls.filter(isTold), ({ influence }) => influence)
  return decisiveAmong(calls.map(({ influence }) => influence)).flatMap((influence) => told.get(influence) ?? [])
}

const closingControls = [
  'approve-each-action',
  'policy-gate',
  'plan-then-execute',
  'quarantined-model',
  'read-only-tools',
]

/**
 * Calls that a model's words drive: made by an agent, or with something in hand that a model wrote. Those whose effect
 * nobody stated come apart, to be asked about. One entry for each arrow: the least guarded of its calls.
 */
export function actingCalls({ graph, lineage }: RuleContext): ActingCalls {
  const found = remembered.get(lineage) ?? findActingCalls(graph, lineage)
  remembered.set(lineage, found)
  return found
}

interface ActingCalls {
  readonly acting: readonly ActingCall[]
  readonly unstated: readonly { readonly flow: GraphFlow; readonly influence: Influence }[]
  /** Agents that would act, of which somebody looked and does not know whether they do, or only suggest. */
  readonly inDoubt: readonly Id[]
}
/** Half a dozen rules ask; a lineage belongs to one graph and never changes. */
const remembered = new WeakMap<Lineage, ActingCalls>()

function findActingCalls(graph: Graph, lineage: Lineage): ActingCalls {
  const acting: ActingCall[] = []
  const unstated = new Map<Id, { flow: GraphFlow; influence: Influence }>()
  const inDoubt = new Set<Id>()
  for (const { call, flow, caller, callee: tool } of drawnCalls({ graph, lineage })) {
    if (graph.settings(caller).text('autonomy') === 'suggest') continue
    const influence = influenceOn(graph, lineage, asSteered(graph, call))
    const isDriven = graph.has(caller, 'plans-actions') || influence.through.length > 0
    if (!isDriven || !canAct(graph, flow)) continue
    const effects = effectsOf(graph, flow)
    if (isUnknown(graph.stated(caller, 'autonomy'))) {
      if (influence.exposure !== 'closed' && effects?.length !== 0) inDoubt.add(caller.id)
      continue
    }
    if (effects === undefined) {
      unstated.set(flow.id, { flow, influence })
      continue
    }
    const isWayOut = leadsOut(graph, flow.callee, effects)
    if (effects.length === 0 && isWayOut !== true) continue
    acting.push({ flow, caller, tool, influence: closeByControl(graph, flow, influence), effects, isWayOut })
  }
  const byFlow = (a: { flow: GraphFlow }, b: { flow: GraphFlow }) => (a.flow.id < b.flow.id ? -1 : 1)
  return {
    acting: [...groupBy(acting, ({ flow }) => flow.id).values()].flatMap(leastGuarded).toSorted(byFlow),
    unstated: [...unstated.values()].toSorted(byFlow),
    inDoubt: [...inDoubt].toSorted(),
  }
}

/**
 * A call with all that had a say in it in hand. Whoever decided about the action itself has decided about all that led to
 * it, whatever was shown of that.
 */
function asSteered(graph: Graph, call: CarriedCall): CarriedCall {
  const unsent = new Map(call.steering.map((each) => [each.asset, each]))
  for (const { asset } of call.carried) unsent.delete(asset)
  const deciders = decidersOf(graph, call)
  const decided = [...unsent.values()].map((each) => ({ ...each, marks: [...each.marks, ...deciders] }))
  return { ...call, carried: [...call.carried, ...decided] }
}

/** Whether data leave, or others choose what changes, when this is called; messages stay where the recipients are listed. */
function leadsOut(graph: Graph, callee: Id, effects: readonly Access[]): boolean | undefined {
  const egress = graph.settings(callee).text('egress')
  if (egress === 'any' || effects.some((effect) => effect !== 'send')) return true
  if (effects.length === 0 || egress === 'allowlist' || egress === 'none') return false
  return isUnknown(graph.stated(callee, 'egress')) ? undefined : true
}

function canAct(graph: Graph, flow: GraphFlow): boolean {
  const stated = flow.flow.does ?? []
  return (
    isActor(graph, flow.callee) ||
    stated.some((access) => access === 'pay' || access === 'execute' || access === 'administer')
  )
}

const order = { none: 0, closed: 1, uncertain: 2, open: 3 } as const
/** The first of the least guarded calls along one arrow. */
function leastGuarded(calls: readonly ActingCall[]): readonly ActingCall[] {
  return calls.toSorted((a, b) => order[b.influence.exposure] - order[a.influence.exposure]).slice(0, 1)
}

/** A commitment in place on the arrow, the tool or the agent closes as a firm gate does. */
function closeByControl(graph: Graph, flow: GraphFlow, influence: Influence): Influence {
  const control = controlInPlace(graph, closingControls, [flow.id, flow.callee, flow.caller])
  if (control === undefined || influence.exposure === 'none') return influence
  return { ...influence, exposure: 'closed', closedBy: influence.closedBy ?? control.id }
}

/**
 * Data that somebody would mind losing and that does not come from the asker: roots that are private and kept somewhere.
 * What a person says about himself is not a loss when it goes back to him.
 */
export function privateAssets(graph: Graph, hand: readonly Carried[]): readonly Id[] {
  const origins = [...new Set(hand.flatMap((carried) => carried.origins))].toSorted()
  return origins.filter(
    (origin) => sensitivityOf(graph, origin).isPrivate === true && keepersOf(graph, origin).length > 0,
  )
}

/** What a gate before several ways out has to promise, so that it closes them. */
const policyGate: Gate = {
  kind: 'policy-gate',
  name: 'Policy gate',
  settings: { rules: 'Recipients, addresses and changes that are not listed', perAction: true, failsOpen: false },
}

/** The cheapest cut of an agent's ways out: the one arrow, or one policy gate before all of them. */
export function cutWaysOut(graph: Graph, ways: readonly ActingCall[]): Pick<Found, 'remedy' | 'quickFix'> {
  const [first] = ways
  if (first === undefined) return {}
  const callee = first.tool.name
  if (ways.length > 1) {
    const title = `One policy gate in ${first.caller.name} before its ${ways.length} ways out`
    const calls = ways.map(({ flow }) => flow)
    const patch = placeGateBefore(graph, calls, policyGate, first.caller)
    return {
      remedy: { control: 'policy-gate', title, at: first.caller.id, strength: 'deterministic' },
      ...(patch === undefined ? {} : { quickFix: { label: 'Place one policy gate', patch } }),
    }
  }
  const name = `Approve ${callee}`
  const patch = placeGate(graph, first.flow, 'human-approval', name)
  return {
    remedy: {
      control: 'approve-each-action',
      title: `A person approves each ${callee}`,
      at: first.flow.id,
      strength: 'deterministic',
    },
    ...(patch === undefined ? {} : { quickFix: { label: `Ask a person before ${callee}`, patch } }),
  }
}
