import { type FieldShape, type Vocabulary, permissiveVocabulary } from '../vocabulary.ts'

const fields: Readonly<Record<string, Readonly<Record<'settings' | 'call', Readonly<Record<string, FieldShape>>>>>> = {
  user: { settings: {}, call: {} },
  app: { settings: { replicas: { type: 'number', min: 1, integer: true } }, call: {} },
  store: {
    settings: { search: { type: 'choice', options: ['dense', 'hybrid'] }, encrypted: { type: 'boolean' } },
    call: {
      topK: { type: 'number', max: 100 },
      resultTokens: { type: 'number', min: 0 },
      perSecond: { type: 'number', above: 0 },
      tags: { type: 'choices', options: ['a', 'b'] },
    },
  },
}

/** A vocabulary of three kinds, one metric and one rule. */
export const smallVocabulary: Vocabulary = {
  ...permissiveVocabulary,
  kindIds: Object.keys(fields),
  fields: (kind, record) => fields[kind]?.[record],
  isActor: (kind) => kind === 'user',
  isLoader: (kind) => kind === 'ingestion',
  isPassive: (kind) => kind === 'store',
  productIds: ['acme/big', 'acme/small'],
  metricIds: ['latency.full', 'residency'],
  metric: (id) => {
    if (id === 'latency.full') return { scopes: ['actions', 'flows'], target: 'number' }
    return id === 'residency' ? { scopes: ['data', 'design'], target: 'list' } : undefined
  },
  ruleIds: ['SEC-07'],
}
