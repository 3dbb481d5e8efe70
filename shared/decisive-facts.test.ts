import { describe, expect, it } from 'vitest'
import type { Design } from './design/design.ts'
import { inspect } from './findings/testing/inspect.ts'
import { fixtureOf, open } from './findings/testing/rule-fixtures.ts'
import { statedFacts, withFact } from './findings/testing/stated-facts.ts'
import { rules } from './rules.ts'

const threats = rules.filter(({ lenses }) => lenses.includes('threat'))

describe.each(threats)('the threat $id, each fact of its fixture turned round or hidden', (rule) => {
  const { fails, unknown } = fixtureOf(rule.id)
  const isFoundIn = (design: Design): boolean => open(inspect(design, [rule]).findings).length > 0
  const facts = statedFacts(fails)
  const decisive = facts.filter((fact) => fact.others.some((other) => !isFoundIn(withFact(fails, fact, other))))

  it('is not found while nobody knows a fact that another answer would clear', () => {
    const accused = decisive.filter((fact) => isFoundIn(withFact(fails, fact, { unknown: true })))
    expect(accused.map(({ on, path }) => `${on} ${path}`)).toEqual([])
  })

  it('has a fixture with a fact hidden, unless it hangs on what is drawn alone', () => {
    expect([rule.id, unknown !== undefined || decisive.length === 0]).toEqual([rule.id, true])
  })
})
