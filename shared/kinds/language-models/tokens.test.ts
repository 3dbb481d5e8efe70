import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Settings } from '../../design/design.ts'
import { readFields } from '../fields/field-reader.ts'
import { evaluate, input, inputsOf, isLowerBound } from '../formula/formula.ts'
import { findKind, findProduct, products } from '../index.ts'
import type { CallContext, PriceLookup, TokenUse } from '../kind.ts'
import { tokenPartWords } from './prompt-parts.ts'

const llm = findKind('llm-api')

/** A price list of our own: an item that it does not name is missing. */
function listing(usd: Readonly<Record<string, number>>): PriceLookup {
  return {
    find: (item) =>
      usd[item] === undefined
        ? { ...input(item, 0, 'USD/1M tokens', { from: 'price' }), missing: true }
        : input(item, usd[item], 'USD/1M tokens', { from: 'price', source: 'test' }),
  }
}
const sonnet = { 'llm.input': 3, 'llm.output': 15, 'llm.cache-read': 0.3, 'llm.cache-write': 3.75 }

interface Asked extends Partial<Pick<CallContext, 'hand' | 'turn' | 'firstCalls' | 'region' | 'meanTokens'>> {
  readonly product?: string
  readonly settings?: Settings
  readonly call?: Settings
}

function callOf({ product, settings, call, ...more }: Asked): CallContext {
  const found = findProduct(product)
  const box = { settings, from: 'box' }
  return {
    component: 'box',
    product,
    settings: readFields({ element: 'box', layers: [box], fields: llm.settings, product: found }),
    call: readFields({
      element: 'arrow',
      layers: [{ settings: call, from: 'arrow' }, box],
      fields: llm.call,
      product: found,
    }),
    hand: { tokens: 0, pages: 0, items: 0, bytes: 0 },
    ...more,
  }
}

const linesOf = (asked: Asked, prices = listing(sonnet)) => llm.costPerCall?.(callOf(asked), prices) ?? []
const usdOf = (asked: Asked, prices = listing(sonnet)) =>
  linesOf(asked, prices).reduce((total, line) => total + evaluate(line.usd), 0)
const useOf = (asked: Asked) => llm.tokens?.(callOf(asked)) as TokenUse
const inHand = (tokens: number, origins: CallContext['hand']['origins'] = { user: tokens }) => ({
  tokens,
  origins,
  pages: 0,
  items: 0,
  bytes: 0,
})

describe('parts of a prompt', () => {
  const call = { instructionTokens: 800, toolTokens: 400, conversationTokens: 1000, outputTokens: 250 }
  const hand = inHand(2500, { user: 60, retrieved: 2400 })

  it('say whose words they are, and sum to what is billed', () => {
    const use = useOf({ call, hand, settings: { reasoningEffort: 'low' } })
    expect(use.parts).toEqual({
      instructions: 800,
      tools: 400,
      conversation: 1000,
      retrieved: 2400,
      user: 60,
      other: 40,
      reasoning: 300,
      answer: 250,
    })
    expect(use).toMatchObject({ input: 4700, output: 550 })
  })
  it('stand one by one in the formula', () => {
    const labels = linesOf({ call, hand }).flatMap((line) => inputsOf(line.usd).map((node) => node.label))
    expect(labels).toEqual(expect.arrayContaining(['Instructions', 'Tool definitions', 'Retrieved context in hand']))
    expect(usdOf({ call, hand })).toBeCloseTo((4700 * 3 + 250 * 15) / 1e6, 12)
  })
  it('leave the rest of a stated whole prompt unexplained', () => {
    expect(useOf({ call: { ...call, inputTokens: 3000 }, hand }).parts).toMatchObject({
      instructions: 800,
      tools: 400,
      other: 1800,
    })
    expect(useOf({ call: { ...call, inputTokens: 500 }, hand }).parts).toMatchObject({ instructions: 500 })
  })
})

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

