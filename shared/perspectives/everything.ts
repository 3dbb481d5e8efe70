import type { Perspective } from './perspective.ts'

export const everything = {
  id: 'all',
  label: 'Everything',
  description: 'The design as it is drawn.',
  look: ({ components: { length } }) => ({ says: length === 1 ? '1 component' : `${length} components` }),
} as const satisfies Perspective
