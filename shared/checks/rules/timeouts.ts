import type { Id } from '../../design/design.ts'
import { isUnknown, known, numberOr } from '../../design/value.ts'
import { awaitedCallsByCaller, awaitedFlows } from '../../findings/graph-reading.ts'
import { effectsOf } from '../../findings/influence.ts'
import { aws, azure } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { askFlow, askSetting, hasField, stand } from '../../findings/standing.ts'
import { duration, nameArrow } from '../../findings/wording.ts'
import type { GraphFlow } from '../../graph/graph.ts'

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
    const flows = awaitedFlows(graph)
    for (const flow of graph.flows) {
      const isRemote = graph.has(flow.callee, 'generates-text') || graph.has(flow.callee, 'runs-actions')
      if (!flows.has(flow.id) || !isRemote) continue
      const timeout = known(flow.flow.timeoutMs)
      const standing = stand(
        context,
        'reliability',
        timeout === undefined ? undefined : timeout > 0,
        flow.flow.timeoutMs,
        flow.caller,
      )
      const text = `${nameArrow(graph, flow)}: after how long does the caller give up?`
      if (standing === 'unknown') yield askFlow(flow, 'timeoutMs', text, 'Time limit of a call', 'Engineering')
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
    const awaited = awaitedCallsByCaller(graph)
    const reported = new Set<Id>()
    for (const outer of graph.flows) {
      const limit = known(outer.flow.timeoutMs)
      if (limit === undefined || outer.mode === 'async' || outer.mode === 'offline') continue
      for (const call of awaited.get(outer.callee) ?? []) {
        const inner = graph.flow(call.flow)
        const needed = inner === undefined ? undefined : longestWait(inner)
        if (inner === undefined || needed === undefined || needed <= limit || reported.has(inner.id)) continue
        reported.add(inner.id)
        const tries = numberOr(inner.flow.retries, 0) + 1
        // The pauses between the tries take their part of the limit.
        const eachMs = Math.floor((limit - (tries - 1) * numberOr(inner.flow.backoffMs, 0)) / tries)
        yield {
          type: 'found',
          anchors: [outer.id, inner.id],
          elements: [outer.caller, outer.callee, inner.callee],
          problem: `${graph.name(outer.caller)} gives up after ${duration(limit)}, but ${graph.name(outer.callee)} waits up to ${duration(needed)} for ${graph.name(inner.callee)}${tries > 1 ? `, in ${tries} tries` : ''}.`,
          fix: `Shorten the limit or the retries of ${graph.name(inner.callee)}, or let ${graph.name(outer.caller)} wait longer.`,
          facts: { limitMs: String(-limit), neededMs: String(needed) },
          ...(eachMs > 0
            ? {
                quickFix: {
                  label: `Give up after ${duration(eachMs)} each time`,
                  patch: { flows: { [inner.id]: { timeoutMs: eachMs } } },
                },
              }
            : {}),
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
  severity: 'high',
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
      const standing = stand(context, 'reliability', isSafe, graph.stated(callee, 'idempotent'), callee.id)
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

const noPause = defineRule({
  id: 'REL-19',
  lenses: ['check'],
  title: 'Retries without a pause',
  severity: 'low',
  topic: 'reliability',
  why: 'Tries that follow at once meet the same trouble, and all callers together keep a service down that was coming back.',
  references: [...aws('GENREL03-BP01'), ...azure('RE:07')],
  thresholds: { retries: 2 },
  falsePositive: 'The client library waits by itself: then say how long.',
  *check(context) {
    const { graph, estimate, thresholds } = context
    for (const flow of graph.flows) {
      const retries = numberOr(flow.flow.retries, 0)
      if (flow.mode === 'offline' || retries < (thresholds['retries'] ?? 2)) continue
      // Retries that bring a service down are found as that.
      if (estimate.storms?.some((storm) => storm.flow === flow.id)) continue
      const pause = known(flow.flow.backoffMs)
      const isGood = pause === undefined ? undefined : pause > 0
      const standing = stand(context, 'reliability', isGood, flow.flow.backoffMs, flow.caller)
      const text = `${nameArrow(graph, flow)}: how long is the pause before the next try?`
      // Most client libraries wait by themselves: who says nothing is not asked.
      if (isUnknown(flow.flow.backoffMs)) yield askFlow(flow, 'backoffMs', text, 'Pause between tries', 'Engineering')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [flow.id],
        elements: [flow.caller, flow.callee],
        problem: `${graph.name(flow.caller)} asks ${graph.name(flow.callee)} up to ${retries + 1} times without a pause.`,
        fix: `Wait before each new try, longer each time and not all callers at once.`,
        quickFix: { label: 'Wait 500 ms before a new try', patch: { flows: { [flow.id]: { backoffMs: 500 } } } },
      }
    }
  },
})

/** How long callers wait and how often they try. */
export const timeouts: readonly Rule[] = [noTimeout, invertedTimeouts, repeatedEffect, noPause]
