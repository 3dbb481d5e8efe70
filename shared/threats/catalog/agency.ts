import type { Access, Component } from '../../design/design.ts'
import { numberOr } from '../../design/value.ts'
import { controlInPlace, nameOf } from '../../findings/commitment.ts'
import { askOrder, blindGate, decidersOf, impactOfEffects, likelihoodOf } from '../../findings/influence.ts'
import { rate } from '../../findings/rate.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { askSetting, askTopic, stand, standSetting } from '../../findings/standing.ts'
import { actingCalls, cutWaysOut } from '../agent-context.ts'
import { agentic, aiAct, asi, atlas, aws, cwe, llm, mcp, nist } from '../../findings/refer.ts'

const heavy: readonly Access[] = ['pay', 'delete', 'execute', 'administer']
const verbs: Readonly<Partial<Record<Access, string>>> = {
  pay: 'move money',
  delete: 'delete',
  execute: 'run code',
  administer: 'change rights',
}

/** Commitments by which somebody, or a rule, sees each action. */
const approving: readonly string[] = ['approve-each-action', 'policy-gate']

const unapprovedAction = defineRule({
  id: 'AG-01',
  aliases: ['SEC-04'],
  lenses: ['threat', 'check'],
  title: 'A model can do harm that nobody approved',
  severity: 'critical',
  topic: 'agents',
  stride: 'ET',
  why: 'Money moved and data deleted do not come back. Somebody, or a rule in code, has to see the exact action before it happens.',
  references: [
    ...llm('LLM03'),
    ...asi('ASI02'),
    ...atlas('T0053', 'T0101'),
    ...aiAct('Art. 14'),
    ...aws('GENSEC05-BP01'),
    ...agentic('T7'),
  ],
  falsePositive: 'The amounts are small and reversible: then state the limit and accept it.',
  verify:
    'Ask it for the harmful action without leave: it must stop at a person or a rule, also when it says that it was told to.',
  closedBy: approving,
  softenedBy: [
    {
      control: 'model-judge',
      why: 'A model that approves for a model errs with it, and can be told that all is well.',
    },
    { control: 'injection-filter', why: 'The model can take the wrong decision without any attack.' },
    { control: 'anomaly-watch', why: 'It tells you that the money is gone.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    for (const each of actingCalls(context).acting) {
      const { flow, influence } = each
      const effect = each.effects.find((access) => heavy.includes(access))
      if (effect === undefined) continue
      const gates = decidersOf(graph, influence.call)
      const closedBy =
        gates.find((mark) => mark.certain)?.gate ??
        controlInPlace(graph, approving, [flow.id, flow.callee, flow.caller])?.id
      if (closedBy === undefined && gates.length > 0) {
        yield askOrder(
          graph,
          influence.call,
          gates.map((mark) => mark.gate),
        )
        continue
      }
      const actsAlone = graph.settings(flow.caller).text('autonomy') === 'auto'
      const tool = graph.name(flow.callee)
      if (closedBy === undefined && !actsAlone && !context.complete('agents')) {
        yield askTopic(
          context,
          'topic.approval',
          `Does a person or a rule approve what ${tool} does, each time?`,
          'Product owner',
        )
        continue
      }
      // Whoever outside is heard behind a gate steers nothing; a mistake of the model is left.
      const [worst] = influence.exposure === 'closed' && closedBy === undefined ? [] : influence.origins
      const isPublic = worst !== undefined && (worst.trust ?? 100) <= 10
      const blind = blindGate(graph, influence.call)
      const undecided =
        blind === undefined
          ? 'neither a person nor a rule decides before it'
          : `${nameOf(graph, blind)} decides without seeing the action`
      yield {
        type: 'found',
        anchors: [flow.caller, flow.callee],
        ...(worst === undefined ? { elements: [flow.id] } : { path: lineage.pathTo(influence.call, worst.id) }),
        problem:
          closedBy === flow.caller
            ? `${tool} can ${verbs[effect]}, each time by leave of ${graph.name(flow.caller)}.`
            : `${graph.name(flow.caller)} can ${verbs[effect]} through ${tool}, ${closedBy === undefined ? `and ${undecided}` : `but only after ${nameOf(graph, closedBy)}`}.`,
        fix: `Put an approval that shows the exact action, or a policy gate with a limit, before ${tool}.`,
        ...(worst === undefined
          ? { severity: 'high' as const }
          : {
              rating: rate(likelihoodOf(graph, influence.origins, influence.soft), [
                { steps: 2, why: 'it cannot be undone' },
                impactOfEffects(graph, flow.callee, each.effects),
              ]),
            }),
        facts: { asset: tool, ...(worst === undefined ? {} : { actor: worst.name }) },
        ...(isPublic ? { exposed: true as const } : {}),
        cause: `context ${flow.caller}`,
        ...(closedBy === undefined ? cutWaysOut(graph, [each]) : { mitigatedBy: closedBy }),
      }
    }
  },
})

