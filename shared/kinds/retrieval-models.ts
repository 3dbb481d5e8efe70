import { amount, assumed, availabilityField, published, toggle } from './fields/declare-field.ts'
import { atMost, constant, evaluate, product, quotient, wholeUnits } from './formula/formula.ts'
import type { Formula, InputNode } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import type { CallContext, MonthContext, PricedLine, PriceLookup } from './kind.ts'
import { modelFacts, vendorFacts } from './llm.ts'
import { machineFields, machineLine, priceOf, runsOnField, technology } from './parts/priced-lines.ts'
import { ownTime } from './parts/service-time.ts'
import { unsaidQuestion } from './fields/unsaid-question.ts'
import { tokensInHand } from './parts/in-hand.ts'

const embeddingTime = ownTime(
  180,
  450,
  'assumed: hosted embedding API; Cohere embed-v4 on OCI answers 96 texts in 90-540 ms',
  90,
  300,
)

export const embedding = defineKind({
  id: 'embedding',
  title: 'Embedding model',
  summary: 'Turns text into vectors.',
  family: 'models',
  icon: 'binary',
  keywords: ['vector', 'encoder', 'semantic', 'ada', 'voyage', 'e5', 'bge'],
  traits: ['embeds', 'vendor-hosted', 'returns-verdict'],
  products: [
    'openai/text-embedding-3-large',
    'openai/text-embedding-3-small',
    'cohere/embed-v4',
    'voyage/voyage-3.5',
    'google/gemini-embedding-001',
    'amazon/titan-embed-text-v2',
  ],
  settings: {
    ...modelFacts,
    ...vendorFacts,
    ...embeddingTime.fields,
    ...runsOnField,
    ...machineFields(1),
    dimensions: amount('Floats per embedding', 'dimensions', {
      first: true,
      integer: true,
      ...assumed(1536, 768, 3072),
    }),
    ...availabilityField(0.995, 'assumed: hosted models, no dated source', 0.99, 0.999),
    usdPerMTokens: amount('Price', 'USD/1M tokens', { help: 'Over the price book.' }),
  },
  call: {
    tokens: amount('Text', 'tokens', { first: true, help: 'Without it: all that the caller has in hand.' }),
    batch: toggle('Batch price'),
  },
  place: 35,
  time: ({ settings }) => embeddingTime.time(settings),
  answersWithinHours: (call) => call.truth('batch') === true,
  costPerCall: (context, prices) => {
    if (context.settings.text('runsOn') === 'machines') return []
    const usd = product(textOf(context), embeddingPrice(context, prices))
    return [technology('tokens', 'Embedded tokens', quotient(usd, constant('Tokens per price unit', 1_000_000)))]
  },
  embeddingPrice: (context, prices) =>
    context.settings.text('runsOn') === 'machines'
      ? constant('On machines that are paid for', 0, 'USD/1M tokens')
      : embeddingPrice(context, prices),
  costPerMonth: ownMachines,
})

/** The tokens that a call states, else what is in hand; where nobody said what that is, a short question. */
export function textOf({ component, call, hand }: CallContext): InputNode {
  if (call.number('tokens') !== undefined) return call.input('tokens')
  const isUnsaid = hand.tokens === 0 && hand.pages === 0 && hand.items === 0 && hand.bytes === 0
  return isUnsaid ? unsaidQuestion(component) : tokensInHand(hand)
}

function embeddingPrice({ settings, call, product: model }: CallContext, prices: PriceLookup): InputNode {
  const batch = call.truth('batch') === true ? prices.find('embedding.tokens-batch', model) : undefined
  const stated = settings.number('usdPerMTokens') !== undefined
  if (batch && batch.missing !== true && !stated) return batch
  return priceOf(settings, 'usdPerMTokens', prices, 'embedding.tokens', model)
}

/** Documents that one priced search covers, by the vendors' definition. */
const documentsPerSearch = constant('Documents per priced search', 100, 'documents')

