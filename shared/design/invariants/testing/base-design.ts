import type { Design } from '../../design.ts'
import type { Problem } from '../../problem.ts'
import { smallVocabulary } from '../../testing/vocabulary.ts'
import type { Vocabulary } from '../../vocabulary.ts'
import { checkInvariants } from '../check-invariants.ts'

/** A design that breaks one law: the code of the law, what it changes of the base, and the whole sentence and the place that it gets. */
export type BrokenDesign = readonly [code: string, changes: Partial<Design>, sentence: string, path: string]

/** User to app to store, with a plan, an action and a workload: nothing to object to. */
export const base: Design = {
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

export function check(changes: Partial<Design>, vocabulary: Vocabulary = smallVocabulary): readonly Problem[] {
  return checkInvariants({ ...base, ...changes }, vocabulary)
}

/** The base with the answer service's plan replaced. */
export const steps = (list: unknown, more: object = {}): Partial<Design> => ({
  components: base.components?.map((component) =>
    component.id === 'app' ? { ...component, plans: [{ steps: list, ...more }] } : component,
  ) as never,
})
export const withApp = (fields: object): Partial<Design> => ({
  components: base.components?.map((component) =>
    component.id === 'app' ? { ...component, ...fields } : component,
  ) as never,
})
export const withSearch = (fields: object): Partial<Design> => ({
  flows: base.flows?.map((flow) => (flow.id === 'f-search' ? { ...flow, ...fields } : flow)) as never,
})
export const option = (changes: unknown, more: object = {}): Partial<Design> => ({
  variants: [{ id: 'v', name: 'API model', type: 'option', changes, ...more } as never],
})
