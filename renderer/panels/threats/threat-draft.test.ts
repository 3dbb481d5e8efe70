import { describe, expect, it } from 'vitest'
import { anyFinding } from '../../../shared/findings/testing/finding.ts'
import { miniDesign } from '../../../shared/findings/testing/mini-design.ts'
import { applyTreatments } from '../../../shared/findings/treat.ts'
import { bulkGap, emptyBulk, withBulk } from './bulk-draft.ts'
import { draftGap, draftOf, emptyDraft, treatmentOf, withDecision } from './threat-draft.ts'
import { subjectOf } from './threat-lines.ts'

const today = '2026-11-21'
const first = anyFinding({ id: 'X-01@c-one', rule: 'X-01', anchors: ['c-one'] })
const second = anyFinding({
  id: 'X-02@c-two',
  rule: 'X-02',
  anchors: ['c-two'],
  remedy: { control: 'policy-gate', title: 'A gate', at: 'f-two', strength: 'deterministic' },
})
const design = miniDesign({
  controls: [{ id: 'k-gate', type: 'policy-gate', name: 'Policy gate', on: ['c-one'], status: 'planned' }],
})
const accepted = {
  ...emptyDraft,
  response: 'accept' as const,
  reason: 'Low use in the pilot.',
  approver: 'Head of support',
  until: '2027-01-31',
  evidence: 'https://example.org/ticket/7',
  decision: 'adr-1',
  residual: { likelihood: 2, impact: 3 },
}

describe('a decision about a threat', () => {
  it('holds in the engine, with everything that the form asked for', () => {
    const next = withDecision(design, subjectOf(first), accepted)
    const treatment = treatmentOf(next, subjectOf(first))
    expect(treatment).toMatchObject({
      response: 'accept',
      approver: 'Head of support',
      until: '2027-01-31',
      decision: 'adr-1',
      residual: { likelihood: 2, impact: 3 },
      links: [{ title: 'Evidence', url: 'https://example.org/ticket/7' }],
    })
    expect(applyTreatments(first, next.treatments ?? [], today).status).toBe('accepted')
  })

  it('is read back into the form as it was written', () => {
    const next = withDecision(design, subjectOf(first), accepted)
    const treatment = treatmentOf(next, subjectOf(first))
    expect(treatment === undefined ? undefined : draftOf(treatment)).toEqual(accepted)
  })

  it('is written anew, not twice, and keeps what no form asks for', () => {
    const once = withDecision(design, subjectOf(first), accepted)
    const tagged = { ...once, treatments: once.treatments?.map((one) => ({ ...one, tags: ['board'] })) ?? [] }
    const twice = withDecision(tagged, subjectOf(first), { ...accepted, response: 'transfer', evidence: '' })
    expect(twice.treatments).toHaveLength(1)
    expect(twice.treatments?.[0]).toMatchObject({ response: 'transfer', tags: ['board'] })
    expect(twice.treatments?.[0]).not.toHaveProperty('links')
  })

  it('makes the control that it names, where the cheapest break would stand', () => {
    const next = withDecision(design, subjectOf(second), { ...emptyDraft, newControls: ['schema-check'] })
    const made = next.controls?.find(({ type }) => type === 'schema-check')
    expect(made).toMatchObject({ name: 'Schema check', on: ['f-two'], status: 'planned' })
    expect(next.treatments?.[0]).toMatchObject({ controls: [made?.id], reason: 'Schema check closes it.' })
  })

  it('needs a reason where no control says it, and a signature to accept', () => {
    expect(draftGap(emptyDraft)).toMatch(/Say why/u)
    expect(draftGap({ ...emptyDraft, newControls: ['sandbox'] })).toBeUndefined()
    expect(draftGap({ ...accepted, approver: '' })).toMatch(/who approves/u)
  })
})

describe('the same for several threats', () => {
  it('names one shared control, which stands wherever one is asked for', () => {
    const next = withBulk(design, [first, second].map(subjectOf), { ...emptyBulk, control: 'k-gate', owner: 'Ana' })
    expect(next.controls).toHaveLength(1)
    expect(next.controls?.[0]?.on).toEqual(['c-one', 'f-two'])
    expect(next.treatments?.map(({ controls, owner, response }) => ({ controls, owner, response }))).toEqual([
      { controls: ['k-gate'], owner: 'Ana', response: 'mitigate' },
      { controls: ['k-gate'], owner: 'Ana', response: 'mitigate' },
    ])
  })

  it('makes a new control once', () => {
    const next = withBulk(design, [first, second].map(subjectOf), { ...emptyBulk, control: 'new:sandbox' })
    expect(next.controls?.filter(({ type }) => type === 'sandbox')).toHaveLength(1)
  })

  it('takes the place of another decision whole: its reason, its signature and its last day go with it', () => {
    const runOut = withDecision(design, subjectOf(first), { ...accepted, until: '2020-01-31', owner: 'Ana' })
    const insured = { ...emptyBulk, response: 'transfer' as const, reason: 'The insurer carries it.' }
    const next = withBulk(runOut, [subjectOf(first)], insured)
    expect(next.treatments?.[0]).toMatchObject({ reason: 'The insurer carries it.', owner: 'Ana' })
    expect(next.treatments?.[0]).not.toHaveProperty('until')
    expect(next.treatments?.[0]).not.toHaveProperty('approver')
    expect(applyTreatments(first, next.treatments ?? [], today).status).toBe('transferred')
    const mended = withBulk(runOut, [subjectOf(first)], { ...emptyBulk, response: 'mitigate' })
    expect(mended.treatments?.[0]?.reason).toBe('To be mitigated.')
  })

  it('leaves alone what is not asked: an accepted threat that gets an owner stays accepted', () => {
    const before = withDecision(design, subjectOf(first), accepted)
    const next = withBulk(before, [subjectOf(first)], { ...emptyBulk, owner: 'Ana' })
    expect(next.treatments).toHaveLength(1)
    expect(next.treatments?.[0]).toMatchObject({ ...before.treatments?.[0], owner: 'Ana' })
  })

  it('does not sign anew what has got worse since', () => {
    const before = withDecision(design, subjectOf(first), accepted)
    const worse = { ...first, severity: 'critical' as const }
    const next = withBulk(before, [subjectOf(worse)], { ...emptyBulk, owner: 'Ana' })
    expect(applyTreatments(worse, next.treatments ?? [], today).status).toBe('open')
  })

  it('takes nobody’s word for a waiver', () => {
    expect(bulkGap({ ...emptyBulk, response: 'accept', reason: 'So be it' })).toMatch(/who approves/u)
    expect(bulkGap(emptyBulk)).toMatch(/in common/u)
    expect(bulkGap({ ...emptyBulk, due: '2026-12-01' })).toBeUndefined()
  })
})
