import { assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design, Settings } from '../design.ts'
import { parsePath, valueAt } from '../json-path.ts'
import type { Problem } from '../problem.ts'
import { usualRiskMatrix } from '../risk-matrix.ts'
import { soundDesign } from '../sound.ts'
import { arbitraryDesign, runs } from '../testing/arbitrary-design.ts'
import { smallVocabulary } from '../testing/vocabulary.ts'
import { type Vocabulary, permissiveVocabulary } from '../vocabulary.ts'
import { checkInvariants, invariants } from './index.ts'

/** User to app to store, with a plan, an action and a workload: nothing to object to. */
const base: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd',
  name: 'D',
  boundaries: [
    { id: 'vpc', name: 'VPC' },
    { id: 'eu', name: 'EU', copies: { of: 'region', count: 2 } },
  ],
  components: [
    { id: 'user', name: 'User', kind: 'user' },
    { id: 'app', name: 'Answer service', kind: 'app', in: 'vpc', plans: [{ steps: [{ call: 'f-search' }] }] },
    { id: 'index', name: 'Index', kind: 'store', in: 'eu' },
  ],
  flows: [
    { id: 'f-ask', name: 'asks', from: 'user', to: 'app' },
    { id: 'f-search', name: 'search', from: 'app', to: 'index', request: { data: ['question'] } },
  ],
  data: [{ id: 'question', name: 'Questions' }],
  actions: [{ id: 'ask', name: 'Ask', starts: 'f-ask' }],
  workloads: [{ id: 'desk', name: 'Office day', mix: { ask: 1 }, arrivals: { rate: 5, per: 'day' } }],
}

function check(changes: Partial<Design>, vocabulary: Vocabulary = smallVocabulary): readonly Problem[] {
  return checkInvariants({ ...base, ...changes }, vocabulary)
}

/** The base with the answer service's plan replaced. */
const steps = (list: unknown, more: object = {}): Partial<Design> => ({
  components: base.components?.map((component) =>
    component.id === 'app' ? { ...component, plans: [{ steps: list, ...more }] } : component,
  ) as never,
})
const withApp = (fields: object): Partial<Design> => ({
  components: base.components?.map((component) =>
    component.id === 'app' ? { ...component, ...fields } : component,
  ) as never,
})
const withSearch = (fields: object): Partial<Design> => ({
  flows: base.flows?.map((flow) => (flow.id === 'f-search' ? { ...flow, ...fields } : flow)) as never,
})
const option = (changes: unknown, more: object = {}): Partial<Design> => ({
  variants: [{ id: 'v', name: 'API model', type: 'option', changes, ...more } as never],
})

