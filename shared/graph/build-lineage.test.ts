import { assert, infiniteStream, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import researchRag from '../design/testing/research-rag.json' with { type: 'json' }
import supportAgent from '../design/testing/support-agent.json' with { type: 'json' }
import { collections } from '../design/collections.ts'
import type { Design, Element, Id, Step } from '../design/design.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { buildGraph } from './build-graph.ts'
import { buildLineage } from './build-lineage.ts'
import type { CarriedCall, Lineage } from './lineage.ts'

const follow = (design: Design): Lineage => buildLineage(buildGraph(design, kinds, products))
const callOf = (lineage: Lineage, flow: Id): CarriedCall => {
  const found = lineage.calls.find((call) => call.flow === flow)
  if (found === undefined) throw new Error(`Nothing calls ${flow}`)
  return found
}
/** "asset: gate gate?" for each asset that a call carries; a question mark where the order is only a default. */
const seen = (lineage: Lineage, flow: Id): readonly string[] =>
  callOf(lineage, flow).carried.map(({ asset, marks }) =>
    `${asset}: ${marks.map(({ gate, certain }) => `${gate}${certain ? '' : '?'}`).join(' ')}`.trim(),
  )

/** A person asks a service that holds the steps; every other box hangs on the service. */
function hub(steps: readonly Step[] | undefined, more: Partial<Design> = {}): Design {
  return {
    format: 'lintel/design',
    version: 1,
    id: 'd-hub',
    name: 'Hub',
    components: [
      { id: 'person', name: 'Person', kind: 'user' },
      { id: 'hub', name: 'Hub', kind: 'orchestrator', ...(steps === undefined ? {} : { plans: [{ steps }] }) },
      { id: 'guard', name: 'Guard', kind: 'guardrail' },
      { id: 'policy', name: 'Policy', kind: 'policy-gate' },
      { id: 'model', name: 'Model', kind: 'llm-self-hosted' },
      { id: 'web', name: 'Web', kind: 'tool', holds: ['pages'], settings: { effect: 'read' } },
      { id: 'mail', name: 'Mail', kind: 'tool', settings: { effect: 'comm' } },
    ],
    flows: [
      { id: 'ask', from: 'person', to: 'hub', request: { data: ['words'] } },
      { id: 'to-guard', from: 'hub', to: 'guard' },
      { id: 'to-policy', from: 'hub', to: 'policy' },
      { id: 'to-model', from: 'hub', to: 'model', mode: 'sync' },
      { id: 'to-web', from: 'hub', to: 'web' },
      { id: 'to-mail', from: 'hub', to: 'mail' },
    ],
    data: [
      { id: 'words', name: 'Words', writers: 'anyone' },
      { id: 'pages', name: 'Pages', writers: 'anyone' },
    ],
    ...more,
  }
}
const calls = ['to-guard', 'to-policy', 'to-model', 'to-web', 'to-mail']
/** The steps of a hub that makes every call; those not named come after the ones that matter. */
const stepsOf = (...steps: readonly Step[]): readonly Step[] => {
  const named = JSON.stringify(steps)
  const rest = calls.filter((flow) => !named.includes(`"${flow}"`)).map((flow): Step => ({ call: flow, share: 0 }))
  return [...steps, ...rest]
}

describe('the support agent', () => {
  const lineage = follow(supportAgent as Design)

  it('sends mail with messages and pages in hand that no gate has seen', () => {
    const carried = callOf(lineage, 'g-mail').carried
    const origins = new Set(carried.flatMap((each) => each.origins))
    const untrusted = [...origins].filter((origin) => (lineage.origins[origin]?.trust ?? 100) < 50)
    expect(untrusted.toSorted()).toEqual(['message', 'pages'])
    expect(carried.flatMap((each) => each.marks)).toEqual([])
  })

  it('refunds with the same in hand, all of it seen by the approver', () => {
    const assets = callOf(lineage, 'g-mail').carried.map(({ asset }) => asset)
    const refund = callOf(lineage, 'g-refund')
    expect(refund.carried.map(({ asset }) => asset)).toEqual(assets)
    for (const { marks } of refund.carried) expect(marks).toEqual([{ gate: 'approver', certain: true }])
    expect(refund.gatesBefore).toEqual([{ gate: 'approver', certain: true }])
  })

  it('shows the way from the customer, and from the page, to the mail', () => {
    expect(lineage.pathTo(callOf(lineage, 'g-mail'), 'message')).toEqual([
      'customer',
      'g-ask',
      'chat',
      'g-chat',
      'agent',
      'g-mail',
      'mail',
    ])
    expect(lineage.pathTo(callOf(lineage, 'g-mail'), 'pages')).toEqual(['web', 'g-web', 'agent', 'g-mail', 'mail'])
  })

  it('knows that the model had everything in hand', () => {
    for (const { through } of callOf(lineage, 'g-mail').carried) expect(through).toEqual(['agent', 'model'])
  })
})

describe('the research service', () => {
  const lineage = follow(researchRag as Design)

  it('lets the guard see the question, and nobody the chunks, before the model', () => {
    expect(seen(lineage, 'f-llm')).toEqual(['answer-prompt:', 'chunks:', 'question: guard-in'])
  })

  it('carries the prompt over an offline arrow without a call', () => {
    expect(lineage.calls.map(({ flow }) => flow)).not.toContain('f-prompt')
    expect(callOf(lineage, 'f-llm').carried.map(({ asset }) => asset)).toContain('answer-prompt')
  })

  it('marks the answer by the grounding guard, and by the reviewer who stands in the line', () => {
    expect(seen(lineage, 'f-review')).toContain('answer: guard-out')
    expect(seen(lineage, 'f-reviewed')).toEqual(['answer: guard-out review'])
  })

  it('traces an answer to the documents it is derived from', () => {
    const answer = callOf(lineage, 'f-guard-out').carried.find(({ asset }) => asset === 'answer')
    expect(answer?.origins).toEqual(['documents'])
  })
})

describe('marks', () => {
  it.each<[string, readonly Step[], string]>([
    ['a gate before the call', [{ call: 'to-policy' }, { call: 'to-mail' }], 'words: policy'],
    ['a gate after the call', [{ call: 'to-mail' }, { call: 'to-policy' }], 'words:'],
    ['a sampled gate', [{ call: 'to-policy', share: 0.5 }, { call: 'to-mail' }], 'words:'],
    [
      'a gate whose share nobody knows',
      [{ call: 'to-policy', share: { unknown: true } }, { call: 'to-mail' }],
      'words: policy?',
    ],
    ['a gate that fails open', [{ call: 'to-policy', optional: true }, { call: 'to-mail' }], 'words:'],
    [
      'a gate with an alternative',
      [{ call: 'to-policy', orElse: [{ call: 'to-guard' }] }, { call: 'to-mail' }],
      'words:',
    ],
    [
      'a gate in one of two choices',
      [{ choose: [{ call: 'to-policy' }, { call: 'to-web' }] }, { call: 'to-mail' }],
      'words:',
    ],
    [
      'a gate in every choice',
      [
        { choose: [{ call: 'to-policy' }, { steps: [{ call: 'to-policy' }, { call: 'to-guard' }] }] },
        { call: 'to-mail' },
      ],
      'words: policy',
    ],
    ['a gate beside the call', [{ parallel: [{ call: 'to-policy' }, { call: 'to-mail' }] }], 'words:'],
    [
      'a gate in a branch before',
      [{ parallel: [{ call: 'to-policy' }, { call: 'to-model' }] }, { call: 'to-mail' }],
      'words: policy',
    ],
    [
      'a gate in a branch nobody waits for',
      [{ parallel: [{ call: 'to-policy' }, { call: 'to-model' }], join: 'any' }, { call: 'to-mail' }],
      'words:',
    ],
    [
      'a gate at the head of a loop',
      [{ times: 5, steps: [{ call: 'to-policy' }, { call: 'to-mail' }] }],
      'words: policy',
    ],
    ['two gates', [{ call: 'to-guard' }, { call: 'to-policy' }, { call: 'to-mail' }], 'words: guard policy'],
  ])('%s', (_, steps, expected) => {
    expect(seen(follow(hub(stepsOf(...steps))), 'to-mail')).toContain(expected)
  })

  it('are lost when a loop brings in something new after the gate', () => {
    const steps: readonly Step[] = [
      { call: 'to-policy' },
      { times: 5, steps: [{ call: 'to-mail' }, { call: 'to-web' }] },
    ]
    expect(seen(follow(hub(stepsOf(...steps))), 'to-mail')).toEqual(['pages:', 'words: policy'])
  })

  it('do not reach the next turn of a loop that keeps nothing', () => {
    const steps: readonly Step[] = [{ times: 5, keeps: 'nothing', steps: [{ call: 'to-mail' }, { call: 'to-web' }] }]
    expect(seen(follow(hub(stepsOf(...steps))), 'to-mail')).toEqual(['words:'])
  })

  it('are unknown while nobody stated the order of steps', () => {
    const marks = callOf(follow(hub(undefined)), 'to-mail').carried.flatMap((each) => each.marks)
    expect(marks.length).toBeGreaterThan(0)
    expect(marks.every(({ certain }) => !certain)).toBe(true)
  })

  it('are unknown for an arrow that no plan mentions yet', () => {
    const design = hub([{ call: 'to-policy' }])
    expect(seen(follow(design), 'to-mail')).toContain('words: guard? policy?')
  })

  it('are not made by a gate that is called without waiting', () => {
    const design = hub(stepsOf({ call: 'to-policy' }, { call: 'to-mail' }))
    const flows = (design.flows ?? []).map((flow) =>
      flow.id === 'to-policy' ? { ...flow, mode: 'async' as const } : flow,
    )
    expect(seen(follow({ ...design, flows }), 'to-mail')).toContain('words:')
  })

  it('count only for what the gate was sent', () => {
    const design = hub(stepsOf({ call: 'to-web' }, { call: 'to-policy' }, { call: 'to-mail' }))
    const flows = (design.flows ?? []).map((flow) =>
      flow.id === 'to-policy' ? { ...flow, request: { data: ['words'] } } : flow,
    )
    expect(seen(follow({ ...design, flows }), 'to-mail')).toEqual(['pages:', 'words: policy'])
  })

  it('are made by a gate that stands in the line', () => {
    const line: Design = hub(undefined, {
      components: [
        { id: 'person', name: 'Person', kind: 'user' },
        { id: 'guard', name: 'Guard', kind: 'guardrail' },
        { id: 'model', name: 'Model', kind: 'llm-self-hosted' },
      ],
      flows: [
        { id: 'ask', from: 'person', to: 'guard', request: { data: ['words'] } },
        { id: 'pass', from: 'guard', to: 'model' },
      ],
    })
    expect(seen(follow(line), 'pass')).toEqual(['words: guard'])
  })
})

describe('what travels', () => {
  it('is the request of an actor whose arrow names no data', () => {
    const design = hub(stepsOf({ call: 'to-mail' }))
    const flows = (design.flows ?? []).map((flow) =>
      flow.id === 'ask' ? { id: 'ask', from: 'person', to: 'hub' } : flow,
    )
    const lineage = follow({ ...design, flows, context: { audience: 'external' } })
    expect(callOf(lineage, 'to-mail').carried[0]?.origins).toEqual(['person.request'])
    expect(lineage.origins['person.request']).toMatchObject({ trust: 0, name: 'what Person asks' })
  })

  it('is nothing back from a verdict', () => {
    const lineage = follow(hub(stepsOf({ call: 'to-guard' })))
    expect(lineage.answers.find(({ flow }) => flow === 'to-guard')?.carried).toEqual([])
  })

  it.each([
    [false, 100],
    [true, 0],
  ])('has the trust that its answer states (untrusted: %s)', (untrusted, trust) => {
    const design = hub(stepsOf({ call: 'to-web' }, { call: 'to-mail' }))
    const flows = (design.flows ?? []).map((flow) =>
      flow.id === 'to-web' ? { ...flow, response: { data: ['pages'], untrusted } } : flow,
    )
    const data = [
      { id: 'words', name: 'Words' },
      { id: 'pages', name: 'Pages', writers: 'staff' as const },
    ]
    const lineage = follow({ ...design, flows, data })
    const pages = callOf(lineage, 'to-mail').carried.find(({ asset }) => asset === 'pages')
    expect(Math.min(...(pages?.origins ?? []).map((origin) => lineage.origins[origin]?.trust ?? -1))).toBe(
      Math.min(trust, untrusted ? 0 : 100),
    )
  })

  it('comes back out of a store in a later run', () => {
    const stored: Design = hub(undefined, {
      components: [
        { id: 'writer', name: 'Writer', kind: 'user' },
        { id: 'reader', name: 'Reader', kind: 'user' },
        { id: 'intake', name: 'Intake', kind: 'orchestrator' },
        { id: 'desk', name: 'Desk', kind: 'orchestrator' },
        { id: 'store', name: 'Store', kind: 'relational-db' },
        { id: 'mail', name: 'Mail', kind: 'tool' },
      ],
      flows: [
        { id: 'tell', from: 'writer', to: 'intake', request: { data: ['words'] } },
        { id: 'keep', from: 'intake', to: 'store', does: ['write'] },
        { id: 'look', from: 'reader', to: 'desk', request: { data: ['pages'] } },
        { id: 'find', from: 'desk', to: 'store', does: ['read'] },
        { id: 'to-mail', from: 'desk', to: 'mail' },
      ],
    })
    const lineage = follow(stored)
    expect(callOf(lineage, 'to-mail').carried.map(({ asset }) => asset)).toEqual(['pages', 'words'])
    expect(lineage.pathTo(callOf(lineage, 'to-mail'), 'words')).toEqual([
      'writer',
      'tell',
      'intake',
      'keep',
      'store',
      'find',
      'desk',
      'to-mail',
      'mail',
    ])
  })
})

describe('lineage as a whole', () => {
  it.each([
    ['research', researchRag as Design],
    ['support', supportAgent as Design],
  ])('does not depend on the order of collections (%s)', (_, design) => {
    const text = JSON.stringify(follow(design).calls)
    assert(
      property(infiniteStream(nat()), (numbers) => {
        const turned = collections.map(
          (collection) => [collection, shuffle<Element>(design[collection] ?? [], numbers)] as const,
        )
        const shuffled = { ...design, ...Object.fromEntries(turned.filter(([, elements]) => elements.length > 0)) }
        expect(JSON.stringify(follow(shuffled).calls)).toBe(text)
      }),
      { numRuns: 20 },
    )
  })

  it('never gains a mark, nor loses an asset, when a gate becomes optional', () => {
    const firm = callOf(follow(hub(stepsOf({ call: 'to-policy' }, { call: 'to-mail' }))), 'to-mail')
    const soft = callOf(follow(hub(stepsOf({ call: 'to-policy', optional: true }, { call: 'to-mail' }))), 'to-mail')
    expect(soft.carried.map(({ asset }) => asset)).toEqual(firm.carried.map(({ asset }) => asset))
    expect(soft.carried.flatMap(({ marks }) => marks).length).toBeLessThan(
      firm.carried.flatMap(({ marks }) => marks).length,
    )
  })
})

function shuffle<T>(all: readonly T[], numbers: Iterator<number>): readonly T[] {
  return all
    .map((each) => ({ each, key: Number(numbers.next().value) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ each }) => each)
}
