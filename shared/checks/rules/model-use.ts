import { isUnknown, numberOr } from '../../design/value.ts'
import { awaitedActions, flowsAwaitedByPeople, oncePerGraph, resolvedCalls } from '../../findings/graph-reading.ts'
import { aws, awsAgentic, azure } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { askFlow } from '../../findings/standing.ts'
import { count, figure, money } from '../../findings/wording.ts'
import type { GraphFlow } from '../../graph/graph.ts'
import { tokenCosts } from '../token-costs.ts'

const simpleJobs: readonly string[] = ['route', 'classify', 'extract', 'rewrite']

const dearForSimple = defineRule({
  id: 'CST-03',
  lenses: ['check'],
  title: 'A dear model does a simple job',
  severity: 'medium',
  topic: 'cost',
  why: 'Sorting, routing and reading out fields are done as well by models at a tenth of the price, and faster.',
  references: [...aws('GENCOST01-BP01'), ...awsAgentic('AGENTCOST02-BP01'), ...azure('CO:05')],
  thresholds: { usdPerMillionTokens: 8, outputTokens: 100, costShare: 0.05 },
  falsePositive: 'A smaller model was tried and was wrong too often: then accept it with the measurement.',
  *check(context) {
    const { graph, thresholds } = context
    for (const { flow, usd, share, perMillion } of tokenCosts(context)) {
      if (perMillion < (thresholds['usdPerMillionTokens'] ?? 8) || share < (thresholds['costShare'] ?? 0.05)) continue
      const stated = flow.flow.call?.['job']
      const job = graph.call(flow).text('job')
      const short = numberOr(flow.flow.call?.['outputTokens'], Infinity) <= (thresholds['outputTokens'] ?? 100)
      const [caller, callee] = [graph.name(flow.caller), graph.name(flow.callee)]
      // A short answer is the only reason that a drawing gives to ask.
      if (job === undefined && (short || isUnknown(stated)))
        yield askFlow(
          flow,
          'call.job',
          `What does ${caller} ask ${callee} to do: sort, read out, answer, reason?`,
          'What a call is for',
          'Engineering',
        )
      if (job === undefined || !simpleJobs.includes(job)) continue
      const word = graph.kindOf(flow.callee).call['job']?.options?.find(({ value }) => value === job)?.label ?? job
      yield {
        type: 'found',
        anchors: [flow.id],
        elements: [flow.caller, flow.callee],
        problem: `${callee} does a simple job for ${caller} (${word.toLowerCase()}) at ${money(graph, perMillion)} per million tokens: ${money(graph, usd)} a month.`,
        fix: `Give this call to a small model, and keep ${callee} for what needs it.`,
        facts: { usdPerMonth: String(Math.round(usd)) },
      }
    }
  },
})

const stuffedContext = defineRule({
  id: 'CST-06',
  lenses: ['check'],
  title: 'More is put before the model than helps',
  severity: 'low',
  topic: 'cost',
  why: 'Models read the middle of a long prompt worst, and every token of it is paid for with every call.',
  references: [...aws('GENCOST03-BP01'), ...awsAgentic('AGENTPERF03-BP02')],
  thresholds: { windowShare: 0.5, hits: 20 },
  falsePositive: 'The task needs the whole text, as in reviewing a contract: then accept it.',
  *check({ graph, estimate, thresholds }) {
    for (const { component, longestPrompt } of estimate.components) {
      const window = graph.settings(component).number('contextTokens')
      const flow = graph.flow(longestPrompt?.flow ?? '')
      if (longestPrompt === undefined || window === undefined || flow === undefined) continue
      const share = longestPrompt.tokens / window
      // What does not fit at all is found as that.
      if (share <= (thresholds['windowShare'] ?? 0.5) || share > 1) continue
      yield {
        type: 'found',
        anchors: [flow.id],
        elements: [flow.caller, component],
        problem: `The longest prompt of ${graph.name(flow.caller)} takes ${figure(longestPrompt.tokens, 0)} tokens: ${figure(share * 100, 0)} % of what ${graph.name(component)} can read.`,
        fix: 'Send fewer documents, the best ones first, and a summary of earlier turns.',
        severity: 'low',
        facts: { promptTokens: String(Math.round(longestPrompt.tokens)) },
      }
    }
    const most = thresholds['hits'] ?? 20
    for (const flow of unrankedSearches(graph)) {
      const hits = graph.call(flow).number('topK') ?? 0
      if (hits <= most) continue
      yield {
        type: 'found',
        anchors: [flow.id],
        elements: [flow.caller, flow.callee],
        problem: `${graph.name(flow.caller)} puts all ${count(hits, 'hit')} of ${graph.name(flow.callee)} before its model.`,
        fix: 'Let a reranker choose the best few of them, or take fewer.',
        quickFix: { label: `Take ${most} hits`, patch: { flows: { [flow.id]: { call: { topK: most } } } } },
      }
    }
  },
})

