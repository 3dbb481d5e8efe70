import type { Scalar } from '../../design/design.ts'
import type { Product, ProductFact } from '../product.ts'
import { type Effort, effortFacts } from '../language-models/reasoning.ts'

type Facts = Product['facts']

/** A fact of a product with who says so and when. */
export function known(value: Scalar, source: string, asOf: string, confidence: 'A' | 'B' | 'C'): ProductFact {
  return { value, source, asOf, confidence }
}

const feed = (value: Scalar): ProductFact => known(value, 'LiteLLM', '2026-08-01', 'B')

const cited = (value: number): ProductFact => known(value, 'Artificial Analysis median, cited', '2026-07-05', 'B')

/**
 * Median time to first token and output speed of the few models that are common enough to deserve it; single figures,
 * cited, because the table they stand in is not openly licensed. No p95 is published.
 */
export function measured(ttftP50Ms: number, tokensPerSecond: number): Facts {
  return { ttftP50Ms: cited(ttftP50Ms), tokensPerSecond: cited(tokensPerSecond) }
}

/**
 * What a model does at an effort: time to the first visible token and output speed, cited like `measured`, and the tokens
 * that it thinks, worked out from both: (time at this effort - time without) x speed. The prompts of that measurement are
 * not ours: a third to twice as many are as likely.
 */
export function thinking(
  withoutMs: number,
  efforts: Readonly<Partial<Record<Effort, readonly [ttftMs: number, tokensPerSecond: number]>>>,
): Facts {
  return Object.fromEntries(
    Object.entries(efforts).flatMap(([effort, [ttftMs, speed]]): readonly (readonly [string, ProductFact])[] => {
      const names = effortFacts(effort as Effort)
      const tokens = Math.round(((ttftMs - withoutMs) / 1000) * speed)
      const source = 'worked out from Artificial Analysis medians, cited: extra time to first token x speed'
      const thought = { ...known(tokens, source, '2026-07-05', 'C'), low: tokens / 3, high: tokens * 2 }
      return [
        [names.tokens, thought],
        [names.ttftMs, cited(ttftMs)],
        [names.tokensPerSecond, cited(speed)],
      ]
    }),
  )
}

/**
 * Usual times of a class of hosted models, for those of which none is cited: the middle and the range of the medians that
 * Artificial Analysis reports of such models in July 2026. `reasoning`: without the thinking, which the effort adds.
 */
const classTimes = {
  small: { words: 'small and fast', ttft: [600, 450, 1000], speed: [130, 75, 250] },
  mid: { words: 'mid-sized', ttft: [700, 500, 1100], speed: [80, 45, 180] },
  large: { words: 'large', ttft: [1000, 650, 1600], speed: [65, 45, 90] },
  reasoning: { words: 'reasoning', ttft: [900, 500, 2000], speed: [110, 60, 200] },
} as const

export type ModelClass = keyof typeof classTimes

/** The times of a class, marked as assumed, with their band; a cited or measured figure goes over them. */
export function usualTimes(modelClass: ModelClass): Facts {
  const { words, ttft, speed } = classTimes[modelClass]
  const source = `assumed: range of hosted ${words} models`
  const usual = ([value, low, high]: readonly [number, number, number]): ProductFact => ({
    ...known(value, source, '2026-07-05', 'C'),
    low,
    high,
    assumed: true,
  })
  return { ttftP50Ms: usual(ttft), tokensPerSecond: usual(speed) }
}

/** A model that always thinks, at this effort until somebody chooses another. */
export function thinksAt(effort: Effort): Facts {
  return { reasoningEffort: known(effort, 'assumed: it cannot be switched off', '2026', 'C') }
}

export function contextOf(tokens: number): Facts {
  return { contextTokens: feed(tokens) }
}

/** Prompts above this length cost the long price, all tokens of the call. */
export function longAbove(tokens: number): Facts {
  return { longPromptTokens: feed(tokens) }
}

/** What the vendor charges for processing within the region, as a factor on all tokens. */
export function regionalUplift(eu: number, us: number): Facts {
  return { regionalUpliftEu: feed(eu), regionalUpliftUs: feed(us) }
}

/** A model that a vendor runs: it brings the vendor's organisation. */
export function hosted(id: string, title: string, vendor: string, ...facts: readonly Facts[]): Product {
  return {
    id,
    title,
    vendor,
    kinds: ['llm-api'],
    organisation: vendor,
    facts: Object.assign({}, ...facts) as Facts,
  }
}
