import { describe, expect, it } from 'vitest'
import type { Design, Step } from '../design/design.ts'
import { follow, callOf, seen, hub, stepsOf } from './testing/lineage.ts'

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

describe('gates that have seen what a call does', () => {
  const decided = (...steps: readonly Step[]): readonly string[] =>
    callOf(follow(hub(stepsOf(...steps))), 'to-mail').decidedBy.map(
      ({ gate, certain }) => `${gate}${certain ? '' : '?'}`,
    )

  it.each<[string, readonly Step[], readonly string[]]>([
    ['after the model', [{ call: 'to-model' }, { call: 'to-policy' }, { call: 'to-mail' }], ['policy']],
    ['before the model', [{ call: 'to-policy' }, { call: 'to-model' }, { call: 'to-mail' }], []],
    ['and no model', [{ call: 'to-policy' }, { call: 'to-web' }, { call: 'to-mail' }], ['policy']],
    [
      'before a model that is asked now and then',
      [{ call: 'to-policy' }, { call: 'to-model', share: 0.5 }, { call: 'to-mail' }],
      [],
    ],
    [
      'at the end of each turn',
      [{ times: 3, steps: [{ call: 'to-mail' }, { call: 'to-model' }, { call: 'to-policy' }] }],
      [],
    ],
    [
      'in each turn before the call',
      [{ times: 3, steps: [{ call: 'to-model' }, { call: 'to-policy' }, { call: 'to-mail' }] }],
      ['policy'],
    ],
  ])('%s', (_, steps, expected) => {
    expect(decided(...steps)).toEqual(expected)
  })

  it('are none where a service that was asked in between asks a model', () => {
    const design = hub(stepsOf({ call: 'to-policy' }, { call: 'to-writer' }, { call: 'to-mail' }))
    const asking: Design = {
      ...design,
      components: [...(design.components ?? []), { id: 'writer', name: 'Writer', kind: 'orchestrator' }],
      flows: [
        ...(design.flows ?? []),
        { id: 'to-writer', from: 'hub', to: 'writer', mode: 'sync' },
        { id: 'writes', from: 'writer', to: 'model', mode: 'sync' },
      ],
    }
    expect(callOf(follow(asking), 'to-mail').decidedBy).toEqual([])
    const flows = (asking.flows ?? []).map((flow) =>
      flow.id === 'writes' ? { ...flow, mode: 'async' as const } : flow,
    )
    expect(callOf(follow({ ...asking, flows }), 'to-mail').decidedBy).toEqual([{ gate: 'policy', certain: true }])
  })

  it('are in doubt while nobody stated the order of steps', () => {
    const marks = callOf(follow(hub(undefined)), 'to-mail').decidedBy
    expect(marks.map(({ certain }) => certain)).toEqual([false, false])
  })
})
