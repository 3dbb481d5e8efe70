import { isCall } from '../../design/steps.ts'
import { aws, azure, iso42001, llm, nist } from '../../findings/refer.ts'
import { awaitedActions, awaitedCalls, coveredFlows, resolvedCalls } from '../../findings/graph-reading.ts'
import { defineRule, type Asked, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askTopic } from '../../findings/standing.ts'
import { listNames } from '../../findings/wording.ts'
import { framedFallback } from '../../graph/framed.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ResolvedCall } from '../../graph/run.ts'
import type { Trait } from '../../kinds/kind.ts'
import { patchSteps } from './plan-patch.ts'

/** The one question about what happens when something that answers is down: all rules of this file wait for it. */
function askForFallback(context: RuleContext, silent: readonly string[]): Asked {
  return askTopic(
    context,
    'topic.fallback',
    `Do people get something when ${listNames(context.graph, silent)} does not answer: another model, a plain result, a message?`,
    'Product owner',
  )
}

const noFallback = defineRule({
  id: 'REL-01',
  aliases: ['DOS-02'],
  lenses: ['check', 'threat'],
  title: 'When the model is down, everything is',
  severity: 'medium',
  topic: 'reliability',
  why: 'A hosted model is down for hours a year, and slow for more. A second model, a smaller one or a plain message keeps people working.',
  stride: 'D',
  references: [
    ...llm('LLM06'),
    ...aws('GENREL05-BP01'),
    ...azure('RE:05'),
    ...nist('GOVERN 6.2'),
    ...iso42001('A.10.3'),
  ],
  falsePositive: 'A pause is acceptable here: then accept it with the reason.',
  verify: 'Block the vendor for ten minutes in a test: people must get an answer, a weaker one or a message.',
  closedBy: ['fallback'],
  *check(context) {
    const { graph } = context
    const covered = coveredFlows(graph)
    const awaited = awaitedCalls(graph).filter((call) => graph.has(call.callee, 'generates-text'))
    const exposed = awaited.filter((call) => !covered.has(call.flow) && graph.has(call.callee, 'vendor-hosted'))
    const models = [...new Set(exposed.map((call) => call.callee))].toSorted()
    const drawn = models.filter((model) => context.complete('reliability', model))
    // The framing sheet says it of every kind of answer; once all of reliability is drawn, that is drawn too.
    const isSaid = drawn.length > 0 || framedFallback(graph) === true
    if (models.length > 0 && !isSaid) yield askForFallback(context, models)
    for (const model of drawn) {
      const calls = exposed.filter((call) => call.callee === model)
      const callers = calls.map((call) => call.caller)
      yield {
        type: 'found',
        anchors: [model],
        elements: [...callers, ...calls.map((call) => call.flow)],
        problem: `Nothing takes over from ${graph.name(model)} when it does not answer ${listNames(graph, callers)}.`,
        fix: `Give the call of ${graph.name(model)} an alternative: another model, a smaller one, a search result or a message.`,
      }
    }
  },
})

/** What makes an answer better or faster, and is not the answer. */
const extras: readonly Trait[] = ['ranks', 'caches', 'memory']
/** What answers by itself, on machines of our own. */
const answering: readonly Trait[] = ['generates-text', 'predicts']

