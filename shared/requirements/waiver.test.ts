import { describe, expect, it } from 'vitest'
import type { Design, Requirement, Treatment } from '../design/design.ts'
import type { RequirementResult } from '../estimate/requirement-result.ts'
import { basisOf, isWaived, waive, waiversOf } from './waiver.ts'

const slow: Requirement = { id: 'r', metric: 'latency.full', is: '<=', target: 8000, priority: 'must' }
const missed: RequirementResult = {
  requirement: 'r',
  verdict: 'fail',
  verification: 'computed',
  value: 9000,
  low: 8500,
  high: 9800,
  arithmetic: 'x',
  elements: ['ask'],
}
const local: Requirement = { id: 'r', metric: 'residency', is: 'in', target: ['EU', 'CH'], priority: 'must' }
const abroad: RequirementResult = {
  requirement: 'r',
  verdict: 'fail',
  verification: 'structural',
  arithmetic: 'x',
  elements: ['model'],
}

function signed(requirement: Requirement, result: RequirementResult, more: Partial<Treatment> = {}): Treatment {
  const basis = basisOf(requirement, result)
  const said = { reason: 'A pilot', approver: 'CTO office', until: '2027-05-31', basis }
  return { id: 't', rule: 'requirement', on: ['r'], response: 'accept', ...said, ...more }
}

function judge(waivers: readonly Treatment[], requirement: Requirement, result: RequirementResult, shown?: string) {
  const design: Design = {
    format: 'lintel/design',
    version: 1,
    id: 'd',
    name: 'D',
    treatments: waivers,
    ...(shown === undefined ? {} : { shown }),
  }
  return waive(result, requirement, { design, today: '2026-11-21', nameOf: (id) => id.toUpperCase() })
}

describe('a waiver of a requirement', () => {
  const waiver = signed(slow, missed)

  it('holds until its last day, for what was signed and for anything better', () => {
    expect(judge([waiver], slow, missed)).toMatchObject({ verdict: 'waived', treatment: 't', arithmetic: 'x' })
    expect(judge([waiver], slow, { ...missed, value: 8600, low: 8100, high: 9300 }).verdict).toBe('waived')
    expect(judge([waiver], slow, { ...missed, verdict: 'atRisk' }).verdict).toBe('waived')
    expect(judge([waiver], { ...slow, target: 8500 }, missed).verdict).toBe('waived')
    expect(judge([waiver], slow, { ...missed, verdict: 'pass' })).toEqual({ ...missed, verdict: 'pass' })
  })

  it.each([
    [{ until: '2026-11-20' }, 'The waiver by CTO office ended on 2026-11-20.'],
    [{ approver: undefined }, 'The waiver names nobody who approved it.'],
    [{ until: undefined }, 'The waiver has no end.'],
  ])('does not hold unsigned or out of date: %o', (change, note) => {
    const result = judge([{ ...waiver, ...change } as Treatment], slow, missed)
    expect(result).toEqual({ ...missed, treatment: 't', note })
  })

  it('does not hold for what is worse than what was signed, and says what', () => {
    const note = (requirement: Requirement, result: RequirementResult, given = waiver) =>
      judge([given], requirement, result).note
    expect(note(slow, { ...missed, value: 12_000, low: 9100, high: 14_000 })).toContain('was signed at 9\u202fs')
    expect(note({ ...slow, target: 5000 }, missed)).toContain('a target of 8\u202fs')
    expect(note({ ...slow, metric: 'latency.first' }, missed)).toContain('"Time to full answer"')
    const risky = signed(slow, { ...missed, verdict: 'atRisk' })
    expect(note(slow, missed, risky)).toBe('The waiver by CTO office was signed when it was at risk; it is missed now.')
    const up: Requirement = { ...slow, metric: 'availability', is: '>=', target: 0.999 }
    const down: RequirementResult = { ...missed, value: 0.99, low: 0.98, high: 0.995 }
    expect(note(up, { ...down, value: 0.9, low: 0.8, high: 0.95 }, signed(up, down))).toContain('worse now')
    expect(note(up, { ...down, value: 0.992, low: 0.985, high: 0.996 }, signed(up, down))).toBeUndefined()
  })

  it('covers the elements that were signed for, and no others', () => {
    const waivers = [signed(local, abroad)]
    expect(judge(waivers, { ...local, target: ['CH', 'EU'] }, abroad).verdict).toBe('waived')
    expect(judge(waivers, local, { ...abroad, elements: [] }).verdict).toBe('waived')
    expect(judge(waivers, local, { ...abroad, elements: ['model', 'logs'] }).note).toContain('does not cover "LOGS"')
    expect(judge(waivers, { ...local, target: ['EU'] }, abroad).note).toContain('a target of CH, EU')
  })

  it('is taken from the variant that is shown, else from the base; the one that holds counts', () => {
    const own = { ...waiver, id: 't-own', variant: 'v-one' }
    const other = { ...waiver, id: 't-other', variant: 'v-two' }
    const over = { ...own, id: 't-over', until: '2026-01-01' }
    expect(judge([waiver, other, own], slow, missed, 'v-one').treatment).toBe('t-own')
    expect(judge([waiver, other, over], slow, missed, 'v-one')).toMatchObject({ verdict: 'waived', treatment: 't' })
    expect(judge([other], slow, missed)).toEqual(missed)
    const design: Design = { format: 'lintel/design', version: 1, id: 'd', name: 'D', treatments: [other, waiver] }
    expect(waiversOf(design, 'r').map(({ id }) => id)).toEqual(['t'])
    expect(waiversOf(design, 'q')).toEqual([])
  })

  it('is known to the rules by the verdict', () => {
    expect(isWaived([judge([waiver], slow, missed)], 'r')).toBe(true)
    expect(isWaived([missed], 'r')).toBe(false)
    expect(isWaived([missed], undefined)).toBe(false)
  })
})
