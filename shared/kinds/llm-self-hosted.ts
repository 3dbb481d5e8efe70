import { amount, availabilityField, fact, published } from './fields/declare-field.ts'
import { product } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import { answerTokens, modelCall, modelFacts, reasoningEffort } from './llm.ts'
import { weightsChecked } from './language-models/model-fields.ts'
import { hoursPerMonth, people, technology } from './parts/priced-lines.ts'
import { scalingFields } from './parts/scaling.ts'
import { gpuPrice } from './serving/gpu-price.ts'
import { describeServed } from './serving/served.ts'
import { servedCapacity, servedTime } from './serving/served-time.ts'
import { engineFields, serverFields } from './serving/serving-fields.ts'
import { tokenUse } from './language-models/token-use.ts'

export const llmSelfHosted = defineKind({
  id: 'llm-self-hosted',
  title: 'Self-hosted LLM',
  summary: 'A generative model on machines that this design pays for.',
  family: 'models',
  icon: 'cpu',
  keywords: ['open weights', 'llama', 'mistral', 'qwen', 'vllm', 'tgi', 'gpu', 'on-premises', 'gpt-oss', 'gpu server'],
  traits: ['generates-text', 'self-hosted', 'streams'],
  products: ['meta/llama-3.1-8b', 'meta/llama-3.3-70b', 'qwen/qwen3-32b', 'openai/gpt-oss-120b'],
  settings: {
    ...serverFields,
    ...modelFacts,
    ...engineFields,
    signed: weightsChecked,
    retested: fact(
      'Tested in this precision',
      'Is it tested for quality and safety as it runs, in this precision and with its adapters?',
      'Quality lead',
    ),
    minReplicas: amount('Replicas when idle', 'machines', {
      integer: true,
      fact: true,
      question: 'Does it scale down to nothing when idle?',
      ask: 'Platform team',
    }),
    ...scalingFields,
    reasoningEffort: { ...reasoningEffort, first: false },
    ttftP50Ms: amount('Time to first token, median', 'ms', {
      help: 'Measured; without it: worked out from model, GPU and load.',
    }),
    ttftP95Ms: amount('Time to first token, 95th percentile', 'ms'),
    tokensPerSecond: amount('Output speed of one call', 'tokens/s', { help: 'Measured; without it: worked out.' }),
    contextTokens: amount('Context window', 'tokens', { integer: true }),
    ...availabilityField(0.995, 'assumed: one replica on one GPU machine', 0.98, 0.999),
    promptCacheMinTokens: amount(
      'Shortest prompt that is cached',
      'tokens',
      published(0, 'prefix caching works block by block'),
    ),
  },
  call: modelCall,
  place: 70,
  mode: 'stream',
  time: servedTime,
  costPerMonth: ({ settings }, prices) => [
    technology(
      'gpus',
      'GPUs',
      product(settings.input('replicas'), settings.input('gpus'), hoursPerMonth, gpuPrice(settings, prices)),
    ),
    people(
      'engineering',
      'Engineer who runs it',
      product(settings.input('engineeringShare'), settings.input('engineerUsdPerMonth')),
    ),
  ],
  capacity: servedCapacity,
  serving: describeServed,
  tokens: tokenUse,
  answers: answerTokens,
})
