import type { Decision, Design, Id, Variant } from '../design/design.ts'
import { adoptVariant } from '../design/edit/variant.ts'
import { effectiveDesign } from '../design/effective.ts'
import { diffModels } from '../design/patch.ts'

/**
 * Makes a variant the base; the pictures of all others stay as they are. Decisions that weighed it then speak of the
 * base. With `keep`, what was the base before stays as an option of that name, so that nothing is lost.
 */
export function adoptSide(design: Design, variant: Id, keep?: { readonly id: Id; readonly name: string }): Design {
  const adopted = adoptVariant(design, variant)
  if (adopted === design) return design
  const old: Variant | undefined = keep && {
    ...keep,
    type: 'option',
    changes: diffModels(adopted, effectiveDesign(design, null)),
  }
  // Adoption has taken the variant out of the decisions; here they learn where its picture is now.
  const decisions = design.decisions?.map((decision, index) =>
    speakOfBase(adopted.decisions?.[index] ?? decision, decision, variant, old?.id),
  )
  return {
    ...adopted,
    ...(decisions === undefined ? {} : { decisions }),
    ...(old === undefined ? {} : { variants: [...(adopted.variants ?? []), old] }),
  }
}

function speakOfBase(adopted: Decision, before: Decision, variant: Id, old: Id | undefined): Decision {
  return {
    ...adopted,
    options: adopted.options.map((option, index) => {
      const was = before.options[index]
      if (was?.variant === variant) return { ...option, base: true }
      if (was?.base !== true) return option
      const { base: _base, ...rest } = option
      return old === undefined ? rest : { ...rest, variant: old }
    }),
  }
}

/**
 * A new variant with nothing changed yet. On another one it builds as that one does, and starts from its picture, so
 * that "an option like this one" goes on looking as it does when this one is edited.
 */
export function variantLike(design: Design, like: Id | null, fresh: Pick<Variant, 'id' | 'name' | 'type'>): Variant {
  const model = design.variants?.find(({ id }) => id === like)
  if (model === undefined) return { ...fresh, changes: {} }
  // A phase follows the phase before it; an option stands beside the others.
  if (fresh.type === 'phase') return { ...fresh, of: model.id, changes: {} }
  return { ...fresh, ...(model.of === undefined ? {} : { of: model.of }), changes: model.changes }
}
