import { describe, expect, it } from 'vitest'
import type { Component, Design, Settings } from './design.ts'
import { numberEditsBetween } from './number-edits.ts'

const flows = [{ id: 'f', from: 'a', to: 'b' }]
const other: Component = { id: 'b', name: 'B', kind: 'vector-db' }

function designWith(settings: Settings | undefined, more: Partial<Component> = {}, rest: Partial<Design> = {}): Design {
  const component = { id: 'a', name: 'A', kind: 'llm', ...(settings === undefined ? {} : { settings }), ...more }
  const components = [component, other]
  return { format: 'lintel/design', version: 1, id: 'd', name: 'D', components, flows, ...rest }
}

const before = designWith({ p50Ms: 20, turns: 3, region: 'eu' })

describe('edits of numbers in boxes', () => {
  it('are told field by field, with and without a band', () => {
    const now = designWith({ p50Ms: { value: 30, low: 20, high: 60 }, turns: 4, region: 'eu' })
    expect(numberEditsBetween(before, now)).toEqual([
      { on: 'a', field: 'p50Ms' },
      { on: 'a', field: 'turns' },
    ])
    expect(numberEditsBetween(now, before)).toHaveLength(2)
  })

  it('are none between a design and itself, or one that says the same', () => {
    expect(numberEditsBetween(before, before)).toEqual([])
    expect(numberEditsBetween(before, designWith({ p50Ms: 20, turns: 3, region: 'eu' }))).toEqual([])
  })

  it.each<[string, Design]>([
    ['a word', designWith({ p50Ms: 20, turns: 3, region: 'us' })],
    ['a number that nobody knows', designWith({ p50Ms: { unknown: true }, turns: 3, region: 'eu' })],
    ['a number that is none', designWith({ p50Ms: Number.NaN, turns: 3, region: 'eu' })],
    ['a number more', designWith({ p50Ms: 20, turns: 3, region: 'eu', outputTokens: 5 })],
    ['a number less', designWith({ p50Ms: 20, region: 'eu' })],
    ['no settings', designWith(undefined)],
    ['a name', designWith({ p50Ms: 20, turns: 3, region: 'eu' }, { name: 'Z' })],
    ['another box', designWith({ p50Ms: 20, turns: 3, region: 'eu' }, { id: 'c' })],
    ['a box more', designWith({ p50Ms: 20 }, {}, { components: [...(before.components ?? []), other] })],
    ['an arrow', designWith({ p50Ms: 20, turns: 3, region: 'eu' }, {}, { flows: [{ id: 'f', from: 'b', to: 'a' }] })],
    ['the name of the design', designWith({ p50Ms: 20, turns: 3, region: 'eu' }, {}, { name: 'E' })],
    ['something else', designWith({ p50Ms: 20, turns: 3, region: 'eu' }, {}, { data: [] })],
  ])('are not all where %s differs', (_, now) => {
    expect(numberEditsBetween(before, now)).toBeUndefined()
    expect(numberEditsBetween(now, before)).toBeUndefined()
  })
})
