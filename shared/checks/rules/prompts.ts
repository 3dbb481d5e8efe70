import { azure } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { figure } from '../../findings/wording.ts'

const promptTooLong = defineRule({
  id: 'REL-09',
  lenses: ['check'],
  title: 'A prompt is longer than the model can read',
  severity: 'medium',
  topic: 'reliability',
  why: 'A prompt and its answer share one window. What does not fit is refused by the vendor, or silently cut off.',
  references: [...azure('RE:07')],
  falsePositive: 'Something on the way shortens the prompt that the drawing does not show: then draw it, or accept it.',
  *check({ graph, estimate }) {
    for (const { component, longestPrompt } of estimate.components) {
      const window = graph.settings(component).number('contextTokens') ?? Infinity
      const flow = graph.flow(longestPrompt?.flow ?? '')
      if (longestPrompt === undefined) continue
      if (flow === undefined) continue
      const call = graph.call(flow)
      const answer = Math.min(call.number('outputTokens') ?? 0, call.number('maxOutputTokens') ?? Infinity)
      const needed = longestPrompt.tokens + answer
      if (needed <= window) continue
      const name = graph.name(component)
      yield {
        type: 'found',
        anchors: [flow.id],
        elements: [flow.caller, component],
        problem: `The longest prompt of ${graph.name(flow.caller)} with its answer takes ${figure(needed, 0)} tokens, and ${name} reads ${figure(window, 0)}.`,
        fix: `Send ${name} less (fewer documents, fewer turns, a summary of the turns before), or choose a model with a longer window.`,
        facts: { promptTokens: String(Math.round(needed)), contextTokens: String(window) },
      }
    }
  },
})

/** What is sent to models. */
export const prompts: readonly Rule[] = [promptTooLong]
