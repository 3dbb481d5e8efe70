import { describe, expect, it } from 'vitest'
import { unitWords } from './unit-words.ts'

describe('a unit behind a number', () => {
  it('is singular for one alone', () => {
    expect(unitWords(1, 'machines')).toBe('machine')
    expect(unitWords(1, 'people')).toBe('person')
    expect(unitWords(1, 'calls/s')).toBe('call/s')
    expect([0, 0.5, 2, -1].map((value) => unitWords(value, 'machines'))).toEqual(Array(4).fill('machines'))
  })

  it('stays as it is where it has no other form', () => {
    expect(unitWords(1, 'GB')).toBe('GB')
    expect(unitWords(1, 'ms')).toBe('ms')
  })
})
