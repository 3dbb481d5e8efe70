import type { Id } from '../../design/design.ts'
import { known, numberOr } from '../../design/value.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askFlow, askSetting, askTopic, hasField, stand } from '../../findings/standing.ts'
import { effectsOf } from '../../findings/influence.ts'
import { duration, figure, listNames } from '../../findings/wording.ts'
import type { GraphFlow } from '../../graph/graph.ts'
import type { ResolvedCall, ResolvedStep } from '../../graph/run.ts'
import { aws, azure, iso42001, nist } from '../../findings/refer.ts'
import { isWaived } from '../../requirements/waiver.ts'

/**
 * The calls that somebody waits for: those reached from the start of an action without an asynchronous call in between;
 * alternatives after a failure included.
 */
function awaitedCalls({ graph }: RuleContext): readonly ResolvedCall[] {
  const calls: ResolvedCall[] = []
  for (const action of graph.actions) {
    const visited = new Set<string>()
    const open = [action.start.run]
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (visited.has(key)) continue
      visited.add(key)
      for (const call of (action.runs[key]?.steps ?? []).flatMap(callsIn)) {
        if (call.mode === 'async' || call.run === undefined) continue
        calls.push(call)
        open.push(call.run)
      }
    }
  }
  return calls
}

function callsIn(step: ResolvedStep): readonly ResolvedCall[] {
  if (step.type === 'call') return [step, ...(step.orElse ?? []).flatMap(callsIn)]
  if (step.type === 'sequence') return step.steps.flatMap(callsIn)
  if (step.type === 'parallel') return step.branches.flatMap(callsIn)
  return step.choices.flatMap((choice) => callsIn(choice.step))
}

/** Arrows whose failure has somewhere to go: an alternative of their own, or a choice that fails over. */
function coveredFlows({ graph }: RuleContext): ReadonlySet<Id> {
  const covered = new Set<Id>()
  const visit = (step: ResolvedStep, isCovered: boolean): void => {
    if (step.type === 'call') {
      if (isCovered || step.optional === true || step.orElse !== undefined) covered.add(step.flow)
      step.orElse?.forEach((each) => visit(each, true))
    } else if (step.type === 'sequence') step.steps.forEach((each) => visit(each, isCovered))
    else if (step.type === 'parallel') step.branches.forEach((each) => visit(each, isCovered || step.join !== 'all'))
    else step.choices.forEach((choice) => visit(choice.step, isCovered || step.failover))
  }
  for (const action of graph.actions)
    for (const run of Object.values(action.runs)) run.steps.forEach((step) => visit(step, false))
  return covered
}

