import { describe, expect, it } from 'vitest'
import { rules } from '../../shared/rules.ts'
import { noStandards } from '../../shared/standards/edit-standards.ts'
import { readStandardsValue } from '../../shared/standards/read-standards.ts'
import { house } from '../../shared/standards/testing/house.ts'
import { findRules, type RuleFilter, thresholdWords } from './find-rules.ts'

const { standards = noStandards } = readStandardsValue(house, rules)
const ids = (typed: string, filter: RuleFilter = 'all') =>
  findRules(standards, typed, filter).flatMap((group) => group.rules.map(({ rule }) => rule.id))

describe('the list of rules', () => {
  it('has every rule once, by topic, those of the house among them', () => {
    const all = ids('')
    expect(all.toSorted()).toEqual(
      [...rules.map(({ id }) => id), 'STD-01', 'STD-02', 'HOUSE-01', 'HOUSE-02', 'HOUSE-03'].toSorted(),
    )
    for (const { topic, rules: own } of findRules(standards, '', 'all'))
      for (const { rule } of own) expect(rule.topic).toBe(topic)
  })

  it('finds by id, by an id that others use, by words and by pack', () => {
    expect(ids('inf-01')).toEqual(['INF-01'])
    expect(ids('sec-10')).toEqual(['INF-01'])
    expect(ids('clear text')).toContain('INF-01')
    expect(ids('house rules').toSorted()).toEqual(['HOUSE-01', 'HOUSE-02', 'HOUSE-03'])
    expect(ids('no rule says this')).toEqual([])
  })

  it('shows what was changed, and what is switched off', () => {
    expect(ids('', 'changed').toSorted()).toEqual(['GOV-06', 'INF-01'])
    expect(ids('', 'off')).toEqual(['GOV-06'])
  })

  it('keeps a setting under the id that it was written with', () => {
    const known = { ...standards, rules: { 'SEC-10': { off: true } } }
    const [group] = findRules(known, 'INF-01', 'all')
    expect(group?.rules[0]).toMatchObject({ key: 'SEC-10', setting: { off: true } })
  })

  it('reads the names of thresholds as words', () => {
    expect(thresholdWords('maximumDays')).toBe('Maximum days')
    expect(thresholdWords('most')).toBe('Most')
  })
})
