import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import { area } from '../findings/testing/mini-design.ts'
import { assess, answered, chat } from './testing/assess.ts'

describe('the register of third parties', () => {
  const rows = (design: Design) => assess(design).register.rows

  it('lists services of others with function, data, weight and way out', () => {
    expect(rows(chat).map(({ provider, critical, exit }) => [provider, critical, exit])).toEqual([
      ['OpenAI', false, 'Spare answers instead'],
      ['Cohere', true, undefined],
      ['Anthropic', false, undefined],
    ])
    expect(rows(chat)[0]).toMatchObject({ service: 'GPT-4.1', data: ['d-question'] })
    expect(rows(answered(chat, { 'register.c-sort.exit': 'Own reranker' }))[1]?.exit).toBe('Own reranker')
    expect(rows({ ...chat, context: { ...chat.context, tier: 3 } })[1]?.critical).toBe(false)
    const { tier: _tier, ...context } = chat.context!
    expect(rows({ ...chat, context })[1]).not.toHaveProperty('critical')
  })

  it('takes a model of the same provider for no way out', () => {
    const same = chat.components!.map((each) =>
      each.id === 'c-spare' ? { ...each, product: 'openai/gpt-4.1-mini' } : each,
    )
    expect(rows({ ...chat, components: same })[0]).not.toHaveProperty('exit')
  })

  it('weighs providers, and names clouds that nobody drew', () => {
    const { concentration } = assess(chat).register
    expect(concentration.map(({ provider, shareOfFunctions }) => [provider, shareOfFunctions])).toEqual([
      ['Anthropic', 1],
      ['Cohere', 1],
      ['OpenAI', 1],
    ])
    expect(concentration.reduce((sum, { shareOfSpend = 0 }) => sum + shareOfSpend, 0)).toBeCloseTo(1, 9)
    const inCloud = {
      ...chat,
      boundaries: [area('b-cloud', { region: 'eu-central-1', organisation: 'client' })],
      components: chat.components!.map((each) => (each.id === 'c-bot' ? { ...each, in: 'b-cloud' } : each)),
    }
    expect(assess(inCloud).register.unnamedClouds).toEqual(['eu-central-1'])
    expect(rows(inCloud)).toHaveLength(3)
  })
})