/** One broken design for each law, and the whole sentence that it gets. */
const broken: readonly (readonly [code: string, changes: Partial<Design>, sentence: string, path: string])[] = [
  [
    'E1',
    {
      data: [
        { id: 'question', name: 'Questions' },
        { id: 'app', name: 'Apps' },
      ],
    },
    'The id "app" is used twice: by the component "Answer service" and by the data asset "Apps". Give one of them another id.',
    'data[1].id',
  ],
  [
    'E1',
    option({ flows: { app: { from: 'user', to: 'index' } } }),
    'The variant "API model" uses the id "app" for an arrow, but it is the component "Answer service". Give one of them another id.',
    'variants[0].changes.flows.app',
  ],
  [
    'E1',
    { framing: { measures: [{ id: 'app', name: 'Minutes a case' }] } },
    'The id "app" is used twice: by the component "Answer service" and by the measure "Minutes a case". Give one of them another id.',
    'framing.measures[0].id',
  ],
  [
    'E1',
    { framing: { answers: [{ id: 'f-search', name: 'Summary' }] } },
    'The id "f-search" is used twice: by the arrow "search" and by the kind of answer "Summary". Give one of them another id.',
    'framing.answers[0].id',
  ],
  [
    'E2',
    { framing: { measures: [{ id: 'm', name: 'Minutes a case', requirement: 'app' }] } },
    'The measure "Minutes a case" is held by the component "Answer service", where only a requirement can stand.',
    'framing.measures[0].requirement',
  ],
  [
    'E2',
    { framing: { answers: [{ id: 'k', name: 'Summary', action: 'gone' }] } },
    'The kind of answer "Summary" answers the action "gone", which does not exist.',
    'framing.answers[0].action',
  ],
  [
    'E2',
    steps([{ call: 'f-serch' }]),
    'The component "Answer service" lists the arrow "f-serch", which does not exist. Did you mean "f-search"?',
    'components[1].plans[0].steps[0].call',
  ],
  [
    'E2',
    withApp({ in: 'index' }),
    'The component "Answer service" stands in the component "Index", where only a boundary can stand.',
    'components[1].in',
  ],
  ['E2', { shown: 'v-9' }, 'The design shows the variant "v-9", which does not exist.', 'shown'],
  [
    'E2',
    {
      requirements: [
        { id: 'r', name: 'Full answer', metric: 'latency.full', is: '<=', target: 1, priority: 'must', on: ['gone'] },
      ],
    },
    'The requirement "Full answer" is about "gone", which is no longer there, so its result is unknown. Choose another one.',
    'requirements[0].on[0]',
  ],
  [
    'E3',
    { flows: [...(base.flows ?? []), { id: 'f-x', name: 'asks', from: 'user', to: 'vpc' }] },
    'The arrow "asks" ends at the boundary "VPC". Arrows join components; choose one inside it.',
    'flows[2].to',
  ],
  [
    'E3',
    withSearch({ to: 'indx' }),
    'The arrow "search" ends at the component "indx", which does not exist. Did you mean "index"?',
    'flows[1].to',
  ],
  [
    'E4',
    {
      boundaries: [
        { id: 'vpc', name: 'VPC', in: 'eu' },
        { id: 'eu', name: 'Region', in: 'vpc' },
      ],
    },
    'The boundary "VPC" stands inside itself: VPC > Region > VPC. Take one of them out.',
    'boundaries[0].in',
  ],
  [
    'E5',
    steps([{ call: 'f-ask' }]),
    '"Answer service" lists "asks", but "User" makes that call.',
    'components[1].plans[0].steps[0].call',
  ],
  [
    'E5',
    withSearch({ mode: 'offline' }),
    '"Answer service" lists "search", which is offline, so nothing calls it. Take the step out, or give the arrow another mode.',
    'components[1].plans[0].steps[0].call',
  ],
  [
    'E6',
    steps([{ call: 'f-search', choose: [] }]),
    'Step 1 of "Answer service" both calls and chooses. Put the call inside the choice.',
    'components[1].plans[0].steps[0]',
  ],
  [
    'E6',
    steps([{ race: [] }]),
    'Step 1 of "Answer service" is of a form that this version does not know; it is kept and not used.',
    'components[1].plans[0].steps[0]',
  ],
  [
    'E7',
    steps([
      {
        choose: [
          { call: 'f-search', share: 0.7 },
          { call: 'f-search', share: 0.45 },
        ],
      },
    ]),
    'The choices of "Answer service" add up to 115 %. Lower them to 100 % together.',
    'components[1].plans[0].steps[0].choose[1].share',
  ],
  [
    'E7',
    steps([{ call: 'f-search', ends: { value: 0.5, high: 1.5 } }]),
    'A step of "Answer service" has the share that ends 1.5. Write a number from 0 to 1.',
    'components[1].plans[0].steps[0].ends',
  ],
  [
    'W8',
    steps([
      {
        choose: [
          { call: 'f-search', share: 0.7 },
          { call: 'f-search', share: 0.27 },
        ],
      },
    ]),
    'In 3 % of cases "Answer service" chooses nothing. Is that meant?',
    'components[1].plans[0].steps[0].choose',
  ],
  [
    'E9',
    steps([{ parallel: [{ call: 'f-search' }], join: 4 }]),
    '"Answer service" waits for 4 of 1 branches.',
    'components[1].plans[0].steps[0].join',
  ],
  [
    'E9',
    steps([{ call: 'f-search', times: 0 }]),
    '"Answer service" repeats a step 0 times. Write a number above 0, or take the step out.',
    'components[1].plans[0].steps[0].times',
  ],
  [
    'E9',
    steps([{ call: 'f-search', spread: [0.5, 0.4] }]),
    'The turns of a loop of "Answer service" have probabilities that add up to 90 %; 100 % is needed.',
    'components[1].plans[0].steps[0].spread',
  ],
  [
    'E10',
    withApp({
      plans: [
        { on: ['f-ask'], steps: [] },
        { on: ['f-ask'], steps: [] },
      ],
    }),
    'Two plans of "Answer service" answer "asks".',
    'components[1].plans[1].on[0]',
  ],
  [
    'E10',
    withApp({ plans: [{ steps: [] }, { steps: [] }] }),
    'Two plans of "Answer service" answer everything else. Say in "on" what each answers.',
    'components[1].plans[1]',
  ],
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
    'E13',
    {
      data: [
        { id: 'Question 1', name: 'Questions' },
        { id: 'question', name: 'Questions' },
      ],
    },
    'The data asset "Questions" has the id "Question 1". Ids are lower-case letters, digits and hyphens, at most 64.',
    'data[0].id',
  ],
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
    'E17',
    withSearch({ toAll: ['vpc'] }),
    '"search" goes to all copies of "VPC", but "Index" does not stand in it.',
    'flows[1].toAll[0]',
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

