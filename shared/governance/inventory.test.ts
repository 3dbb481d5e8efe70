import { describe, expect, it } from 'vitest'
import { assess, chat } from './testing/assess.ts'

describe('the model inventory', () => {
  it('says what is stated of each model and what is lacking', () => {
    const [model, , spare] = assess(chat).inventory
    expect(model).toMatchObject({
      component: 'c-model',
      model: 'GPT-4.1',
      version: 'openai/gpt-4.1',
      pinned: true,
      provider: 'OpenAI',
      hosting: 'vendor',
      purpose: 'answers',
      data: ['d-question'],
      owner: 'Team A',
      status: 'production',
      lacks: [],
    })
    expect(spare).not.toHaveProperty('pinned')
    expect(spare?.lacks).toContain('owner')
  })
})
