import { describe, expect, it } from 'vitest'
import { manualThreatRule, type Risk } from '../../../shared/design/design.ts'
import { miniDesign } from '../../../shared/findings/testing/mini-design.ts'
import { manualThreats } from '../../../shared/threats/manual/manual-threats.ts'
import { manualDraftOf, newManualDraft, withManualThreat, withoutManualThreat } from './manual-draft.ts'

const design = miniDesign({ components: [{ id: 'c-one', name: 'One', kind: 'agent' }] })
const cell = { on: 'c-one', method: 'stride', letter: 'T' } as const
const draft = {
  ...newManualDraft(design, cell, []),
  rating: { likelihood: 4, impact: 5 },
}
const written = withManualThreat(
  design,
  { ...draft, grammar: { ...draft.grammar, source: 'customer', action: 'refund an order twice' } },
  undefined,
)
const risk = written.risks?.[0] as Risk

describe('a threat that a person writes', () => {
  it('starts with what its cell says', () => {
    expect(draft).toMatchObject({ about: ['c-one'], grammar: { goal: 'integrity' }, cell })
  })
  it('starts on what is selected, and on nothing that is not drawn', () => {
    expect(newManualDraft(design, undefined, ['c-one', 'adr-1']).about).toEqual(['c-one'])
  })
  it('is what the engine reads', () => {
    expect(manualThreats(written, '2026-11-21')).toMatchObject([
      { title: 'A customer can refund an order twice', severity: 'critical', stride: 'T', elements: ['c-one'] },
    ])
    expect(risk.statement).toBe('A customer can refund an order twice, which harms its integrity.')
  })
  it('is changed in place, and loses what was emptied', () => {
    const again = { ...manualDraftOf(risk), rating: undefined, about: [] }
    const next = withManualThreat(written, again, { ...risk, tags: ['kept'] })
    expect(next.risks).toHaveLength(1)
    expect(next.risks?.[0]).not.toHaveProperty('likelihood')
    expect(next.risks?.[0]).not.toHaveProperty('about')
    expect(next.risks?.[0]).toMatchObject({ cell, date: risk.date })
  })
  it('takes what was decided about it along when it goes', () => {
    const decided = {
      ...written,
      treatments: [
        { id: 't', rule: manualThreatRule, on: [risk.id], response: 'avoid' as const, reason: 'x' },
        { id: 'u', rule: 'X-01', on: ['c-one'], response: 'avoid' as const, reason: 'x' },
      ],
    }
    const next = withoutManualThreat(decided, risk.id)
    expect(next.risks ?? []).toEqual([])
    expect(next.treatments?.map(({ id }) => id)).toEqual(['u'])
  })
})
