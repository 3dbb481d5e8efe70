import { expect, it } from 'vitest'
import type { Verdict } from '../../estimate/requirement-result.ts'
import { troubleWords } from './requirement-standing.ts'

it('says what is missed and what may yet be', () => {
  const of = (...verdicts: readonly Verdict[]) => troubleWords(verdicts.map((verdict) => ({ verdict })))
  expect(of('pass', 'unknown', 'assumed')).toBe('none is missed')
  expect(of('pass', 'atRisk')).toBe('1 is at risk')
  expect(of('fail', 'fail', 'pass')).toBe('2 are missed')
  expect(of('fail', 'atRisk', 'atRisk')).toBe('1 is missed, 2 are at risk')
})
