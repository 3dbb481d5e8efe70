import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../analyse.ts'
import type { Design, Id } from '../design/design.ts'
import { setSetting } from '../design/edit/element.ts'
import { addVariant, editWithin } from '../design/edit/variant.ts'
import { removeElements } from '../design/edit/remove.ts'
import { effectiveDesign } from '../design/effective.ts'
import { byId } from '../design/testing/by-id.ts'
import { arbitraryDesign, runs } from '../design/testing/arbitrary-design.ts'
import { adoptSide, variantLike } from './adopt.ts'
import { compareSides } from './compare.ts'
import { figureHeads, figureNumbers, figuresOf } from './figures.ts'
import { type Outcome, outcomeOf, sidesOf } from './outcome.ts'
import { saysTheSame, withSide } from './reuse.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const knowledge = { prices: read('resources/prices/price-book.json') as object, today: '2026-11-21' }
const rag = read('resources/templates/analyst-research-rag.lintel.json') as Design
const outcomes = (design: Design, side: Id | null): Outcome => outcomeOf(analyse(withSide(design, side), knowledge))
const model = rag.components?.find(({ kind }) => kind === 'llm-api')?.id ?? ''
const store = rag.components?.find(({ kind }) => kind === 'vector-store')?.id ?? ''

const withOptions = (edits: readonly ((design: Design) => Design)[]): Design =>
  edits.reduce<Design>((design, edit, index) => {
    const id = `v-${index}`
    return editWithin(addVariant(design, { id, name: `Option ${index}`, type: 'option' }), id, edit)
  }, rag)
const priced =
  (usd: number) =>
  (design: Design): Design =>
    setSetting(design, model, 'settings', 'usdPerMOutput', usd)

describe('two sides beside one another', () => {
  it('differ by exactly what two runs differ by, and both numbers keep their bands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 50, max: 4000 }), (price, tokens) => {
        const design = withOptions([
          (before) =>
            setSetting(
              setSetting(before, model, 'settings', 'usdPerMOutput', price),
              model,
              'settings',
              'ttftP50Ms',
              tokens,
            ),
        ])
        const [base, option] = [outcomes(design, null), outcomes(design, 'v-0')]
        const { figures } = compareSides(design, [
          { side: null, outcome: base },
          { side: 'v-0', outcome: option },
        ])
        const action = base.estimate.mainAction
        for (const [row, { id, cells }] of figures.entries()) {
          const [one, other] = [figuresOf(base, action)[row], figuresOf(option, action)[row]]
          expect(cells[1]?.band, id).toEqual(other?.band)
          if (one?.band !== undefined && other?.band !== undefined)
            expect(cells[1]?.delta).toBe(other.band.value - one.band.value)
        }
        expect(figures.find(({ id }) => id === 'cost.perMonthUsd')?.cells[1]?.delta).toBe(
          option.estimate.totalUsdPerMonth.value - base.estimate.totalUsdPerMonth.value,
        )
      }),
      { numRuns: 12 },
    )
  })

  it('say what differs in the drawing, which findings come and which go', () => {
    const design = withOptions([(before) => removeElements(before, [store])])
    const sides = [null, 'v-0'].map((side) => ({ side, outcome: outcomes(design, side) }))
    const { elements, findings, threats, requirements } = compareSides(design, sides)
    expect(elements[0]).toEqual([])
    expect(elements[1]?.find(({ id, type }) => id === store && type === 'removed')).toBeDefined()
    const open = (side: number): readonly string[] =>
      (sides[side]?.outcome.findings ?? []).filter(({ status }) => status === 'open').map(({ id }) => id)
    const come = [...(findings[1]?.come ?? []), ...(threats[1]?.come ?? [])].map(({ id }) => id)
    const gone = [...(findings[1]?.gone ?? []), ...(threats[1]?.gone ?? [])].map(({ id }) => id)
    expect([...open(0).filter((id) => !gone.includes(id)), ...come].toSorted()).toEqual([...open(1)].toSorted())
    expect(requirements.map(({ requirement }) => requirement)).toEqual(rag.requirements?.map(({ id }) => id))
  })

  it('compare the same action on every side, and say so where a side has not got it', () => {
    const design = withOptions([(before) => removeElements(before, before.actions?.map(({ id }) => id) ?? [])])
    const sides = [null, 'v-0'].map((side) => ({ side, outcome: outcomes(design, side) }))
    const full = compareSides(design, sides).figures.find(({ id }) => id === 'latency.fullP95Ms')
    expect(full?.cells[0]?.band).toBeDefined()
    expect(full?.cells[1]).toMatchObject({ why: 'The action is not in this variant.' })
    expect(full?.cells[1]).not.toHaveProperty('delta')
  })

  it('have no number where nothing is connected', () => {
    const blank: Design = { format: 'lintel/design', version: 1, id: 'd-blank', name: 'Blank' }
    const figures = figuresOf(outcomes(blank, null))
    expect(figures.map(({ id }) => id)).toEqual(figureHeads.map(({ id }) => id))
    expect(figureNumbers(figures)).not.toHaveProperty(['cost.perMonthUsd'])
  })

  it('wait for a side that is being worked on', () => {
    const design = withOptions([priced(900)])
    const { figures, findings } = compareSides(design, [
      { side: null, outcome: outcomes(design, null) },
      { side: 'v-0' },
    ])
    expect(figures[0]?.cells[1]).toBeUndefined()
    expect(findings[1]).toBeUndefined()
  })
})

