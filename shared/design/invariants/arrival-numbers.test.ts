import { describe, expect, it } from 'vitest'
import type { Arrivals } from '../design.ts'
import { arrivalNumberRemarks } from './arrival-numbers.ts'

const remarks = (arrivals: Arrivals) => [...arrivalNumberRemarks(arrivals, '"Cases"')]

describe('numbers of arrivals', () => {
  it('say at their field what counts instead of what cannot be', () => {
    expect(remarks({ rate: -5, per: 'day', peakFactor: 0.5 })).toEqual([
      { sentence: '"Cases" has a rate of -5; the least is 0, so it counts as 0.', path: 'rate' },
      { sentence: '"Cases" has a peak over the mean of 0.5; the least is 1, so it counts as 1.', path: 'peakFactor' },
    ])
  })
  it('ask whether more than the world can ask is meant, in any unit', () => {
    const sentence =
      '"Cases" asks more than once a day for each person on Earth. Is it meant? It is computed as it stands.'
    expect(remarks({ rate: 1e12, per: 'day' })).toEqual([{ sentence, path: 'rate' }])
    expect(remarks({ rate: 1e6, per: 'second' })).toEqual([{ sentence, path: 'rate' }])
    expect(remarks({ rate: 1e11, per: 'month' })).toEqual([])
    expect(remarks({ users: 1e11, thinkTimeS: 10 })).toMatchObject([{ path: 'users' }])
  })
  it('ask whether a peak is meant that brings a whole month at once', () => {
    expect(remarks({ rate: 100, per: 'day', peakFactor: 1e9 })).toEqual([
      {
        sentence:
          '"Cases" has a peak in which a whole month comes within three seconds. Is it meant? It is computed as it stands.',
        path: 'peakFactor',
      },
    ])
    expect(remarks({ rate: 100, per: 'day', peakFactor: 1000 })).toEqual([])
  })
  it('are silent about what can be, and about what nobody knows', () => {
    expect(remarks({ rate: 500, per: 'day' })).toEqual([])
    expect(remarks({ rate: { unknown: true }, per: 'day' })).toEqual([])
  })
})
