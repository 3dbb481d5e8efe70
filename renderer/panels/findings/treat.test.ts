import { describe, expect, it } from 'vitest'
import type { Design } from '../../../shared/design/design.ts'
import type { Finding } from '../../../shared/findings/finding.ts'
import { applyTreatments } from '../../../shared/findings/treat.ts'
import { treatmentGap } from '../treatment-draft.ts'
import { withTreatment } from './treat.ts'

const design: Design = { format: 'lintel/design', version: 1, id: 'd', name: 'D' }
const finding: Finding = {
  id: 'SEC-07 a b',
  rule: 'SEC-07',
  aliases: [],
  lenses: ['check'],
  topic: 'agents',
  severity: 'high',
  weighed: 'High at most by its rule.',
  title: 'Output acts unchecked',
  problem: 'x',
  why: 'y',
  fix: 'z',
  references: [],
  anchors: ['a', 'b'],
  elements: ['a', 'b'],
  status: 'open',
  facts: { outputTokens: '450' },
}
const draft = { response: 'accept', reason: 'By decision', approver: 'CTO office', until: '2027-05-31' } as const

describe('a decision about a finding', () => {
  it('needs a reason, and an accepted one a name and a day', () => {
    expect(treatmentGap({ ...draft, reason: ' ' })).toContain('Say why')
    expect(treatmentGap({ ...draft, reason: 'Needed because [why].' })).toContain('brackets')
    expect(treatmentGap({ ...draft, approver: '' })).toContain('who approves')
    expect(treatmentGap({ ...draft, until: '' })).toContain('last day')
    expect(treatmentGap(draft)).toBeUndefined()
    expect(treatmentGap({ ...draft, response: 'dispute', approver: '', until: '' })).toBeUndefined()
  })
  it('is what the engines apply', () => {
    const { treatments = [] } = withTreatment(design, finding, draft, 't-1')
    expect(applyTreatments(finding, treatments, '2026-11-21').status).toBe('accepted')
    expect(applyTreatments(finding, treatments, '2027-06-01').status).toBe('open')
    expect(applyTreatments({ ...finding, severity: 'critical' }, treatments, '2026-11-21').status).toBe('open')
  })
})
