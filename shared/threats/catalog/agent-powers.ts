import { impactOfEffects, likelihoodOf } from '../../findings/influence.ts'
import { rate, type Term } from '../../findings/rate.ts'
import { agentic, asi, atlas, cwe, llm } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askSetting, hasField, stand } from '../../findings/standing.ts'
import { listNames } from '../../findings/wording.ts'
import type { GraphFlow } from '../../graph/graph.ts'
import { type ActingCall, actingCalls } from '../agent-context.ts'
import { not, standOneOf } from '../one-of.ts'

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
      const tool = graph.component(call.flow.callee)
      if (tool === undefined || !hasField(context, tool, 'takes')) continue
      const settings = graph.settings(tool)
      const takes = settings.text('takes')
      const isChecked = settings.truth('schemaChecked')
      const isNarrow = isChecked === true ? true : takes === undefined ? undefined : takes === 'values'
      const standing = stand(context, 'agents', isNarrow, graph.stated(tool, 'takes'), tool.id)
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

const borrowedSession = defineRule({
  id: 'AG-07',
  lenses: ['threat'],
  title: 'A browser clicks under the name of a person',
  severity: 'high',
  topic: 'agents',
  stride: 'SE',
  why: 'Every page it opens can tell it what to click next, and the sites where the person is signed in take the click for theirs.',
  references: [...asi('ASI01', 'ASI03'), ...atlas('T0100', 'T0012'), ...cwe('CWE-250')],
  falsePositive: 'It signs in to a test account that holds nothing and can do nothing.',
  verify: 'Let it open a page of yours that asks it to change a setting elsewhere: nothing may change.',
  closedBy: ['separate-profile', 'egress-allow-list', 'approve-each-action'],
  softenedBy: [
    {
      control: 'injection-filter',
      why: 'A page can say it in a picture, in a button or in steps that look harmless one by one.',
    },
    { control: 'trained-people', why: 'It clicks faster than anybody watches, and nobody watches for long.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    for (const browser of graph.with('runs-actions')) {
      const callers = [...new Set(lineage.into(browser.id).map(({ caller }) => caller))]
      if (callers.length === 0 || !hasField(context, browser, 'signedIn')) continue
      const settings = graph.settings(browser)
      const egress = settings.text('egress')
      const { standing, open } = standOneOf(context, 'agents', browser, [
        { field: 'signedIn', isGood: not(settings.truth('signedIn')) },
        { field: 'egress', isGood: egress === undefined ? undefined : egress !== 'any' },
        { field: 'confirms', isGood: settings.truth('confirms') },
      ])
      if (standing === 'unknown' && open !== undefined) yield askSetting(context, browser, open)
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [browser.id],
        elements: callers,
        problem: `${browser.name} opens any site while a person is signed in, and nobody confirms what ${listNames(graph, callers)} ${callers.length === 1 ? 'does' : 'do'} there.`,
        fix: `Give ${browser.name} a profile without sessions of people, or a list of sites, and let a person confirm what binds them.`,
        rating: rate(
          [
            { steps: 2, why: 'it opens any page' },
            { steps: 2, why: 'anyone can write a page' },
          ],
          [
            { steps: 2, why: 'sites take it for the person' },
            { steps: 1, why: 'it reaches whatever the person reaches' },
          ],
        ),
        remedy: {
          control: 'separate-profile',
          title: `A profile of its own for ${browser.name}`,
          at: browser.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan a profile without sessions',
          patch: { components: { [browser.id]: { settings: { signedIn: false } } } },
        },
      }
    }
  },
})

const selfRewriting = defineRule({
  id: 'AG-08',
  lenses: ['threat'],
  title: 'An agent can rewrite its own rules',
  severity: 'high',
  topic: 'agents',
  stride: 'E',
  why: 'Who talks it round once then changes what it is told, which tools it has or what needs approval. The next attack needs no talking.',
  references: [...asi('ASI10', 'ASI03'), ...atlas('T0081'), ...cwe('CWE-250'), ...agentic('T7', 'T13')],
  falsePositive: 'What it writes is a draft, and a person brings it live.',
  verify:
    'Ask the agent to add a tool or to drop an approval: the write has to be refused by the store, not by the model.',
  closedBy: ['read-only-configuration', 'approve-writes', 'reviewed-changes'],
  softenedBy: [
    { control: 'anomaly-watch', why: 'The alarm comes when the rule is gone, and the agent has acted without it.' },
  ],
  *check(context) {
    const { graph } = context
    const actors = new Set(actingCalls(context).acting.map(({ flow }) => flow.caller))
    for (const agent of graph.with('plans-actions')) {
      const write = graph.callsFrom(agent.id).find((flow) => changesRules(context, flow))
      const own = graph.settings(agent).truth('ownConfiguration')
      const stated = stand(context, 'agents', not(own), graph.stated(agent, 'ownConfiguration'), agent.id)
      const mayMatter = actors.has(agent.id) && hasField(context, agent, 'ownConfiguration')
      const actsAlone = graph.settings(agent).text('autonomy') === 'auto'
      if (write === undefined && mayMatter && actsAlone && stated === 'unknown')
        yield askSetting(context, agent, 'ownConfiguration')
      if (write === undefined && (!mayMatter || stated !== 'bad')) continue
      const what = write === undefined ? 'its own rules, tools or approvals' : graph.name(write.callee)
      yield {
        type: 'found',
        anchors: [agent.id],
        elements: write === undefined ? [] : [write.id, write.callee],
        problem: `${agent.name} can write ${what}, by which it is meant to be held.`,
        fix: `Keep ${what} where ${agent.name} can only read, and have changes made by people with a review.`,
        rating: rate(
          [{ steps: 3, why: 'one call is enough' }],
          [
            { steps: 2, why: 'every limit behind it can go' },
            { steps: actors.has(agent.id) ? 2 : 1, why: `${agent.name} works without them from then on` },
          ],
        ),
        remedy: {
          control: 'read-only-configuration',
          title: `Rules that ${agent.name} cannot write`,
          at: agent.id,
          strength: 'deterministic',
        },
        ...(write === undefined
          ? {
              quickFix: {
                label: 'Plan rules out of its reach',
                patch: { components: { [agent.id]: { settings: { ownConfiguration: false } } } },
              },
            }
          : {}),
      }
    }
  },
})

/** A call at run time that writes prompts, or that changes a gate. */
function changesRules({ graph }: RuleContext, { callee, mode, does }: GraphFlow): boolean {
  const holdsRules = graph.has(callee, 'versions-prompts') || graph.has(callee, 'gates')
  return mode !== 'offline' && holdsRules && (does.includes('write') || does.includes('administer'))
}

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

/** What agents are able to do beyond their task. */
export const agentPowers: readonly Rule[] = [openTool, borrowedSession, selfRewriting, summaryApproved]
