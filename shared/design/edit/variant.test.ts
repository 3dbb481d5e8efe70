import { assert, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Component, Design } from '../design.ts'
import { effectiveDesign } from '../effective.ts'
import { arbitraryDesign, runs } from '../testing/arbitrary-design.ts'
import { byId } from '../testing/by-id.ts'
import { frozen } from '../testing/shuffle.ts'
import * as edits from './index.ts'
import { rag, errors } from '../testing/edited.ts'

describe('inside a variant', () => {
  const within = (edit: (design: Design) => Design): Design => edits.editWithin(rag, 'v-small', edit)

  it('an edit becomes the difference from what the variant builds on', () => {
    const after = within((design) => edits.rename(design, 'judge', 'Strict judge'))
    expect(after.components).toBe(rag.components)
    expect(after.variants?.[0]?.changes.components).toMatchObject({
      judge: { name: 'Strict judge' },
      llm: { product: 'openai/gpt-4.1-mini' },
    })
  })

  it('an edit back to the old value empties its change', () => {
    const there = within((design) => edits.rename(design, 'judge', 'Strict judge'))
    const back = edits.editWithin(there, 'v-small', (design) => edits.rename(design, 'judge', 'Answer judge'))
    expect(back).toEqual(rag)
  })

  it('a removal writes null, and leaves the base and the records alone', () => {
    const after = within((design) => edits.removeElements(design, ['guard-out']))
    expect(after.variants?.[0]?.changes.components).toMatchObject({ 'guard-out': null })
    expect(after.variants?.[0]?.changes.flows).toEqual({ 'f-guard-out': null })
    expect(after.decisions).toBe(rag.decisions)
    expect(after.views?.[0]?.places).toEqual(rag.views?.[0]?.places)
    expect(errors(after)).toEqual([])
  })

  it('places are shared, also of what only the variant has', () => {
    const box: Component = { id: 'cache', name: 'Cache', kind: 'cache' }
    const added = within((design) => edits.addComponent(design, box, { place: { x: 1, y: 2 } }))
    expect(added.views?.[0]?.places?.['cache']).toEqual({ x: 1, y: 2 })
    const gone = edits.editWithin(added, 'v-small', (design) => edits.removeElements(design, ['cache']))
    expect(gone).toEqual(rag)
  })

  it('of the base, or of nothing, is a plain edit', () => {
    expect(edits.editWithin(rag, undefined, (design) => edits.rename(design, 'llm', 'W')).components?.[8]?.name).toBe(
      'W',
    )
    expect(within((design) => design)).toBe(rag)
  })

  it('adopting an option leaves the picture of every other one', () => {
    assert(
      property(arbitraryDesign, nat(), (design, seed) => {
        const variants = design.variants ?? []
        const adopted = variants[seed % Math.max(1, variants.length)]
        if (!adopted) return
        const after = edits.adoptVariant(frozen(design), adopted.id)
        expect(byId(effectiveDesign(after, null))).toEqual(byId(effectiveDesign(design, adopted.id)))
        for (const other of after.variants ?? []) {
          expect(byId(effectiveDesign(after, other.id))).toEqual(byId(effectiveDesign(design, other.id)))
        }
        expect(errors(after)).toEqual([])
      }),
      runs(80),
    )
  })
})
