import { describe, expect, it } from 'vitest'
import type { Settings } from '../../design/design.ts'
import { inputsOf } from '../formula/formula.ts'
import { callOf, listing, llm, sonnet } from '../testing/ask-model.ts'

describe('reasoning effort', () => {
  const at = (reasoningEffort: string, product?: string, call: Settings = {}) => {
    const context = callOf({ ...(product ? { product } : {}), settings: { reasoningEffort }, call })
    return { tokens: llm.tokens?.(context).parts?.reasoning ?? 0, firstMs: llm.time?.(context).first.p50Ms ?? 0 }
  }

  it('moves the first visible word and the bill of a model by what is published of it', () => {
    expect(at('none', 'openai/gpt-5.5').firstMs).toBe(915)
    expect(at('xhigh', 'openai/gpt-5.5')).toEqual({ tokens: Math.round(28.485 * 92), firstMs: 29_400 })
    expect(at('high', 'openai/gpt-5').firstMs).toBe(87_600)
  })
  it('never thinks less at a higher effort, on any model', () => {
    const efforts = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max']
    const known = efforts.map((effort) => at(effort).tokens)
    expect(known).toEqual(known.toSorted((a, b) => a - b))
    expect(known[0]).toBe(0)
  })
  it('says that it is assumed, with a wide band, where nothing is published', () => {
    const use = llm.costPerCall?.(callOf({ settings: { reasoningEffort: 'medium' } }), listing(sonnet)) ?? []
    const node = use.flatMap((line) => inputsOf(line.usd)).find((each) => each.label.startsWith('Reasoning'))
    expect(node).toMatchObject({ low: 220, high: 3000, provenance: { from: 'default', field: 'reasoningEffort' } })
    expect(node?.provenance.source).toMatch(/^assumed/)
  })
  it('takes a time of our own as it is when the reasoning is in it, else adds the thinking', () => {
    const stated = { reasoningEffort: 'high', ttftP50Ms: 9000, tokensPerSecond: 100 }
    const first = (settings: Settings) => llm.time?.(callOf({ settings })).first.p50Ms
    expect(first({ ...stated, ttftWithReasoning: true })).toBe(9000)
    expect(first(stated)).toBe(9000 + 50_000)
  })
})
