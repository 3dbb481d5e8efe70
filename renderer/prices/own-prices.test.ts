import { describe, expect, it } from 'vitest'
import { discountScopes, ownPriceName, ownPriceOf } from './own-prices.ts'

const row = { item: 'llm.input', product: 'openai/gpt-4.1' }

describe('own discounts', () => {
  it('can be taken off one price, all of a model or all of a vendor', () => {
    expect(discountScopes(row)).toEqual([
      { value: 'llm.input:openai/gpt-4.1', label: 'This price' },
      { value: 'llm:openai/gpt-4.1', label: 'All prices of GPT-4.1' },
      { value: '*:openai', label: 'All prices of OpenAI' },
    ])
    expect(discountScopes({ item: 'compute.machine-hour' })).toHaveLength(1)
  })

  it('show beside every price that they lower, the closest one first', () => {
    const prices = [
      { id: 'a', item: '*:openai', discount: 0.1 },
      { id: 'b', item: 'llm:openai/gpt-4.1', discount: 0.2 },
    ]
    expect(ownPriceOf(prices, row)?.id).toBe('b')
    expect(ownPriceOf(prices, { item: 'llm.input', product: 'openai/o3' })?.id).toBe('a')
    expect(ownPriceOf(prices, { item: 'llm.input', product: 'mistral/large' })).toBeUndefined()
  })

  it('are named by what they speak of', () => {
    expect(ownPriceName('*:openai')).toBe('OpenAI, all prices')
    expect(ownPriceName('llm:openai/gpt-4.1')).toBe('GPT-4.1, all prices')
    expect(ownPriceName('llm')).toBe('Any product, all llm prices')
  })
})
