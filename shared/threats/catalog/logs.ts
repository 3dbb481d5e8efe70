import type { Component, Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { groupBy } from '../../design/group-by.ts'
import { controlInPlace } from '../../findings/commitment.ts'
import { findIdentity } from '../../findings/identity-reading.ts'
import { callsOf } from '../../findings/lineage-reading.ts'
import { agentic, aiAct, asi, atlas, azure, cwe, iso42001, mcp } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askSetting, askTopic, hasField, standSetting } from '../../findings/standing.ts'
import { listNames } from '../../findings/wording.ts'
import type { Graph, GraphFlow } from '../../graph/graph.ts'
import { shortestPath } from '../../graph/paths.ts'
import { type ActingCall, actingCalls } from '../agent-context.ts'
import { identityOf } from './identity.ts'

/** Calls that change something in the world. */
function effectiveCalls(context: RuleContext): readonly ActingCall[] {
  return actingCalls(context).acting.filter(({ effects }) => effects.length > 0)
}

/** Logs that these boxes write to and that can say this of themselves, each once, in the order of their ids. */
function logsOf(context: RuleContext, writers: readonly Id[], field: string): readonly Component[] {
  const { graph } = context
  const ids = writers.flatMap((id) => graph.callsFrom(id).map(({ callee }) => callee))
  const called = [...new Set(ids)].toSorted().flatMap((id) => graph.component(id) ?? [])
  return called.filter((each) => hasField(context, each, field))
}

const unloggedAction = defineRule({
  id: 'OBS-01',
  aliases: ['SEC-17'],
  lenses: ['threat', 'check'],
  title: 'Actions leave no trace',
  severity: 'medium',
  topic: 'monitoring',
  stride: 'R',
  why: 'Without a log of who asked, what was decided and what was done nobody can explain, undo or learn.',
  references: [
    ...cwe('CWE-778'),
    ...asi('ASI02'),
    ...aiAct('Art. 12'),
    ...iso42001('A.6.2.8'),
    ...azure('SE:05'),
    ...agentic('T8'),
    ...mcp('MCP08'),
  ],
  falsePositive: 'The tool keeps its own record of arguments and caller.',
  verify: 'Do one action and find it in the log: who asked, with which arguments, what was decided, what came of it.',
  closedBy: ['append-only-log'],
  *check(context) {
    const { graph } = context
    const acting = effectiveCalls(context)
    const callers = [...new Set(acting.map((call) => call.flow.caller))]
    for (const caller of callers) {
      const tools = acting.filter((call) => call.flow.caller === caller).map((call) => call.flow.callee)
      const isLogging = (id: Id): boolean => graph.callsFrom(id).some((flow) => graph.has(flow.callee, 'observes'))
      if (isLogging(caller) || tools.every(isLogging)) continue
      const control = controlInPlace(graph, ['append-only-log'], [caller, ...tools])
      if (!context.complete('monitoring')) {
        if (control === undefined)
          yield askTopic(context, 'topic.audit', 'Is it written down what was done, for whom and why?', 'Operations')
        continue
      }
      yield {
        type: 'found',
        anchors: [caller],
        elements: tools,
        problem: `${graph.name(caller)} uses ${listNames(graph, tools)}, and no log receives it.`,
        fix: `Write request, arguments, identity and decision of each call to a log that nobody can rewrite.`,
        remedy: { control: 'append-only-log', title: 'A log of actions', at: caller, strength: 'deterministic' },
        ...(control === undefined ? {} : { mitigatedBy: control.id }),
      }
    }
  },
})

const erasableLog = defineRule({
  id: 'OBS-02',
  lenses: ['threat'],
  title: 'Who acts can rewrite the log',
  severity: 'medium',
  topic: 'monitoring',
  stride: 'RT',
  why: 'The first thing that an attacker changes is the record. A log that the logged can delete proves nothing on the day when it is needed.',
  references: [...cwe('CWE-778'), ...aiAct('Art. 12'), ...iso42001('A.6.2.8')],
  falsePositive:
    'A copy goes to another account at once, and nobody here can reach it: then say that it cannot be changed.',
  verify: 'With the identity of the agent, try to delete one entry and to shorten the retention: both must be refused.',
  closedBy: ['append-only-log'],
  looksAt: ({ graph }) => graph.with('observes').map(({ id }) => id),
  *check(context) {
    const { graph } = context
    const acting = effectiveCalls(context)
    const writers = [...new Set(acting.flatMap(({ flow }) => [flow.caller, flow.callee]))].toSorted()
    const erasable = groupBy(
      writers.flatMap((writer) => erasableBy(graph, writer).map((on) => ({ writer, on }))),
      ({ on }) => on,
    )
    for (const log of logsOf(context, writers, 'appendOnly')) {
      const erasers = (erasable.get(log.id) ?? []).map(({ writer }) => writer)
      const standing = standSetting(context, 'monitoring', log, 'appendOnly')
      if (standing === 'good') continue
      if (standing === 'unknown' && erasers.length === 0) {
        yield askSetting(context, log, 'appendOnly')
        continue
      }
      const logged = loggedBy(graph, log.id, acting)
      yield {
        type: 'found',
        anchors: [log.id],
        elements: [...new Set([...logged, ...erasers])],
        problem:
          erasers.length > 0
            ? `${listNames(graph, erasers)} may change or delete what ${log.name} holds about ${erasers.length === 1 ? 'it' : 'them'}.`
            : `What ${listNames(graph, logged)} ${logged.length === 1 ? 'does' : 'do'} is kept in ${log.name}, where it can be changed afterwards.`,
        fix: `Let ${log.name} take entries and give none back to be changed: write once, in an account of its own, with a stated retention.`,
        remedy: {
          control: 'append-only-log',
          title: `${log.name} can only grow`,
          at: log.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan a log that can only grow',
          patch: { components: { [log.id]: { settings: { appendOnly: true } } } },
        },
      }
    }
  },
})

