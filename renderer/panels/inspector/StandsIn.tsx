import type { Boundary, Design, Id } from '../../../shared/design/design.ts'
import { putIntoBoundary } from '../../canvas/canvas-edits.ts'
import { Choice, FieldRow } from '../../ui/index.ts'
import { useDesign } from '../stores.ts'

const none: readonly Boundary[] = []

const several = Symbol('several')

/** Where all of these components stand; undefined: in no boundary. */
function homeOf({ components = [] }: Design, ids: readonly Id[]): Id | undefined | typeof several {
  const wanted = new Set(ids)
  const homes = new Set(components.filter(({ id }) => wanted.has(id)).map((component) => component.in))
  const [home] = homes
  return homes.size > 1 ? several : home
}

/** The boundary that components stand in: what one does with the hand by dragging them there. */
export function StandsIn({ ids }: { readonly ids: readonly Id[] }) {
  const boundaries = useDesign((design) => design.boundaries) ?? none
  const home = useDesign((design) => homeOf(design, ids))
  if (boundaries.length === 0) return null
  return (
    <FieldRow label="Stands in">
      {(id) => (
        <Choice
          id={id}
          value={home === several ? undefined : home}
          placeholder={home === several ? 'mixed' : 'No boundary'}
          options={boundaries.map((boundary) => ({ value: boundary.id, label: boundary.name }))}
          clearLabel="No boundary"
          onChange={(boundary) => putIntoBoundary(ids, boundary)}
          onClear={() => putIntoBoundary(ids, undefined)}
        />
      )}
    </FieldRow>
  )
}
