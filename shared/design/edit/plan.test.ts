import { describe, expect, it } from 'vitest'
import * as edits from './index.ts'
import { rag, agent, component, stepsText, errors } from '../testing/edited.ts'

describe('plans', () => {
  it('take an arrow in at a place, in a group, or as an alternative', () => {
    const plain = edits.placeFlow(rag, 'judge', 'f-judge-llm')
    expect(component(plain, 'judge')?.plans).toEqual([{ steps: [{ call: 'f-judge-llm' }] }])
    const first = edits.placeFlow(agent, 'agent', 'g-mail', { at: 0 })
    expect(component(first, 'agent')?.plans?.[0]?.steps[0]).toEqual({ call: 'g-mail' })
    const inside = edits.placeFlow(agent, 'agent', 'g-mail', { inside: 'agent/refund', at: 1 })
    expect(stepsText(inside, 'agent')).toContain(
      '[{"call":"g-approve"},{"call":"g-mail"},{"call":"g-refund","share":0.9}]',
    )
    const instead = edits.placeFlow(agent, 'agent', 'g-kb', { inside: 'g-orders' })
    expect(stepsText(instead, 'agent')).toContain('{"call":"g-orders","share":0.25,"orElse":[{"call":"g-kb"}]}')
  })

  it('name a second use of an arrow with a number', () => {
    const twice = edits.placeFlow(rag, 'orch', 'f-review')
    const after = edits.setStepModifier(twice, 'orch', 'f-review#2', 'share', 0.5)
    expect(component(after, 'orch')?.plans?.[0]?.steps.at(-1)).toEqual({ call: 'f-review', share: 0.5 })
    expect(edits.setStepModifier(after, 'orch', 'f-review#2', 'share', undefined)).toEqual(twice)
    expect(edits.removeStep(after, 'orch', 'f-review#2')).toEqual(rag)
  })

  it('move steps, also into and out of groups, but not into themselves', () => {
    const moved = edits.moveStep(agent, 'agent', 'g-remember', { at: 0 })
    expect(component(moved, 'agent')?.plans?.[0]?.steps[0]).toEqual({ call: 'g-remember' })
    expect(edits.moveStep(moved, 'agent', 'g-remember', {})).toEqual(agent)
    const out = edits.moveStep(agent, 'agent', 'g-think', { at: 2 })
    expect(component(out, 'agent')?.plans?.[0]?.steps[2]).toEqual({ call: 'g-think' })
    expect(edits.moveStep(agent, 'agent', 'agent/think, act', { inside: 'agent/refund' })).toBe(agent)
    const within = edits.moveStep(agent, 'agent', 'g-refund', { inside: 'agent/refund', at: 0 })
    expect(stepsText(within, 'agent')).toContain('"steps":[{"call":"g-refund","share":0.9},{"call":"g-approve"}]')
  })

  it('wrap steps where the first of them stands, and unwrap them again', () => {
    const wrapped = edits.wrapSteps(rag, 'orch', ['f-search', 'f-trace'], {
      form: 'parallel',
      modifiers: { label: 'both' },
    })
    const [first, second] = component(wrapped, 'orch')?.plans?.[0]?.steps ?? []
    expect(first).toEqual({ label: 'both', parallel: [{ call: 'f-trace' }, { call: 'f-search' }] })
    expect(second).toHaveProperty('parallel')
    const loop = edits.wrapSteps(rag, 'orch', ['f-llm'], { form: 'steps', modifiers: { times: 3, keeps: 'all' } })
    expect(stepsText(loop, 'orch')).toContain('{"times":3,"keeps":"all","steps":[{"call":"f-llm","orElse"')
    expect(edits.unwrapGroup(loop, 'orch', 'orch/steps')).toEqual(rag)
    expect(errors(wrapped)).toEqual([])
  })

  it('lose a group with its last step', () => {
    const after = edits.removeStep(edits.removeStep(agent, 'agent', 'g-approve'), 'agent', 'g-refund')
    expect(stepsText(after, 'agent')).not.toContain('"label":"refund"')
    const empty = edits.removeStep(edits.placeFlow(rag, 'judge', 'f-judge-llm'), 'judge', 'f-judge-llm')
    expect(empty).toEqual(rag)
  })

  it('answer a trigger only once', () => {
    const after = edits.addPlan(rag, 'orch', { on: ['ask'], steps: [{ call: 'f-search' }] })
    expect(component(after, 'orch')?.plans).toEqual([{ on: ['ask'], steps: [{ call: 'f-search' }] }])
  })
})
