import type { Id } from '../../../shared/design/design.ts'
import { takesMeasurements } from '../../../shared/estimate/measurements/match-measurements.ts'
import { LinkButton } from '../../ui/index.ts'
import { useDesign, viewStore } from '../stores.ts'
import { graphOf } from '../../store/graph-of.ts'

/** Where a component has a time or a speed of its own: the way to what somebody has measured. */
export function PasteMeasurements({ id }: { readonly id: Id }) {
  const offered = useDesign((design) => takesMeasurements(graphOf(design), id))
  if (!offered) return null
  return (
    <LinkButton className="field-more" onClick={() => viewStore.getState().set({ measuring: { on: id } })}>
      Paste measurements...
    </LinkButton>
  )
}
