import { describe, expect, it } from 'vitest'
import type { Requirement, Value } from '../design/design.ts'
import type { RequirementResult } from '../estimate/requirement-result.ts'
import { readTyped, scoreResult } from './score.ts'

describe('scores', () => {
  const limit = (is: Requirement['is'], target: number, stretch?: number): Requirement => ({
    id: 'r',
    metric: 'cost.month',
    is,
    target,
    priority: 'must',
    ...(stretch === undefined ? {} : { stretch }),
  })
  const result = (value: number): RequirementResult => ({
    requirement: 'r',
    verdict: 'pass',
    verification: 'computed',
    value,
    low: value,
    high: value,
    arithmetic: '',
    elements: [],
  })
  it.each([
    ['the target', limit('<=', 8000), 8000, 3],
    ['half of it', limit('<=', 8000), 4000, 5],
    ['half above it', limit('<=', 8000), 12_000, 1],
    ['the stretch', limit('<=', 8000, 7000), 7000, 5],
    ['as far the other way as the stretch', limit('<=', 8000, 7000), 9000, 1],
    ['far beyond', limit('<=', 8000), 90_000, 1],
    ['more than asked', limit('>=', 100), 125, 4],
  ])('%s', (_, requirement, value, score) => {
    expect(scoreResult(requirement, result(value)).value).toBeCloseTo(score, 9)
  })

  it('count shares near one by what is missing', () => {
    expect(scoreResult(limit('>=', 0.99), result(0.995), 'share').value).toBeCloseTo(5, 9)
    expect(scoreResult(limit('>=', 0.99), result(0.985), 'share').value).toBeCloseTo(1, 9)
  })

  it('are unknown, and neither 0 nor a pass, where nobody knows', () => {
    const unknown: RequirementResult = { ...result(1), verdict: 'unknown' }
    const wrong: Value[] = [{ unknown: true }, 0, 9, 'good']
    for (const score of [
      scoreResult(limit('<=', 1), unknown),
      scoreResult(limit('<=', 1), undefined),
      readTyped(undefined),
      ...wrong.map(readTyped),
    ])
      expect(score).toEqual({ low: 1, high: 5 })
  })

  it('that were typed keep their band within the scale', () => {
    expect(readTyped({ value: 4, low: 3, high: 9 })).toEqual({ value: 4, low: 3, high: 5 })
  })
})
