import type { Decision, DecisionOption, Design, Id, Variant } from '../design/design.ts'
import { nextNumber } from './status.ts'

interface Proposing {
  /** An unused id for a stem. */
  readonly newId: (stem: string) => Id
  /** ISO date. */
  readonly today: string
}

/**
 * A proposed decision with the next number. Its options are those that the design has drawn, the base first; two to fill
 * in where none is drawn. With `about`, only options that change one of these elements.
 */
export function proposeDecision(
  design: Design,
  id: Id,
  { newId, today, about }: Proposing & { readonly about?: readonly Id[] },
): Decision {
  const drawn = optionsDrawn(design, about)
  const options: readonly DecisionOption[] =
    drawn.length === 0
      ? ['Option A', 'Option B'].map((title) => ({ id: newId('option'), title }))
      : [
          { id: newId('option'), title: 'Base', base: true },
          ...drawn.map((variant) => ({ id: newId('option'), title: variant.name, variant: variant.id })),
        ]
  return { id, number: nextNumber(design), name: 'Untitled decision', status: 'proposed', date: today, options }
}

/**
 * A proposed decision for an option that has just become the base: it is chosen already, over what the base was before
 * (the variant `before`) and over the other options that change the same elements; why it was, nobody has said yet.
 * `name`: what the option was called.
 */
export function proposeAdopted(
  design: Design,
  id: Id,
  { newId, today, name, before }: Proposing & { readonly name: string; readonly before: Id },
): Decision {
  const old = design.variants?.find((variant) => variant.id === before)
  const changed = Object.values(old?.changes ?? {}).flatMap((changes) => Object.keys(changes))
  const about = (design.components ?? []).map((component) => component.id).filter((each) => changed.includes(each))
  const chosen = newId('option')
  const options: readonly DecisionOption[] = [
    { id: chosen, title: name, base: true },
    ...optionsDrawn(design, changed).map((variant) => ({
      id: newId('option'),
      title: variant.name,
      variant: variant.id,
    })),
  ]
  return {
    id,
    number: nextNumber(design),
    name,
    status: 'proposed',
    date: today,
    ...(about.length === 0 ? {} : { about }),
    options,
    chosen,
  }
}

/** The newest decision that speaks for a drawn option: it weighs it and is still open, or it was accepted with it. */
export function decisionOn({ decisions = [] }: Design, variant: Id): Decision | undefined {
  return decisions.findLast(({ status, options, chosen }) =>
    options.some(
      (option) =>
        option.variant === variant && (status === 'proposed' || (status === 'accepted' && option.id === chosen)),
    ),
  )
}

/** Drawn options, phases left aside; with `about`, those that change one of these elements. */
function optionsDrawn({ variants = [] }: Design, about: readonly Id[] | undefined): readonly Variant[] {
  return variants.filter(
    ({ type, changes }) =>
      type === 'option' &&
      (about === undefined || Object.values(changes).some((changed) => about.some((one) => one in changed))),
  )
}
