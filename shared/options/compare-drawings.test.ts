import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import { compareDrawings } from './compare-drawings.ts'

const base: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd-one',
  name: 'One',
  boundaries: [{ id: 'home', name: 'Home' }],
  components: [
    { id: 'a', name: 'Chat', kind: 'chat-channel', in: 'home' },
    { id: 'b', name: 'Model', kind: 'llm-api', product: 'x/one' },
    { id: 'c', name: 'Cache', kind: 'cache' },
  ],
  flows: [
    { id: 'ab', from: 'a', to: 'b' },
    { id: 'ac', from: 'a', to: 'c' },
  ],
}

describe('two drawings', () => {
  it('that are the same differ in nothing, wherever things stand', () => {
    const moved: Design = { ...base, views: [{ id: 'main', name: 'Everything', places: { a: { x: 9, y: 9 } } }] }
    const { first, second } = compareDrawings(base, moved)
    expect([first.size, second.size]).toEqual([0, 0])
  })
  it('of one design are matched by id: here alone, there alone, and changed in both', () => {
    const other: Design = {
      ...base,
      components: [
        { id: 'a', name: 'Chat', kind: 'chat-channel', in: 'home' },
        { id: 'b', name: 'Model', kind: 'llm-api', product: 'x/two', settings: { replicas: 2 } },
        { id: 'd', name: 'Guard', kind: 'guardrail' },
      ],
      flows: [
        { id: 'ab', from: 'a', to: 'b' },
        { id: 'ad', from: 'a', to: 'd' },
      ],
    }
    const { first, second, fields } = compareDrawings(base, other)
    expect(Object.fromEntries(first)).toEqual({ b: 'changed', c: 'here', ac: 'here' })
    expect(Object.fromEntries(second)).toEqual({ b: 'changed', d: 'there', ad: 'there' })
    expect(fields.get('b')).toMatch(/product.*settings/)
  })
  it('that were drawn apart are matched by name and kind, and arrows by their ends', () => {
    const apart: Design = {
      ...base,
      id: 'd-two',
      boundaries: [{ id: 'h2', name: 'Home' }],
      components: [
        { id: 'a2', name: 'Chat', kind: 'chat-channel', in: 'h2' },
        { id: 'b2', name: 'Model', kind: 'llm-api', product: 'x/two' },
        { id: 'c2', name: 'Store', kind: 'cache' },
      ],
      flows: [{ id: 'f9', from: 'a2', to: 'b2' }],
    }
    const { first, second, fields } = compareDrawings(base, apart)
    expect(Object.fromEntries(first)).toEqual({ b: 'changed', c: 'here', ac: 'here' })
    expect(Object.fromEntries(second)).toEqual({ b2: 'changed', c2: 'there' })
    expect(fields.get('b')).toBe('product')
  })
  it('do not match what two elements are called', () => {
    const twins: Design = {
      ...base,
      components: [1, 2].map((n) => ({ id: `t${n}`, name: 'Model', kind: 'llm-api' })),
      flows: [],
    }
    const { second } = compareDrawings(base, twins)
    expect([...second.keys()]).toEqual(['t1', 't2'])
  })
})
