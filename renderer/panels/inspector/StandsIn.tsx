import type { Boundary, Component } from '../../../shared/design/design.ts'
import { putIntoBoundary } from '../../canvas/canvas-edits.ts'
import { Choice, FieldRow } from '../../ui/index.ts'
import { useDesign } from '../stores.ts'

const none: readonly Boundary[] = []

/** The boundary that components stand in: what one does with the hand by dragging them there. */
export function StandsIn({ components }: { readonly components: readonly Component[] }) {
  const boundaries = useDesign((design) => design.boundaries) ?? none
  const homes = new Set(components.map((component) => component.in))
  const [home] = homes
  const ids = components.map(({ id }) => id)
  if (boundaries.length === 0) return null
  return (
    <FieldRow label="Stands in">
      {(id) => (
        <Choice
          id={id}
          value={homes.size === 1 ? home : undefined}
          placeholder={homes.size > 1 ? 'mixed' : 'No boundary'}
          options={boundaries.map((boundary) => ({ value: boundary.id, label: boundary.name }))}
          clearLabel="No boundary"
          onChange={(boundary) => putIntoBoundary(ids, boundary)}
          onClear={() => putIntoBoundary(ids, undefined)}
        />
      )}
    </FieldRow>
  )
}
