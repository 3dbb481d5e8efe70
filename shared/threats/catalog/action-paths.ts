import type { Id } from '../../design/design.ts'
import { groupBy } from '../../design/group-by.ts'
import { isUnknown } from '../../design/value.ts'
import {
  askOrder,
  askOrigin,
  closedWith,
  impactOfEffects,
  likelihoodOf,
  unknownOrigins,
} from '../../findings/influence.ts'
import { rate } from '../../findings/rate.ts'
import { defineRule, type Found, type Outcome, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askSetting } from '../../findings/standing.ts'
import { listNames } from '../../findings/wording.ts'
import { nameOf } from '../../findings/commitment.ts'
import { guardBypass } from './guard-bypass.ts'
import { type ActingCall, actingCalls, cutWaysOut, isTold } from '../agent-context.ts'
import { agentic, asi, atlas, cwe, llm, mcp, nistAml } from '../../findings/refer.ts'
import { isPublic, namesOf, undecided } from './acting-words.ts'
import { lethalTrifecta } from './trifecta.ts'

/** Untrusted words drive a side effect (P-01); the same with nothing but models in between (P-16). One line a caller. */
function* untrustedActions(context: RuleContext, isGuarded: (call: ActingCall) => boolean): Iterable<Found> {
  const { graph, lineage } = context
  const told = actingCalls(context)
    .acting.filter(isTold)
    .filter(({ effects }) => effects.length > 0)
  const openOf = groupBy(
    told.filter(({ influence }) => influence.exposure === 'open'),
    ({ flow }) => flow.caller,
  )
  const cuts = new Map<Id, Pick<Found, 'remedy' | 'quickFix'>>()
  /** All that an agent can do is cut at one place. */
  const cutOf = (caller: Id): Pick<Found, 'remedy' | 'quickFix'> => {
    const cut = cuts.get(caller) ?? cutWaysOut(graph, openOf.get(caller) ?? [])
    cuts.set(caller, cut)
    return cut
  }
  for (const each of told.filter(isGuarded)) {
    const { flow, influence, effects } = each
    const [worst] = influence.origins
    const path = lineage.pathTo(influence.call, worst.id)
    const caller = graph.name(flow.caller)
    yield {
      type: 'found',
      anchors: [path[0] ?? flow.caller, flow.callee],
      path,
      problem:
        influence.closedBy === flow.caller
          ? `${graph.name(flow.callee)} is called with ${namesOf(influence.origins)} in hand, each time by leave of ${caller}.`
          : influence.closedBy !== undefined
            ? `${caller} calls ${graph.name(flow.callee)} with ${namesOf(influence.origins)} in hand, but only after ${nameOf(graph, influence.closedBy)}.`
            : isGuarded === isUnguarded
              ? `${caller} calls ${graph.name(flow.callee)} with ${namesOf(influence.origins)} in hand, and ${undecided(graph, influence) ?? 'no firm gate has seen it before'}.`
              : `Only ${listNames(graph, influence.soft)} judges ${namesOf(influence.origins)} before ${caller} calls ${graph.name(flow.callee)}, by model or pattern.`,
      fix: `Put an approval or a policy gate before ${graph.name(flow.callee)}, or keep ${namesOf(influence.origins)} away from ${caller}.`,
      rating: rate(likelihoodOf(graph, influence.origins, influence.soft), [
        { steps: 2, why: 'somebody else chooses what it does' },
        impactOfEffects(graph, flow.callee, effects),
      ]),
      facts: {
        actor: worst.name,
        sink: graph.name(flow.callee),
        ...(isPublic(influence.origins) ? { reach: 'public' } : {}),
      },
      cause: `context ${flow.caller}`,
      ...(isPublic(influence.origins) ? { exposed: true as const } : {}),
      ...(influence.closedBy === undefined ? cutOf(flow.caller) : closedWith(influence)),
    }
  }
}
const isSoftlyGuarded = ({ influence }: ActingCall): boolean => influence.soft.length > 0
const isUnguarded = (call: ActingCall): boolean => call.influence.closedBy !== undefined || !isSoftlyGuarded(call)

