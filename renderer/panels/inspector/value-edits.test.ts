import { describe, expect, it } from 'vitest'
import { commonValue, mixed, restate, unknownValue, withBacking } from './value-edits.ts'
import { setSetting } from './settings-edits.ts'

describe('values in the inspector', () => {
  it('of several elements are one value or mixed', () => {
    expect(commonValue([5, 5])).toBe(5)
    expect(commonValue([undefined, undefined])).toBeUndefined()
    expect(commonValue([5, undefined])).toBe(mixed)
    expect(
      commonValue([
        { value: 5, source: 'a' },
        { value: 5, source: 'b' },
      ]),
    ).toBe(mixed)
  })
  it('lose their source when another number is typed: a source vouches for its own number only', () => {
    const stated = { value: 595, low: 500, high: 700, source: 'benchmark', asOf: '2026-06-01' }
    expect(restate(stated, 800)).toBe(800)
    expect(restate(stated, 595)).toBe(stated)
  })
  it('keep a source as long as there is something to keep', () => {
    const backed = withBacking(4, { low: 2, source: 'pilot' })
    expect(backed).toEqual({ value: 4, low: 2, source: 'pilot' })
    expect(withBacking(backed, { low: undefined, source: '' })).toBe(4)
    expect(withBacking({ unknown: true }, { source: 'pilot' })).toEqual({ unknown: true })
  })
  it('not known says who would', () => {
    expect(unknownValue('Legal')).toEqual({ unknown: true, ask: 'Legal' })
    expect(unknownValue('')).toEqual({ unknown: true })
  })
})

describe('settings', () => {
  it('keep the place of a name that is there', () => {
    expect(Object.keys(setSetting({ a: 1, b: 2 }, 'a', 3) ?? {})).toEqual(['a', 'b'])
  })
  it('go when the last name goes', () => {
    expect(setSetting({ a: 1 }, 'a', undefined)).toBeUndefined()
    expect(setSetting(undefined, 'a', undefined)).toBeUndefined()
    expect(setSetting(undefined, 'a', false)).toEqual({ a: false })
  })
})
