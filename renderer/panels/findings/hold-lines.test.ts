import { expect, it } from 'vitest'
import { linesOf } from '../../../shared/findings/lines.ts'
import { anyFinding } from '../../../shared/findings/testing/finding.ts'
import { holdLines, keepLines } from './hold-lines.ts'

const line = (rule: string, problem = 'Wrong.') => linesOf([anyFinding({ rule, problem })])

it('keeps every line where it was, says what is gone, and puts what is new at the end', () => {
  const before = [...line('A'), ...line('B'), ...line('C')]
  const now = [...line('D'), ...line('C', 'Worse.'), ...line('A')]
  const held = holdLines(before, now)
  expect(held.map(({ findings: [{ rule }], gone }) => [rule, gone])).toEqual([
    ['A', undefined],
    ['B', true],
    ['C', undefined],
    ['D', undefined],
  ])
  expect(held[2]?.findings[0].problem).toBe('Worse.')
})

it('brings a line back to life where it was', () => {
  const gone = holdLines(line('A'), [])
  expect(holdLines(gone, line('A')).map(({ gone: isGone }) => isGone)).toEqual([undefined])
})

it('leaves each line that says the same the object that it was, and the list as long as all do', () => {
  const before = [...line('A'), ...line('B')]
  expect(keepLines(before, structuredClone(before))).toBe(before)
  const [first, second] = keepLines(before, [...line('A'), ...line('B', 'Worse.')])
  expect(first).toBe(before[0])
  expect(second?.findings[0].problem).toBe('Worse.')
  expect(keepLines(before, before.toReversed())).toEqual([before[1], before[0]])
  expect(keepLines(before, line('A'))).toEqual([before[0]])
})
