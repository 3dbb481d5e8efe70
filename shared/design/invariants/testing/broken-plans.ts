import { steps, withApp, withSearch, type BrokenDesign } from './base-design.ts'

/** Broken designs for each law of plans. */
export const brokenPlans: readonly BrokenDesign[] = [
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
]
