import { describe, expect, it } from 'vitest'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { rules } from '../../rules.ts'
import { shippedCatalogues } from '../frameworks/catalogues.ts'
import type { CellReason, EntryCoverage } from './coverage.ts'
import { countEntries, coverLists } from './cover-lists.ts'

const rule = (id: string, ...entries: readonly string[]): Rule =>
  defineRule({
    id,
    lenses: ['threat'],
    title: 'Something',
    severity: 'high',
    topic: 'access',
    why: 'It matters.',
    references: entries.map((entry) => ({ framework: 'owasp-llm', edition: '2026', id: entry })),
    check: () => [],
  })
const saying = (each: Rule, says: CellReason['says'], finding?: string): CellReason => ({
  rule: each.id,
  title: each.title,
  says,
  ...(finding === undefined ? {} : { finding }),
})
function entryOf(all: readonly Rule[], saidBy: (each: Rule) => readonly CellReason[], edition: string, id: string) {
  const lists = coverLists(all, (each) => saidBy(each).map((reason) => ['c-agent', reason] as const), shippedCatalogues)
  const list = lists.find((each) => each.framework === 'owasp-llm' && each.edition === edition)
  return list?.entries.find((entry: EntryCoverage) => entry.id === id)
}

describe('the lists of threats', () => {
  it('are each looked for by some rule: no entry of a list that ships is left unconsidered', () => {
    const lists = coverLists(rules, () => [], shippedCatalogues)
    expect(lists.map(({ title }) => title)).toEqual([
      'OWASP Top 10 for LLM applications, 2026',
      'OWASP Top 10 for LLM applications, 2025',
      'OWASP Top 10 for agentic applications, 2025',
      'OWASP Agentic AI threats and mitigations, 1.1',
      'OWASP MCP Top 10, 2025-beta',
      'OWASP Machine Learning Security Top 10, 2023-draft',
    ])
    for (const { title, entries } of lists)
      expect([title, entries.filter(({ state }) => state === 'notConsidered').map(({ id }) => id)]).toEqual([title, []])
  })

  it('follow an entry into its other editions: excessive agency is LLM03 in 2026 and LLM06 in 2025', () => {
    const own = rule('X-01', 'LLM03')
    const said = (): readonly CellReason[] => [saying(own, 'open', 'X-01@c-agent')]
    expect(entryOf([own], said, '2026', 'LLM03')).toMatchObject({ state: 'open', rules: ['X-01'] })
    expect(entryOf([own], said, '2025', 'LLM06')).toMatchObject({ title: 'Excessive Agency', state: 'open' })
    expect(entryOf([own], said, '2025', 'LLM03')).toMatchObject({ state: 'notConsidered', rules: [], reasons: [] })
  })

  it('count a rule of a house that cites an entry in its own words', () => {
    const own = { ...rule('HOUSE-01'), references: [{ framework: 'House rules', edition: '3', id: 'LLM06:2025' }] }
    const said = (): readonly CellReason[] => [saying(own, 'open', 'HOUSE-01@c-agent')]
    expect(entryOf([own], said, '2025', 'LLM06')).toMatchObject({ state: 'open', rules: ['HOUSE-01'] })
    expect(entryOf([own], said, '2026', 'LLM03')?.state).toBe('open')
  })

  it('tell what was looked for and not found from what nobody looked for', () => {
    const own = rule('X-01', 'LLM01')
    expect(entryOf([own], () => [saying(own, 'notApplicable')], '2026', 'LLM01')).toMatchObject({
      state: 'notApplicable',
      reasons: [],
    })
    expect(entryOf([own], () => [], '2026', 'LLM01')?.state).toBe('notApplicable')
    expect(entryOf([], () => [], '2026', 'LLM01')?.state).toBe('notConsidered')
  })

  it('count as applicable what something drawn is about, and as decided what is neither unknown nor unseen', () => {
    const own = ['LLM01', 'LLM02', 'LLM03', 'LLM04'].map((entry, at) => rule(`X-0${at}`, entry))
    const says = ['notApplicable', 'unknown', 'open'] as const
    const lists = coverLists(
      own,
      (each) => {
        const word = says[own.indexOf(each)]
        return word === undefined ? [] : ['c-model', 'c-agent'].map((on) => [on, saying(each, word)] as const)
      },
      shippedCatalogues,
    )
    const list = lists.find(({ framework }) => framework === 'owasp-llm')
    expect(list?.entries.slice(0, 5).map(({ state, places }) => [state, places])).toEqual([
      ['notApplicable', 2],
      ['unknown', 2],
      ['open', 2],
      ['notApplicable', 0],
      ['notConsidered', 0],
    ])
    expect(list && countEntries(list)).toMatchObject({ applicable: 9, decided: 2 })
  })

  it('show the worst that any rule says, and each threat once', () => {
    const [own, other] = [rule('X-01', 'LLM01'), rule('X-02', 'LLM01')]
    const said = (each: Rule): readonly CellReason[] =>
      each === own
        ? [saying(own, 'mitigated', 'X-01@a'), saying(own, 'mitigated', 'X-01@a')]
        : [saying(other, 'unknown'), saying(other, 'open', 'X-02@b')]
    const entry = entryOf([own, other], said, '2026', 'LLM01')
    expect(entry?.state).toBe('open')
    expect(entry?.reasons.map(({ says }) => says)).toEqual(['open', 'unknown', 'mitigated'])
  })
})
