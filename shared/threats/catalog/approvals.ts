import type { Access } from '../../design/design.ts'
import { controlInPlace, nameOf } from '../../findings/commitment.ts'
import { decidersOf, likelihoodOf } from '../../findings/influence.ts'
import { rate } from '../../findings/rate.ts'
import { agentic, asi, atlas, llm } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { askSetting, hasField, stand } from '../../findings/standing.ts'
import { listNames } from '../../findings/wording.ts'
import { actingCalls } from '../agent-context.ts'

const summaryApproved = defineRule({
  id: 'AG-11',
  lenses: ['threat'],
  title: 'People approve what they do not see',
  severity: 'medium',
  topic: 'agents',
  stride: 'RS',
  why: 'The summary comes from the agent that wants the approval. What is approved is then what it says, and what happens is what it does.',
  references: [...asi('ASI09'), ...llm('LLM03'), ...agentic('T10')],
  falsePositive: 'The summary is made by code from the very arguments that are executed: then it is the exact action.',
  verify: 'Let the agent announce one amount and pass another: the approver has to see the one that is executed.',
  closedBy: ['exact-action-shown', 'policy-gate'],
  softenedBy: [
    { control: 'trained-people', why: 'A trained person still sees only the text that the agent wrote.' },
    { control: 'model-judge', why: 'A second model reads the same summary, and not the action.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    for (const gate of graph.with('human-gate')) {
      const callers = [...new Set(lineage.into(gate.id).map(({ caller }) => caller))]
      if (callers.length === 0 || !hasField(context, gate, 'shows')) continue
      const shows = graph.settings(gate).text('shows')
      const isExact = shows === undefined ? undefined : shows === 'exactAction'
      const standing = stand(context, 'agents', isExact, graph.stated(gate, 'shows'), gate.id)
      if (standing === 'unknown') yield askSetting(context, gate, 'shows')
      // That requests lapse is asked of nobody; who says that they do not is told what it means.
      const neverLapses = graph.settings(gate).truth('expires') === false
      if (standing !== 'bad' && !neverLapses) continue
      yield {
        type: 'found',
        anchors: [gate.id],
        elements: callers,
        problem:
          standing === 'bad'
            ? `${gate.name} approves a summary by ${listNames(graph, callers)}, not the action that follows.`
            : `A request to ${gate.name} never lapses: what was right last week can be approved today.`,
        fix:
          standing === 'bad'
            ? `Show ${gate.name} the exact call with its arguments, made by code, and execute nothing else.`
            : `Let a request to ${gate.name} lapse after a time that fits the task.`,
        ...(standing === 'bad' ? {} : { severity: 'low' as const }),
        rating: rate(
          [
            { steps: 2, why: 'a model writes what is approved' },
            { steps: standing === 'bad' ? 1 : 0, why: 'nobody can compare' },
          ],
          [{ steps: 3, why: 'what follows counts as approved' }],
        ),
        remedy: {
          control: 'exact-action-shown',
          title: `${gate.name} sees the exact action`,
          at: gate.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: standing === 'bad' ? 'Plan to show the exact action' : 'Plan that requests lapse',
          patch: {
            components: { [gate.id]: { settings: { shows: 'exactAction', expires: true } } },
          },
        },
      }
    }
  },
})

/** What an agent does that cannot be undone, worst first; the setting that limits it, and how it is said. */
const ceilings: readonly Ceiling[] = [
  { access: 'pay', field: 'maxUsdPerDay', does: 'moves money through', limits: 'as often and as much', undo: 2 },
  { access: 'delete', field: 'maxActionsPerDay', does: 'deletes through', limits: 'as often', undo: 2 },
  { access: 'send', field: 'maxActionsPerDay', does: 'sends to people through', limits: 'as often', undo: 1 },
]
interface Ceiling {
  readonly access: Access
  readonly field: 'maxUsdPerDay' | 'maxActionsPerDay'
  readonly does: string
  readonly limits: string
  /** Steps of impact, because it cannot be undone. */
  readonly undo: number
}

/** What stops one action too many: a ceiling, a person, or a rule before each. */
const ceilingControls: readonly string[] = ['amount-limit', 'approve-each-action', 'policy-gate']

const withoutCeiling = defineRule({
  id: 'AG-12',
  lenses: ['threat'],
  title: 'Nothing limits what an agent does alone and cannot undo',
  severity: 'high',
  topic: 'agents',
  stride: 'TD',
  why: 'A mistake that is made once a minute, or an order planted by somebody else, goes on all night. A ceiling decides how bad the night was.',
  references: [...asi('ASI02', 'ASI08'), ...llm('LLM03'), ...agentic('T2'), ...atlas('T0101')],
  falsePositive:
    'What is behind it holds no more than can be lost, or lets only so many calls pass: then state that as the ceiling.',
  verify: 'Ask for one more than the ceiling allows: it has to be refused by code, whoever asks.',
  closedBy: ceilingControls,
  softenedBy: [
    { control: 'anomaly-watch', why: 'It tells you in the morning how much is gone.' },
    { control: 'model-judge', why: 'A second model that lets one action pass lets the next one pass, too.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    for (const { flow, tool, influence, effects } of actingCalls(context).acting) {
      const ceiling = ceilings.find(({ access }) => effects.includes(access))
      if (ceiling === undefined || !hasField(context, tool, ceiling.field)) continue
      if (graph.settings(flow.caller).text('autonomy') !== 'auto') continue
      // A guard by fixed rules stops what it looks for, and not the tenth payment: only a person or a policy limits.
      const closing =
        decidersOf(graph, influence.call).find(({ certain }) => certain)?.gate ??
        controlInPlace(graph, ceilingControls, [flow.id, flow.caller, tool.id])?.id
      const isLimited = graph.settings(tool).number(ceiling.field) === undefined ? undefined : true
      const standing = stand(context, 'agents', isLimited, graph.stated(tool, ceiling.field), tool.id)
      if (standing === 'unknown' && closing === undefined) yield askSetting(context, tool, ceiling.field)
      if (standing !== 'bad') continue
      // Whoever outside is heard behind a gate steers nothing; a mistake of the model is left.
      const [worst] = influence.exposure === 'closed' && closing === undefined ? [] : influence.origins
      yield {
        type: 'found',
        anchors: [flow.caller, tool.id],
        ...(worst === undefined ? { elements: [flow.id] } : { path: lineage.pathTo(influence.call, worst.id) }),
        problem: `${graph.name(flow.caller)} ${ceiling.does} ${tool.name} on its own, ${ceiling.limits} as it likes${closing === undefined ? '' : `, once ${nameOf(graph, closing)} has let it pass`}.`,
        fix: `Give ${tool.name} a ceiling for a day that no caller can raise, and stop there.`,
        rating: rate(
          worst === undefined
            ? [{ steps: 2, why: 'a mistake of the model is enough' }]
            : likelihoodOf(graph, influence.origins, influence.soft),
          [
            { steps: ceiling.undo, why: 'it cannot be undone' },
            { steps: 2, why: 'nothing stops the next one' },
          ],
        ),
        facts: { sink: tool.name, ...(worst === undefined ? {} : { actor: worst.name }) },
        remedy: {
          control: 'amount-limit',
          title: `A ceiling for a day on ${tool.name}`,
          at: tool.id,
          strength: 'deterministic',
        },
        ...(closing === undefined ? {} : { mitigatedBy: closing }),
      }
    }
  },
})

/** Where a person says yes, to what and for how long; and how much happens where nobody does. */
export const approvals: readonly Rule[] = [summaryApproved, withoutCeiling]
