import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../formula/formula.ts'
import { products } from '../index.ts'
import { inHand, linesOf, listing, sonnet, usdOf, useOf } from '../testing/ask-model.ts'

describe('a prompt cache by the rules of the vendor', () => {
  const call = { instructionTokens: 2000, outputTokens: 0, promptCaching: true }
  const firstCalls = { perSecond: 1 / 60, share: 1 }

  it('caches 2,000 tokens on Sonnet and nothing on Haiku, and says why at $0', () => {
    const onSonnet = linesOf({ product: 'anthropic/claude-sonnet-4-6', call, firstCalls })
    expect(onSonnet.map((line) => line.id)).toEqual(['tokens'])
    const [tokens, cache] = linesOf({ product: 'anthropic/claude-haiku-4-5', call, firstCalls })
    expect(tokens && evaluate(tokens.usd)).toBeCloseTo((2000 * 3) / 1e6, 12)
    expect(cache).toMatchObject({ id: 'prompt-cache', label: 'Prompt cache' })
    expect(cache && evaluate(cache.usd)).toBe(0)
    expect(cache?.note).toBe('Not cached: 2,000 tokens are the same in each call, and this model caches from 4,096.')
  })
  it('finds the instructions when the next request comes in time: 1 - e^(-rate x 300 s)', () => {
    const hits = 1 - Math.exp(-300 / 60)
    const asked = { product: 'anthropic/claude-sonnet-4-6', call, firstCalls }
    expect(useOf(asked).cachedRead).toBeCloseTo(2000 * hits, 9)
    expect(usdOf(asked)).toBeCloseTo((2000 * hits * 0.3 + 2000 * (1 - hits) * 3.75) / 1e6, 12)
    expect(linesOf(asked)[0]?.note).toBe(
      '99.3 % of the calls find the instructions: a request comes every 60 s, and they are kept for 5 min.',
    )
  })
  it('keeps them for an hour where that is asked for, at the price of an hour', () => {
    const rare = { product: 'anthropic/claude-sonnet-4-6', firstCalls: { perSecond: 1 / 3600, share: 1 } }
    const prices = listing({ ...sonnet, 'llm.cache-write-1h': 6 })
    const hits = 1 - Math.exp(-1)
    expect(usdOf({ ...rare, call: { ...call, cacheKept: 'hour' } }, prices)).toBeCloseTo(
      (2000 * hits * 0.3 + 2000 * (1 - hits) * 6) / 1e6,
      12,
    )
  })
  it('lets calls of one request find what the first left behind, but not those that go out with it', () => {
    const alone = { perSecond: 0, share: 1 }
    const product = 'anthropic/claude-sonnet-4-6'
    expect(useOf({ product, call, firstCalls: alone }).cachedRead).toBe(0)
    expect(useOf({ product, call, firstCalls: { perSecond: 0, share: 0.25 } }).cachedRead).toBeCloseTo(1500, 9)
  })
  it('takes the stated share over the one worked out, and none when nobody knows the rate', () => {
    const product = 'anthropic/claude-sonnet-4-6'
    expect(useOf({ product, call: { ...call, cacheHitShare: 0.5 }, firstCalls }).cachedRead).toBe(1000)
    expect(useOf({ product, call }).cachedRead).toBe(0)
  })
  it('holds whole blocks only, and writes for nothing where the vendor does', () => {
    const asked = { product: 'openai/gpt-4.1', call: { ...call, cacheHitShare: 1 } }
    expect(useOf(asked)).toMatchObject({ input: 2000 - 1920, cachedRead: 1920, cachedWrite: 0 })
    const prices = listing({ 'llm.input': 2, 'llm.output': 8, 'llm.cache-read': 0.5 })
    expect(usdOf({ ...asked, call: { ...call, cacheHitShare: 0 } }, prices)).toBeCloseTo((2000 * 2) / 1e6, 12)
    expect(usdOf(asked, prices)).toBeCloseTo((80 * 2 + 1920 * 0.5) / 1e6, 12)
  })
  it('never costs more when more is found, with prices at which reading costs less than sending', () => {
    const hosted = products.filter((each) => each.kinds.includes('llm-api')).map((each) => each.id)
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const tokens = fc.integer({ min: 0, max: 20_000 })
    fc.assert(
      fc.property(fc.constantFrom(...hosted), tokens, tokens, share, share, (product, fixed, hand, a, b) => {
        const at = (hits: number) =>
          usdOf({
            product,
            call: { instructionTokens: fixed, outputTokens: 100, promptCaching: true, cacheHitShare: hits },
            hand: inHand(hand),
          })
        expect(at(Math.max(a, b))).toBeLessThanOrEqual(at(Math.min(a, b)) + 1e-12)
      }),
      { seed: 20261121, numRuns: 300 },
    )
  })
  it('never reads back more than the turn before sent, on any model', () => {
    const tokens = fc.integer({ min: 0, max: 20_000 })
    fc.assert(
      fc.property(tokens, tokens, (prompt, before) => {
        const use = useOf({
          product: 'openai/gpt-5.5',
          call: { inputTokens: prompt, promptCaching: true },
          turn: { index: 1, previousPromptTokens: before },
        })
        expect(use.cachedRead).toBeLessThanOrEqual(Math.min(before, prompt))
        expect(use.input + use.cachedRead + use.cachedWrite).toBeCloseTo(prompt, 9)
      }),
      { seed: 20261121 },
    )
  })
})
