import { base, option, type BrokenDesign } from './base-design.ts'

/** Broken designs for each law of use, intent and variants. */
export const brokenUses: readonly BrokenDesign[] = [
  [
    'E14',
    { actions: [{ id: 'ask', name: 'Ask', starts: 'f-search' }] },
    'The action "Ask" starts at "search", but nobody begins there: "Answer service" only acts when called. Start it at an arrow out of a user, or at a component.',
    'actions[0].starts',
  ],
  [
    'E14',
    { actions: [{ id: 'ask', name: 'Process a document', starts: 'index', answeredBy: 'f-search' }] },
    '"Process a document" is answered by "search", which no step from "Index" ever reaches.',
    'actions[0].answeredBy',
  ],
  [
    'W15',
    { actions: [...(base.actions ?? []), { id: 'rate', name: 'Give feedback', starts: 'app' }] },
    'Nobody performs "Give feedback"; it costs nothing in this estimate. Give it a share in a workload.',
    'actions[1]',
  ],
  [
    'E16',
    { workloads: [{ id: 'desk', name: 'Office day', mix: { ask: 1 }, arrivals: { rate: -5, per: 'day' } }] },
    '"Office day" has a rate of -5; the least is 0, so it counts as 0.',
    'workloads[0].arrivals.rate',
  ],
  [
    'E16',
    {
      workloads: [
        { id: 'desk', name: 'Office day', mix: { ask: 1 }, arrivals: { rate: 5, per: 'day', peakFactor: 0.5 } },
      ],
    },
    '"Office day" has a peak over the mean of 0.5; the least is 1, so it counts as 1.',
    'workloads[0].arrivals.peakFactor',
  ],
  [
    'E16',
    {
      workloads: [
        {
          id: 'desk',
          name: 'Office day',
          mix: { ask: 1 },
          arrivals: { rate: 5, per: 'day', hours: Array.from({ length: 23 }, () => 1) },
        },
      ],
    },
    'The profile of "Office day" has 23 hours; 24 are needed.',
    'workloads[0].arrivals.hours',
  ],
  [
    'E16',
    {
      workloads: [
        {
          id: 'desk',
          name: 'Office day',
          mix: { ask: 1 },
          arrivals: { rate: 5, per: 'day', users: 3, thinkTimeS: 2 } as never,
        },
      ],
    },
    '"Office day" arrives as a rate and as users with a think time. Keep one of them.',
    'workloads[0].arrivals',
  ],
  [
    'E18',
    option({ components: { index: null } }),
    'In the option "API model": The arrow "search" ends at the component "index", which does not exist.',
    'variants[0].changes',
  ],
  [
    'E18',
    option({}, { of: 'v' }),
    'The option "API model" builds on itself: API model > API model. Let one of them build on the base.',
    'variants[0].of',
  ],
  [
    'W19',
    option({ components: { 'gpu-pool': { product: 'p' } } }),
    'The option "API model" changes the component "gpu-pool", which the base no longer has. Drop or restore it?',
    'variants[0].changes.components.gpu-pool',
  ],
  [
    'E20',
    {
      requirements: [
        { id: 'r', name: 'Full answer', metric: 'latency.full', is: '<=', target: 1, priority: 'must', on: ['vpc'] },
      ],
    },
    '"latency.full" is measured on actions and arrows; "VPC" is a boundary.',
    'requirements[0].on[0]',
  ],
  [
    'E20',
    { requirements: [{ id: 'r', name: 'Full answer', metric: 'latency.ful', is: '<=', target: 1, priority: 'must' }] },
    'The requirement "Full answer" measures "latency.ful", which is no known metric. Did you mean "latency.full"?',
    'requirements[0].metric',
  ],
  [
    'E20',
    {
      requirements: [
        { id: 'r', name: 'Full answer', metric: 'latency.full', is: '<=', target: ['EU'], priority: 'must' },
      ],
    },
    'The requirement "Full answer": the target of "latency.full" is a list; it takes a number.',
    'requirements[0].target',
  ],
  [
    'W22',
    {
      treatments: [
        {
          id: 't',
          rule: 'SEC-07',
          on: ['f-gone'],
          response: 'accept',
          reason: 'r',
          approver: 'CTO',
          until: '2027-01-01',
        },
      ],
    },
    'The waiver of SEC-07 refers to something that was removed; it no longer hides anything.',
    'treatments[0].on[0]',
  ],
  [
    'W22',
    { treatments: [{ id: 't', rule: 'SEC-07', on: ['app'], response: 'accept', reason: 'r', until: '2027-01-01' }] },
    'The waiver of SEC-07 has no approver. Say who accepts the risk.',
    'treatments[0]',
  ],
  [
    'W23',
    {
      components: [...(base.components ?? []), { id: 'job', name: 'Job', kind: 'app' }],
      flows: [...(base.flows ?? []), { id: 'f-e', name: 'export', from: 'job', to: 'index' }],
    },
    'Nothing ever calls "export". Start an action that leads there, or make it offline.',
    'flows[2]',
  ],
]
