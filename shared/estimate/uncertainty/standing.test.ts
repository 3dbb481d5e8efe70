import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standings } from '../../kinds/formula/standing.ts'
import { assumedShare, makeupOf, makeupSentence } from './standing.ts'

const plain = (text: string): string => text.replaceAll('\u202f', ' ')

describe('the make-up of a headline', () => {
  it('is the share of its value by the standing of each part', () => {
    const makeup = makeupOf([
      { size: 11, standing: 'listed' },
      { size: 11, standing: 'measured' },
      { size: 63, standing: 'stated' },
      { size: 15, standing: 'assumed' },
    ])
    expect(makeup).toEqual({ measured: 0.11, listed: 0.11, stated: 0.63, assumed: 0.15 })
    expect(plain(makeupSentence(makeup))).toBe('22 % measured or listed, 63 % stated by the client, 15 % assumed')
    expect(assumedShare(makeup)).toBeCloseTo(0.15, 12)
  })
  it('says nothing of nothing', () => {
    expect(makeupOf([])).toBeUndefined()
    expect(makeupOf([{ size: 0, standing: 'assumed' }])).toBeUndefined()
    expect(makeupSentence(undefined)).toBe('')
    expect(assumedShare(undefined)).toBe(0)
  })
  it('leaves out what rounds to nothing', () => {
    const makeup = makeupOf([
      { size: 999, standing: 'assumed' },
      { size: 1, standing: 'secondary' },
    ])
    expect(plain(makeupSentence(makeup))).toBe('100 % assumed')
  })
  it('always sums to one, and its sentence to a hundred', () => {
    const part = fc.record({
      size: fc.double({ min: 0, max: 1e6, noNaN: true }),
      standing: fc.constantFrom(...standings),
    })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const makeup = makeupOf(parts)
        if (makeup === undefined) return
        expect(Object.values(makeup).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
        const percents = [...plain(makeupSentence(makeup)).matchAll(/(\d+) %/g)].map(([, percent]) => Number(percent))
        expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(100)
      }),
      { seed: 20261121 },
    )
  })
})
