import { assert, infiniteStream, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import researchRag from '../design/testing/research-rag.json' with { type: 'json' }
import supportAgent from '../design/testing/support-agent.json' with { type: 'json' }
import { collections } from '../design/collections.ts'
import type { Design, Element } from '../design/design.ts'
import { follow, callOf, seen, hub, stepsOf } from './testing/lineage.ts'

function shuffle<T>(all: readonly T[], numbers: Iterator<number>): readonly T[] {
  return all
    .map((each) => ({ each, key: Number(numbers.next().value) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ each }) => each)
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
