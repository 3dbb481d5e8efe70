import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesName, patternFault } from './match-name.ts'

describe('a pattern', () => {
  it('matches as its meaning says', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', '*')), fc.array(fc.constantFrom('a', 'b')), (pattern, text) => {
        const expression = new RegExp(`^${pattern.map((sign) => (sign === '*' ? '.*' : sign)).join('')}$`, 'u')
        if (pattern.filter((sign) => sign === '*').length <= 4)
          expect(matchesName(text.join(''), pattern.join(''))).toBe(expression.test(text.join('')))
      }),
    )
  })

  it('that would send a backtracking matcher round for ever is answered', () => {
    expect(matchesName('a'.repeat(20_000), `${'*a'.repeat(10)}b`)).toBe(false)
    expect(patternFault('.*')).toMatch(/regular expression/u)
    expect(patternFault('Claude (EU) 4.1*')).toBeUndefined()
  })
})
