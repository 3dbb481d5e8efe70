import { describe, expect, it } from 'vitest'
import { applyPatch } from '../design/patch.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { arrowsIn } from '../graph/default-plan.ts'
import { kinds } from '../kinds/index.ts'
import { placeGate, placeGateBefore } from './place-gate.ts'
import { mailingAgent } from './testing/bases.ts'
import { call, edited, plan } from './testing/mini-design.ts'

function patchFor(design: typeof mailingAgent) {
  const graph = buildGraph(design, kinds, [])
  const flow = graph.flow('a-agent-mail')
  if (flow === undefined) throw new Error('The agent sends mail')
  return placeGate(graph, flow, 'human-approval', 'Approve Mail')
}

describe('placeGate', () => {
  it('puts a box, an arrow and a step before the call, and keeps the share of the step', () => {
    const design = edited(
      mailingAgent,
      'c-agent',
      plan({
        choose: [
          call('a-agent-orders', { share: 0.9 }),
          call('a-agent-mail', { share: 0.1, with: { resultTokens: 5 } }),
        ],
      }),
    )
    const patch = patchFor(design)
    if (patch === undefined) throw new Error('The plan makes the call')
    const after = applyPatch(design, patch)
    expect(after.components?.at(-1)).toMatchObject({ kind: 'human-approval', name: 'Approve Mail', in: 'b-platform' })
    const arrow = after.flows?.at(-1)
    expect(arrow).toMatchObject({ from: 'c-agent', to: 'human-approval-c-mail', mode: 'sync' })
    expect(after.components?.find(({ id }) => id === 'c-agent')?.plans).toEqual([
      {
        steps: [
          {
            choose: [
              { call: 'a-agent-orders', share: 0.9 },
              {
                share: 0.1,
                label: 'Mail',
                steps: [{ call: arrow?.id }, { call: 'a-agent-mail', with: { resultTokens: 5 } }],
              },
            ],
          },
        ],
      },
    ])
  })
  it('uses a free id', () => {
    const first = patchFor(mailingAgent)
    const once = applyPatch(mailingAgent, first ?? {})
    expect(applyPatch(once, patchFor(once) ?? {}).components?.at(-1)?.id).toBe('human-approval-c-mail-2')
  })
  it('writes the usual plan down with the gate in it where none is stated', () => {
    const design = edited(mailingAgent, 'c-agent', { plans: undefined })
    const after = applyPatch(design, patchFor(design) ?? {})
    const steps = after.components?.find(({ id }) => id === 'c-agent')?.plans?.flatMap((each) => each.steps) ?? []
    expect([...arrowsIn(steps)].toSorted()).toEqual(
      after.flows
        ?.slice(1)
        .map(({ id }) => id)
        .toSorted(),
    )
    expect(JSON.stringify(steps)).toContain('[{"call":"f-human-approval-c-mail"},{"call":"a-agent-mail"}]')
  })
  it('places nothing where no plan makes the call', () => {
    expect(patchFor(edited(mailingAgent, 'c-agent', plan(call('a-agent-model'))))).toBeUndefined()
  })
})

describe('placeGateBefore', () => {
  const gate = { kind: 'policy-gate', name: 'Policy gate', settings: { perAction: true } }
  const patchFrom = (design: typeof mailingAgent, ids: readonly string[]) => {
    const graph = buildGraph(design, kinds, [])
    const flows = ids.flatMap((id) => graph.flow(id) ?? [])
    const caller = graph.component('c-agent')
    return caller && placeGateBefore(graph, flows, gate, caller)
  }
  const acting = edited(mailingAgent, 'c-agent', plan(call('a-agent-orders'), call('a-agent-mail')))

  it('puts one box before each of several calls', () => {
    const after = applyPatch(acting, patchFrom(acting, ['a-agent-orders', 'a-agent-mail']) ?? {})
    expect(after.components).toHaveLength((acting.components?.length ?? 0) + 1)
    expect(after.components?.at(-1)).toMatchObject({ ...gate, in: 'b-platform' })
    const arrow = after.flows?.at(-1)?.id
    const steps = after.components?.find(({ id }) => id === 'c-agent')?.plans?.[0]?.steps
    expect(steps).toMatchObject([
      { steps: [{ call: arrow }, { call: 'a-agent-orders' }] },
      { steps: [{ call: arrow }, { call: 'a-agent-mail' }] },
    ])
  })
  it('places nothing where one of the calls stands in no plan: a way would stay open', () => {
    const half = edited(mailingAgent, 'c-agent', plan(call('a-agent-mail')))
    expect(patchFrom(half, ['a-agent-orders', 'a-agent-mail'])).toBeUndefined()
  })
})