const unsandboxedCode = defineRule({
  id: 'AG-04',
  aliases: ['SEC-05'],
  lenses: ['threat', 'check'],
  title: 'Generated code runs without a sandbox',
  severity: 'high',
  topic: 'agents',
  stride: 'E',
  why: 'Whoever steers the model writes the code. Without a sandbox it has our network, our files and our keys.',
  references: [...asi('ASI05'), ...atlas('T0105', 'T0050'), ...cwe('CWE-94'), ...agentic('T11'), ...mcp('MCP05')],
  falsePositive: 'The code is written by us and only chosen by the model.',
  verify:
    'Run code that opens a connection, lists files and fills the memory: each has to fail, and the next run has to know nothing of it.',
  closedBy: ['sandbox'],
  softenedBy: [
    { control: 'code-scan', why: 'Code can be written so that no scanner sees what it does before it runs.' },
    { control: 'model-judge', why: 'Whoever can steer the model that writes can steer the one that reads.' },
  ],
  *check(context) {
    const { graph } = context
    for (const component of graph.components) {
      if (!graph.has(component, 'runs-code') && graph.settings(component).text('effect') !== 'code') continue
      const control = controlInPlace(graph, ['sandbox'], [component.id])
      const standing = standSetting(context, 'agents', component, 'sandbox')
      if (standing === 'unknown' && control === undefined) yield askSetting(context, component, 'sandbox')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [component.id],
        problem: `${component.name} runs generated code with access to the network or to our files.`,
        fix: `Run the code of ${component.name} in a throw-away sandbox without network, with quotas.`,
        remedy: {
          control: 'sandbox',
          title: `A sandbox for ${component.name}`,
          at: component.id,
          strength: 'deterministic',
        },
        ...(control === undefined ? {} : { mitigatedBy: control.id }),
      }
    }
  },
})

