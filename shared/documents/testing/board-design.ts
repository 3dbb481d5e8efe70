import { analyse } from '../../analyse.ts'
import { freezeDesign } from '../../baselines/freeze.ts'
import type { Decision, Design } from '../../design/design.ts'
import { rename, setSetting } from '../../design/edit/element.ts'
import { addVariant, editWithin } from '../../design/edit/variant.ts'

/**
 * A design in the middle of its life: a drawn option, a decision that is weighed on it, a baseline that a board approved
 * with conditions, and changes since. `start`: the research template, `prices`: the price book as it ships.
 */
export function boardDesign(start: Design, prices: object): Design {
  const model = start.components?.find(({ kind }) => kind === 'llm-api')?.id ?? ''
  const frozen = freezeDesign(start, analyse(start, { prices, today: '2026-10-01' }), {
    id: 'b-board',
    name: 'ARB v1.0',
    date: '2026-10-01',
    editions: {},
  })
  const optional = addVariant(start, { id: 'v-dear', name: 'Dear model', type: 'option' })
  const drawn = editWithin(optional, 'v-dear', (before) => setSetting(before, model, 'settings', 'usdPerMOutput', 20))
  const decision: Decision = {
    id: 'adr-model',
    name: 'Which model answers',
    number: 9,
    status: 'proposed',
    context: 'The contract of the model of today ends in March.',
    about: [model],
    drivers: ['r-cost', 'r-full', 'r-ground'],
    weights: { 'r-cost': 2, 'Days to change': 1 },
    people: { deciders: ['B. Board'], consulted: ['F. Finance'] },
    options: [
      {
        id: 'o-now',
        title: 'The model of today',
        base: true,
        good: ['Everybody knows it.'],
        scores: { 'r-ground': { value: 4, source: 'Trial of 2026-10-30' }, 'Days to change': 5 },
      },
      {
        id: 'o-dear',
        title: 'A dear model',
        variant: 'v-dear',
        bad: ['Its vendor is new to the house.'],
        scores: { 'r-ground': 5, 'Days to change': 3 },
      },
      {
        id: 'o-own',
        title: 'A model of our own',
        bad: ['Nobody here has run one.'],
        scores: { 'r-ground': 2, 'r-cost': 2, 'r-full': 3, 'Days to change': 1 },
      },
    ],
  }
  return rename(
    {
      ...drawn,
      decisions: [...(drawn.decisions ?? []), decision],
      baselines: [
        {
          ...frozen,
          verdict: 'approvedWithConditions',
          board: 'Architecture board',
          decidedOn: '2026-10-02',
          conditions: [
            {
              id: 'k-eval',
              text: 'Show the results of the trial',
              status: 'open',
              owner: 'Q. Lead',
              due: '2026-11-01',
            },
            { id: 'k-exit', text: 'Name a second vendor', status: 'open', about: [model] },
            { id: 'k-met', text: 'Name an owner', status: 'met' },
          ],
        },
      ],
    },
    model,
    'Answer model, newer',
  )
}