/** Who acts under the eyes of a log: its own entries, or those of what it calls, are kept there. Each once, by id. */
function loggedBy(graph: Graph, log: Id, acting: readonly ActingCall[]): readonly Id[] {
  const writers = new Set(graph.callsTo(log).map(({ caller }) => caller))
  const seen = acting.filter(({ flow }) => writers.has(flow.caller) || writers.has(flow.callee))
  return [...new Set(seen.map(({ flow }) => flow.caller))].toSorted()
}

/** What the identities that a box calls as were granted to delete or administer, each once. */
function erasableBy(graph: Graph, box: Id): readonly Id[] {
  const own = graph.component(box)?.as ?? []
  const as = [own, ...graph.callsFrom(box).map(({ flow }) => flow.as ?? [])].flat()
  const grants = [...new Set(as)].flatMap((id) => findIdentity(graph, id)?.grants ?? [])
  const erased = grants.filter(({ can }) => can.includes('delete') || can.includes('administer'))
  return [...new Set(erased.map(({ on }) => on))]
}

const actedByNobody = defineRule({
  id: 'P-15',
  lenses: ['threat'],
  title: 'The log cannot say for whom it was done',
  severity: 'low',
  topic: 'monitoring',
  stride: 'R',
  linddun: ['Nr'],
  why: 'Each part writes that it was called by the part before. Nobody can then show who asked, or that somebody did not: a customer denies a payment, and the record agrees with both.',
  references: [...cwe('CWE-778'), ...asi('ASI03'), ...atlas('T0053'), ...aiAct('Art. 12'), ...agentic('T8')],
  falsePositive: 'One person uses it, so that there is nobody else it could have been.',
  verify:
    'Pick one action of last week out of the log and name, from the log alone, the person who asked for it and what was decided on the way.',
  closedBy: ['trace-to-person'],
  looksAt: (context) => effectiveCalls(context).map(({ flow }) => flow.id),
  *check(context) {
    const { graph } = context
    for (const { flow, influence } of effectiveCalls(context)) {
      const identity = whoCalls(context, flow)
      // Whose name the call bears is known, or asked for elsewhere.
      if (identity === 'caller' || identity === undefined) continue
      const asks = callsOf(context, influence.call.action).find(({ caller }) => graph.has(caller, 'person'))
      const path = asks === undefined ? undefined : shortestPath(graph, asks.caller, flow.callee)
      if (path === undefined) continue
      const logs = logsOf(context, path, 'namesCaller')
      const standings = logs.map((log) => ({ log, standing: standSetting(context, 'monitoring', log, 'namesCaller') }))
      const [first] = logs
      // Without any log on the way the action leaves no trace at all: that is the line of another rule.
      if (first === undefined || standings.some(({ standing }) => standing === 'good')) continue
      const unknown = standings.filter(({ standing }) => standing === 'unknown')
      for (const { log } of unknown) yield askSetting(context, log, 'namesCaller')
      if (unknown.length > 0) continue
      const asker = graph.name(asks?.caller ?? '')
      yield {
        type: 'found',
        anchors: [flow.caller, first.id],
        elements: [flow.id, flow.callee, first.id],
        path,
        problem: `${graph.name(flow.caller)} calls ${graph.name(flow.callee)} for ${asker}, and ${listNames(
          graph,
          logs.map(({ id }) => id),
        )} ${logs.length === 1 ? 'does' : 'do'} not say for whom.`,
        fix: `Give each request one id with the person behind it, and write it with the decision and the effect to ${first.name}.`,
        facts: {
          actor: asker,
          identity,
        },
        remedy: {
          control: 'trace-to-person',
          title: `One id from ${asker} to each effect`,
          at: first.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan entries that name the person',
          patch: { components: { [first.id]: { settings: { namesCaller: true } } } },
        },
      }
    }
  },
})

/** As whom a call is made, in the words of the document; undefined while nobody said. */
function whoCalls(context: RuleContext, flow: GraphFlow): string | undefined {
  const identity = identityOf(context, flow)
  return identity === 'caller' ? identity : known(identity?.type)
}

export const logs: readonly Rule[] = [unloggedAction, erasableLog, actedByNobody]
