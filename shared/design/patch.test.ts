import { assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryDesign, runs } from './testing/arbitrary-design.ts'
import { byId } from './testing/by-id.ts'
import { frozen, turnAround } from './testing/shuffle.ts'
import type { Model } from './design.ts'
import { effectiveDesign } from './effective.ts'
import { diffDesigns } from './diff.ts'
import { applyPatch, diffModels, isEmptyPatch } from './patch.ts'

const model: Model = {
  context: { stage: 'pilot' },
  components: [
    { id: 'llm', name: 'Answer model', kind: 'llm-api', settings: { usdPerMInput: 2, pinned: true } },
    { id: 'api', name: 'API', kind: 'api-gateway' },
  ],
  workloads: [{ id: 'desk', name: 'Desk', mix: { ask: 1 }, arrivals: { rate: 5, per: 'day' } }],
}

describe('patches', () => {
  it('lead from any model to any other', () => {
    assert(
      property(arbitraryDesign, arbitraryDesign, (before, after) => {
        const patch = diffModels(frozen(before), frozen(after))
        expect(byId(applyPatch(before, patch))).toEqual(byId(after))
      }),
      runs(120),
    )
  })

  it('are empty between a design and itself in another order', () => {
    assert(
      property(arbitraryDesign, (design) => {
        expect(isEmptyPatch(diffModels(design, turnAround(design)))).toBe(true)
        expect(diffDesigns(design, turnAround(design))).toEqual([])
      }),
      runs(100),
    )
  })

  it('survive JSON, as variants are stored', () => {
    assert(
      property(arbitraryDesign, arbitraryDesign, (before, after) => {
        const patch = diffModels(before, after)
        expect(JSON.parse(JSON.stringify(patch))).toEqual(patch)
      }),
      runs(100),
    )
  })

  it('merge records of values by name, and values as a whole', () => {
    const changed = applyPatch(model, {
      components: { llm: { settings: { usdPerMInput: { value: 3.99 }, pinned: null, region: 'EU' } } },
    })
    expect(changed.components?.[0]?.settings).toEqual({ usdPerMInput: { value: 3.99 }, region: 'EU' })
    const back = applyPatch(
      applyPatch(model, { components: { llm: { settings: { usdPerMInput: { value: 6.88, source: 'old' } } } } }),
      { components: { llm: { settings: { usdPerMInput: { value: 3.99 } } } } },
    )
    expect(back.components?.[0]?.settings?.['usdPerMInput']).toEqual({ value: 3.99 })
  })

  it('replace every other field whole', () => {
    const changed = applyPatch(model, { workloads: { desk: { arrivals: { items: 40, every: 'day' } } } })
    expect(changed.workloads?.[0]?.arrivals).toEqual({ items: 40, every: 'day' })
  })

  it('remove with null and add what is complete', () => {
    const changed = applyPatch(model, {
      context: { stage: null, audience: 'internal' },
      components: { api: null, cache: { name: 'Cache', kind: 'cache' }, ghost: { name: 'No kind' } },
    })
    expect(changed.context).toEqual({ audience: 'internal' })
    expect(changed.components?.map((component) => component.id)).toEqual(['llm', 'cache'])
  })

  it('share what they do not touch', () => {
    const changed = applyPatch(model, { components: { api: { name: 'Gateway' } } })
    expect(changed.components?.[0]).toBe(model.components?.[0])
    expect(changed.workloads).toBe(model.workloads)
  })
})

describe('the effective design', () => {
  const base = {
    format: 'lintel/design' as const,
    version: 1,
    id: 'd',
    name: 'D',
    ...model,
    shown: 'b',
    variants: [
      {
        id: 'a',
        name: 'A',
        type: 'option' as const,
        changes: { components: { llm: { name: 'From A', product: 'p' } } },
      },
      { id: 'b', name: 'B', type: 'option' as const, of: 'a', changes: { components: { llm: { name: 'From B' } } } },
      { id: 'c', name: 'C', type: 'option' as const, of: 'c', changes: {} },
    ],
  }

  it('is the shown variant, with all that it builds on', () => {
    expect(effectiveDesign(base).components?.[0]).toMatchObject({ name: 'From B', product: 'p' })
    expect(effectiveDesign(base, 'a').components?.[0]).toMatchObject({ name: 'From A' })
  })

  it('is the design itself for the base, and for a variant that is not there', () => {
    expect(effectiveDesign(base, null)).toBe(base)
    expect(effectiveDesign(base, 'gone')).toBe(base)
  })

  it('ends a chain that runs into itself', () => {
    expect(effectiveDesign(base, 'c').components).toBe(base.components)
  })
})
