import { amount, assumed, availabilityField, factAmount, listOptions, toggle } from './fields/declare-field.ts'
import { hostedTime } from './language-models/hosted-time.ts'
import { defineKind } from './kind.ts'
import type { CallContext, Capacity, HandEffect } from './kind.ts'
import { hostedCall, modelFacts, reasoningEffort, serviceTier, vendorFacts } from './language-models/model-fields.ts'
import { effortFields } from './language-models/reasoning.ts'
import { tokenLines } from './language-models/token-cost.ts'
import { tierOf } from './language-models/token-prices.ts'
import { promptTokens, tokenUse, visibleTokens } from './language-models/token-use.ts'
import { adds } from './parts/results.ts'

export { modelCall, modelFacts, reasoningEffort, vendorFacts } from './language-models/model-fields.ts'

const usualMinutes = 'the shortest that vendors state, 5 minutes'

export const llmApi = defineKind({
  id: 'llm-api',
  title: 'LLM API',
  summary: 'A generative model that a vendor runs and bills by token.',
  family: 'models',
  icon: 'sparkles',
  keywords: [
    'llm',
    'chat',
    'gpt',
    'claude',
    'gemini',
    'model',
    'completion',
    'foundation model',
    'bedrock',
    'openai',
    'summariser',
    'summarizer',
  ],
  traits: ['generates-text', 'vendor-hosted', 'streams'],
  products: [
    'openai/gpt-4.1',
    'openai/gpt-4.1-mini',
    'openai/gpt-5.5',
    'anthropic/claude-sonnet-4-6',
    'anthropic/claude-haiku-4-5',
    'anthropic/claude-opus-4-8',
    'google/gemini-2.5-flash',
    'google/gemini-2.5-pro',
    'openai/gpt-4o-mini',
    'mistral/mistral-large-3',
  ],
  settings: {
    ...modelFacts,
    ...vendorFacts,
    reasoningEffort,
    ttftP50Ms: amount('Time to first token, median', 'ms', {
      first: true,
      ...assumed(800, 500, 1500, 'range of hosted models without reasoning, July 2026'),
    }),
    ttftP95Ms: amount('Time to first token, 95th percentile', 'ms', { help: 'Without it: 2.3 times the median.' }),
    ttftWithReasoning: toggle('Measured with the reasoning in it', {
      help: 'The stated time to first token is that of the first visible word.',
    }),
    tokensPerSecond: amount('Output speed', 'tokens/s', {
      first: true,
      ...assumed(80, 50, 180, 'range of hosted models, July 2026'),
    }),
    quotaTokensPerMinute: factAmount(
      'Quota',
      'tokens/min',
      'Which tokens-per-minute quota do we have?',
      'Platform team',
      { first: true },
    ),
    quotaRequestsPerMinute: factAmount(
      'Quota of requests',
      'calls/min',
      'Which requests-per-minute quota do we have?',
      'Platform team',
    ),
    serviceTier,
    ...availabilityField(0.995, 'assumed: hosted models, no dated source', 0.99, 0.999),
    usdPerMInput: amount('Input price', 'USD/1M tokens', { help: 'Over the price book.' }),
    usdPerMOutput: amount('Output price', 'USD/1M tokens', { help: 'Over the price book.' }),
    usdPerMCacheRead: amount('Cache read price', 'USD/1M tokens'),
    usdPerMCacheWrite: amount('Cache write price', 'USD/1M tokens'),
    contextTokens: amount('Context window', 'tokens', { integer: true }),
    longPromptTokens: amount('Long prompts cost more above', 'tokens', { integer: true }),
    promptCacheMinTokens: amount('Shortest prompt that is cached', 'tokens', {
      integer: true,
      ...assumed(1024, 64, 4096, 'usual where a vendor does not say'),
    }),
    promptCacheBlockTokens: amount('Prompts are cached in blocks of', 'tokens', { integer: true }),
    promptCacheTtlS: amount('Cached prompts are kept for', 's', assumed(300, 300, 3600, usualMinutes)),
    promptCacheBy: {
      type: 'choice',
      label: 'Prompts are cached',
      options: listOptions({ itself: 'By the vendor itself', request: 'When a call asks for it' }),
    },
    regionalUpliftEu: amount('Factor for processing in the EU', 'count'),
    regionalUpliftUs: amount('Factor for processing in the US', 'count'),
    ...effortFields,
  },
  call: hostedCall,
  place: 70,
  mode: 'stream',
  does: ['read'],
  time: hostedTime,
  answersWithinHours: (call) => tierOf(call) === 'batch',
  costPerCall: tokenLines,
  capacity: quotas,
  tokens: tokenUse,
  answers: answerTokens,
})

/** The visible answer joins what is in hand; reasoning does not. */
export function answerTokens({ call }: CallContext): HandEffect {
  return adds({ tokens: visibleTokens(call) })
}

/** What the vendor lets through in a minute: tokens of prompt and answer, and requests. */
function quotas(context: CallContext): readonly Capacity[] {
  const { settings } = context
  const perMinute = settings.number('quotaTokensPerMinute')
  const requests = settings.number('quotaRequestsPerMinute')
  const use = tokenUse(context)
  const sent = context.meanTokens ? use.input + use.cachedRead + use.cachedWrite : promptTokens(context)
  const tokens = sent + use.output
  return [
    ...(perMinute === undefined || tokens <= 0
      ? []
      : [limit(perMinute / 60 / tokens, 'Quota of tokens per minute', 'tokensPerMinute' as const)]),
    ...(requests === undefined
      ? []
      : [limit(requests / 60, 'Quota of requests per minute', 'requestsPerMinute' as const)]),
  ]
}

function limit(callsPerSecond: number, why: string, limitedBy: NonNullable<Capacity['limitedBy']>): Capacity {
  return { callsPerSecond, servers: 1, why, limitedBy }
}
