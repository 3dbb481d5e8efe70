import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design, Variant, WorkItem } from '../design/design.ts'
import { orderWork, planRoadmap, setAfter } from './roadmap.ts'

const blank: Design = { format: 'lintel/design', version: 1, id: 'd-road', name: 'Road' }
const phase = (id: string, more: Partial<Variant> = {}): Variant => ({
  id,
  name: id,
  type: 'phase',
  changes: {},
  ...more,
})
const work = (id: string, more: Partial<WorkItem> = {}): WorkItem => ({ id, name: id.toUpperCase(), ...more })

describe('a roadmap', () => {
  it('brings phases by date and work by what comes first', () => {
    const design: Design = {
      ...blank,
      variants: [
        phase('target', { of: 'transition', date: '2027-09-01' }),
        phase('transition', { date: '2027-03-01' }),
        { ...phase('aside'), type: 'option' },
      ],
      workItems: [
        work('cut', { phase: 'target', after: ['move'] }),
        work('move', { phase: 'transition', after: ['store'], effortDays: { value: 10, low: 5, high: 20 } }),
        work('store', { phase: 'transition', due: '2027-02-01', effortDays: 4 }),
        work('talk', { effortDays: { unknown: true } }),
      ],
    }
    const { stages, problems } = planRoadmap(design)
    expect(problems).toEqual([])
    expect(stages.map((stage) => [stage.phase?.id, stage.items.map(({ id }) => id)])).toEqual([
      ['transition', ['store', 'move']],
      ['target', ['cut']],
      [undefined, ['talk']],
    ])
    expect(stages[0]).toMatchObject({ effortDays: { low: 9, value: 14, high: 24 }, withoutEffort: 0 })
    expect(stages[2]).toMatchObject({ effortDays: undefined, withoutEffort: 1 })
  })

  it('never brings work before what it waits for, whatever the order of the file', () => {
    const items = fc.array(fc.array(fc.nat(9), { maxLength: 3 }), { minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(items, fc.array(fc.nat(), { maxLength: 10 }), (waits, seeds) => {
        const all = waits.map((after, index) =>
          work(`w${index}`, { after: after.filter((each) => each < index).map((each) => `w${each}`) }),
        )
        const given = all.toSorted((a, b) => (seeds[Number(a.id.slice(1))] ?? 0) - (seeds[Number(b.id.slice(1))] ?? 0))
        const order = orderWork(given).map(({ id }) => id)
        expect(order.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
        for (const { id, after = [] } of all)
          for (const first of after) expect(order.indexOf(first)).toBeLessThan(order.indexOf(id))
      }),
    )
  })

  it('refuses a circle and names its way', () => {
    const design: Design = {
      ...blank,
      workItems: [work('a'), work('b', { after: ['a'] }), work('c', { after: ['b'] })],
    }
    expect(setAfter(design, 'a', ['c'])).toEqual({
      ok: false,
      problem: 'This would go round in a circle: "A" waits for "C" waits for "B" waits for "A".',
    })
    const waiting = setAfter(design, 'c', ['a'])
    expect(waiting.ok && waiting.design.workItems?.[2]).toEqual(work('c', { after: ['a'] }))
    const free = setAfter(design, 'b', [])
    expect(free.ok && free.design.workItems?.[1]).toEqual(work('b'))
  })

  it('says which work of a file waits for itself, is late, or waits for a later phase', () => {
    const { problems, stages } = planRoadmap({
      ...blank,
      variants: [phase('one', { date: '2027-01-01' }), phase('two', { date: '2027-06-01' })],
      workItems: [
        work('a', { after: ['b'] }),
        work('b', { after: ['a'] }),
        work('late', { phase: 'one', due: '2027-02-01' }),
        work('early', { phase: 'one', after: ['last'] }),
        work('last', { phase: 'two' }),
      ],
    })
    expect(problems.map(({ sentence }) => sentence)).toEqual([
      'The work waits for itself: "A" waits for "B" waits for "A". Let one of them wait less.',
      '"LATE" is due on 2027-02-01, after "one" begins on 2027-01-01.',
      '"EARLY" waits for "LAST", which only a later phase brings.',
    ])
    expect(stages.flatMap(({ items }) => items)).toHaveLength(5)
  })
})
