import type { Field } from '../../../shared/kinds/fields/field.ts'

/** The modifiers of a step that are edited in place; the others stay as the file says them. */
export const stepModifiers = ['share', 'times', 'ends'] as const
export type ShownModifier = (typeof stepModifiers)[number]

export const stepFields: Readonly<Record<ShownModifier, Field>> = {
  share: {
    type: 'number',
    label: 'Share of runs',
    unit: 'share',
    min: 0,
    max: 1,
    help: 'Share of the runs that reach it',
  },
  times: { type: 'number', label: 'Times', unit: 'count', min: 0.001, help: 'How often, each time it is reached' },
  ends: {
    type: 'number',
    label: 'Ends here in',
    unit: 'share',
    min: 0,
    max: 1,
    help: 'Share of its runs that answer right here and skip the rest: a cache hit, a blocked question',
  },
}

/** What holds while nothing is stated; it needs no source. */
export const stepDefaults = {
  share: { scalar: 1, source: '' },
  times: { scalar: 1, source: '' },
  ends: { scalar: 0, source: '' },
} as const
