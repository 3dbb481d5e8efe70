import { describe, expect, it } from 'vitest'
import type { Settings } from '../../design/design.ts'
import { evaluate, inputsOf, isLowerBound } from '../formula/formula.ts'
import type { TokenUse } from '../kind.ts'
import { linesOf, listing, sonnet, usdOf } from '../testing/ask-model.ts'

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
