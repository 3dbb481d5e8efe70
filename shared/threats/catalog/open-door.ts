import type { Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { asi, atlas2026, azure, cwe, mcp } from '../../findings/refer.ts'
import { type Asked, defineRule, type RuleContext } from '../../findings/rule.ts'
import { askFlow, stand, whether } from '../../findings/standing.ts'
import type { GraphFlow } from '../../graph/graph.ts'
import { isOfOthers } from './supply.ts'

export const openDoor = defineRule({
  id: 'ID-03',
  aliases: ['SEC-01'],
  lenses: ['threat', 'check'],
  title: 'Calls from outside are not authenticated',
  severity: 'high',
  topic: 'access',
  stride: 'SE',
  why: 'Who cannot be told apart can neither be limited nor refused, nor found in the log.',
  references: [...asi('ASI07'), ...atlas2026('T0132'), ...cwe('CWE-306'), ...azure('SE:05'), ...mcp('MCP07')],
  falsePositive: 'It is meant for everybody and holds nothing private, or all that stands behind it checks who calls.',
  verify: 'Call it from outside without a credential, and with one of somebody else: both have to be refused.',
  closedBy: ['authenticate-callers', 'private-network'],
  softenedBy: [
    { control: 'anomaly-watch', why: 'It counts callers that it cannot name.' },
    { control: 'injection-filter', why: 'It judges what is said, and not who says it.' },
  ],
  *check(context) {
    const { graph } = context
    for (const flow of graph.flows) {
      if (flow.mode === 'offline') continue
      const door = doorOf(context, flow)
      if (door === undefined) continue
      const callee = graph.name(flow.callee)
      const caller = graph.name(flow.caller)
      const settings = graph.settings(flow.callee)
      const isShown = whether(known(flow.flow.authentication), (how) => how !== 'none')
      // A credential that nobody looks at proves nothing.
      const isUnasked = settings.truth('authorises') === false
      const isUnread = isUnasked || settings.truth('authenticates') === false
      const isGood = isUnread ? false : (isShown ?? settings.truth('authenticates') ?? settings.truth('authorises'))
      const standing = stand(context, 'access', isGood, flow.flow.authentication, flow.id)
      if (standing === 'unknown') yield askAuthentication(context, flow)
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [flow.caller, flow.callee],
        elements: door.elements,
        problem:
          isShown === true
            ? `${caller} shows who it is, and ${callee} checks ${isUnasked ? `neither that nor what ${caller} may do` : 'nothing of it'}.`
            : door.problem,
        fix:
          isShown === true
            ? `Let ${callee} check who calls${isUnasked ? ' and what they may do' : ''}, and refuse everybody else.`
            : door.fix,
        severity: graph.has(flow.caller, 'person') ? 'medium' : 'high',
        cause: `door ${flow.id}`,
        remedy: {
          control: 'authenticate-callers',
          title: `Authenticate ${caller}`,
          at: flow.id,
          strength: 'deterministic',
        },
      }
    }
  },
})

/** Who calls, of an arrow of which nobody has said how it proves it. */
export function askAuthentication({ graph }: RuleContext, flow: GraphFlow): Asked {
  const text = `How does ${graph.name(flow.callee)} know that it is ${graph.name(flow.caller)}?`
  return askFlow(flow, 'authentication', text, 'Authentication', 'Security')
}

/** A way in, and what is wrong with it where nobody looks who comes. */
interface Door {
  readonly elements: readonly Id[]
  readonly problem: string
  readonly fix: string
}

/** From a less trusted side into ours, or into what stands in public; undefined where a call is neither. */
function doorOf(context: RuleContext, flow: GraphFlow): Door | undefined {
  const [caller, callee] = [context.graph.name(flow.caller), context.graph.name(flow.callee)]
  if (entersOurs(context, flow))
    return {
      elements: [flow.id],
      problem: `${callee} takes calls from ${caller} across a trust boundary without knowing who calls.`,
      fix: `Authenticate ${caller} before ${callee} answers.`,
    }
  const place = publicPlaceOf(context, flow)
  if (place === undefined) return undefined
  return {
    elements: [flow.id, place],
    problem: `${callee} stands in a public network and takes calls without knowing that it is ${caller} who calls.`,
    fix: `Let ${callee} refuse whoever cannot prove to be ${caller}, or move it into a private network.`,
  }
}

/** Both sides must be stated: a drawing without boundaries has no doors. */
function entersOurs({ graph }: RuleContext, flow: GraphFlow): boolean {
  const from = graph.facets(flow.caller).trust.value ?? mostTrusted
  const to = graph.facets(flow.callee).trust.value ?? leastTrusted
  return from < to
}
const leastTrusted = 0
const mostTrusted = 100

/**
 * The public network in which an agent or a server of tools of ours stands: whoever finds its address can call it as our
 * own side does. That of another party is not ours to lock.
 */
function publicPlaceOf({ graph }: RuleContext, flow: GraphFlow): Id | undefined {
  const isEndpoint = graph.has(flow.callee, 'external-tools') || graph.has(flow.callee, 'plans-actions')
  if (!isEndpoint || isOfOthers(graph, flow.callee, [flow])) return undefined
  const { network } = graph.facets(flow.callee)
  return network.value === 'public' ? network.from : undefined
}
