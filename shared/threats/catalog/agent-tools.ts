import { asi, llm } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { effectsOf } from '../../findings/influence.ts'
import { count } from '../../findings/wording.ts'

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

export const agentTools: readonly Rule[] = [crowdedToolbox]