const noFallback = defineRule({
  id: 'REL-01',
  aliases: ['DOS-02'],
  lenses: ['check'],
  title: 'When the model is down, everything is',
  severity: 'medium',
  topic: 'reliability',
  why: 'A hosted model is down for hours a year, and slow for more. A second model, a smaller one or a plain message keeps people working.',
  references: [...aws('GENREL05-BP01'), ...azure('RE:05'), ...nist('GOVERN 6.2'), ...iso42001('A.10.3')],
  falsePositive: 'A pause is acceptable here: then accept it with the reason.',
  *check(context) {
    const { graph } = context
    const covered = coveredFlows(context)
    const awaited = awaitedCalls(context).filter((call) => graph.has(call.callee, 'generates-text'))
    const exposed = awaited.filter((call) => !covered.has(call.flow) && graph.has(call.callee, 'vendor-hosted'))
    const models = [...new Set(exposed.map((call) => call.callee))].toSorted()
    if (models.length === 0) return
    if (!context.complete('reliability')) {
      yield askTopic(
        context,
        'topic.fallback',
        `What do people get when ${listNames(graph, models)} does not answer?`,
        'Product owner',
      )
      return
    }
    for (const model of models) {
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

const noTimeout = defineRule({
  id: 'REL-02',
  lenses: ['check'],
  title: 'A call without a time limit',
  severity: 'medium',
  topic: 'reliability',
  why: 'A call that never ends holds a thread, a connection and a person.',
  references: [...aws('GENREL03-BP02'), ...azure('RE:07')],
  *check(context) {
    const { graph } = context
    const flows = new Set(awaitedCalls(context).map((call) => call.flow))
    for (const flow of graph.flows) {
      const isRemote = graph.has(flow.callee, 'generates-text') || graph.has(flow.callee, 'runs-actions')
      if (!flows.has(flow.id) || !isRemote) continue
      const timeout = known(flow.flow.timeoutMs)
      const standing = stand(
        context,
        'reliability',
        timeout === undefined ? undefined : timeout > 0,
        flow.flow.timeoutMs,
      )
      const name = graph.name(flow.id)
      if (standing === 'unknown')
        yield askFlow(flow, 'timeoutMs', `After how long does ${name} give up?`, 'Time limit of a call', 'Engineering')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [flow.id],
        elements: [flow.caller, flow.callee],
        problem: `${graph.name(flow.caller)} waits for ${graph.name(flow.callee)} without a time limit.`,
        fix: `Set a time limit, and say what happens then.`,
        quickFix: { label: 'Give up after 30 s', patch: { flows: { [flow.id]: { timeoutMs: 30_000 } } } },
      }
    }
  },
})

const invertedTimeouts = defineRule({
  id: 'REL-03',
  lenses: ['check'],
  title: 'The caller gives up before its callee has tried',
  severity: 'medium',
  topic: 'reliability',
  why: 'Retries that nobody waits for cost money, load the vendor and help no one.',
  references: [...azure('RE:07')],
  falsePositive: 'The retries are meant for the log, not for the caller.',
  *check(context) {
    const { graph } = context
    const awaited = awaitedCalls(context)
    const reported = new Set<Id>()
    for (const outer of graph.flows) {
      const limit = known(outer.flow.timeoutMs)
      if (limit === undefined || outer.mode === 'async' || outer.mode === 'offline') continue
      for (const call of awaited.filter((each) => each.caller === outer.callee)) {
        const inner = graph.flow(call.flow)
        const needed = inner === undefined ? undefined : longestWait(inner)
        if (inner === undefined || needed === undefined || needed <= limit || reported.has(inner.id)) continue
        reported.add(inner.id)
        const tries = numberOr(inner.flow.retries, 0) + 1
        yield {
          type: 'found',
          anchors: [outer.id, inner.id],
          elements: [outer.caller, outer.callee, inner.callee],
          problem: `${graph.name(outer.caller)} gives up after ${duration(limit)}, but ${graph.name(outer.callee)} waits up to ${duration(needed)} for ${graph.name(inner.callee)}${tries > 1 ? `, in ${tries} tries` : ''}.`,
          fix: `Shorten the limit or the retries of ${graph.name(inner.callee)}, or let ${graph.name(outer.caller)} wait longer.`,
          facts: { limitMs: String(-limit), neededMs: String(needed) },
          quickFix: {
            label: `Give up after ${duration(Math.floor(limit / tries))} each time`,
            patch: { flows: { [inner.id]: { timeoutMs: Math.floor(limit / tries) } } },
          },
        }
      }
    }
  },
})

/** Limit of one try times the tries, with the pauses between them. */
function longestWait({ flow }: GraphFlow): number | undefined {
  const limit = known(flow.timeoutMs)
  const retries = numberOr(flow.retries, 0)
  return limit === undefined ? undefined : limit * (retries + 1) + retries * numberOr(flow.backoffMs, 0)
}

const repeatedEffect = defineRule({
  id: 'REL-04',
  lenses: ['check'],
  title: 'A retry can do it twice',
  severity: 'medium',
  topic: 'reliability',
  why: 'A lost answer looks like a failure. The second try then pays, sends or deletes again.',
  references: [...azure('RE:07')],
  falsePositive: 'The callee recognises repeated requests: then say that it is safe to repeat.',
  *check(context) {
    const { graph } = context
    for (const flow of graph.flows) {
      const callee = graph.component(flow.callee)
      const retries = numberOr(flow.flow.retries, 0)
      const effects = effectsOf(graph, flow) ?? []
      if (callee === undefined || retries <= 0 || effects.length === 0 || !hasField(context, callee, 'idempotent'))
        continue
      const isSafe = graph.settings(callee).truth('idempotent')
      const standing = stand(context, 'reliability', isSafe, graph.stated(callee, 'idempotent'))
      if (standing === 'unknown') yield askSetting(context, callee, 'idempotent')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [flow.id],
        elements: [flow.caller, callee.id],
        problem: `${graph.name(flow.caller)} tries ${callee.name} up to ${retries + 1} times, and each time may take effect.`,
        fix: `Send a key that lets ${callee.name} recognise a repeated request, or do not retry.`,
        severity: effects.includes('pay') || effects.includes('delete') ? 'high' : 'medium',
        quickFix: { label: 'Do not retry', patch: { flows: { [flow.id]: { retries: 0 } } } },
      }
    }
  },
})

const singleInstance = defineRule({
  id: 'REL-07',
  lenses: ['check'],
  title: 'One machine carries a promise of availability',
  severity: 'medium',
  topic: 'reliability',
  why: 'One machine restarts, one zone fails. A promise of three nines leaves 43 minutes a month for all of it.',
  references: [...azure('RE:04', 'RE:05')],
  *check(context) {
    const { graph } = context
    const promise = (graph.design.requirements ?? []).find(
      (each) =>
        each.metric.startsWith('availability') &&
        numberOr(each.target, 0) >= 0.999 &&
        !isWaived(context.requirements, each.id),
    )
    if (promise === undefined) return
    const called = new Set(awaitedCalls(context).map((call) => call.callee))
    for (const component of graph.components) {
      if (!called.has(component.id)) continue
      const few = (['replicas', 'zones'] as const).filter((field) => numberOr(graph.stated(component, field), 2) < 2)
      const [short] = few
      if (short === undefined) continue
      yield {
        type: 'found',
        anchors: [component.id],
        elements: [promise.id],
        problem: `${component.name} runs in one ${short === 'zones' ? 'zone' : 'copy'}, while ${promise.name ?? 'a requirement'} asks for ${figure(numberOr(promise.target, 0) * 100, 3)} %.`,
        fix: `Run at least two ${short} of ${component.name}, or lower the target.`,
        quickFix: {
          label: `Plan two ${few.join(' and ')}`,
          patch: { components: { [component.id]: { settings: Object.fromEntries(few.map((field) => [field, 2])) } } },
        },
      }
    }
  },
})

const noHeadroom = defineRule({
  id: 'REL-08',
  lenses: ['check'],
  title: 'The peak does not fit',
  severity: 'high',
  topic: 'reliability',
  why: 'Above four fifths of what it can take, waiting grows without bound: people see errors or an hourglass.',
  references: [...aws('GENREL01-BP01'), ...azure('RE:04')],
  thresholds: { utilisation: 0.8 },
  *check(context) {
    const { graph, estimate, thresholds } = context
    for (const each of estimate.components) {
      const component = graph.component(each.component)
      if (component === undefined || graph.has(component, 'human-gate')) continue
      // What only retries fill is found as a retry storm.
      if (estimate.storms?.some(({ path }) => path.at(-1) === component.id)) continue
      const isMetered = hasField(context, component, 'quotaTokensPerMinute')
      if (each.utilisation === undefined && isMetered && each.callsPerMonth > 0)
        yield askSetting(context, component, 'quotaTokensPerMinute')
      if (each.utilisation === undefined || each.utilisation <= (thresholds['utilisation'] ?? 0.8)) continue
      const share = figure(each.utilisation * 100, 0)
      yield {
        type: 'found',
        anchors: [component.id],
        problem: `At the peak ${component.name} gets ${figure(each.peakCallsPerSecond, 2)} calls a second: ${share} % of what it can take${each.capacityWhy === undefined ? '' : ` (${each.capacityWhy.charAt(0).toLowerCase()}${each.capacityWhy.slice(1)})`}.`,
        fix: `Raise the capacity or quota of ${component.name}, put a queue in front of it, or shed load.`,
        severity: each.utilisation > 1 ? 'high' : 'medium',
        facts: { utilisation: figure(each.utilisation, 2) },
      }
    }
  },
})

export const reliability: readonly Rule[] = [
  noFallback,
  noTimeout,
  invertedTimeouts,
  repeatedEffect,
  singleInstance,
  noHeadroom,
]
