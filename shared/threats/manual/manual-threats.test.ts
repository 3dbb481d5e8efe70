import { describe, expect, it } from 'vitest'
import { type Design, manualThreatRule, type Risk, type Treatment } from '../../design/design.ts'
import { usualRiskMatrix } from '../../design/risk-matrix.ts'
import type { Finding } from '../../findings/finding.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { isManualThreat, manualThreats } from './manual-threats.ts'

const today = '2026-11-21'
const refund: Risk = {
  id: 'r-refund',
  statement: 'Refunds twice',
  by: 'Ada',
  likelihood: 4,
  impact: 4,
  about: ['c-agent'],
  grammar: { source: 'a customer', action: 'have an order refunded twice' },
  cell: { on: 'c-mail', method: 'stride', letter: 'T' },
}
const decided: Treatment = {
  id: 't-refund',
  rule: manualThreatRule,
  on: [refund.id],
  response: 'mitigate',
  reason: 'A limit',
}
const withRisk = (risk: Risk, more: Partial<Design> = {}): Design => ({ ...mailingAgent, risks: [risk], ...more })
const only = (design: Design): Finding => {
  const [finding, ...others] = manualThreats(design, today)
  if (finding === undefined || others.length > 0) throw new Error('One threat')
  return finding
}

describe('threats that people wrote down', () => {
  it('are risks in the grammar or raised from a cell; other risks stay risks', () => {
    expect(isManualThreat({ id: 'r', statement: 'Key people leave' })).toBe(false)
    expect(isManualThreat({ id: 'r', statement: 'Key people leave', grammar: { source: ' ' } })).toBe(false)
    expect(isManualThreat({ id: 'r', statement: '', grammar: { action: 'leave' } })).toBe(true)
    expect(isManualThreat({ id: 'r', statement: '', cell: { on: 'c', method: 'stride', letter: 'T' } })).toBe(true)
    expect(manualThreats(withRisk({ id: 'r-people', statement: 'Key people leave' }), today)).toEqual([])
  })

  it('are findings of the threat lens that hold on to the risk, and point at what it is about', () => {
    expect(only(withRisk(refund))).toMatchObject({
      id: 'manual-threat@r-refund',
      lenses: ['threat'],
      severity: 'high',
      title: 'A customer can have an order refunded twice',
      anchors: ['r-refund'],
      elements: ['c-agent', 'c-mail'],
      stride: 'T',
      references: [{ framework: 'stride', edition: '1999', id: 'T' }],
      weighed: 'Likelihood 4 of 5 and impact 4 of 5, as Ada sees it. The matrix makes that high.',
      inherent: { likelihood: 4, impact: 4, severity: 'high' },
      residual: { likelihood: 4, impact: 4, severity: 'high' },
    })
  })

  it('read the matrix of the design, and are medium until somebody rates them', () => {
    const own = usualRiskMatrix.map((row, index) => (index === 3 ? row.with(3, 'critical') : row))
    expect(
      only(withRisk(refund, { riskMatrix: own.with(4, ['medium', 'medium', 'high', 'critical', 'critical']) }))
        .severity,
    ).toBe('critical')
    const { likelihood: _likelihood, ...unrated } = refund
    const finding = only(withRisk(unrated))
    expect([finding.severity, finding.rating, finding.residual]).toEqual(['medium', undefined, undefined])
    expect(only(withRisk({ ...refund, likelihood: 9, impact: 0 })).rating).toMatchObject({ likelihood: 5, impact: 1 })
  })

  it('of LINDDUN are matters of privacy', () => {
    const finding = only(withRisk({ ...refund, cell: { on: 'c-mail', method: 'linddun', letter: 'Nr' } }))
    expect(finding).toMatchObject({ topic: 'privacy', linddun: ['Nr'] })
    expect(finding.stride).toBeUndefined()
  })

  it('are treated like those that rules find', () => {
    const treated = (treatment: Partial<Treatment>): Finding =>
      only(withRisk(refund, { treatments: [{ ...decided, ...treatment }] }))
    expect(treated({}).status).toBe('open')
    expect(treated({ reason: 'Each order is refunded once' }).fix).toBe('Each order is refunded once')
    expect(treated({ response: 'transfer', reason: 'Insured' }).fix).toContain('Decide about it')
    expect(treated({ status: 'done' })).toMatchObject({
      status: 'mitigated',
      residual: { likelihood: 1, impact: 4, severity: 'low' },
    })
    expect(treated({ response: 'avoid' }).residual?.why).toContain('avoided by decision')
    expect(treated({ response: 'transfer' })).toMatchObject({ status: 'transferred', residual: { likelihood: 4 } })
    expect(treated({ status: 'done', residual: { likelihood: 2, impact: 4 } }).residual).toMatchObject({
      likelihood: 2,
      severity: 'medium',
    })
    expect(treated({ rule: 'P-01', status: 'done' }).status).toBe('open')
    const worse = { severity: 'high', facts: { source: 'a customer', action: 'have an order refunded' } }
    expect(treated({ response: 'accept', approver: 'CISO', until: '2027-01-01', basis: worse })).toMatchObject({
      status: 'open',
      residual: { likelihood: 4 },
    })
  })
})
