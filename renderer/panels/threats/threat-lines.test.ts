import { describe, expect, it } from 'vitest'
import { importedBy, manualThreatRule } from '../../../shared/design/design.ts'
import { linesOf } from '../../../shared/findings/lines.ts'
import { anyFinding } from '../../../shared/findings/testing/finding.ts'
import { rules } from '../../../shared/rules.ts'
import { everything, filterThreats, groupThreats, statusLine, unknownThreats } from './threat-lines.ts'

const way = anyFinding({ id: 'w', rule: 'W-01', title: 'A way', anchors: ['c-a', 'c-z'], path: ['c-a', 'f-1', 'c-z'] })
const fault = anyFinding({ id: 'e', rule: 'E-01', title: 'A fault', anchors: ['c-b'], elements: ['c-b'], stride: 'T' })
const byHand = (id: string) =>
  anyFinding({ id, rule: manualThreatRule, title: `By hand ${id}`, anchors: [id], elements: ['c-b'] })
const naming = { name: (id: string) => `<${id}>`, treatment: () => undefined }

describe('the list of threats', () => {
  it('puts ways of attack first, then what is wrong with each element', () => {
    const groups = groupThreats(linesOf([fault, way]), 'place', naming)
    expect(groups.map(({ title }) => title)).toEqual(['Ways of attack', '<c-b>'])
  })
  it('has a line for each threat that a person wrote', () => {
    expect(linesOf([byHand('r-1'), fault, byHand('r-2')]).map(({ id }) => id)).toEqual(['r-1', 'E-01 open', 'r-2'])
  })
  it('puts what an imported file rates alike under that file', () => {
    const taken = ['r-1', 'r-2'].map((id) => ({ ...byHand(id), group: importedBy }))
    const groups = groupThreats(linesOf([...taken, fault]), 'place', naming)
    expect(groups.map(({ title, lines }) => [title, lines.length])).toEqual([
      ['From the imported file', 1],
      ['<c-b>', 1],
    ])
  })
  it('groups by the first letter of STRIDE, in words', () => {
    expect(groupThreats(linesOf([fault]), 'stride', naming)[0]?.title).toBe('Tampering')
  })
  it('finds by words and severity', () => {
    const lines = linesOf([fault, way])
    expect(filterThreats(lines, { ...everything, words: 'a WAY' })).toHaveLength(1)
    expect(filterThreats(lines, { ...everything, severity: 'critical' })).toHaveLength(
      [fault, way].filter(({ severity }) => severity === 'critical').length,
    )
  })
  it('says until when it is accepted, and that a decision no longer holds', () => {
    const waiver = { id: 't', rule: 'E-01', on: ['c-b'], response: 'accept', reason: 'x', until: '2027-01-31' } as const
    expect(statusLine({ ...fault, status: 'accepted' }, waiver, '2026-11-21')).toBe('Accepted until 2027-01-31')
    expect(statusLine(fault, waiver, '2027-02-01')).toBe('Open again: run out')
    expect(statusLine(fault, { ...waiver, response: 'mitigate', status: 'inProgress' }, '2026-11-21')).toBe(
      'Being mitigated',
    )
  })
  it('names what closes it', () => {
    expect(statusLine({ ...fault, status: 'mitigated' }, undefined, '2026-11-21', 'Sandbox')).toBe(
      'Mitigated by Sandbox',
    )
    expect(statusLine({ ...fault, status: 'mitigated' }, undefined, '2026-11-21')).toBe('Mitigated')
  })
})

describe('what nobody can tell yet', () => {
  it('is a question that a threat waits for, and no other question', () => {
    const threat = rules.find(({ lenses }) => lenses.includes('threat'))
    const check = rules.find(({ lenses }) => !lenses.includes('threat'))
    const group = (id: string, waiting: readonly string[]) => ({
      id,
      text: 'Is it?',
      topic: 'access' as const,
      answer: 'yesNo' as const,
      elements: [],
      rules: waiting,
      requirements: [],
      weight: 'low' as const,
      verdicts: 1,
    })
    const unknown = unknownThreats([group('a', [check?.id ?? '']), group('b', [threat?.id ?? ''])], rules)
    expect(unknown).toMatchObject([{ group: { id: 'b' }, titles: [threat?.title] }])
  })
})
