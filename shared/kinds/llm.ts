import {
  amount,
  assumed,
  availabilityField,
  fact,
  factAmount,
  factChoice,
  option,
  share,
  toggle,
} from './declare-field.ts'
import type { Fields } from './field.ts'
import { constant, evaluate, product, quotient, sum } from './formula.ts'
import { defineKind } from './kind.ts'
import type { CallContext, Capacity, HandEffect, Timing } from './kind.ts'
import { spreadOf, tailWhenOnlyMedianIsKnown, workedOutSpread } from './service-time.ts'
import { tokenLine } from './token-cost.ts'
import { promptTokens, reasoningTokens, tokenUse, visibleTokens } from './token-use.ts'

/** Slow p95 over the median of a model's output speed; no provider publishes it, so it is assumed. */
export const slowSpeedRatio = 1.3

/** Facts that one asks of any model, wherever it runs. */
export const modelFacts: Fields = {
  pinned: fact('Version pinned', 'Is the model version pinned, so that it cannot change under us?', 'Engineering', {
    first: true,
  }),
  provenance: factChoice(
    'Where the model comes from',
    { internal: 'Ours', vendor: 'A vendor', publicHub: 'A public hub' },
    'Who made the model, and from where do we take it?',
    'Engineering',
  ),
}

/** Facts that one asks of whoever processes our data elsewhere. */
export const vendorFacts: Fields = {
  noTraining: fact(
    'Not trained on our data',
    'Does the contract exclude training on what we send?',
    'Vendor or procurement',
    { first: true },
  ),
  retentionDays: factAmount('Vendor keeps data for', 'days', 'How long does the vendor keep what we send?', 'Vendor'),
  dataProcessingAgreement: fact(
    'Data processing agreement',
    'Is a data processing agreement signed with this vendor?',
    'Data protection officer',
  ),
}

/** What one call of a generative model asks. */
export const modelCall: Fields = {
  instructionTokens: amount('Instructions', 'tokens', {
    help: 'System prompt, rules and tool definitions: the part that is the same in each call.',
    first: true,
    ...assumed(800, 200, 3000),
  }),
  outputTokens: amount('Answer', 'tokens', { first: true, ...assumed(350, 100, 900) }),
  inputTokens: amount('Whole prompt', 'tokens', {
    help: 'Over the instructions and what is in hand, when the length is known.',
    first: true,
  }),
  maxOutputTokens: amount('Answer capped at', 'tokens', { first: true }),
  reasoningTokens: amount('Reasoning', 'tokens', { help: 'Thought before the first visible word; billed as output.' }),
  promptCaching: toggle('Prompt caching', { first: true }),
  cacheHitShare: share('Instructions found in the cache', {
    help: 'Share of calls that come soon enough after another one to find them.',
  }),
  batch: toggle('Batch price', { help: 'The answer may take hours; vendors that sell it halve the price.' }),
}

const effort = option(
  'Reasoning effort',
  { none: 'None', low: 'Low', medium: 'Medium', high: 'High' },
  'none',
  'no reasoning until stated',
  { first: true },
)

export const llmApi = defineKind({
  id: 'llm-api',
  title: 'LLM API',
  summary: 'A generative model that a vendor runs and bills by token.',
  family: 'models',
  icon: 'sparkles',
  keywords: ['llm', 'chat', 'gpt', 'claude', 'gemini', 'model', 'completion', 'foundation model', 'bedrock', 'openai'],
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
    reasoningEffort: effort,
    ttftP50Ms: amount('Time to first token, median', 'ms', {
      first: true,
      ...assumed(800, 500, 1500, 'range of hosted models without reasoning, July 2026'),
    }),
    ttftP95Ms: amount('Time to first token, 95th percentile', 'ms', { help: 'Without it: 2.3 times the median.' }),
    tokensPerSecond: amount('Output speed', 'tokens/s', {
      first: true,
      ...assumed(80, 50, 180, 'range of hosted models, July 2026'),
    }),
    quotaTokensPerMinute: factAmount(
      'Quota',
      'tokens/min',
      'Which tokens-per-minute quota do we have?',
      'Platform team',
      {
        first: true,
      },
    ),
    ...availabilityField(0.995, 'assumed: hosted models, no dated source', 0.99, 0.999),
    usdPerMInput: amount('Input price', 'USD/1M tokens', { help: 'Over the price book.' }),
    usdPerMOutput: amount('Output price', 'USD/1M tokens', { help: 'Over the price book.' }),
    usdPerMCacheRead: amount('Cache read price', 'USD/1M tokens'),
    usdPerMCacheWrite: amount('Cache write price', 'USD/1M tokens'),
    contextTokens: amount('Context window', 'tokens', { integer: true }),
    promptCacheMinTokens: amount('Shortest prompt that is cached', 'tokens', { integer: true }),
    promptCacheBlockTokens: amount('Prompts are cached in blocks of', 'tokens', { integer: true }),
  },
  call: modelCall,
  place: 70,
  mode: 'stream',
  does: ['read'],
  time: hostedTime,
  costPerCall: (context, prices) => [tokenLine(context, prices)],
  capacity: quotaCapacity,
  tokens: tokenUse,
  answers: answerTokens,
})

/** The visible answer joins what is in hand; reasoning does not. */
export function answerTokens({ call }: CallContext): HandEffect {
  return { type: 'adds', hand: { tokens: visibleTokens(call).value } }
}

/** First: time to first token and the reasoning before it. Rest: the visible answer at the output speed. */
function hostedTime(context: CallContext): Timing {
  const { settings, call } = context
  const toFirst = settings.input('ttftP50Ms')
  const tail = settings.number('ttftP95Ms') ?? toFirst.value * tailWhenOnlyMedianIsKnown
  const speed = settings.input('tokensPerSecond')
  const thousand = constant('ms per second', 1000)
  const rest = product(quotient(visibleTokens(call), speed), thousand)
  const reasoning = reasoningTokens(context)
  const restSpread = workedOutSpread(rest, evaluate(rest) * slowSpeedRatio)
  if (!reasoning) return { first: spreadOf(toFirst, tail), rest: restSpread }
  const thinking = product(quotient(reasoning, speed), thousand)
  return {
    first: workedOutSpread(sum(toFirst, thinking), tail + evaluate(thinking) * slowSpeedRatio),
    rest: restSpread,
  }
}

function quotaCapacity(context: CallContext): Capacity | undefined {
  const quota = context.settings.number('quotaTokensPerMinute')
  if (quota === undefined) return undefined
  const tokens = promptTokens(context) + tokenUse(context).output
  return { callsPerSecond: tokens > 0 ? quota / 60 / tokens : 0, servers: 1, why: 'Quota of tokens per minute' }
}
