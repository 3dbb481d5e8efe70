import type { Design } from '../../shared/design/design.ts'

/** A design to start from. */
export interface Template {
  readonly id: string
  readonly design: Design
}

const files = import.meta.glob<Design>('../../resources/templates/*.lintel.json', { eager: true, import: 'default' })

/** The templates that come with the studio, in the order of their files. */
export const templates: readonly Template[] = Object.entries(files).map(([path, design]) => ({
  id: path.replace(/^.*\//, '').replace('.lintel.json', ''),
  design,
}))

/** A design begun from a template: its own from the first moment, and it remembers where it comes from. */
export function startFrom({ id, design }: Template): Design {
  return { ...design, origin: { template: id, version: String(design.version) } }
}
