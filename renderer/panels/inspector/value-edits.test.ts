import { describe, expect, it } from 'vitest'
import { commonValue, mixed, restate, sayNumber, unknownValue, withBacking } from './value-edits.ts'
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
  it('carry who said them and when, until the same number is typed again', () => {
    const said = { by: 'client workshop', on: '2026-11-21' }
    const typed = sayNumber(undefined, 800, said)
    expect(typed).toEqual({ value: 800, source: 'client workshop', asOf: '2026-11-21' })
    expect(sayNumber(typed, 800, { by: 'vendor', on: '2027-01-01' })).toBe(typed)
    expect(sayNumber({ value: 595, source: 'benchmark', low: 500 }, 800, said)).toEqual(typed)
    expect(sayNumber(595, 800, { ...said, by: '' })).toBe(800)
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
