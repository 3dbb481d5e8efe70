import { amount, availabilityField, fact, factChoice, listOptions, option } from './fields/declare-field.ts'
import { constant, product, quotient, sum } from './formula/formula.ts'
import type { Formula } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import type { CallContext, PricedLine, PriceLookup } from './kind.ts'
import { releaseOf } from './people.ts'
import { machineFields, machineLine, runsOnField, technology } from './parts/priced-lines.ts'
import { textOf, textUnits } from './retrieval-models.ts'
import { ownTime } from './parts/service-time.ts'

const guardTime = ownTime(
  120,
  300,
  'stage budgets 50-500 ms (premai, cited); five LLM Guard scanners 45-150 ms',
  50,
  300,
)

const release = option(
  'What the user sees meanwhile',
  {
    held: 'Nothing before the verdict',
    chunked: 'Parts as they are judged',
    streamed: 'The answer, while it is judged',
    before: 'Judged before generation',
  },
  'held',
  'an awaited check holds the answer until stated otherwise',
  { first: true },
)

/** Price item of each check; a check that is not here is a rule in code and costs nothing by text. */
const priceItemOfCheck: Readonly<Record<string, string>> = {
  injection: 'guardrail.content',
  content: 'guardrail.content',
  topic: 'guardrail.topics',
  pii: 'guardrail.pii',
  grounding: 'guardrail.grounding',
}

export const guardrail = defineKind({
  id: 'guardrail',
  title: 'Guardrail',
  summary: 'Judges what goes into a model or comes out of it, and may stop it.',
  family: 'safety',
  icon: 'shield-check',
  keywords: [
    'guard',
    'moderation',
    'filter',
    'jailbreak',
    'prompt injection',
    'pii',
    'grounding',
    'toxicity',
    'content safety',
    'hallucination',
    'grounding check',
    'citation check',
    'intent',
  ],
  traits: ['gates', 'filters-content', 'returns-verdict'],
  products: ['aws/bedrock-guardrails', 'azure/content-safety'],
  settings: {
    checks: {
      type: 'choices',
      label: 'Checks',
      first: true,
      options: listOptions({
        injection: 'Prompt injection',
        content: 'Harmful content',
        topic: 'Topics that are refused',
        pii: 'Personal data',
        grounding: 'Grounded in the sources',
        citations: 'Sources are cited',
        schema: 'Form of the answer',
        secrets: 'Secrets',
      }),
      help: 'Without any: one content check is priced.',
    },
    release,
    decidesBy: factChoice(
      'Decides by',
      { model: 'A model or patterns', rules: 'Fixed rules' },
      'Does the guard decide by a model, or by fixed rules that cannot be talked round?',
      'Engineering',
      { first: true },
    ),
    failsOpen: fact('Lets through when it fails', 'When the guard is down, does the request go on?', 'Engineering', {
      first: true,
    }),
    ...guardTime.fields,
    ...runsOnField,
    ...machineFields(1),
    ...availabilityField(0.999, 'assumed: managed services promise 99.9 %'),
    usdPerThousandTextUnits: amount('Price', 'USD/1k text units', {
      help: 'All checks together, over the price book.',
    }),
  },
  call: { tokens: amount('Text', 'tokens', { first: true, help: 'Without it: all that the caller has in hand.' }) },
  place: 10,
  time: ({ settings }) => guardTime.time(settings),
  costPerCall: judgedText,
  costPerMonth: ({ settings, product: model }, prices) =>
    settings.text('runsOn') === 'machines' ? [machineLine(settings, prices, 'compute.machine-hour', model)] : [],
  release: (settings) => releaseOf(settings.text('release')),
})

/** Text units judged x the price of each priced check / 1,000. */
function judgedText(context: CallContext, prices: PriceLookup): readonly PricedLine[] {
  const price = pricePerUnit(context, prices)
  if (price === undefined) return []
  const units = textUnits(textOf(context))
  return [
    technology('text', 'Judged text', quotient(product(units, price), constant('Text units per price unit', 1000))),
  ]
}

function pricePerUnit({ settings, product: model }: CallContext, prices: PriceLookup): Formula | undefined {
  if (settings.number('usdPerThousandTextUnits') !== undefined) return settings.input('usdPerThousandTextUnits')
  if (settings.text('decidesBy') === 'rules' || settings.text('runsOn') === 'machines') return undefined
  const checks = settings.list('checks')
  const items = (checks ?? ['content']).flatMap((check) => priceItemOfCheck[check] ?? [])
  const found = [...new Set(items)].map((item) => prices.find(item, model))
  return found.length === 0 ? undefined : sum(...found)
}

const policyTime = ownTime(3, 10, 'assumed: a policy engine beside the service', 1, 10)

export const policyGate = defineKind({
  id: 'policy-gate',
  title: 'Policy gate',
  summary: 'Allows or refuses an action by fixed rules: limits, allow-lists, rights.',
  family: 'safety',
  icon: 'scale',
  keywords: [
    'policy engine',
    'opa',
    'cedar',
    'authorisation',
    'rules',
    'limits',
    'allow-list',
    'policy as code',
    'access control',
    'permissions',
  ],
  traits: ['gates', 'deterministic-gate', 'returns-verdict'],
  settings: {
    rules: { type: 'text', label: 'What it refuses', first: true },
    perAction: fact('Sees the exact action', 'Does the gate see the exact action and its arguments?', 'Engineering', {
      first: true,
    }),
    failsOpen: fact('Lets through when it fails', 'When the gate is down, does the action go on?', 'Engineering', {
      first: true,
    }),
    release: { ...release, first: false },
    ...policyTime.fields,
    ...availabilityField(0.9995, 'assumed: two small replicas'),
  },
  place: 10,
  time: ({ settings }) => policyTime.time(settings),
  release: (settings) => releaseOf(settings.text('release')),
})