/** What must be known before an action path can be called open or closed. */
function* questionsOnActions(context: RuleContext): Iterable<Outcome> {
  const { graph, lineage } = context
  const { acting, unstated, inDoubt } = actingCalls(context)
  for (const agent of inDoubt.flatMap((id) => graph.component(id) ?? [])) yield askSetting(context, agent, 'autonomy')
  for (const { flow, influence } of unstated) {
    const callee = graph.component(flow.callee)
    const mayMatter = influence.exposure !== 'closed'
    if (callee !== undefined && mayMatter && 'effect' in graph.kindOf(callee).settings)
      yield askSetting(context, callee, 'effect')
  }
  for (const { influence, effects } of acting) {
    if (effects.length === 0) continue
    if (influence.exposure === 'uncertain') yield askOrder(graph, influence.call, influence.firm)
    if (influence.exposure !== 'none') continue
    for (const origin of unknownOrigins(lineage, influence.call.carried)) yield askOrigin(graph, origin)
  }
}

const untrustedAction = defineRule({
  id: 'P-01',
  lenses: ['threat'],
  title: 'Untrusted words can trigger an action',
  severity: 'high',
  topic: 'agents',
  stride: 'ET',
  why: 'A model cannot tell instructions from content. Whoever writes what it reads can steer what it does, and no filter stops this reliably: only a gate that decides by rule, or a person, does.',
  references: [
    ...llm('LLM01', 'LLM03'),
    ...asi('ASI01', 'ASI02'),
    ...atlas('T0053'),
    ...nistAml('NISTAML.039'),
    ...agentic('T2'),
    ...mcp('MCP06'),
  ],
  falsePositive: 'The call cannot do harm whatever its arguments are: then state its effect as reading.',
  verify: 'Write an order where strangers can write and let the agent read it: the tool must not be called.',
  closedBy: ['approve-each-action', 'policy-gate', 'plan-then-execute', 'quarantined-model', 'read-only-tools'],
  softenedBy: [
    {
      control: 'injection-filter',
      why: 'It stops most attacks and tells nobody about the others; the agent acts on the first that passes.',
    },
    {
      control: 'mark-untrusted-text',
      why: 'The model is asked to tell orders from content, which is the very thing that it cannot do.',
    },
    { control: 'model-judge', why: 'The judge reads the attack too, and obeys it as well as the first model does.' },
  ],
  *check(context) {
    yield* questionsOnActions(context)
    yield* untrustedActions(context, isUnguarded)
  },
})

const guardedByModelsOnly = defineRule({
  id: 'P-16',
  lenses: ['threat'],
  title: 'Only models guard this action',
  severity: 'medium',
  topic: 'agents',
  stride: 'E',
  why: 'A filter made of a model can be talked round by the same words that talk round the model behind it. It lowers the odds and closes nothing.',
  references: [...llm('LLM01'), ...cwe('CWE-693')],
  falsePositive: 'The filter decides by fixed rules: then say so on the box.',
  verify:
    'Give the filter the words that it stops in another language, in code and in a picture: something will pass, and nothing may follow.',
  closedBy: ['approve-each-action', 'policy-gate', 'plan-then-execute', 'quarantined-model', 'read-only-tools'],
  *check(context) {
    const { graph } = context
    const guarded = actingCalls(context).acting.filter(isSoftlyGuarded)
    const isInDoubt = (gate: Id): boolean => isUnknown(graph.stated(gate, 'decidesBy'))
    const open = guarded.filter(({ influence }) => influence.closedBy === undefined)
    const inDoubt = new Set(open.flatMap(({ influence }) => influence.soft.filter(isInDoubt)))
    for (const guard of [...inDoubt].flatMap((id) => graph.component(id) ?? []))
      yield askSetting(context, guard, 'decidesBy')
    const isDecided = ({ influence }: ActingCall): boolean => !influence.soft.some(isInDoubt)
    yield* untrustedActions(context, (call) => isSoftlyGuarded(call) && isDecided(call))
  },
})

export const actionPaths: readonly Rule[] = [untrustedAction, lethalTrifecta, guardBypass, guardedByModelsOnly]
