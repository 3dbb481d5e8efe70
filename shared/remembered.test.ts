import { readdirSync, readFileSync } from 'node:fs'
import { assert, asyncProperty, constantFrom, property } from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { analyse, type Knowledge, openStudy } from './analyse.ts'
import type { Component, Design, Flow, Step } from './design/design.ts'
import { kinds } from './kinds/index.ts'
import { arbitraryDrawing } from './estimate/testing/arbitrary-drawing.ts'
import { edits, regions, someEdits } from './testing/edits.ts'

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../resources/${path}`, import.meta.url), 'utf8'))
const knowledge = { prices: read('prices/price-book.json') as object, today: '2026-11-21' }
const templates = readdirSync(new URL('../resources/templates/', import.meta.url)).map(
  (name) => read(`templates/${name}`) as Design,
)

/** What a program says that has never seen another design. */
async function analyseAnew(design: Design): Promise<unknown> {
  vi.resetModules()
  const fresh = await import('./analyse.ts')
  return structuredClone(fresh.analyse(structuredClone(design), structuredClone(knowledge)))
}

describe('what is remembered from design to design', () => {
  it('changes no digit: after any edits a design says what it says to a program that starts with it', async () => {
    await assert(
      asyncProperty(constantFrom(...templates), someEdits, async (template, chain) => {
        let design = template
        for (const { edit, at, by } of chain) {
          analyse(design, knowledge)
          design = edit(design, at, by)
        }
        expect(structuredClone(analyse(design, knowledge))).toEqual(await analyseAnew(design))
      }),
      { numRuns: 5, seed: 3 },
    )
  })

  it('changes no digit of any drawing, at any traffic, whatever is asked first', () => {
    const says = (design: Design, traffic: number): unknown => {
      const study = openStudy(design, knowledge)
      const numbers = study.compute(traffic)
      return structuredClone(traffic === 1 ? [numbers, study.judge(numbers)] : numbers)
    }
    assert(
      property(arbitraryDrawing, someEdits, constantFrom(1, 0.5, 7), (drawing, chain, traffic) => {
        let design = drawing
        for (const { edit, at, by } of chain) {
          says(design, by % 2 === 0 ? 3 : traffic)
          design = edit(design, at, by)
          for (const asked of [traffic, 1]) {
            // Of other objects nothing is remembered.
            expect(says(design, asked)).toEqual(says(structuredClone(design), asked))
          }
        }
      }),
      { seed: 20261121, numRuns: 40 },
    )
  })

  it('changes no digit by any kind of edit, made twice and taken back, with another book or on another day between', () => {
    const aged = { ...knowledge, prices: { ...knowledge.prices, date: '2026-01-05' } }
    const elsewhere = structuredClone(knowledge)
    const says = (design: Design, known: Knowledge): unknown => {
      const study = openStudy(design, known)
      const numbers = study.compute()
      const traces = (design.data ?? []).slice(0, 2).map(({ id }) => study.trace(id))
      return structuredClone([numbers, study.judge(numbers), traces])
    }
    edits.forEach((edit, index) => {
      const template = templates[index % templates.length]
      if (template === undefined) return
      const once = edit(template, index, 5)
      const twice = edit(once, index, 6)
      for (const design of [template, once]) says(design, knowledge)
      says(once, index % 2 === 0 ? aged : { ...knowledge, today: '2027-06-01' })
      // Of other objects nothing is remembered.
      for (const design of [twice, once]) {
        expect(says(design, knowledge), edit.toString()).toEqual(says(structuredClone(design), elsewhere))
      }
    })
  })

  it('changes no digit when what changes is several calls away, behind loops, groups and alternatives', () => {
    const call = { call: 'f-one' }
    const later = { call: 'f-later' }
    const plans: readonly (readonly Step[])[] = [
      [call],
      [{ ...call, times: 4 }],
      [{ steps: [call, later], times: 3 }],
      [{ choose: [{ ...call, share: 0.4 }] }, later],
      [{ call: 'f-spare', orElse: [{ steps: [call], times: 2 }] }],
    ]
    for (const steps of plans) {
      const draw = (p50Ms: number): Design => ({
        format: 'lintel/design',
        version: 1,
        id: 'd-far',
        name: 'Far',
        components: [
          { id: 'user', name: 'User', kind: 'user' },
          { id: 'app', name: 'App', kind: 'orchestrator', plans: [{ steps }] },
          { id: 'middle', name: 'Middle', kind: 'orchestrator' },
          { id: 'far', name: 'Far', kind: 'relational-db', settings: { p50Ms, p95Ms: 4 * p50Ms } },
          { id: 'spare', name: 'Spare', kind: 'relational-db', settings: { availability: 0.9 } },
          { id: 'later', name: 'Later', kind: 'relational-db' },
        ],
        flows: [
          { id: 'ask', from: 'user', to: 'app' },
          { id: 'f-one', from: 'app', to: 'middle' },
          { id: 'f-far', from: 'middle', to: 'far' },
          { id: 'f-spare', from: 'app', to: 'spare' },
          { id: 'f-later', from: 'app', to: 'later', mode: 'async' },
        ],
      })
      const { components = [], ...first } = draw(20)
      const [, , , far] = draw(70).components ?? []
      const edited = { ...first, components: components.map((one) => (one.id === 'far' && far ? far : one)) }
      const says = (design: Design): unknown => structuredClone(openStudy(design, knowledge).compute())
      const before = says({ ...first, components })
      expect(says(edited), JSON.stringify(steps)).toEqual(says(structuredClone(edited)))
      expect(says(edited), JSON.stringify(steps)).not.toEqual(before)
    }
  })

  it('changes no digit of any kind when its load, its place or its settings change', () => {
    const flows: readonly Flow[] = [
      { id: 'f-one', from: 'app', to: 'one', call: { outputTokens: 400 } },
      { id: 'f-other', from: 'app', to: 'other', retries: 2, timeoutMs: 900 },
      { id: 'f-back', from: 'one', to: 'other' },
    ]
    const [eu, us, two] = regions
    for (const { id: kind } of kinds) {
      const app: Component = { id: 'app', name: 'App', kind: 'orchestrator', in: 'made-eu' }
      const one: Component = { id: 'one', name: 'One', kind, in: 'made-eu' }
      const other: Component = { id: 'other', name: 'Other', kind, in: 'made-two', settings: { replicas: 2 } }
      const drawn: Design = {
        format: 'lintel/design',
        version: 1,
        id: 'd-kind',
        name: 'Kind',
        boundaries: regions,
        components: [app, one, other],
        flows,
      }
      const moved = { ...drawn, boundaries: [{ ...eu, region: 'us-east-1' }, us, two] }
      const set = { ...moved, components: [app, { ...one, settings: { replicas: 3, availability: 0.99 } }, other] }
      const steps: readonly (readonly [Design, number])[] = [
        [drawn, 1],
        [drawn, 200],
        [moved, 200],
        [moved, 5],
        [set, 5],
      ]
      for (const [design, traffic] of steps) {
        const says = (asked: Design): unknown => structuredClone(openStudy(asked, knowledge).compute(traffic))
        expect(says(design), kind).toEqual(says(structuredClone(design)))
      }
    }
  })

  it('changes no digit when one goes back to where one was', async () => {
    for (const template of templates) {
      const first = structuredClone(analyse(template, knowledge))
      analyse(
        edits.reduce((design, edit, index) => edit(design, index, index + 1), template),
        knowledge,
      )
      expect(structuredClone(analyse(template, knowledge))).toEqual(first)
      expect(first).toEqual(await analyseAnew(template))
    }
  })

  it('does not depend on when somebody reads what explains the numbers', () => {
    for (const template of templates) {
      const inOrder = openStudy(template, knowledge).compute(2).estimate
      const { estimate } = openStudy(structuredClone(template), knowledge).compute(2)
      const backwards = [estimate.capacity, estimate.buildOrBuy, estimate.ledger, estimate.tornados]
      expect(backwards).toEqual([inOrder.tornados, inOrder.ledger, inOrder.buildOrBuy, inOrder.capacity].toReversed())
    }
  })
})
