import { describe, expect, it } from 'vitest'
import type { Requirement } from '../design/design.ts'
import { type Covered, listNames, measureCoverage } from './coverage.ts'

const requirement = (target: number, is: Requirement['is'] = '>='): Requirement => ({
  id: 'r',
  metric: 'm',
  is,
  target,
  priority: 'must',
})
const words = {
  subject: 'Encryption',
  noun: ['store', 'stores'] as const,
  question: (names: string) => `Is ${names} encrypted?`,
}
const store = (id: string, is?: boolean): Covered => ({ id, name: id, is, ask: { on: id, field: 'f' } })

describe('a share of elements', () => {
  it('is nothing to measure without an element', () => {
    expect(measureCoverage(requirement(1), [], words)).toEqual([])
  })
  it('counts those that hold and names those that do not', () => {
    expect(measureCoverage(requirement(1), [store('A', true), store('B', false)], words)).toEqual([
      {
        type: 'measured',
        band: { value: 0.5, low: 0.5, high: 0.5 },
        subject: 'Encryption (1 of 2 stores; not "B")',
        elements: ['B'],
      },
    ])
    expect(measureCoverage(requirement(1), [store('A', true)], words)[0]).toMatchObject({
      subject: 'Encryption (1 of 1 store)',
      elements: ['A'],
    })
  })
  it('asks where what nobody has said decides', () => {
    expect(measureCoverage(requirement(1), [store('A', true), store('B')], words)[0]).toMatchObject({
      type: 'judged',
      verdict: 'unknown',
      question: 'Is "B" encrypted?',
      asks: [{ on: 'B', field: 'f' }],
      elements: ['B'],
    })
    expect(measureCoverage(requirement(0.4, '<='), [store('A', false), store('B')], words)[0]?.type).toBe('judged')
    expect(measureCoverage(requirement(1, '='), [store('A', true), store('B')], words)[0]?.type).toBe('judged')
  })
  it('does not ask where the answer changes nothing', () => {
    const lost = measureCoverage(requirement(1), [store('A', false), store('B')], words)
    expect(lost[0]).toMatchObject({ type: 'measured', band: { value: 0, low: 0, high: 0.5 } })
    const won = measureCoverage(requirement(0.5), [store('A', true), store('B')], words)
    expect(won[0]).toMatchObject({ type: 'measured', band: { low: 0.5, high: 1 } })
    expect(measureCoverage(requirement(0.5, '<='), [store('A', true), store('B', false)], words)[0]?.type).toBe(
      'measured',
    )
  })
  it('names four at most', () => {
    const named = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => ({ name }))
    expect(listNames(named)).toBe('"A", "B", "C", "D" and 2 more')
    expect(listNames(named.slice(0, 2))).toBe('"A" and "B"')
    expect(listNames([])).toBe('')
  })
})
