import { known } from '../../design/value.ts'
import { controlInPlace } from '../../findings/commitment.ts'
import { callsAs } from '../../findings/identity-reading.ts'
import { agentic, asi, atlas, cwe, mcp } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { stand } from '../../findings/standing.ts'
import { listNames } from '../../findings/wording.ts'
import { askAuthentication } from './open-door.ts'

const strangeAgent = defineRule({
  id: 'MA-01',
  aliases: ['SEC-18'],
  lenses: ['threat', 'check'],
  title: 'Agents of two parties talk without knowing each other',
  severity: 'medium',
  topic: 'agents',
  stride: 'ST',
  why: 'An agent takes what another one says as work to do. Whoever can pose as that other one gives it orders.',
  references: [...asi('ASI07'), ...cwe('CWE-287', 'CWE-306'), ...agentic('T16'), ...mcp('MCP07')],
  falsePositive: 'A gateway between them proves both sides: then draw it.',
  verify: 'Answer in place of the other agent from a machine of yours: the call has to fail.',
  closedBy: ['authenticate-callers'],
  softenedBy: [
    {
      control: 'injection-filter',
      why: 'An order from a stranger who poses as the partner reads like an order of the partner.',
    },
  ],
  *check(context) {
    const { graph } = context
    for (const flow of graph.flows) {
      const areAgents = graph.has(flow.caller, 'plans-actions') && graph.has(flow.callee, 'plans-actions')
      const crosses = (['trust', 'organisation'] as const).some((facet) => graph.crosses(flow, facet) === true)
      if (!areAgents || !crosses || flow.mode === 'offline') continue
      const control = controlInPlace(graph, ['authenticate-callers'], [flow.id, flow.callee])
      const stated = known(flow.flow.authentication)
      const standing = stand(
        context,
        'agents',
        stated === undefined ? undefined : stated !== 'none',
        flow.flow.authentication,
        flow.callee,
      )
      const [caller, callee] = [graph.name(flow.caller), graph.name(flow.callee)]
      if (standing === 'unknown' && control === undefined) yield askAuthentication(context, flow)
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [flow.caller, flow.callee],
        elements: [flow.id],
        problem: `${caller} and ${callee} belong to two parties, and neither proves to the other who it is.`,
        fix: `Let ${caller} and ${callee} prove who they are, both ways, and sign what they ask of each other.`,
        cause: `door ${flow.id}`,
        remedy: {
          control: 'authenticate-callers',
          title: `${caller} and ${callee} prove who they are`,
          at: flow.id,
          strength: 'deterministic',
        },
        quickFix: { label: 'Plan mutual TLS', patch: { flows: { [flow.id]: { authentication: 'mtls' } } } },
        ...(control === undefined ? {} : { mitigatedBy: control.id }),
      }
    }
  },
})

const borrowedName = defineRule({
  id: 'ID-04',
  aliases: ['SEC-15'],
  lenses: ['threat', 'check'],
  title: 'An agent works under a name that is not its own',
  severity: 'medium',
  topic: 'access',
  stride: 'ER',
  why: 'Under the name of a person or an administrator it may do all that they may, and the log says that they did it.',
  references: [...asi('ASI03'), ...atlas('T0012'), ...cwe('CWE-250'), ...agentic('T9')],
  falsePositive: 'The right is lent for one task and ends with it: then pass the identity of the person who asks on.',
  verify: 'Look up in the log of the resource who did what the agent did today: it has to name the agent.',
  closedBy: ['least-privilege', 'pass-identity-on'],
  softenedBy: [{ control: 'trained-people', why: 'The log still names somebody who was not there.' }],
  *check(context) {
    const { graph } = context
    for (const identity of graph.design.identities ?? []) {
      const type = known(identity.type)
      if (type !== 'person' && type !== 'administrator') continue
      const flows = callsAs(graph, identity.id)
      const agents = [...new Set(flows.map((flow) => flow.caller))].filter((caller) =>
        graph.has(caller, 'plans-actions'),
      )
      if (agents.length === 0) continue
      const isItsAlone = flows.every((flow) => agents.includes(flow.caller))
      const names = listNames(graph, agents)
      yield {
        type: 'found',
        anchors: [identity.id],
        elements: [...agents, ...flows.map((flow) => flow.id)],
        problem: `${names} ${agents.length === 1 ? 'acts' : 'act'} as ${identity.name}, ${type === 'person' ? 'a person' : 'an administrator'}.`,
        fix: `Give ${names} an identity of its own with the rights that its tools need.`,
        cause: `identity ${identity.id}`,
        remedy: {
          control: 'least-privilege',
          title: 'An identity of its own',
          at: identity.id,
          strength: 'deterministic',
        },
        ...(isItsAlone
          ? {
              quickFix: {
                label: 'Plan an identity for the agent',
                patch: { identities: { [identity.id]: { type: 'agent' as const } } },
              },
            }
          : {}),
      }
    }
  },
})

export const agentIdentity: readonly Rule[] = [strangeAgent, borrowedName]