/** Searches of which a caller that also asks a model lets nobody choose. */
const unrankedSearches = oncePerGraph((graph): readonly GraphFlow[] => {
  const calls = resolvedCalls(graph)
  const callersOf = (has: (callee: string) => boolean): ReadonlySet<string> =>
    new Set(calls.filter(({ callee }) => has(callee)).map(({ caller }) => caller))
  const asking = callersOf((callee) => graph.has(callee, 'generates-text') || graph.has(callee, 'fronts-models'))
  const ranking = callersOf((callee) => graph.has(callee, 'ranks'))
  const searches = calls.filter(
    ({ caller, callee, does }) =>
      graph.has(callee, 'answers-search') && does.includes('read') && asking.has(caller) && !ranking.has(caller),
  )
  return [...new Set(searches.map(({ flow }) => flow))].toSorted().flatMap((id) => graph.flow(id) ?? [])
})

const hurriedBatch = defineRule({
  id: 'CST-12',
  lenses: ['check'],
  title: 'A batch that has a day pays for answers at once',
  severity: 'low',
  topic: 'cost',
  why: 'Vendors sell answers within hours at about half the price of answers at once.',
  references: [...aws('GENCOST02-BP01'), ...azure('CO:05')],
  thresholds: { hours: 24 },
  falsePositive: 'Each item needs the answer to the one before: then accept it.',
  *check({ graph, thresholds }) {
    const patient = new Set(
      (graph.design.workloads ?? []).flatMap(({ arrivals, mix }) => {
        const hours = 'items' in arrivals ? numberOr(arrivals.withinHours, 0) : 0
        return hours >= (thresholds['hours'] ?? 24) ? Object.keys(mix) : []
      }),
    )
    if (patient.size === 0) return
    const reported = new Set<string>()
    for (const { action, calls } of awaitedActions(graph)) {
      if (!patient.has(action.action)) continue
      for (const { flow: id, caller, callee } of calls) {
        const flow = graph.flow(id)
        const isSold = 'serviceTier' in graph.kindOf(callee).call && graph.has(callee, 'vendor-hosted')
        const isChosen =
          flow?.flow.call?.['serviceTier'] !== undefined || graph.stated(callee, 'serviceTier') !== undefined
        if (!isSold || isChosen || reported.has(id) || flowsAwaitedByPeople(graph).has(id)) continue
        reported.add(id)
        yield {
          type: 'found',
          anchors: [id],
          elements: [caller, callee],
          problem: `"${action.name}" has a day for its items, and ${graph.name(caller)} asks ${graph.name(callee)} for each answer at once.`,
          fix: `Send them to ${graph.name(callee)} as a batch, where its vendor sells that.`,
          quickFix: {
            label: 'Use the batch tier',
            patch: { flows: { [id]: { call: { serviceTier: 'batch' } } } },
          },
        }
      }
    }
  },
})

/** Which model does what, with how much before it. */
export const modelUse: readonly Rule[] = [dearForSimple, stuffedContext, hurriedBatch]
