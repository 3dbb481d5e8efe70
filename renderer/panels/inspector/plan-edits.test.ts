import { describe, expect, it } from 'vitest'
import type { Design } from '../../../shared/design/design.ts'
import { changeModifier, shownPlans, stepNames, writePlanDown } from './plan-edits.ts'
import { graphOf } from '../../store/graph-of.ts'

const design: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd',
  name: 'Plan',
  components: [
    { id: 'orch', name: 'Service', kind: 'orchestrator' },
    { id: 'llm', name: 'Model', kind: 'llm-api' },
    { id: 'index', name: 'Index', kind: 'vector-store' },
    { id: 'guard', name: 'Guard', kind: 'guardrail' },
  ],
  flows: [
    { id: 'f-llm', from: 'orch', to: 'llm' },
    { id: 'f-search', from: 'orch', to: 'index' },
    { id: 'f-guard', from: 'orch', to: 'guard' },
  ],
}
const called = (shown: Design) =>
  shown.components?.[0]?.plans?.[0]?.steps.map((step) => ('call' in step ? step.call : '')) ?? []

describe('plans in the inspector', () => {
  it('show the usual order while nobody stated one', () => {
    const { usual, plans, unplaced } = shownPlans(graphOf(design), 'orch')
    expect(usual).toBe(true)
    expect(unplaced).toEqual([])
    expect(plans[0]?.steps.map((step) => ('call' in step ? step.call : ''))).toEqual(['f-guard', 'f-search', 'f-llm'])
  })
  it('write the usual order down before the first change', () => {
    const changed = changeModifier(design, 'orch', 'f-search', 'share', 0.4)
    expect(called(changed)).toEqual(['f-guard', 'f-search', 'f-llm'])
    expect(changed.components?.[0]?.plans?.[0]?.steps[1]).toEqual({ call: 'f-search', share: 0.4 })
  })
  it('place an arrow that no plan mentions before changing its step', () => {
    const written = writePlanDown(design, 'orch')
    const grown: Design = {
      ...written,
      components: [...(written.components ?? []), { id: 'cache', name: 'Cache', kind: 'cache' }],
      flows: [...(written.flows ?? []), { id: 'f-cache', from: 'orch', to: 'cache' }],
    }
    expect(shownPlans(graphOf(grown), 'orch').unplaced).toEqual(['f-cache'])
    const changed = changeModifier(grown, 'orch', 'f-cache', 'ends', 0.3)
    expect(called(changed)).toEqual(['f-guard', 'f-search', 'f-llm', 'f-cache'])
  })
  it('name steps by their place', () => {
    const nameAt = stepNames('orch', [
      { steps: [{ parallel: [{ call: 'a' }, { call: 'b' }] }, { call: 'a', orElse: [{ call: 'c' }] }] },
    ])
    expect([nameAt([0, 0]), nameAt([0, 0, 1]), nameAt([0, 1]), nameAt([0, 1, 'orElse', 0])]).toEqual([
      'orch/parallel',
      'b',
      'a#2',
      'c',
    ])
  })
})
