import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Settings } from '../design/design.ts'
import { readFields } from '../kinds/fields/field-reader.ts'
import { evaluate } from '../kinds/formula/formula.ts'
import { findKind, findProduct } from '../kinds/index.ts'
import type { CallContext, Kind, TokenUse } from '../kinds/kind.ts'
import { openPriceBook } from './price-book.ts'

const prices = openPriceBook(JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')))
const llm = findKind('llm-api')

interface Asked {
  readonly kind?: Kind
  readonly product?: string
  readonly settings?: Settings
  readonly call?: Settings
  readonly hand?: number
  readonly turn?: CallContext['turn']
}

function contextOf({ kind = llm, product, settings, call, hand = 0, turn }: Asked): CallContext {
  const found = findProduct(product)
  const box = { settings, from: 'box' }
  return {
    component: 'box',
    product,
    settings: readFields({ element: 'box', layers: [box], fields: kind.settings, product: found }),
    call: readFields({
      element: 'arrow',
      layers: [{ settings: call, from: 'arrow' }, box],
      fields: kind.call,
      product: found,
    }),
    hand: { tokens: hand, pages: 0, items: 0, bytes: 0 },
    ...(turn ? { turn } : {}),
  }
}

function usdOf(context: CallContext, kind = llm): number {
  return (kind.costPerCall?.(context, prices) ?? []).reduce((total, line) => total + evaluate(line.usd), 0)
}

/** Plays a loop turn by turn as the estimate does: what is in hand grows, each turn knows the prompt before. */
function play(turns: number, of: Asked, handOf: (turn: number) => number) {
  const total = { input: 0, cachedRead: 0, cachedWrite: 0, output: 0 }
  let usd = 0
  let previousPromptTokens = 0
  for (let index = 0; index < turns; index += 1) {
    const context = contextOf({ ...of, hand: handOf(index), turn: { index, previousPromptTokens } })
    const use = llm.tokens?.(context) as TokenUse
    for (const name of ['input', 'cachedRead', 'cachedWrite', 'output'] as const) total[name] += use[name]
    usd += usdOf(context)
    previousPromptTokens = use.input + use.cachedRead + use.cachedWrite
  }
  return { ...total, usd, prompt: total.input + total.cachedRead + total.cachedWrite }
}

describe('R3: an agent of 12 steps on Claude Sonnet 4.6', () => {
  const product = 'anthropic/claude-sonnet-4-6'
  const call = { instructionTokens: 3500, outputTokens: 150 }
  const hand = (turn: number) => 200 + turn * (150 + 900)

  it('sends 113,700 tokens for $0.368100 without caching', () => {
    const { prompt, output, usd } = play(12, { product, call }, hand)
    expect(prompt).toBe(113_700)
    expect(output).toBe(1800)
    expect(usd).toBeCloseTo(0.3681, 12)
  })

  it('writes 15,250 and reads 98,450 for $0.1137225 with caching', () => {
    const { input, cachedRead, cachedWrite, usd } = play(12, { product, call: { ...call, promptCaching: true } }, hand)
    expect({ input, cachedRead, cachedWrite }).toEqual({ input: 0, cachedRead: 98_450, cachedWrite: 15_250 })
    expect(usd).toBeCloseTo(0.1137225, 12)
  })

  it('costs the same in one formula on the mean of the turns', () => {
    const cached = { ...call, promptCaching: true }
    const { cachedRead, cachedWrite, output } = play(12, { product, call: cached }, hand)
    const meanTokens = { input: 0, cachedRead: cachedRead / 12, cachedWrite: cachedWrite / 12, output: output / 12 }
    expect(usdOf({ ...contextOf({ product, call: cached }), meanTokens }) * 12).toBeCloseTo(0.1137225, 12)
  })
})

describe('R2: a chat of 10 turns on gpt-4o-mini', () => {
  const product = 'openai/gpt-4o-mini'
  const call = { instructionTokens: 800, outputTokens: 250 }
  const hand = (turn: number) => 60 * (turn + 1) + 250 * turn

  it('sends 22,550 tokens for $0.0048825', () => {
    const { prompt, output, usd } = play(10, { product, call }, hand)
    expect([prompt, output]).toEqual([22_550, 2500])
    expect(usd).toBeCloseTo(0.0048825, 12)
  })

  it('reads 18,304 of them from the cache in blocks of 128, for $0.0035097', () => {
    const { cachedRead, usd } = play(10, { product, call: { ...call, promptCaching: true } }, hand)
    expect(cachedRead).toBe(18_304)
    expect(usd).toBeCloseTo(0.0035097, 12)
  })
})

describe('single calls', () => {
  it('prices a prompt that keeps to the instructions and what is in hand', () => {
    const call = { instructionTokens: 1200, outputTokens: 450 }
    expect(usdOf(contextOf({ product: 'openai/gpt-4.1', call, hand: 2400 }))).toBeCloseTo(
      (3600 * 2 + 450 * 8) / 1e6,
      12,
    )
  })

  it('caches instructions alone, in the share of calls that find them', () => {
    const call = { instructionTokens: 2000, outputTokens: 0, promptCaching: true, cacheHitShare: 0.5 }
    const usd = usdOf(contextOf({ product: 'anthropic/claude-sonnet-4-6', call, hand: 1000 }))
    expect(usd).toBeCloseTo((1000 * 3 + 1000 * 0.3 + 1000 * 3.75) / 1e6, 12)
  })

  it('does not cache below the minimum of the vendor, nor reduce what has no reduced price', () => {
    const short = { instructionTokens: 500, outputTokens: 0, promptCaching: true }
    expect(usdOf(contextOf({ product: 'anthropic/claude-sonnet-4-6', call: short }))).toBeCloseTo(0.0015, 12)
    const long = { instructionTokens: 5000, outputTokens: 0, promptCaching: true, cacheHitShare: 1 }
    expect(usdOf(contextOf({ product: 'mistral/mistral-small', call: long }))).toBeCloseTo(0.0003, 12)
  })

  it('takes prices stated on the box over the book', () => {
    const settings = { usdPerMInput: 1, usdPerMOutput: 2 }
    const call = { instructionTokens: 1e6, outputTokens: 1e6 }
    expect(usdOf(contextOf({ product: 'openai/gpt-4.1', settings, call }))).toBeCloseTo(3, 12)
  })

  it('counts reasoning as output, and as time before the first word', () => {
    const settings = { reasoningEffort: 'high', tokensPerSecond: 100 }
    const context = contextOf({ settings, call: { outputTokens: 100 } })
    expect(llm.tokens?.(context).output).toBe(5100)
    expect(llm.time?.(context).first.p50Ms).toBe(800 + 50_000)
    expect(llm.time?.(context).rest).toMatchObject({ p50Ms: 1000, p95Ms: 1300 })
  })

  it('halves embedding in batches where the vendor does', () => {
    const kind = findKind('embedding')
    const of = (batch: boolean) =>
      usdOf(contextOf({ kind, product: 'openai/text-embedding-3-large', call: { tokens: 9000, batch } }), kind)
    expect(of(false)).toBeCloseTo(0.00117, 12)
    expect(of(true)).toBeCloseTo(0.000585, 12)
  })

  it('judges context too, in text units of 1,000 characters, once per priced check', () => {
    const kind = findKind('guardrail')
    const settings = { checks: ['injection', 'content', 'grounding', 'citations'] }
    const usd = usdOf(contextOf({ kind, product: 'aws/bedrock-guardrails', settings, hand: 2460 }), kind)
    expect(usd).toBeCloseTo((10 * (0.15 + 0.1)) / 1000, 12)
  })

  it('pays people by the minute', () => {
    const kind = findKind('human-review')
    const context = contextOf({ kind, settings: { usdPerHour: 45 }, call: { minutes: 4 } })
    const [line] = kind.costPerCall?.(context, prices) ?? []
    expect(line?.headline).toBe('people')
    expect(usdOf(context, kind)).toBe(3)
  })
})

describe('the line and the tokens', () => {
  it('never part: the line is the tokens billed times their prices', () => {
    const asked = fc.record({
      instructionTokens: fc.integer({ min: 0, max: 9000 }),
      outputTokens: fc.integer({ min: 0, max: 2000 }),
      inputTokens: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined }),
      cacheHitShare: fc.option(fc.constantFrom(0, 0.25, 1), { nil: undefined }),
      promptCaching: fc.boolean(),
    })
    const turn = fc.option(fc.record({ index: fc.nat(5), previousPromptTokens: fc.nat(9000) }), { nil: undefined })
    fc.assert(
      fc.property(asked, fc.nat(9000), turn, (call, hand, at) => {
        const stated = Object.fromEntries(Object.entries(call).filter(([, value]) => value !== undefined)) as Settings
        const product = 'anthropic/claude-sonnet-4-6'
        const context = contextOf({ product, call: stated, hand, ...(at ? { turn: at } : {}) })
        const use = llm.tokens?.(context) as TokenUse
        const usd = (use.input * 3 + use.cachedRead * 0.3 + use.cachedWrite * 3.75 + use.output * 15) / 1e6
        expect(usdOf(context)).toBeCloseTo(usd, 12)
        expect(use.input + use.cachedRead + use.cachedWrite).toBeCloseTo(
          call.inputTokens ?? call.instructionTokens + hand,
          9,
        )
      }),
      { seed: 20261121, numRuns: 500 },
    )
  })
})

