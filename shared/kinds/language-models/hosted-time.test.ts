import { describe, expect, it } from 'vitest'
import { callOf, llm } from '../testing/ask-model.ts'

describe('times of hosted models', () => {
  it('are those of the class where none is cited, assumed and with a band', () => {
    const { first } = llm.time?.(callOf({ product: 'openai/gpt-4.1-nano' })) ?? {}
    expect(first).toMatchObject({ p50Ms: 600, p50LowMs: 450, p50HighMs: 1000, confidence: 'C' })
    expect(first?.source).toMatch(/^assumed: range of hosted small/)
    const large = llm.time?.(callOf({ product: 'anthropic/claude-opus-5' })).first.p50Ms ?? 0
    expect(large).toBeGreaterThan(first?.p50Ms ?? 0)
  })
})
