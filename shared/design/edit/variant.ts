import { modelCollections, takenIds } from '../collections.ts'
import type { Design, Id, Model, Patch, Variant, View } from '../design.ts'
import { effectiveDesign, foundationOf } from '../effective.ts'
import { diffModels } from '../patch.ts'
import { addElement, updateElement } from './element.ts'
import { forgetInRecords } from './remove.ts'

/** A new option or phase. */
export function addVariant(design: Design, variant: Omit<Variant, 'changes'> & { readonly changes?: Patch }): Design {
  return addElement(design, 'variants', { ...variant, changes: variant.changes ?? {} })
}

/** Which variant headlines and documents describe; undefined is the base. */
export function setShown(design: Design, variant: Id | undefined): Design {
  if (design.shown === variant) return design
  if (variant !== undefined) return { ...design, shown: variant }
  const { shown: _base, ...rest } = design
  return rest
}

/**
 * Runs an edit inside a variant: the edit sees the design as the variant shows it, and what it changes in the model is
 * written as the variant's difference from what it builds on. An edit back to the old value empties its change by
 * itself. Records about the model (decisions, views ...) are shared by all variants: additions and changes are taken
 * over, but an edit that removes elements here leaves them alone, as other variants still have those elements.
 */
export function editWithin(design: Design, variant: Id | undefined, edit: (design: Design) => Design): Design {
  const known = variant !== undefined && design.variants?.some((candidate) => candidate.id === variant)
  if (!known) return edit(design)
  // The edit must not rewrite the variants themselves: for them the base has not changed.
  const { variants: _variants, shown: _shown, ...flat } = effectiveDesign(design, variant)
  const edited = edit(flat)
  if (edited === flat) return design
  const changes = diffModels(foundationOf(design, variant), edited)
  const written = updateElement(withRecords(design, flat, edited), 'variants', variant, (old) => ({ ...old, changes }))
  return forgetVanished(design, written)
}

/** Makes an option the base. Every other variant keeps its picture: its changes become its difference from the new base. */
export function adoptVariant(design: Design, variant: Id): Design {
  const adopted = effectiveDesign(design, variant)
  if (adopted === design) return design
  const base = { ...design, ...modelOf(adopted) }
  const others = (design.variants ?? []).filter((other) => other.id !== variant)
  const variants = others.map((other): Variant => {
    const { of, ...rest } = other
    const picture = effectiveDesign(design, other.id)
    // One that built on the adopted option now builds on the base; the others keep what they build on.
    if (of !== undefined && of !== variant) return other
    return { ...rest, changes: diffModels(base, picture) }
  })
  const { variants: _old, shown, ...rest } = base
  const treatments = design.treatments?.map((treatment) => {
    const { variant: signedFor, ...general } = treatment
    return signedFor === variant ? general : treatment
  })
  const kept: Design = {
    ...rest,
    ...(treatments ? { treatments } : {}),
    ...(variants.length > 0 ? { variants } : {}),
    ...(shown === undefined || shown === variant ? {} : { shown }),
  }
  return forgetVanished(design, kept)
}

/** The model's own fields, empty where a collection is not there. */
function modelOf(design: Design): Model {
  const model: Record<string, unknown> = {}
  for (const name of ['context', ...modelCollections] as const) {
    if (design[name] !== undefined) model[name] = design[name]
  }
  return model
}

/** The design with the records and other fields that an edit changed, its model still the base's. */
function withRecords(design: Design, before: Design, edited: Design): Design {
  const model: ReadonlySet<string> = new Set(['context', ...modelCollections, 'variants', 'shown'])
  const still = idsOf(edited)
  const removes = [...idsOf(before)].some((id) => !still.has(id))
  const next: Record<string, unknown> = { ...design }
  for (const [field, value] of Object.entries(edited)) {
    if (model.has(field) || value === design[field as keyof Design]) continue
    if (!removes) next[field] = value
    else if (field === 'views') next[field] = mergedViews(design.views ?? [], edited.views ?? [])
  }
  for (const field of Object.keys(before)) if (!removes && !model.has(field) && !(field in edited)) delete next[field]
  return next as unknown as Design
}

/** Views of an edit that removed elements: new places count, old ones that it dropped stay. */
function mergedViews(before: readonly View[], after: readonly View[]): readonly View[] {
  const old = new Map(before.map((view) => [view.id, view]))
  return after.map((view) => {
    const previous = old.get(view.id)
    if (!previous || previous === view) return view
    const places = { ...previous.places, ...view.places }
    return { ...previous, ...(Object.keys(places).length > 0 ? { places } : {}) }
  })
}

/** What is now nowhere in the file, neither in the base nor in a variant: records stop naming it. */
function forgetVanished(before: Design, after: Design): Design {
  const still = takenIds(after)
  const vanished = [...takenIds(before)].filter((id) => !still.has(id))
  return vanished.length === 0 ? after : forgetInRecords(after, new Set(vanished))
}

function idsOf(design: Design): ReadonlySet<Id> {
  return new Set(modelCollections.flatMap((collection) => (design[collection] ?? []).map((element) => element.id)))
}
