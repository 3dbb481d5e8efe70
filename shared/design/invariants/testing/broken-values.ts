import { usualRiskMatrix } from '../../risk-matrix.ts'
import { base, steps, withApp, withSearch, type BrokenDesign } from './base-design.ts'

/** Broken designs for each law of values and sizes. */
export const brokenValues: readonly BrokenDesign[] = [
  [
    'E12',
    withSearch({ call: { topK: { value: 4, high: 3 } } }),
    '"topK" of the arrow "search": likely 4 is above the high of 3.',
    'flows[1].call.topK',
  ],
  [
    'E12',
    withApp({ settings: { replicas: 'two' } }),
    '"replicas" of the component "Answer service" is the text "two"; it takes a number.',
    'components[1].settings.replicas',
  ],
  [
    'E12',
    withApp({ settings: { replicas: 1.5 } }),
    '"replicas" of the component "Answer service" is 1.5; it takes a whole number.',
    'components[1].settings.replicas',
  ],
  [
    'E12',
    withSearch({ call: { topK: 130 } }),
    '"topK" of the arrow "search" is 130; the most is 100.',
    'flows[1].call.topK',
  ],
  [
    'W21',
    withApp({ product: 'acme/bog' }),
    '"Answer service" names the product "acme/bog", which the catalogue does not have: its times are those of its kind, and its price is missing until the price book or you state it. Did you mean "acme/big"?',
    'components[1].product',
  ],
  [
    'E12',
    withSearch({ call: { topK: { value: 4, high: 130 } } }),
    '"topK" of the arrow "search" has a high that is 130; the most is 100.',
    'flows[1].call.topK',
  ],
  [
    'E12',
    withSearch({ call: { perSecond: 0 } }),
    '"perSecond" of the arrow "search" is 0; it takes a number above 0.',
    'flows[1].call.perSecond',
  ],
  [
    'E12',
    withSearch({ retries: 1e9 }),
    '"search" has a number of retries of 1000000000. Write a whole number from 0 to 100.',
    'flows[1].retries',
  ],
  [
    'E12',
    withSearch({ timeoutMs: { value: 0 } }),
    '"search" has a timeout of 0. Write a number above 0.',
    'flows[1].timeoutMs',
  ],
  [
    'E12',
    { boundaries: [...(base.boundaries ?? []), { id: 'us', name: 'US', copies: { of: 'region', count: 0 } }] },
    '"US" has a number of copies of 0. Write a whole number from 1.',
    'boundaries[2].copies.count',
  ],
  [
    'E12',
    { actions: [{ id: 'ask', name: 'Ask', starts: 'f-ask', input: { tokens: -1 } }] },
    '"Ask" has "tokens" in its input of -1. Write a number from 0.',
    'actions[0].input.tokens',
  ],
  [
    'E12',
    { workloads: [{ id: 'desk', name: 'Office day', mix: { ask: 1 }, arrivals: { rate: 1e300, per: 'day' } }] },
    '"rate" of the workload "Office day" is 1e+300; numbers end at 1,000,000,000,000,000.',
    'workloads[0].arrivals.rate',
  ],
  [
    'E12',
    steps([{ call: 'f-search', with: { tags: ['a', 'c'] } }]),
    '"tags" of the component "Answer service" has the text "c"; it takes a list of "a" or "b".',
    'components[1].plans[0].steps[0].with.tags',
  ],
  [
    'W21',
    withSearch({ call: { topk: 5 } }),
    '"Index" has no field "topk"; kept, not used. Did you mean "topK"?',
    'flows[1].call.topk',
  ],
  [
    'W21',
    withApp({ kind: 'ap' }),
    '"Answer service" is of the kind "ap", which is not known here; it is kept, without an estimate. Did you mean "app"?',
    'components[1].kind',
  ],
  [
    'E24',
    {
      boundaries: Array.from(
        { length: 31 },
        (_, index) =>
          ({
            id: index === 0 ? 'vpc' : index === 1 ? 'eu' : `b${index}`,
            name: 'B',
            copies: { of: 'zone', count: 1 },
            ...(index === 0 ? {} : { in: index === 1 ? 'vpc' : index === 2 ? 'eu' : `b${index - 1}` }),
          }) as const,
      ),
    },
    'This file nests boundaries 31 deep; 20 is the limit. It opens read-only.',
    'boundaries[30].in',
  ],
  [
    'W25',
    { riskMatrix: [['low']] },
    'A risk matrix has five rows, one for each likelihood; this one has 1. Until it is mended, the usual matrix counts.',
    'riskMatrix',
  ],
  [
    'W25',
    { riskMatrix: usualRiskMatrix.with(4, ['medium', 'medium', 'high', 'critical', 'low']) },
    'Likelihood 5 and impact 5 is low, milder than likelihood 4 and impact 5 (critical). A severity never falls as either rises. Until it is mended, the usual matrix counts.',
    'riskMatrix[4][4]',
  ],
]