const noDegradedAnswer = defineRule({
  id: 'REL-05',
  lenses: ['check'],
  title: 'No weaker answer when a part of it fails',
  severity: 'low',
  topic: 'reliability',
  why: 'Most of an answer is often still there when one part fails. People prefer a plain answer to none.',
  references: [...aws('GENREL03-BP01'), ...azure('RE:07')],
  falsePositive: 'A weaker answer would mislead here: then accept it with the reason.',
  *check(context) {
    const { graph } = context
    const covered = coveredFlows(graph)
    const calls = awaitedActions(graph)
      .filter(({ byPeople }) => byPeople)
      .flatMap((each) => {
        const isFramed = framedFallback(graph, each.action.action) === true
        return each.calls.filter((call) => !isFramed || context.complete('reliability', call.callee))
      })
      .filter((call) => !covered.has(call.flow) && call.does.includes('read') && failsAlone(graph, call))
    const silent = [...new Map(calls.map((call) => [call.flow, call])).values()]
    const open = silent.filter((call) => !context.complete('reliability', call.callee))
    if (open.length > 0) yield askForFallback(context, open.map((call) => call.callee).toSorted())
    for (const call of silent) {
      if (open.includes(call)) continue
      const [caller, callee] = [graph.name(call.caller), graph.name(call.callee)]
      const isExtra = extras.some((trait) => graph.has(call.callee, trait))
      const optional = isExtra ? makeOptional(graph, call) : undefined
      yield {
        type: 'found',
        anchors: [call.flow],
        elements: [call.caller, call.callee],
        problem: isExtra
          ? `${caller} could go on without ${callee}, and fails with it.`
          : `When ${callee} does not answer, ${caller} has nothing to say.`,
        fix: isExtra
          ? `Let ${caller} go on when ${callee} fails.`
          : `Give the call of ${callee} an alternative: rules, the last known answer, a person, or a message.`,
        ...(optional === undefined ? {} : { quickFix: { label: `Go on without ${callee}`, patch: optional } }),
      }
    }
  },
})

function failsAlone(graph: Graph, { callee }: ResolvedCall): boolean {
  const isOwn = !graph.has(callee, 'vendor-hosted') && answering.some((trait) => graph.has(callee, trait))
  return isOwn || extras.some((trait) => graph.has(callee, trait))
}

function makeOptional(graph: Graph, { caller, flow }: ResolvedCall): ReturnType<typeof patchSteps> {
  return patchSteps(graph.component(caller), (steps) =>
    steps.map((step) => (isCall(step) && step.call === flow ? { ...step, optional: true } : step)),
  )
}

const sameFate = defineRule({
  id: 'REL-18',
  lenses: ['check'],
  title: 'The fallback falls with what it stands in for',
  severity: 'medium',
  topic: 'reliability',
  why: 'An outage, a used-up quota or a blocked account takes all models of one vendor in one region at once.',
  references: [...aws('GENREL05-BP01'), ...azure('RE:05'), ...nist('GOVERN 6.2')],
  falsePositive: 'The two run on separate capacity by contract: then accept it with the contract.',
  *check({ graph }) {
    const reported = new Set<string>()
    for (const call of resolvedCalls(graph)) {
      const standIns = (call.orElse ?? []).flatMap((step) => (step.type === 'call' ? [step] : []))
      const models = standIns.filter((each) => graph.has(each.callee, 'generates-text'))
      const [first] = models
      if (first === undefined || !graph.has(call.callee, 'generates-text') || reported.has(call.flow)) continue
      if (!models.every((each) => fallTogether(graph, call.callee, each.callee))) continue
      reported.add(call.flow)
      const vendor = graph.facets(call.callee).organisation.value ?? ''
      const [name, other] = [graph.name(call.callee), graph.name(first.callee)]
      yield {
        type: 'found',
        anchors: [call.flow, first.flow],
        elements: [call.caller, call.callee, first.callee],
        problem:
          call.callee === first.callee
            ? `When ${name} fails, ${graph.name(call.caller)} asks ${name} again.`
            : `${other} stands in for ${name}, and both are run by ${vendor} in one region.`,
        fix: `Let a model of another vendor or on own machines stand in for ${name}, or one in another region.`,
      }
    }
  },
})

/** One vendor, and no two regions that are known to differ. */
function fallTogether(graph: Graph, one: string, other: string): boolean {
  if (one === other) return true
  const [a, b] = [graph.facets(one), graph.facets(other)]
  const isOneVendor = a.organisation.value !== undefined && a.organisation.value === b.organisation.value
  const isHosted = graph.has(one, 'vendor-hosted') && graph.has(other, 'vendor-hosted')
  return isHosted && isOneVendor && a.region.value !== undefined && a.region.value === b.region.value
}

/** What stands in when something does not answer. */
export const fallback: readonly Rule[] = [noFallback, noDegradedAnswer, sameFate]
