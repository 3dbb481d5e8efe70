import { effectsOf, impactOfEffects, likelihoodOf } from '../../findings/influence.ts'
import { rate, type Term } from '../../findings/rate.ts'
import { agentic, asi, atlas, llm } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askSetting, hasField, stand } from '../../findings/standing.ts'
import { count } from '../../findings/wording.ts'
import { type ActingCall, actingCalls } from '../agent-context.ts'

const crowdedToolbox = defineRule({
  id: 'AG-10',
  lenses: ['threat', 'check'],
  title: 'An agent has more tools than it can tell apart',
  severity: 'low',
  topic: 'agents',
  stride: 'E',
  why: 'The more tools stand in the prompt, the more often the wrong one is chosen, and the more there is to do for somebody who talks the agent round.',
  references: [...llm('LLM03'), ...asi('ASI02')],
  falsePositive: 'A search offers it a few tools at a time: then draw that.',
  verify: 'Ask for things that two tools could do: it has to take the right one every time, over fifty tries.',
  closedBy: ['split-agent'],
  softenedBy: [{ control: 'model-judge', why: 'A second model has to choose among the same tools.' }],
  thresholds: { tools: 10 },
  *check({ graph, thresholds }) {
    const most = thresholds['tools'] ?? 10
    for (const agent of graph.with('plans-actions')) {
      const flows = graph.callsFrom(agent.id).filter((flow) => graph.has(flow.callee, 'runs-actions'))
      const tools = [...new Set(flows.map((flow) => flow.callee))]
      if (tools.length <= most) continue
      const acting = new Set(
        flows.filter((flow) => (effectsOf(graph, flow) ?? []).length > 0).map((flow) => flow.callee),
      )
      yield {
        type: 'found',
        anchors: [agent.id],
        elements: tools,
        problem: `${agent.name} chooses among ${count(tools.length, 'tool')}${acting.size === 0 ? '' : `, ${acting.size} of which change something`}.`,
        fix: `Split ${agent.name} by task, so that each part has ${most} tools at most and only those that it needs.`,
        facts: { tools: String(tools.length) },
        remedy: {
          control: 'split-agent',
          title: `Split ${agent.name} by task`,
          at: agent.id,
          strength: 'deterministic',
        },
      }
    }
  },
})

const taken: Readonly<Record<string, string>> = { query: 'any query', address: 'any address', command: 'any command' }

const openTool = defineRule({
  id: 'AG-02',
  lenses: ['threat'],
  title: 'A tool does whatever it is told',
  severity: 'high',
  topic: 'agents',
  stride: 'E',
  why: 'A tool that takes any command, query or address can do all that its identity may. Whoever steers the model needs no hole in it.',
  references: [...llm('LLM03'), ...asi('ASI02'), ...atlas('T0053', 'T0086'), ...agentic('T2')],
  falsePositive: 'It works on throw-away copies and reaches nothing else, so that no call can do harm.',
  verify: 'Call it with what no task of the agent needs, such as another host or another table: it has to refuse.',
  closedBy: ['narrow-tools', 'sandbox'],
  softenedBy: [
    {
      control: 'injection-filter',
      why: 'The filter judges how words look; the tool still does all that it lets through.',
    },
    { control: 'model-judge', why: 'The judge reads the same words as the model, and can be persuaded by them.' },
  ],
  *check(context) {
    const { graph } = context
    for (const call of actingCalls(context).acting) {
      const { tool } = call
      if (!hasField(context, tool, 'takes')) continue
      const settings = graph.settings(tool)
      const takes = settings.text('takes')
      const isChecked = settings.truth('schemaChecked')
      const isKnown = isChecked !== undefined && takes !== undefined
      const isNarrow = isChecked === true || takes === 'values' ? true : isKnown ? false : undefined
      const decisive = graph.stated(tool, isChecked === undefined ? 'schemaChecked' : 'takes')
      const standing = stand(context, 'agents', isNarrow, decisive, tool.id)
      // Whether arguments are checked is asked elsewhere; this is the next question, once they are not.
      if (standing === 'unknown' && isChecked === false) yield askSetting(context, tool, 'takes')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [tool.id],
        elements: [call.flow.caller, call.flow.id],
        problem: `${tool.name} takes ${taken[takes ?? ''] ?? 'whatever comes'} from ${graph.name(call.flow.caller)} and checks it against no list.`,
        fix: `Give ${graph.name(call.flow.caller)} a few narrow operations in place of ${tool.name}, each with values of a fixed form.`,
        rating: rate(likelihoodOfCall(context, call), [
          { steps: 2, why: 'it does whatever it is told' },
          impactOfEffects(graph, tool.id, call.effects),
        ]),
        remedy: {
          control: 'narrow-tools',
          title: `Narrow operations in place of ${tool.name}`,
          at: tool.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan values of a fixed form',
          patch: { components: { [tool.id]: { settings: { takes: 'values' } } } },
        },
      }
    }
  },
})

/** Words from outside make it likely; without them only a mistake of the model does. */
function likelihoodOfCall({ graph }: RuleContext, { influence }: ActingCall): readonly Term[] {
  if (influence.exposure !== 'open') return [{ steps: 2, why: 'a mistake of the model is enough' }]
  return likelihoodOf(graph, influence.origins, influence.soft)
}

/** The tools that an agent is given: how many, and how much each of them can do. */
export const agentTools: readonly Rule[] = [crowdedToolbox, openTool]
