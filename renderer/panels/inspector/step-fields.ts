import type { Field } from '../../../shared/kinds/field.ts'

/** The modifiers of a step, as fields. */
export const stepFields = {
  share: { type: 'number', label: 'In', unit: 'share', min: 0, max: 1, help: 'Share of the runs that reach it' },
  times: { type: 'number', label: 'Times', unit: 'count', min: 0.001, help: 'How often, each time it is reached' },
  ends: {
    type: 'number',
    label: 'Ends',
    unit: 'share',
    min: 0,
    max: 1,
    help: 'Share of its runs that answer right here and skip the rest',
  },
} as const satisfies Readonly<Record<string, Field>>

export const stepWords = {
  share: { label: 'Share of the runs', placeholder: 'always' },
  times: { label: 'How often', placeholder: 'once' },
  ends: { label: 'Answers right here', placeholder: 'never' },
} as const