describe('adopting a side', () => {
  it('moves no other picture, and can keep the old base as an option', () => {
    fc.assert(
      fc.property(arbitraryDesign, fc.nat(), (design, seed) => {
        const variants = design.variants ?? []
        const adopted = variants[seed % Math.max(1, variants.length)]
        if (adopted === undefined) return
        const after = adoptSide(design, adopted.id, { id: 'v-kept-base', name: 'Before' })
        expect(byId(effectiveDesign(after, null))).toEqual(byId(effectiveDesign(design, adopted.id)))
        if (after.variants?.some(({ id }) => id === 'v-kept-base') === true)
          expect(byId(effectiveDesign(after, 'v-kept-base'))).toEqual(byId(effectiveDesign(design, null)))
        for (const other of variants.filter(({ id }) => id !== adopted.id))
          expect(byId(effectiveDesign(after, other.id))).toEqual(byId(effectiveDesign(design, other.id)))
      }),
      runs(60),
    )
  })

  it('leaves decisions speaking of the same pictures', () => {
    const weighed: Design = {
      ...withOptions([priced(900)]),
      decisions: [
        {
          id: 'adr-1',
          name: 'Length',
          number: 1,
          status: 'proposed',
          options: [
            { id: 'o-base', title: 'As it is', base: true },
            { id: 'o-long', title: 'Longer', variant: 'v-0' },
          ],
        },
      ],
    }
    const kept = adoptSide(weighed, 'v-0', { id: 'v-old', name: 'Before' })
    expect(kept.decisions?.[0]?.options).toEqual([
      { id: 'o-base', title: 'As it is', variant: 'v-old' },
      { id: 'o-long', title: 'Longer', base: true },
    ])
    expect(adoptSide(weighed, 'v-0').decisions?.[0]?.options[0]).toEqual({ id: 'o-base', title: 'As it is' })
  })

  it('starts a variant from the picture of another one', () => {
    const design = withOptions([priced(900)])
    const more = addVariant(design, variantLike(design, 'v-0', { id: 'v-1', name: 'Like it', type: 'option' }))
    expect(byId(effectiveDesign(more, 'v-1'))).toEqual(byId(effectiveDesign(more, 'v-0')))
    const edited = editWithin(more, 'v-0', priced(10))
    expect(effectiveDesign(edited, 'v-1')).toEqual({ ...effectiveDesign(more, 'v-1'), variants: edited.variants })
    expect(variantLike(design, 'v-0', { id: 'p-1', name: 'Then', type: 'phase' }).of).toBe('v-0')
  })
})

describe('what can be kept of earlier outcomes', () => {
  it('is that of every side that an edit leaves alone', () => {
    const design = withOptions([priced(900), priced(80)])
    const edited = editWithin(design, 'v-1', priced(50))
    expect(sidesOf(design).map((side) => saysTheSame(design, edited, side))).toEqual([true, true, false])
    expect(sidesOf(design).map((side) => saysTheSame(design, { ...design, name: 'Other' }, side))).toEqual([
      false,
      false,
      false,
    ])
    expect(saysTheSame(design, { ...design, shown: 'v-0', views: [] }, 'v-0')).toBe(true)
  })

  it('says what a new run would say', () => {
    const design = withOptions([priced(900), priced(80)])
    const edited = editWithin(design, 'v-1', priced(50))
    for (const side of sidesOf(design)) {
      const same = JSON.stringify(outcomes(design, side)) === JSON.stringify(outcomes(edited, side))
      expect(same).toBe(saysTheSame(design, edited, side))
    }
  })
})
