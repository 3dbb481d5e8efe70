import { describe, expect, it } from 'vitest'
import { requirementRule, type Design } from '../design/design.ts'
import { checkInvariants } from '../design/invariants/check-invariants.ts'
import { inspect } from '../findings/testing/inspect.ts'
import { rules } from '../rules.ts'
import { vocabulary } from '../vocabulary.ts'
import { fixtureOf, open } from '../findings/testing/rule-fixtures.ts'

describe('a requirement that somebody has waived', () => {
  const budget: Design = {
    ...fixtureOf('CST-02').fails,
    requirements: [{ id: 'r-budget', metric: 'cost.month', is: '<=', target: 9000, priority: 'must' }],
  }
  const { context: _context, ...unstated } = fixtureOf('P-10').fails
  const abroad: Design = {
    ...unstated,
    requirements: [{ id: 'r-home', metric: 'residency', is: 'in', target: ['EU'], priority: 'must' }],
  }
  const waived = (design: Design, until: string): Design => ({
    ...design,
    treatments: (design.requirements ?? []).map(({ id }) => ({
      id: `t-${id}`,
      rule: requirementRule,
      on: [id],
      response: 'accept',
      reason: 'A pilot',
      approver: 'CTO office',
      until,
    })),
  })

  it.each([
    ['LAT-01', fixtureOf('LAT-01').fails],
    ['LAT-05', fixtureOf('LAT-05').fails],
    ['CST-02', budget],
    ['REL-07', fixtureOf('REL-07').fails],
    ['P-10', abroad],
  ])('is left alone by %s until the waiver ends', (id, design) => {
    const found = (of: Design): readonly string[] => open(inspect(of, rules).findings).map(({ rule }) => rule)
    expect(found(design)).toContain(id)
    expect(found(waived(design, '2027-01-31'))).not.toContain(id)
    expect(found(waived(design, '2026-01-31'))).toEqual(expect.arrayContaining([id, 'GOV-06']))
  })

  it('is no unknown rule', () => {
    const problems = checkInvariants(waived(budget, '2027-01-31'), vocabulary)
    expect(problems.filter(({ code }) => code === 'W22')).toEqual([])
  })

  it('is one budget of several: the others still hold', () => {
    const [total] = budget.requirements ?? []
    if (total === undefined) throw new Error('no budget')
    const two = { ...waived(budget, '2027-01-31'), requirements: [total, { ...total, id: 'r-other' }] }
    expect(open(inspect(two, rules).findings).find(({ rule }) => rule === 'CST-02')?.anchors).toEqual(['r-other'])
  })
})
