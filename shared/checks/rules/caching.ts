import { known } from '../../design/value.ts'
import { awaitedActions } from '../../findings/graph-reading.ts'
import { aws, awsAgentic, azure } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askFlow, askSetting, hasField, stand } from '../../findings/standing.ts'
import { figure, money } from '../../findings/wording.ts'
import type { GraphFlow } from '../../graph/graph.ts'
import { tokenCosts } from '../token-costs.ts'

const noCache = defineRule({
  id: 'CST-04',
  lenses: ['check'],
  title: 'The same questions are answered anew each time',
  severity: 'low',
  topic: 'cost',
  why: 'What was answered once costs nothing and takes a millisecond the second time.',
  references: [...awsAgentic('AGENTCOST02-BP03'), ...azure('CO:07')],
  thresholds: { repeatShare: 0.2, costShare: 0.2, callsPerMonth: 30_000 },
  falsePositive: 'Answers depend on who asks or on the minute: then say that nothing comes again.',
  *check(context) {
    const { graph, estimate, thresholds } = context
    const asked = new Set<string>()
    for (const { flow, share, usd } of tokenCosts(context)) {
      const caller = graph.component(flow.caller)
      if (caller === undefined) continue
      if (asked.has(caller.id) || !hasField(context, caller, 'repeatShare')) continue
      const calls = estimate.components.find(({ component }) => component === caller.id)?.callsPerMonth ?? 0
      const isMuch = share >= (thresholds['costShare'] ?? 0.2) && calls >= (thresholds['callsPerMonth'] ?? 30_000)
      if (!isMuch || isCached(context, flow)) continue
      asked.add(caller.id)
      const repeated = graph.settings(caller).number('repeatShare')
      // Nobody counts what comes again before somebody said how often anything comes.
      const isUsed = (graph.design.workloads ?? []).length > 0
      if (repeated === undefined && isUsed) yield askSetting(context, caller, 'repeatShare')
      if (repeated === undefined || repeated < (thresholds['repeatShare'] ?? 0.2)) continue
      yield {
        type: 'found',
        anchors: [caller.id],
        elements: [flow.id, flow.callee],
        problem: `${figure(repeated * 100, 0)} % of what ${caller.name} is asked was asked before, and each time ${graph.name(flow.callee)} answers anew (${money(graph, usd)} a month).`,
        fix: `Put a cache of answers before ${graph.name(flow.callee)}, apart for each who may read different things.`,
      }
    }
  },
})

/** Whether a cache of answers stands on a way that makes this call. */
function isCached({ graph }: RuleContext, flow: GraphFlow): boolean {
  return awaitedActions(graph).some(
    ({ calls }) =>
      calls.some((call) => call.flow === flow.id) &&
      calls.some((call) => graph.has(call.callee, 'caches') && graph.settings(call.callee).text('keeps') !== 'data'),
  )
}

const noPromptCaching = defineRule({
  id: 'CST-11',
  lenses: ['check'],
  title: 'The same long instructions are paid for in every call',
  severity: 'low',
  topic: 'cost',
  why: 'What stands at the start of every prompt can be read back from the vendor’s cache at a fraction of its price, and faster.',
  references: [...aws('GENCOST03-BP03'), ...awsAgentic('AGENTCOST02-BP03')],
  thresholds: { instructionTokens: 1500, callsPerMonth: 10_000, costShare: 0.1 },
  falsePositive: 'The start of the prompt is different each time: then say that it is not cached.',
  *check(context) {
    const { graph, estimate, thresholds } = context
    for (const { flow, share } of tokenCosts(context)) {
      const used = estimate.components.find(({ component }) => component === flow.callee)
      const calls = used?.callsPerMonth ?? 0
      const isMuch = share >= (thresholds['costShare'] ?? 0.1) && calls >= (thresholds['callsPerMonth'] ?? 10_000)
      const call = graph.call(flow)
      const fixed = (call.number('instructionTokens') ?? 0) + (call.number('toolTokens') ?? 0)
      const least = graph.settings(flow.callee).number('promptCacheMinTokens') ?? 0
      const isLong = fixed >= Math.max(least, thresholds['instructionTokens'] ?? 1500)
      if (!isMuch || !isLong || (used?.tokensPerMonth?.cachedRead ?? 0) > 0) continue
      const stated = flow.flow.call?.['promptCaching']
      const isOn = known(stated)
      const standing = stand(context, 'cost', typeof isOn === 'boolean' ? isOn : undefined, stated, flow.caller)
      const name = graph.name(flow.callee)
      if (standing === 'unknown')
        yield askFlow(
          flow,
          'call.promptCaching',
          `Are the instructions for ${name} read back from its prompt cache?`,
          'Prompt caching',
          'Engineering',
        )
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [flow.id],
        elements: [flow.caller, flow.callee],
        problem: `${graph.name(flow.caller)} sends ${name} the same ${figure(fixed, 0)} tokens with each of ${figure(calls, 0)} calls a month.`,
        fix: `Put what never changes first, and turn on the prompt cache of ${name}.`,
        quickFix: { label: 'Use prompt caching', patch: { flows: { [flow.id]: { call: { promptCaching: true } } } } },
      }
    }
  },
})

/** What is asked, read and paid for again and again. */
export const caching: readonly Rule[] = [noCache, noPromptCaching]
