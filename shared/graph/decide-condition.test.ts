import { describe, expect, it, test } from 'vitest'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { buildGraph } from './build-graph.ts'
import type { Condition } from './condition.ts'
import { type Answer, decideCondition } from './decide-condition.ts'
import { design, ask } from './testing/conditions.ts'

describe('a condition asked of an element', () => {
  test.each<[string, string, Answer]>([
    ['kind = llm-api', 'c-model', 'yes'],
    ['kind = llm-*', 'c-model', 'yes'],
    ['kind in [agent, orchestrator]', 'c-model', 'no'],
    ['kind != llm-api', 'c-app', 'yes'],
    ['kind = llm-api', 'a-model', 'no'],
    ['trait = stores-data', 'c-store', 'yes'],
    ['trait = stores-data', 'c-app', 'no'],
    ['product = "openai/*"', 'c-model', 'yes'],
    ['product = OpenAI', 'c-model', 'yes'],
    ['product = anthropic*', 'c-model', 'no'],
    ['product = anthropic*', 'c-other', 'unknown'],
    ['product = anthropic*', 'c-user', 'no'],
    ['name = other*', 'c-other', 'yes'],
    ['name = "App to *"', 'a-model', 'yes'],
    ['tag = PCI', 'c-app', 'yes'],
    ['tag = pci', 'c-user', 'no'],
    ['in trust < 50', 'c-user', 'yes'],
    ['in trust < 50', 'c-app', 'no'],
    ['in trust < 50', 'c-store', 'no'],
    ['in trust < 50', 'c-model', 'unknown'],
    ['in name = platform', 'c-store', 'yes'],
    ['in name = platform', 'a-search', 'yes'],
    ['in name = platform', 'a-ask', 'no'],
    ['in name = platform', 'd-chunks', 'yes'],
    ['trust >= 80', 'c-store', 'yes'],
    ['region in [eu-west-1, eu-central-1]', 'c-app', 'yes'],
    ['region = us-*', 'b-cell', 'no'],
    ['data classification = restricted', 'c-store', 'yes'],
    ['data classification >= confidential', 'a-search', 'yes'],
    ['data classification >= confidential', 'a-ask', 'no'],
    ['data classification >= confidential', 'a-model', 'unknown'],
    ['data classification >= confidential', 'c-files', 'unknown'],
    ['data classification >= confidential', 'c-app', 'no'],
    ['data name = nothing', 'c-files', 'no'],
    ['from kind = user', 'a-ask', 'yes'],
    ['to trait = generates-text', 'a-model', 'yes'],
    ['to trait = generates-text', 'c-model', 'no'],
    ['crosses trust', 'a-ask', 'yes'],
    ['crosses trust', 'a-search', 'no'],
    ['crosses trust', 'a-model', 'unknown'],
    ['crosses trust', 'c-app', 'no'],
    ['settings.retentionDays <= 30', 'c-store', 'yes'],
    ['settings.retentionDays > 30', 'c-store', 'no'],
    ['settings.encryptedAtRest = true', 'c-files', 'unknown'],
    ['encrypted = true', 'a-ask', 'yes'],
    ['encrypted = true', 'a-model', 'unknown'],
    ['does has read', 'a-search', 'yes'],
    ['owner stated', 'c-app', 'yes'],
    ['owner stated', 'c-store', 'no'],
    ['timeoutMs != 500', 'a-search', 'no'],
    ['classification = restricted', 'd-chunks', 'yes'],
    ['classification = restricted', 'd-both', 'yes'],
    ['classification = restricted', 'd-mixed', 'unknown'],
    ['facts.retentionDays < 365', 'd-log', 'no'],
    ['classification = public', 'd-log', 'unknown'],
    ['kind = llm-api & product = anthropic*', 'c-app', 'no'],
    ['kind = llm-api | product = anthropic*', 'c-other', 'yes'],
    ['!(encrypted = true)', 'a-model', 'unknown'],
    ['kind = llm-api', 'no-such-thing', 'no'],
  ])('%s of %s: %s', (text, on, expected) => {
    expect(ask(text, on).is).toBe(expected)
  })

  it('names the facts that an unknown hangs on, where they are to be stated', () => {
    expect(ask('encrypted = true', 'a-model').asks).toEqual([{ on: 'a-model', field: 'encrypted' }])
    expect(ask('in trust < 50', 'c-model').asks).toEqual([{ on: 'b-vendor', field: 'trust' }])
    expect(ask('crosses region', 'a-ask').asks).toEqual([{ on: 'b-net', field: 'region' }])
    expect(ask('product = x | encrypted = true', 'c-other').asks).toEqual([])
    expect(ask('trust < 50', 'c-lost').asks).toEqual([{ on: 'c-lost', field: 'in' }])
    expect(ask('owner stated', 'c-store')).toEqual({ is: 'no', asks: [{ on: 'c-store', field: 'owner' }] })
  })

  it('asks nobody for what an element cannot say', () => {
    expect(ask('settings.retentionDays < 5', 'c-user')).toEqual({ is: 'unknown', asks: [] })
    expect(ask('encrypted = true', 'c-app')).toEqual({ is: 'unknown', asks: [] })
  })

  it('reads what a product is known for, and not what was assumed of it', () => {
    const factOf = (assumed: boolean) => {
      for (const { id, kinds: own, facts } of products)
        for (const [name, { value, assumed: isAssumed = false }] of Object.entries(facts))
          if (typeof value === 'number' && isAssumed === assumed) return { id, kind: own[0] ?? '', name, value }
      throw new Error('no such product')
    }
    const answer = (assumed: boolean) => {
      const { id, kind, name, value } = factOf(assumed)
      const one = { ...design, components: [{ id: 'c-one', name: 'One', kind, product: id }], flows: [] }
      const condition: Condition = { field: `settings.${name}`, is: '=', value }
      return decideCondition(condition, 'c-one', buildGraph(one, kinds, products)).is
    }
    expect(answer(false)).toBe('yes')
    expect(answer(true)).toBe('unknown')
  })

  it('asks nothing that a firm part has decided', () => {
    expect(ask('kind = llm-api & encrypted = true', 'a-model')).toEqual({ is: 'no', asks: [] })
    expect(ask('owner stated & kind = agent', 'c-store')).toEqual({ is: 'no', asks: [] })
  })
})
