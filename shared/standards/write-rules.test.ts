import { describe, expect, it } from 'vitest'
import { estimateDesign } from '../estimate/estimate-design.ts'
import { searchService } from '../findings/testing/bases.ts'
import { flatPrices } from '../findings/testing/inspect.ts'
import { edited } from '../findings/testing/mini-design.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { buildLineage } from '../graph/build-lineage.ts'
import { parseCondition } from '../graph/condition-text.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { rules } from '../rules.ts'
import { comparisonsOf, rowsOf, textOfRows } from './condition-rows.ts'
import { newPackText, newRule, rulesIn, withPackField, withRule } from './pack-text.ts'
import { readStandards } from './read-standards.ts'
import { tryRule } from './try-rule.ts'

describe('rows of a condition', () => {
  it.each([
    'kind = llm-api',
    'kind != note',
    'kind in [agent, tool]',
    'trait = stores-data & tag != archive',
    'product = openai/* & name = "Order book"',
    'in trust < 50 & data classification >= confidential',
    'from kind = agent & to kind != tool & crosses trust',
    'settings.retentionDays <= 90 & encrypted = true & owner stated',
    'region in [eu-west-1, eu-central-1]',
    'retries in [1, 2]',
  ])('show %s, and make the same text again', (text) => {
    const rows = rowsOf(text)
    expect(rows).toBeDefined()
    expect(textOfRows(rows ?? [])).toBe(text)
    for (const { subject, is } of rows ?? []) expect(comparisonsOf(subject)).toContain(is)
  })

  it.each(['kind = agent | kind = tool', '!(kind = agent & tag = a)', 'in (trust < 50 & region = eu)', 'kind = '])(
    'leave %s to its text',
    (text) => {
      expect(rowsOf(text)).toBeUndefined()
    },
  )

  it('are none for no condition, and a row that lacks its value is refused where it stands', () => {
    expect([rowsOf(' '), textOfRows([])]).toEqual([[], ''])
    const parsed = parseCondition(textOfRows([{ of: 'itself', subject: 'kind', is: '=', value: '' }]))
    expect(parsed.ok).toBe(false)
  })
})

describe('the text of a pack', () => {
  const text = newPackText(['house'])
  const read = (of: string) => {
    const standards = readStandards(of, rules)
    if (!standards.ok) throw new Error(standards.problems[0]?.sentence)
    return standards
  }

  it('begins with a rule that can be used, under ids of its own', () => {
    const { value, problems } = read(text)
    expect(problems).toEqual([])
    expect(value.packs?.map(({ id, rules: own }) => [id, own.length])).toEqual([['house-2', 1]])
    expect(newRule(text)['id']).toBe('HOUSE-02')
  })

  it('changes, gains and loses rules, and nothing else of it', () => {
    const two = withRule(text, 1, newRule(text))
    expect(rulesIn(two)?.map(({ id }) => id)).toEqual(['HOUSE-01', 'HOUSE-02'])
    expect(rulesIn(withRule(two, 0, undefined))?.map(({ id }) => id)).toEqual(['HOUSE-02'])
    const worse = withRule(two, 1, { ...newRule(text), severity: 'high' })
    expect(read(worse).value.packs?.[0]?.rules.map(({ severity }) => severity)).toEqual(['medium', 'high'])
    expect(read(withPackField(worse, 'title', 'Bank rules')).value.packs?.[0]).toMatchObject({ title: 'Bank rules' })
    expect(withPackField(withPackField(worse, 'approver', 'Board'), 'approver', '')).toBe(worse)
  })

  it('is left alone while it is no JSON', () => {
    expect([rulesIn('{'), withRule('{', 0, {}), withPackField('{', 'title', 'A')]).toEqual([undefined, '{', '{'])
  })

  it('is tried on a design before it counts', () => {
    const tryOn = (design: typeof searchService) => {
      const graph = buildGraph(design, kinds, products)
      const [pack] = read(text).value.packs ?? []
      const [rule] = pack?.rules ?? []
      if (pack === undefined || rule === undefined) throw new Error('no rule')
      return tryRule(
        rule,
        { ...pack, off: true },
        {
          graph,
          lineage: buildLineage(graph),
          estimate: estimateDesign(graph, flatPrices),
          requirements: [],
          today: '2026-11-21',
        },
      )
    }
    expect(tryOn(searchService)).toEqual({ found: ['c-index'], asked: [] })
    const open = edited(searchService, 'c-index', { settings: { retentionDays: undefined } })
    expect(tryOn(open)).toEqual({ found: [], asked: ['c-index'] })
  })
})