describe('the laws of the document', () => {
  it('are numbered as the document says', () => {
    const codes = [...new Set(invariants.map((invariant) => invariant.code))].toSorted()
    const numbers = codes.map((code) => Number(code.slice(1))).toSorted((left, right) => left - right)
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, index) => index + 1))
  })

  it('have nothing to say about a sound design', () => {
    expect(check({})).toEqual([])
    assert(
      property(arbitraryDesign, (design) => {
        expect(checkInvariants(design, permissiveVocabulary).filter((problem) => problem.level === 'error')).toEqual([])
      }),
      runs(80),
    )
  })

  it.each(broken)('%s', (code, changes, sentence, path) => {
    const problems = check(changes)
    expect(problems.filter((problem) => problem.code === code)).toMatchObject([{ sentence, path }])
    expect(problems.every((problem) => problem.sentence.endsWith('.') || problem.sentence.endsWith('?'))).toBe(true)
  })

  it.each(broken)('%s names a place that is there', (_code, changes, _sentence, path) => {
    const inside = parsePath(path)
    expect(valueAt({ ...base, ...changes }, inside)).toBeDefined()
  })

  it('each have a broken design above', () => {
    const tried = new Set(broken.map(([code]) => code))
    expect(invariants.map((invariant) => invariant.code).filter((code) => code !== 'E11' && !tried.has(code))).toEqual(
      [],
    )
  })

  it('let a loader run once for the documents that somebody counted, though no action starts there', () => {
    const loading = (settings: Settings) =>
      check({
        components: [
          ...(base.components ?? []),
          { id: 'load', name: 'Loader', kind: 'ingestion' },
          { id: 'library', name: 'Library', kind: 'store', settings },
        ],
        flows: [
          ...(base.flows ?? []),
          { id: 'f-l', from: 'load', to: 'library' },
          { id: 'f-w', from: 'load', to: 'index' },
        ],
      }).filter(({ code }) => code === 'W23')
    expect(loading({ documents: 40_000 })).toEqual([])
    expect(loading({})).toHaveLength(2)
  })
  it('say nothing about what only a variant adds, where records may name it', () => {
    const problems = check({
      ...option({ components: { cache: { name: 'Cache', kind: 'app' } } }),
      decisions: [{ id: 'adr', name: 'Cache', number: 1, status: 'proposed', options: [], about: ['cache'] }],
    })
    expect(problems).toEqual([])
  })
})

describe('the sound design', () => {
  it.each(broken)('is left without what %s refuses', (code, changes) => {
    const design = { ...base, ...changes }
    const sound = soundDesign(design, smallVocabulary)
    const left = checkInvariants(sound, smallVocabulary).filter((problem) => problem.level === 'error')
    expect(left.filter((problem) => !['E20', 'E24'].includes(problem.code))).toEqual([])
    // The rest is still computed.
    expect(sound.components?.map(({ id }) => id)).toEqual(expect.arrayContaining(['user', 'app', 'index']))
    if (code.startsWith('W')) expect(sound).toBe(design)
  })

  it('is the same object when nothing is wrong', () => {
    expect(soundDesign(base, smallVocabulary)).toBe(base)
  })
})
