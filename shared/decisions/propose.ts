import type { Decision, DecisionOption, Design, Id } from '../design/design.ts'
import { nextNumber } from './status.ts'

/**
 * A proposed decision with the next number. Its options are those that the design has drawn, the base first; two to fill
 * in where none is drawn. With `about`, only options that change one of these elements. `newId`: an unused id for a stem.
 */
export function proposeDecision(
  design: Design,
  id: Id,
  {
    newId,
    today,
    about,
  }: { readonly newId: (stem: string) => Id; readonly today: string; readonly about?: readonly Id[] },
): Decision {
  const drawn = (design.variants ?? []).filter(
    ({ type, changes }) =>
      type === 'option' &&
      (about === undefined || Object.values(changes).some((changed) => about.some((one) => one in changed))),
  )
  const options: readonly DecisionOption[] =
    drawn.length === 0
      ? ['Option A', 'Option B'].map((title) => ({ id: newId('option'), title }))
      : [
          { id: newId('option'), title: 'Base', base: true },
          ...drawn.map((variant) => ({ id: newId('option'), title: variant.name, variant: variant.id })),
        ]
  return { id, number: nextNumber(design), name: 'Untitled decision', status: 'proposed', date: today, options }
}
