import { rate } from '../../findings/rate.ts'
import { agentic, asi, atlas, cwe } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askSetting, hasField, stand } from '../../findings/standing.ts'
import { listNames } from '../../findings/wording.ts'
import type { GraphFlow } from '../../graph/graph.ts'
import { actingCalls } from '../agent-context.ts'
import { not, standOneOf } from '../one-of.ts'

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
      const acts = actors.has(agent.id)
      const actsAlone = graph.settings(agent).text('autonomy') === 'auto'
      if (write === undefined && acts && actsAlone && stated === 'unknown')
        yield askSetting(context, agent, 'ownConfiguration')
      if (write === undefined && (!acts || stated !== 'bad')) continue
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
            { steps: acts ? 2 : 1, why: `${agent.name} works without them from then on` },
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

/** What agents are able to do beyond their task: as somebody else, and to themselves. */
export const agentPowers: readonly Rule[] = [borrowedSession, selfRewriting]
