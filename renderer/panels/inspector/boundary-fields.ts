import type { Field } from '../../../shared/kinds/fields/field.ts'

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