const unboundedLoop = defineRule({
  id: 'AG-05',
  aliases: ['MA-03', 'REL-10'],
  lenses: ['threat', 'check'],
  title: 'Nothing ends the loop',
  severity: 'medium',
  topic: 'agents',
  stride: 'D',
  why: 'An agent that goes in circles goes on until somebody notices the bill.',
  references: [
    ...asi('ASI08'),
    ...llm('LLM06'),
    ...atlas('T0034.002'),
    ...aws('GENCOST05-BP01', 'GENREL03-BP02'),
    ...agentic('T4'),
  ],
  falsePositive: 'A limit stands in the framework: then write it on the box.',
  verify: 'Give it a task that cannot be done: it has to give up after the limit, and say so.',
  closedBy: ['step-limit', 'spend-limit'],
  softenedBy: [{ control: 'anomaly-watch', why: 'An alarm at night ends nothing until somebody wakes up.' }],
  *check(context) {
    const { graph } = context
    for (const agent of graph.with('plans-actions')) {
      if (!graph.callsFrom(agent.id).some((flow) => graph.has(flow.callee, 'generates-text'))) continue
      const settings = graph.settings(agent)
      const steps = settings.number('maxSteps')
      const limit = steps ?? settings.number('maxUsd')
      const most = steps ?? Infinity
      const isBounded = limit === undefined ? undefined : limit > 0
      const standing = stand(context, 'agents', isBounded, graph.stated(agent, 'maxSteps'), agent.id)
      const control = controlInPlace(graph, ['step-limit', 'spend-limit'], [agent.id])
      if (standing === 'unknown' && control === undefined) yield askSetting(context, agent, 'maxSteps')
      const planned = plannedTurns(agent)
      const isTooShort = planned > most
      if (standing !== 'bad' && !isTooShort) continue
      yield {
        type: 'found',
        anchors: [agent.id],
        problem: isTooShort
          ? `${agent.name} stops after ${most} steps, but its plan takes ${planned}.`
          : `${agent.name} has neither a limit of steps nor one of money.`,
        fix: isTooShort
          ? `Raise the limit of ${agent.name}, or plan fewer turns.`
          : `Let ${agent.name} stop after a number of steps or dollars.`,
        ...(isTooShort ? { severity: 'low' as const } : {}),
        remedy: {
          control: 'step-limit',
          title: `A limit of steps for ${agent.name}`,
          at: agent.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: isTooShort ? `Allow ${planned} steps` : 'Stop after 15 steps',
          patch: { components: { [agent.id]: { settings: { maxSteps: isTooShort ? planned : 15 } } } },
        },
        ...(control === undefined ? {} : { mitigatedBy: control.id }),
      }
    }
  },
})

/** The longest loop that the plans of a component state. */
function plannedTurns(agent: Component): number {
  const turns = (agent.plans ?? []).flatMap((each) => each.steps.map((step) => numberOr(step.times, 1)))
  return Math.max(1, ...turns)
}

const noStopSwitch = defineRule({
  id: 'AG-09',
  aliases: ['SEC-21'],
  lenses: ['threat', 'check'],
  title: 'Nobody can stop the agent',
  severity: 'medium',
  topic: 'agents',
  stride: 'DR',
  why: 'When an agent does the wrong thing, the first minutes count. A stop that works from outside does not depend on the agent agreeing.',
  references: [...asi('ASI10'), ...aiAct('Art. 14(4)(e)'), ...nist('MANAGE 2.4'), ...agentic('T13')],
  falsePositive: 'Switching its tools off stops it: then say that it can be stopped.',
  verify: 'Stop it in the middle of a task, from outside and without its help: no call may follow within seconds.',
  closedBy: ['kill-switch'],
  softenedBy: [{ control: 'anomaly-watch', why: 'It says when to stop, and gives nobody the means.' }],
  *check(context) {
    const { graph } = context
    const actors = new Set(
      actingCalls(context)
        .acting.filter((call) => call.effects.length > 0)
        .map((call) => call.flow.caller),
    )
    for (const agent of graph.with('plans-actions')) {
      if (!actors.has(agent.id)) continue
      const control = controlInPlace(graph, ['kill-switch'], [agent.id])
      const standing = standSetting(context, 'agents', agent, 'killSwitch')
      if (standing === 'unknown' && control === undefined) yield askSetting(context, agent, 'killSwitch')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [agent.id],
        problem: `${agent.name} acts in the world, and nobody can stop it from outside.`,
        fix: `Give operations a switch that takes the tools away from ${agent.name} at once.`,
        remedy: {
          control: 'kill-switch',
          title: `A stop switch for ${agent.name}`,
          at: agent.id,
          strength: 'deterministic',
        },
        ...(control === undefined ? {} : { mitigatedBy: control.id }),
      }
    }
  },
})

export const agency: readonly Rule[] = [unapprovedAction, unsandboxedCode, unboundedLoop, noStopSwitch]