describe('tiers', () => {
  const prices = listing({
    'llm.input': 5,
    'llm.output': 30,
    'llm.input-batch': 2.5,
    'llm.output-batch': 15,
    'llm.input-priority': 10,
    'llm.output-priority': 60,
    'llm.input-long': 10,
    'llm.output-long': 45,
  })
  const call = { instructionTokens: 1000, outputTokens: 100 }
  const usd = (more: Settings, settings: Settings = {}) => usdOf({ call: { ...call, ...more }, settings }, prices)

  it('are chosen on the call or on the box, and batch is still read where older files say it', () => {
    expect(usd({})).toBeCloseTo((1000 * 5 + 100 * 30) / 1e6, 12)
    expect(usd({ serviceTier: 'batch' })).toBeCloseTo((1000 * 2.5 + 100 * 15) / 1e6, 12)
    expect(usd({ batch: true })).toBeCloseTo((1000 * 2.5 + 100 * 15) / 1e6, 12)
    expect(usd({}, { serviceTier: 'priority' })).toBeCloseTo((1000 * 10 + 100 * 60) / 1e6, 12)
    expect(usd({ serviceTier: 'standard' }, { serviceTier: 'priority' })).toBeCloseTo(usd({}), 12)
  })
  it('that are not sold cost the plain price', () => {
    expect(usd({ serviceTier: 'flex' })).toBeCloseTo(usd({}), 12)
  })
  it('say on the line when the plain price was taken, for want of one of their own', () => {
    const note = (more: Settings, settings: Settings = {}, list = prices) =>
      linesOf({ call: { ...call, ...more }, settings }, list)[0]?.note
    expect(note({})).toBeUndefined()
    expect(note({ serviceTier: 'batch' })).toBeUndefined()
    expect(note({ serviceTier: 'priority' })).toBeUndefined()
    expect(note({ serviceTier: 'flex' })).toBe(
      'The price book has no flex price for this model: the plain price is taken.',
    )
    expect(note({ serviceTier: 'priority' }, {}, listing(sonnet))).toBe(
      'The price book has no priority price for this model: the plain price is taken, and priority costs at least that.',
    )
    expect(note({ serviceTier: 'batch', inputTokens: 300_000 }, { longPromptTokens: 200_000 })).toBe(
      'The price book has no batch price for long prompts of this model: the plain price is taken.',
    )
    // What is asked for with priority is never cheaper: until its price is known, the bill is a lower bound.
    const isLeast = (more: Settings, list = prices) =>
      linesOf({ call: { ...call, ...more } }, list).some(({ usd: each }) => isLowerBound(each))
    expect(isLeast({ serviceTier: 'priority' }, listing(sonnet))).toBe(true)
    for (const tier of ['standard', 'batch', 'flex', 'priority']) expect(isLeast({ serviceTier: tier })).toBe(false)
    // A price that somebody stated is the price, and one that nobody knows is said to be missing.
    expect(note({ serviceTier: 'flex' }, { usdPerMInput: 3, usdPerMOutput: 15 })).toBeUndefined()
    expect(note({ serviceTier: 'flex' }, { usdPerMInput: 3 })).toContain('no flex price')
    expect(note({ serviceTier: 'flex' }, {}, listing({}))).toBeUndefined()
  })
  it('say it before what is to be said of the cache', () => {
    const cached = { ...call, promptCaching: true, serviceTier: 'flex' }
    const [line] = linesOf(
      { call: { ...cached, instructionTokens: 2000 } },
      listing({ 'llm.input': 5, 'llm.output': 30 }),
    )
    expect(line?.note).toMatch(/^The price book has no flex price .* is taken\. No lower price for cached tokens/)
    const [tokens, cache] = linesOf({ call: cached }, listing(sonnet))
    expect(tokens?.note).toContain('no flex price')
    expect(cache?.note).toContain('Not cached')
  })
  it('let a prompt above the limit cost the long price, whatever the tier saves on shorter ones', () => {
    const settings = { longPromptTokens: 200_000 }
    expect(usd({ inputTokens: 200_000 }, settings)).toBeCloseTo((200_000 * 5 + 100 * 30) / 1e6, 9)
    expect(usd({ inputTokens: 200_001 }, settings)).toBeCloseTo((200_001 * 10 + 100 * 45) / 1e6, 9)
    expect(usd({ inputTokens: 200_001, serviceTier: 'batch' }, settings)).toBeCloseTo(
      (200_001 * 10 + 100 * 45) / 1e6,
      9,
    )
  })
  it('mix two prices when some turns of a loop are above the limit', () => {
    const billed = { cachedRead: 0, cachedWrite: 0 }
    const meanTokens: TokenUse = {
      ...billed,
      input: 150_000,
      output: 100,
      long: { ...billed, input: 120_000, output: 50 },
    }
    expect(usdOf({ call, meanTokens }, prices)).toBeCloseTo((30_000 * 5 + 120_000 * 10 + 50 * 30 + 50 * 45) / 1e6, 9)
  })
  it('add what a vendor takes for processing within the region that the boundary asks for', () => {
    const product = 'openai/gpt-5.5'
    expect(usdOf({ product, call, region: 'eu-central-1' }, prices)).toBeCloseTo(1.1 * usd({}), 12)
    expect(usdOf({ product, call, region: 'ap-southeast-2' }, prices)).toBeCloseTo(usd({}), 12)
    expect(usdOf({ product: 'openai/gpt-4.1', call, region: 'eu-central-1' }, prices)).toBeCloseTo(usd({}), 12)
  })
  it('bill searches of the model, and say so when their price is not known', () => {
    const searched = linesOf({ call: { ...call, webSearches: 2 } }, listing({ ...sonnet, 'llm.search-query': 10 }))
    expect(searched.map((line) => line.id)).toEqual(['tokens', 'web-searches'])
    expect(searched[1] && evaluate(searched[1].usd)).toBeCloseTo(0.02, 12)
    const [, open] = linesOf({ call: { ...call, webSearches: 2 } }, prices)
    expect(open && inputsOf(open.usd).some((node) => node.missing)).toBe(true)
  })
})

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

describe('times of hosted models', () => {
  it('are those of the class where none is cited, assumed and with a band', () => {
    const { first } = llm.time?.(callOf({ product: 'openai/gpt-4.1-nano' })) ?? {}
    expect(first).toMatchObject({ p50Ms: 600, p50LowMs: 450, p50HighMs: 1000, confidence: 'C' })
    expect(first?.source).toMatch(/^assumed: range of hosted small/)
    const large = llm.time?.(callOf({ product: 'anthropic/claude-opus-5' })).first.p50Ms ?? 0
    expect(large).toBeGreaterThan(first?.p50Ms ?? 0)
  })
})

it('words every part of a prompt and an answer', () => {
  for (const words of Object.values(tokenPartWords)) expect(words).toMatch(/^[A-Z][a-z' ]+$/)
})
