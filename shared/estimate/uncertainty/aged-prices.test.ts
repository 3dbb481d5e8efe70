import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../analyse.ts'
import type { Design } from '../../design/design.ts'

const prices: object = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const asked = (design: Partial<Design>): Design => ({
  format: 'lintel/design',
  version: 1,
  id: 'd-one',
  name: 'One',
  boundaries: [{ id: 'b-cloud', name: 'Cloud', region: 'eu-west-1' }],
  components: [
    { id: 'c-user', name: 'User', kind: 'user' },
    { id: 'c-model', name: 'Model', kind: 'llm-api', product: 'openai/gpt-4.1' },
    { id: 'c-service', name: 'Service', kind: 'orchestrator', in: 'b-cloud' },
  ],
  flows: [
    { id: 'f-ask', from: 'c-user', to: 'c-service' },
    { id: 'f-model', from: 'c-service', to: 'c-model', call: { inputTokens: 1000, outputTokens: 200 } },
  ],
  ...design,
})
const on = (today: string, design: Partial<Design> = {}) => analyse(asked(design), { prices, today })

describe('prices that grow old', () => {
  it('widen every sum they are part of, and leave its value', () => {
    const young = on('2026-08-10').estimate.technologyUsdPerMonth
    const old = on('2027-08-01').estimate.technologyUsdPerMonth
    expect(old.value).toBe(young.value)
    expect(old.high - old.low).toBeGreaterThan(young.high - young.low)
    expect(old.fresh?.low).toBeCloseTo(young.low, 6)
    expect(old.fresh?.high).toBeCloseTo(young.high, 6)
  })

  it('are named at a requirement only where they decide it', () => {
    const { low, high, fresh } = on('2028-08-01').estimate.totalUsdPerMonth
    const between = (high + (fresh?.high ?? 0)) / 2
    const limit = (target: number): Partial<Design> => ({
      requirements: [{ id: 'r-cost', metric: 'cost.month', is: '<=', target, priority: 'must' }],
    })
    const close = on('2028-08-01', limit(between)).requirements[0]
    const far = on('2028-08-01', limit(high * 2)).requirements[0]
    expect(low).toBeLessThan(high)
    expect(close).toMatchObject({ verdict: 'atRisk', agedPrices: true })
    expect(far?.agedPrices).toBeUndefined()
  })
})

describe('a product that is bought in two regions', () => {
  const nova = (id: string) => ({ id, name: id, kind: 'llm-api', product: 'amazon/nova-lite' }) as const
  const calling = (to: string) => ({ id: `f-${to}`, from: 'c-service', to, call: { inputTokens: 1000 } })
  const { components = [], flows = [] } = asked({})
  const { ledger } = on('2026-08-10', {
    components: [...components, { ...nova('c-here'), in: 'b-cloud' }, nova('c-there')],
    flows: [...flows, calling('c-here'), calling('c-there')],
  }).estimate

  it('has a line in the ledger for each of its prices, which the line of cost beside it was computed with', () => {
    const input = ledger.filter(({ provenance }) => provenance.item === 'llm.input:amazon/nova-lite')
    expect(new Set(input.map(({ provenance }) => provenance.region))).toEqual(new Set(['EU', 'global']))
    expect(new Set(input.map(({ value }) => value)).size).toBe(2)
    expect(input.map(({ usedBy }) => usedBy.length)).toEqual([1, 1])
  })
})

describe('a price of another region', () => {
  it('is marked on the line of the component that stands elsewhere, and only there', () => {
    const { lines } = on('2026-08-10').estimate
    const usedIn = (component: string): readonly (string | undefined)[] =>
      lines
        .filter((line) => line.component === component)
        .flatMap(({ formula }) => JSON.stringify(formula).match(/"usedIn":"[^"]+"/g) ?? [])
    expect(usedIn('c-service')).toContain('"usedIn":"eu-west-1"')
    expect(usedIn('c-model')).toEqual([])
  })
})

describe('a price of the design’s own that cannot be used', () => {
  it('is said with the reason', () => {
    const { problems } = on('2026-11-21', { prices: [{ id: 'p-one', item: 'llm.words', usd: 1 }] })
    expect(problems).toMatchObject([{ level: 'warning', path: 'prices[0]', element: 'p-one' }])
    expect(problems[0]?.sentence).toBe(
      'The design\'s own price of "llm.words" is not used. Nothing has the price "llm.words". Choose one in the price book.',
    )
  })
})

describe('a model that is out of service', () => {
  it('is a finding of its own, by the book before the catalogue', () => {
    const retired = on('2026-11-21', {
      components: (asked({}).components ?? []).map((each) =>
        each.id === 'c-model' ? { ...each, product: 'google/gemini-3-pro' } : each,
      ),
    })
    expect(retired.estimate.retired).toMatchObject([{ component: 'c-model', on: '2026-03-09' }])
    const finding = retired.findings.find(({ rule }) => rule === 'OPS-11')
    expect(finding?.severity).toBe('high')
    expect(finding?.problem).toBe('Gemini 3 Pro (preview) was retired on 2026-03-09: choose a successor for Model.')
  })

  it('is announced half a year ahead, and not before', () => {
    const book = { ...prices, retiredOn: { 'openai/gpt-4.1': '2027-03-01' } }
    const at = (today: string) => analyse(asked({}), { prices: book, today }).findings.map(({ rule }) => rule)
    expect(at('2026-08-10')).not.toContain('OPS-12')
    expect(at('2026-11-21')).toContain('OPS-12')
    expect(at('2026-11-21')).not.toContain('OPS-11')
    expect(at('2027-03-02')).toContain('OPS-11')
    expect(at('2027-03-02')).not.toContain('OPS-12')
  })
})