describe('a month', () => {
  const month = (kindId: string, product: string, settings: Settings, calls = 0) => {
    const kind = findKind(kindId)
    const { settings: reader } = contextOf({ kind, product, settings })
    const callsPerMonth = {
      op: 'input',
      label: 'Calls',
      value: calls,
      unit: 'calls/month',
      provenance: { from: 'derived' },
    } as const
    const lines = kind.costPerMonth?.(
      { component: 'box', product, settings: reader, callsPerMonth, peakCallsPerSecond: 1, copies: 1 },
      prices,
    )
    return (lines ?? []).reduce((total, line) => total + evaluate(line.usd), 0)
  }

  const bare = { backupCopies: 0, reindexesPerYear: 0 }

  it("pays the vendor's minimum where use is below it", () => {
    expect(month('vector-store', 'weaviate/cloud', { vectors: 920_000, dimensions: 1536, ...bare })).toBe(45)
    const large = month('vector-store', 'weaviate/cloud', { vectors: 20e6, dimensions: 1536, ...bare })
    expect(large).toBeCloseTo(30_720 * 0.00465 + 122.88 * 0.12, 9)
    expect(month('vector-store', 'pinecone/standard', { vectors: 1000, ...bare })).toBe(50)
  })

  it('pays for backups, and once a year for embedding all again beside a second index', () => {
    const settings = { vectors: 20e6, dimensions: 1536, chunkTokens: 400 }
    const more =
      month('vector-store', 'weaviate/cloud', settings) -
      month('vector-store', 'weaviate/cloud', { ...settings, ...bare })
    const again = ((8000 * 1) / 12) * 0.13
    const twice = (7 / 365) * (30_720 * 0.00465 + 122.88 * 0.12)
    expect(more).toBeCloseTo(122.88 * 0.03036 + again + twice, 6)
  })

  it('pays base price and units beyond those included', () => {
    expect(month('observability', 'langfuse/cloud', { unitsPerCall: 8 }, 1000)).toBe(29)
    expect(month('observability', 'langfuse/cloud', { unitsPerCall: 8 }, 36_500)).toBeCloseTo(
      29 + (192_000 / 1e5) * 8,
      9,
    )
  })

  it('pays GPUs by the hour and the share of an engineer: 2 x g6e.xlarge and 15 % of $12,000 are $4,517.06', () => {
    const served = { replicas: 2, gpu: 'l40s' }
    expect(month('llm-self-hosted', 'meta/llama-3.1-8b', { ...served, engineeringShare: 0 })).toBeCloseTo(2717.06, 2)
    expect(month('llm-self-hosted', 'meta/llama-3.1-8b', served)).toBeCloseTo(4517.06, 2)
  })
})
