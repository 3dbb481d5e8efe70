import { describe, expect, it } from 'vitest'
import type { Treatment } from '../design/design.ts'
import { anyFinding } from './testing/finding.ts'
import { miniDesign } from './testing/mini-design.ts'
import { applyTreatments, treatmentsOf } from './treat.ts'

const waiver: Treatment = {
  id: 't-one',
  rule: 'X-01',
  on: ['c-one'],
  response: 'accept',
  reason: 'A pilot',
  approver: 'CTO office',
  until: '2027-01-31',
  basis: { severity: 'medium', facts: { tokens: '450' } },
}
const today = '2026-11-21'
const finding = anyFinding({ facts: { tokens: '450' } })

describe('a waiver', () => {
  it('closes the finding it was signed for', () => {
    expect(applyTreatments(finding, [waiver], today)).toMatchObject({ status: 'accepted', treatedBy: 't-one' })
  })
  it('holds when the finding is known under an alias', () => {
    const renamed = anyFinding({ ...finding, rule: 'Y-09', aliases: ['X-01'] })
    expect(applyTreatments(renamed, [waiver], today).status).toBe('accepted')
  })
  it('holds while things get milder', () => {
    const milder = { ...finding, severity: 'low' as const, facts: { tokens: '300' } }
    expect(applyTreatments(milder, [waiver], today).status).toBe('accepted')
  })
  it.each([
    ['the severity rose', { ...finding, severity: 'high' as const }, today, /It was medium .* is high now/u],
    ['a number it rests on grew', { ...finding, facts: { tokens: '900' } }, today, /rests on "450"; it is "900"/u],
    ['it has run out', finding, '2027-02-01', /ended on 2027-01-31/u],
  ])('opens again when %s', (_, changed, day, note) => {
    const result = applyTreatments(changed, [waiver], day)
    expect(result).toMatchObject({ status: 'open', treatedBy: 't-one' })
    expect(result.note).toMatch(note)
  })
  it.each([
    ['approver', /names nobody who approved it/u],
    ['until', /has no end/u],
  ] as const)('hides nothing without its %s', (field, note) => {
    const { [field]: _, ...unsigned } = waiver
    const result = applyTreatments(finding, [unsigned], today)
    expect(result).toMatchObject({ status: 'open', treatedBy: 't-one' })
    expect(result.note).toMatch(note)
  })
  it('does not reach other anchors, other rules or anchors in another order', () => {
    const pair = anyFinding({ anchors: ['c-one', 'c-two'] })
    expect(applyTreatments(pair, [waiver], today)).toBe(pair)
    expect(applyTreatments(pair, [{ ...waiver, on: ['c-two', 'c-one'] }], today)).toBe(pair)
    expect(applyTreatments(anyFinding({ rule: 'Z-01' }), [waiver], today).status).toBe('open')
  })
})

describe('treatmentsOf', () => {
  it('leaves out those of other variants', () => {
    const design = miniDesign({
      shown: 'v-one',
      treatments: [waiver, { ...waiver, id: 't-v', variant: 'v-one' }, { ...waiver, id: 't-w', variant: 'v-two' }],
    })
    expect(treatmentsOf(design).map(({ id }) => id)).toEqual(['t-one', 't-v'])
  })
})

describe('other treatments', () => {
  it.each([
    ['transfer', 'transferred'],
    ['avoid', 'avoided'],
    ['dispute', 'disputed'],
  ] as const)('%s makes it %s', (response, status) => {
    expect(applyTreatments(finding, [{ ...waiver, response }], today).status).toBe(status)
  })
  it('mitigate closes only when it is done', () => {
    const planned: Treatment = { ...waiver, response: 'mitigate', status: 'inProgress' }
    expect(applyTreatments(finding, [planned], today)).toMatchObject({ status: 'open', treatedBy: 't-one' })
    expect(applyTreatments(finding, [{ ...planned, status: 'verified' }], today).status).toBe('mitigated')
  })
})
