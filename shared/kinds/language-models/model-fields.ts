import { amount, assumed, fact, factAmount, factChoice, option, share, toggle } from '../fields/declare-field.ts'
import type { Field, Fields } from '../fields/field.ts'

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

/** Asked of models that run on machines of ours: whoever loads a file runs what is in it. */
export const weightsChecked: Field = fact(
  'Weights are checked',
  'Are the weights checked by hash or signature before they are loaded?',
  'Engineering',
)

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

/** How long a model thinks before it answers; moves the first visible word and the bill. */
export const reasoningEffort: Field = option(
  'Reasoning effort',
  {
    none: 'None',
    minimal: 'Minimal',
    low: 'Low',
    medium: 'Medium',
    high: 'High',
    xhigh: 'Very high',
    max: 'Max',
  },
  'none',
  'no reasoning until stated',
  { first: true },
)

/** What one call of a generative model asks, wherever it runs. */
export const modelCall: Fields = {
  job: factChoice(
    'What the call is for',
    {
      route: 'Chooses a way',
      classify: 'Sorts into classes',
      extract: 'Reads out fields',
      rewrite: 'Rewrites a question',
      summarise: 'Shortens',
      answer: 'Answers a person',
      plan: 'Plans and reasons',
      code: 'Writes code',
      judge: 'Judges answers',
    },
    'What does this call do: sort, read out, answer, reason?',
    'Engineering',
  ),
  instructionTokens: amount('Instructions', 'tokens', {
    help: 'System prompt, rules and examples: the part that is the same in each call.',
    first: true,
    ...assumed(800, 200, 3000),
  }),
  toolTokens: amount('Tool definitions', 'tokens', {
    help: 'Where they are not counted among the instructions; the same in each call, too.',
  }),
  conversationTokens: amount('Conversation so far', 'tokens', {
    help: 'Earlier turns that no loop on the drawing brings.',
  }),
  outputTokens: amount('Answer', 'tokens', { first: true, ...assumed(350, 100, 900) }),
  inputTokens: amount('Whole prompt', 'tokens', {
    help: 'Over the instructions and what is in hand, when the length is known.',
    first: true,
  }),
  maxOutputTokens: amount('Answer capped at', 'tokens', { first: true }),
  reasoningTokens: amount('Reasoning', 'tokens', { help: 'Thought before the first visible word; billed as output.' }),
  promptCaching: toggle('Prompt caching', {
    first: true,
    help: 'Counts what the model reads back from earlier calls, by the rules of its vendor.',
  }),
}

export const serviceTier: Field = option(
  'Service tier',
  { standard: 'Standard', batch: 'Batch (within hours)', flex: 'Flex (slower)', priority: 'Priority (faster)' },
  'standard',
  'the standard price until stated',
  { help: 'A tier that a vendor does not sell costs the standard price.' },
)

/** What one call of a model that a vendor bills by the token asks besides. */
export const hostedCall: Fields = {
  ...modelCall,
  cacheHitShare: share('Instructions found in the cache', {
    help: 'Without it: worked out from how often the call is made and how long the vendor keeps it.',
  }),
  cacheKept: option(
    'Cache kept for',
    { usual: 'As the vendor does by itself', hour: '1 hour' },
    'usual',
    'the usual time until stated',
    { help: 'Some vendors sell an hour at a higher write price.' },
  ),
  serviceTier,
  webSearches: amount('Web searches by the model', 'calls', { help: 'Per call; billed on top of the tokens.' }),
  batch: toggle('Batch price', { help: 'The answer may take hours.', offered: false }),
}
