import type { Access, Id, Identity } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { groupBy } from '../../design/group-by.ts'
import { oncePerGraph } from '../../findings/graph-reading.ts'
import { calledAs } from '../../findings/identity-reading.ts'
import { agentic, asi, aws, cwe, llm, mcp } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { listWords } from '../../findings/wording.ts'
import type { GraphFlow } from '../../graph/graph.ts'

const excessRights = defineRule({
  id: 'AG-03',
  aliases: ['SEC-03'],
  lenses: ['threat', 'check'],
  title: 'More rights than are used',
  severity: 'medium',
  topic: 'access',
  stride: 'E',
  why: 'A right that nobody uses is used by whoever takes the identity over.',
  references: [
    ...llm('LLM03'),
    ...asi('ASI03'),
    ...cwe('CWE-250'),
    ...aws('GENSEC05-BP01'),
    ...agentic('T3'),
    ...mcp('MCP02'),
  ],
  falsePositive: 'The right is used by a step that is not drawn yet.',
  verify: 'Call the resource with this identity and use each right that no step needs: every one has to be refused.',
  closedBy: ['least-privilege'],
  softenedBy: [
    { control: 'anomaly-watch', why: 'It learns what is usual, and an attacker who goes slowly becomes usual.' },
  ],
  *check({ graph }) {
    for (const identity of graph.design.identities ?? []) {
      const flows = callsUnder(graph).get(identity.id) ?? []
      if (flows.length === 0) continue
      const excess = (identity.grants ?? []).flatMap((grant) => {
        const used = flows.filter((flow) => touches(graph, flow, grant.on)).flatMap((flow) => accessUsed(graph, flow))
        const spare = grant.can.filter((access) => !used.includes(access))
        return spare.length === 0 ? [] : [{ on: grant.on, spare }]
      })
      const [first] = excess
      if (first === undefined) continue
      const words = excess.map(({ on, spare }) => `${listWords(spare)} on ${graph.name(on)}`)
      yield {
        type: 'found',
        anchors: [identity.id],
        elements: [...excess.map(({ on }) => on), ...flows.map((flow) => flow.callee)],
        problem: `${identity.name ?? 'An identity'} may ${listWords(words)}, which no arrow uses.`,
        fix: `Grant only what is used, or draw the step that needs it.`,
        remedy: {
          control: 'least-privilege',
          title: 'Only the rights that are used',
          at: identity.id,
          strength: 'deterministic',
        },
        ...(identity.type === 'agent' ? {} : { severity: 'low' as const }),
        quickFix: {
          label: 'Keep only the rights that are used',
          patch: { identities: { [identity.id]: { grants: trimmed(identity, excess) } } },
        },
      }
    }
  },
})

/** Arrows by whose right to call is used: a caller that passes the asker's identity on still needs its own. */
const callsUnder = oncePerGraph((graph) =>
  groupBy(graph.flows, (flow) => {
    const own = graph.component(flow.caller)?.as
    return (flow.flow.as === 'caller' ? own : calledAs(graph, flow)) ?? ''
  }),
)

/** Rights that a call needs: calling a model is running it, and filling an index replaces what was there. */
function accessUsed(graph: RuleContext['graph'], flow: GraphFlow): readonly Access[] {
  const isModel = (['generates-text', 'predicts', 'embeds', 'ranks'] as const).some((trait) =>
    graph.has(flow.callee, trait),
  )
  const fills = graph.has(flow.callee, 'answers-search') && flow.does.includes('write')
  return [...flow.does, ...(isModel ? (['read', 'execute'] as const) : []), ...(fills ? (['delete'] as const) : [])]
}

/** A grant on data is used by a call to whoever holds them. */
function touches(graph: RuleContext['graph'], flow: GraphFlow, on: Id): boolean {
  if (flow.callee === on) return true
  const carries = [...graph.requestData(flow), ...graph.responseData(flow)].some((asset) => asset.id === on)
  return carries || graph.component(flow.callee)?.holds?.includes(on) === true
}

function trimmed(identity: Identity, excess: readonly { on: Id; spare: readonly Access[] }[]) {
  return (identity.grants ?? [])
    .map((grant) => {
      const spare = excess.find(({ on }) => on === grant.on)?.spare ?? []
      const where = known(grant.where)
      return {
        on: grant.on,
        can: grant.can.filter((access) => !spare.includes(access)),
        ...(where === undefined ? {} : { where }),
      }
    })
    .filter((grant) => grant.can.length > 0)
}

/** Rights that stand and that nobody uses. */
export const excessiveRights: readonly Rule[] = [excessRights]
