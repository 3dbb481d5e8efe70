import { base, steps, withApp, withSearch, option, type BrokenDesign } from './base-design.ts'

/** Broken designs for each law of ids and references. */
export const brokenReferences: readonly BrokenDesign[] = [
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
    'E17',
    withSearch({ toAll: ['vpc'] }),
    '"search" goes to all copies of "VPC", but "Index" does not stand in it.',
    'flows[1].toAll[0]',
  ],
]
