import type { Field } from '../../../shared/kinds/field.ts'

/** The four facets as fields: facts about the world, inherited, never defaulted. */
export const boundaryFields = {
  trust: {
    type: 'number',
    label: 'Trust',
    help: '0 is hostile, 100 is ours and hardened',
    min: 0,
    max: 100,
    integer: true,
    fact: true,
    ask: 'Security architect',
  },
  organisation: {
    type: 'text',
    label: 'Organisation',
    help: 'Who runs what stands here',
    fact: true,
    ask: 'Vendor manager',
  },
  region: { type: 'text', label: 'Region', help: 'Where it runs, such as eu-west-1', fact: true, ask: 'Platform team' },
  network: {
    type: 'choice',
    label: 'Network',
    options: [
      { value: 'public', label: 'Public' },
      { value: 'private', label: 'Private' },
      { value: 'isolated', label: 'Isolated' },
    ],
    fact: true,
    ask: 'Platform team',
  },
} as const satisfies Readonly<Record<string, Field>>

export const copiesFields = {
  count: { type: 'number', label: 'How many', min: 1, integer: true },
  failoverS: { type: 'number', label: 'Failover takes', unit: 's', min: 0 },
} as const satisfies Readonly<Record<string, Field>>

export const copyWords = [
  { value: 'region', label: 'Region' },
  { value: 'zone', label: 'Zone' },
  { value: 'tenant', label: 'Tenant' },
  { value: 'instance', label: 'Instance' },
]
export const modeWords = [
  { value: 'activeActive', label: 'All answer' },
  { value: 'activePassive', label: 'One answers, one waits' },
  { value: 'separate', label: 'Each on its own' },
]
