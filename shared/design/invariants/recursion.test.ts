import { describe, expect, it } from 'vitest'
import type { Design } from '../design.ts'
import type { Problem } from '../problem.ts'
import { soundDesign } from '../sound.ts'
import { smallVocabulary } from '../testing/vocabulary.ts'
import { checkInvariants } from './check-invariants.ts'

/** A user asks, and an action begins there; who answers is drawn in each test. */
const base: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd',
  name: 'D',
  actions: [{ id: 'ask', name: 'Ask', starts: 'f-ask' }],
}
const check = (drawn: Partial<Design>): readonly Problem[] => checkInvariants({ ...base, ...drawn }, smallVocabulary)

describe('E11', () => {
  const planner = (times: number, mode?: 'async'): Partial<Design> => ({
    components: [
      { id: 'user', name: 'User', kind: 'user' },
      {
        id: 'p',
        name: 'Planner',
        kind: 'app',
        plans: [{ steps: [{ call: 'f-p', times }] }, { on: ['f-back'], steps: [{ call: 'f-p', times }] }],
      },
      { id: 'c', name: 'Critic', kind: 'app', plans: [{ steps: [{ call: 'f-back' }] }] },
    ],
    flows: [
      { id: 'f-ask', from: 'user', to: 'p' },
      { id: 'f-p', from: 'p', to: 'c' },
      { id: 'f-back', from: 'c', to: 'p', ...(mode ? { mode } : {}) },
    ],
  })

  it('finds work that never ends', () => {
    expect(check(planner(1.2, 'async')).filter(({ code }) => code === 'E11')).toMatchObject([
      {
        sentence:
          '"Planner" calls "Critic" calls "Planner" 1.2 times each round: this never ends. Put a limit on the loop.',
      },
    ])
  })

  it('lets a call-back through that does less each round', () => {
    expect(check(planner(0.9, 'async')).filter(({ code }) => code === 'E11')).toEqual([])
  })

  it('leaves out the same call whatever the order of the file', () => {
    const design = { ...base, ...planner(0.9) }
    const turned = {
      ...design,
      components: design.components?.toReversed() ?? [],
      flows: design.flows?.toReversed() ?? [],
    }
    const plansOf = (given: Design): unknown =>
      soundDesign(given, smallVocabulary)
        .components?.map(({ id, plans }) => ({ id, plans }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(plansOf(turned)).toEqual(plansOf(design))
  })

  it('refuses recursion through awaited calls', () => {
    expect(check(planner(0.9)).find(({ code }) => code === 'E11')?.sentence).toBe(
      '"Planner" calls "Critic" calls "Planner" while it is still at work. Make one of these arrows asynchronous, or repeat a step instead.',
    )
  })
})
