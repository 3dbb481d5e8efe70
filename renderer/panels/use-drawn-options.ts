import { useMemo } from 'react'
import { nameOf } from '../../shared/design/collections.ts'
import type { ChoiceOption } from '../ui/index.ts'
import { useDesign } from './stores.ts'

/** Everything that is drawn, by name, to choose what something is about: components, then boundaries, then arrows. */
export function useDrawnOptions(): readonly ChoiceOption[] {
  const design = useDesign((present) => present)
  return useMemo(
    () =>
      [...(design.components ?? []), ...(design.boundaries ?? []), ...(design.flows ?? [])].map(({ id }) => ({
        value: id,
        label: nameOf(design, id),
      })),
    [design],
  )
}
