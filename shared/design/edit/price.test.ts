import { describe, expect, it } from 'vitest'
import type { Design } from '../design.ts'
import { removeOwnPrice, setOwnPrice } from './price.ts'

const design: Design = { format: 'lintel/design', version: 1, id: 'd', name: 'D' }

describe('prices of the design’s own', () => {
  it('are stated, replaced and taken back', () => {
    const stated = setOwnPrice(design, 'llm.input:openai/gpt-4.1', { usd: 1.5 }, 'p1')
    expect(stated.prices).toEqual([{ id: 'p1', item: 'llm.input:openai/gpt-4.1', usd: 1.5 }])
    const discounted = setOwnPrice(stated, 'llm.input:openai/gpt-4.1', { discount: { value: 0.2 } }, 'p2')
    expect(discounted.prices).toEqual([{ id: 'p1', item: 'llm.input:openai/gpt-4.1', discount: { value: 0.2 } }])
    expect(setOwnPrice(discounted, 'llm.input:openai/gpt-4.1', {}, 'p3')).toEqual(design)
  })

  it('leave the others alone', () => {
    const two = setOwnPrice(setOwnPrice(design, 'a', { usd: 1 }, 'p1'), 'b', { usd: 2 }, 'p2')
    expect(removeOwnPrice(two, 'p1').prices).toEqual([{ id: 'p2', item: 'b', usd: 2 }])
    expect(removeOwnPrice(two, 'p9')).toBe(two)
    expect(setOwnPrice(design, 'a', {}, 'p1')).toBe(design)
  })
})
