import { assert, integer, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findElement, takenIds } from '../collections.ts'
import { effectiveDesign } from '../effective.ts'
import { checkInvariants } from '../invariants/check-invariants.ts'
import { arbitraryDesign, runs } from '../testing/arbitrary-design.ts'
import { byId } from '../testing/by-id.ts'
import { numbersFrom } from '../testing/numbers.ts'
import { frozen } from '../testing/shuffle.ts'
import { permissiveVocabulary } from '../vocabulary.ts'
import * as edits from './index.ts'
import { rag, agent, component, flow, stepsText, errors } from '../testing/edited.ts'

describe('removal', () => {
  it('never leaves a reference to what is gone', () => {
    assert(
      property(arbitraryDesign, nat(), integer({ min: 1, max: 4 }), (design, seed, count) => {
        const random = numbersFrom(seed)
        const all = [...takenIds(design)].filter((id) => findElement(design, id))
        const chosen = Array.from({ length: count }, () => all[Math.floor(random() * all.length)] ?? '')
        expect(errors(design)).toEqual([])
        const after = edits.removeElements(frozen(design), chosen)
        expect(errors(after)).toEqual([])
        for (const id of chosen) expect(takenIds(after).has(id)).toBe(false)
      }),
      runs(120),
    )
  })

  it('keeps in every variant what it had, apart from what is gone', () => {
    assert(
      property(arbitraryDesign, nat(), (design, seed) => {
        const boxes = design.components ?? []
        const victim = boxes[seed % Math.max(1, boxes.length)]
        if (!victim) return
        const after = edits.removeElements(frozen(design), [victim.id])
        for (const variant of design.variants ?? []) {
          const expected = edits.removeElements({ ...effectiveDesign(design, variant.id), variants: [] }, [victim.id])
          expect(byId(effectiveDesign(after, variant.id))).toEqual(byId(expected))
        }
      }),
      runs(80),
    )
  })

  it('of a component takes its arrows, their steps, its places and what options say about it', () => {
    const after = edits.removeElements(rag, ['llm'])
    expect(flow(after, 'f-llm')).toBeUndefined()
    // The fallback stood in for that call.
    expect(stepsText(after, 'orch')).not.toContain('f-llm')
    expect(after.variants?.[0]?.changes).toEqual({})
    expect(edits.variantsThatMention(rag, ['llm']).map((variant) => variant.name)).toEqual(['Small model answers'])
    // Somebody signed this one: it stays, closed by removal.
    expect(after.treatments?.[0]?.on).toEqual(['f-llm'])
    expect(edits.removeElements(rag, ['orch']).views?.[0]?.places).not.toHaveProperty('orch')
  })

  it('of a data asset takes it out of what holds, carries and derives from it', () => {
    const after = edits.removeElements(rag, ['chunks'])
    expect(component(after, 'index')).not.toHaveProperty('holds')
    expect(flow(after, 'f-search')?.response).toEqual({ content: ['retrieved'] })
    expect(flow(after, 'f-rerank')?.request).toEqual({ data: ['question'] })
    expect(after.data?.find((asset) => asset.id === 'answer')).not.toHaveProperty('derivedFrom')
  })

  it('collapses empty groups, and keeps the share of a last choice', () => {
    const after = edits.removeElements(agent, ['refund', 'approver'])
    expect(stepsText(after, 'agent')).not.toContain('"label":"refund"')
    const one = edits.removeElements(agent, ['kb', 'orders', 'crm', 'web', 'refund', 'approver'])
    expect(stepsText(one, 'agent')).toContain('{"choose":[{"call":"g-mail","share":0.1}]}')
  })

  it('of an arrow leaves requirements and ends of actions that name it, as warnings', () => {
    const after = edits.removeElements(rag, ['f-reviewed'])
    expect(after.requirements?.find((requirement) => requirement.id === 'r-review')?.on).toEqual(['f-reviewed'])
    expect(errors(after)).toEqual([])
    expect(checkInvariants(after, permissiveVocabulary).map((problem) => problem.code)).toContain('E2')
  })

  it('of an arrow that starts an action takes the action and its share', () => {
    const after = edits.removeElements(rag, ['f-ask'])
    expect(after.actions?.map((action) => action.id)).toEqual(['load'])
    expect(after.workloads?.[0]?.mix).toEqual({})
    // The plan for that action is now the plan for everything.
    expect(component(after, 'orch')?.plans).toHaveLength(1)
    expect(component(after, 'orch')?.plans?.[0]).not.toHaveProperty('on')
  })

  it('of a boundary moves what stands in it outwards', () => {
    const nested = edits.moveToBoundary(rag, ['vpc'], 'office')
    const after = edits.ungroup(nested, 'vpc')
    expect(component(after, 'orch')?.in).toBe('office')
    expect(component(edits.ungroup(after, 'office'), 'orch')).not.toHaveProperty('in')
  })

  it('of a variant leaves those that build on it as they look', () => {
    const design = edits.addVariant(rag, { id: 'v-2', name: 'On top', type: 'option', of: 'v-small' })
    const before = effectiveDesign(design, 'v-2')
    const after = edits.removeElements({ ...design, shown: 'v-small' }, ['v-small'])
    expect(after).not.toHaveProperty('shown')
    expect(after.variants?.[0]).not.toHaveProperty('of')
    expect(byId(effectiveDesign(after, 'v-2'))).toEqual(byId(before))
  })
})