const rerankerTime = ownTime(140, 300, 'Cohere Rerank 3.5 on OCI: 140 ms mean for 48 documents; tail assumed', 110, 250)

export const reranker = defineKind({
  id: 'reranker',
  title: 'Reranker',
  summary: 'Orders what a search found and keeps the best.',
  family: 'models',
  icon: 'arrow-down-wide-narrow',
  keywords: ['rerank', 'ranking', 'cross-encoder', 'cohere', 'relevance'],
  traits: ['ranks', 'vendor-hosted'],
  products: ['cohere/rerank-3.5', 'amazon/rerank-1'],
  settings: {
    ...modelFacts,
    ...vendorFacts,
    ...rerankerTime.fields,
    ...runsOnField,
    ...machineFields(1),
    ...availabilityField(0.995, 'assumed: hosted models, no dated source', 0.99, 0.999),
    usdPerThousandSearches: amount('Price', 'USD/1k calls', { help: 'Over the price book.' }),
  },
  call: {
    documents: amount('Documents in', 'documents', { first: true, integer: true, ...assumed(40, 20, 100) }),
    topN: amount('Documents kept', 'documents', { first: true, integer: true, ...assumed(6, 3, 12) }),
    chunkTokens: amount('Tokens per document', 'tokens', { first: true, ...assumed(400, 200, 800) }),
  },
  place: 50,
  time: ({ settings }) => rerankerTime.time(settings),
  costPerCall: rankedLines,
  costPerMonth: ownMachines,
  answers: ({ call, hand }) => {
    const chunk = call.input('chunkTokens')
    const found = hand.origins?.retrieved ?? hand.tokens
    const considered = Math.min(found, call.input('documents').value * chunk.value)
    const kept = atMost(call.input('topN'), call.input('documents'))
    const best = product(kept, chunk)
    const tokens = hand.tokens - considered + evaluate(best)
    return { type: 'replaces', hand: { tokens, items: evaluate(kept) }, by: { tokens: best, items: kept } }
  },
})

/** By the search of up to 100 documents, or by the token where the product's price says so. */
function rankedLines(context: CallContext, prices: PriceLookup): readonly PricedLine[] {
  const { settings, call, product: model } = context
  if (settings.text('runsOn') === 'machines') return []
  const perToken = prices.find('reranker.tokens', model)
  if (perToken.missing !== true && settings.number('usdPerThousandSearches') === undefined) {
    const tokens = product(call.input('documents'), call.input('chunkTokens'))
    const usd = quotient(product(tokens, perToken), constant('Tokens per price unit', 1_000_000))
    return [technology('searches', 'Ranked tokens', usd)]
  }
  const searches = wholeUnits(quotient(call.input('documents'), documentsPerSearch))
  const price = priceOf(settings, 'usdPerThousandSearches', prices, 'reranker.searches', model)
  const usd = quotient(product(searches, price), constant('Searches per price unit', 1000))
  return [technology('searches', 'Searches', usd)]
}

/** Machines of ours, when the model runs on them; a hosted model is billed by use alone. */
function ownMachines({ settings, product: model }: MonthContext, prices: PriceLookup): readonly PricedLine[] {
  if (settings.text('runsOn') !== 'machines') return []
  return [machineLine(settings, prices, 'compute.machine-hour', model)]
}

/** Characters of a token, for prices by text unit; English text, a common rule of thumb. */
const charactersPerToken = constant('Characters per token', 4)

/** Text units of 1,000 characters, rounded up. */
export function textUnits(tokens: Formula): Formula {
  return wholeUnits(quotient(product(tokens, charactersPerToken), constant('Characters per text unit', 1000)))
}

export const searchLatencySource =
  'Weaviate hybrid, 1.35M vectors, one client: 23 / 182 ms (bachelor-db-benchmark 2026-06)'

export const topKField = amount('Hits', 'documents', { first: true, integer: true, ...assumed(20, 5, 40) })
export const chunkTokensField = amount('Tokens per chunk', 'tokens', {
  ...published(400, 'assumed: common chunk size', 200, 800),
})
