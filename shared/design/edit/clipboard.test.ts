import { assert, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takenIds } from '../collections.ts'
import type { Design, Element, Id } from '../design.ts'
import { arbitraryDesign, runs } from '../testing/arbitrary-design.ts'
import { frozen } from '../testing/shuffle.ts'
import * as edits from './index.ts'
import { setRoute } from './place.ts'
import { rag, errors, newIds } from '../testing/edited.ts'

describe('copy and paste', () => {
  const idsOf = (design: Design): readonly Id[] =>
    [design.boundaries, design.components, design.flows, design.data, design.identities].flatMap((list) =>
      (list ?? []).map((element: Element) => element.id),
    )

  it('gives new ids, and breaks no law', () => {
    assert(
      property(arbitraryDesign, arbitraryDesign, nat(), (from, into, seed) => {
        for (const target of [from, { ...into, id: 'design-2' }]) {
          const ids = [...(from.boundaries ?? []), ...(from.components ?? [])].map((element) => element.id)
          const chosen = ids.filter((_, index) => (seed + index) % 2 === 0)
          const fragment = edits.copyFragment(frozen(from), chosen)
          expect(edits.isFragment(JSON.parse(JSON.stringify(fragment)))).toBe(true)
          const { design, pasted } = edits.pasteFragment(frozen(target), fragment, newIds(seed))
          expect(new Set(idsOf(design)).size).toBe(idsOf(design).length)
          for (const id of pasted) expect(takenIds(target).has(id)).toBe(false)
          expect(errors(design)).toEqual([])
        }
      }),
      runs(80),
    )
  })

  it('gives what was cut its own ids back, once', () => {
    const fragment = edits.copyFragment(rag, ['vpc'])
    const cut = edits.removeElements(
      rag,
      [...fragment.boundaries, ...fragment.components].map(({ id }) => id),
    )
    const back = edits.pasteFragment(cut, fragment, newIds(4))
    expect([...back.pasted].toSorted()).toEqual(
      [...fragment.boundaries, ...fragment.components].map(({ id }) => id).toSorted(),
    )
    const once = new Set(idsOf(back.design))
    const again = edits.pasteFragment(back.design, fragment, newIds(5))
    for (const id of again.pasted) expect(once.has(id)).toBe(false)
    const elsewhere = edits.pasteFragment({ ...cut, id: 'd-other' }, fragment, newIds(6))
    for (const id of elsewhere.pasted) expect(back.pasted).not.toContain(id)
    expect(errors(back.design)).toEqual([])
  })

  it('takes along how the arrows were bent, and where their labels stand', () => {
    const [inner] = edits.copyFragment(rag, ['orch', 'index', 'llm']).flows
    const points = [[300, 40] as const]
    const bent = setRoute(rag, inner?.id ?? '', { points, labelAt: 0.25 })
    const { design } = edits.duplicate(bent, ['orch', 'index', 'llm'], newIds(3), { offset: { x: 10, y: 20 } })
    const copy = design.flows?.at(rag.flows?.length ?? 0)
    const routes = edits.mainView(design)?.routes
    expect(routes?.[copy?.id ?? '']).toEqual({ points: [[310, 60]], labelAt: 0.25 })
    expect(routes?.[inner?.id ?? '']).toEqual({ points, labelAt: 0.25 })
  })

  it('remaps inner arrows and steps, and leaves outer ones behind', () => {
    const { design, pasted } = edits.duplicate(rag, ['orch', 'index', 'llm'], newIds(3))
    expect(pasted).toHaveLength(3)
    const copy = design.components?.find((box) => box.name === 'Answer service (2)')
    const copied = (design.flows ?? []).slice(rag.flows?.length).map((arrow) => arrow.id)
    expect(copied).toHaveLength(2)
    expect(JSON.stringify(copy?.plans)).toBe(JSON.stringify([{ steps: copied.map((call) => ({ call })) }]))
    expect(copy?.as).toBe('svc-answer')
    expect(design.data).toBe(rag.data)
    expect(design.treatments).toBe(rag.treatments)
    expect(design.views?.[0]?.places?.[copy?.id ?? '']).toEqual({ x: 592, y: 332 })
  })

  it('copies a boundary with all that stands in it', () => {
    const fragment = edits.copyFragment(rag, ['vpc'])
    expect(fragment.components).toHaveLength(10)
    const { design } = edits.pasteFragment(rag, fragment, newIds(5), { into: 'office' })
    const copy = design.boundaries?.at(-1)
    expect(copy).toMatchObject({ name: 'AWS eu-west-1 (2)', in: 'office' })
    expect(design.components?.filter((box) => box.in === copy?.id)).toHaveLength(10)
  })

  it('into another file takes data along: equal ones are the same, others get a number', () => {
    const fragment = edits.copyFragment(rag, ['orch', 'guard-in'])
    const empty = edits.blankDesign('d-other', 'Other')
    const once = edits.pasteFragment(empty, fragment, newIds(1)).design
    expect(once.data).toMatchObject([{ name: 'Questions', writers: 'staff' }])
    expect(once.flows?.[0]?.request?.data).toEqual([once.data?.[0]?.id])
    const twice = edits.pasteFragment(once, fragment, newIds(2)).design
    expect(twice.data).toEqual(once.data)
    const stranger = edits.setField(once, once.data?.[0]?.id ?? '', 'writers', 'anyone')
    const third = edits.pasteFragment(stranger, fragment, newIds(2)).design
    expect(third.data?.map((asset) => asset.name)).toEqual(['Questions', 'Questions (2)'])
    expect(errors(third)).toEqual([])
  })
})
