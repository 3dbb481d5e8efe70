import { type AnyCollection, type ElementOf, collections, modelCollections, recordCollections } from '../collections.ts'
import type { Design, Element, Id, Variant } from '../design.ts'
import { chainOf, effectiveDesign } from '../effective.ts'
import { diffModels } from '../patch.ts'
import { isPlainObject } from '../same-json.ts'
import { type MapReference, mapReferences } from '../references.ts'
import { forgetInFraming } from './framing.ts'

/** Variants are written anew by themselves (`keptVariants`). */
const keptCollections = collections.filter((collection) => collection !== 'variants')

/**
 * Removes elements of any collection, and what makes no sense without them: the arrows of a component, the actions that
 * start there, their steps in plans (empty groups collapse), every list entry, share of a mix and place that names them,
 * and what variants say about them. What stands in a removed boundary moves out into the boundary around it.
 *
 * Requirements, the end of an action and treatments keep naming what is gone: a person asked for or signed those, so
 * they show as "unknown" or "closed by removal" and are never dropped in silence.
 */
export function removeElements(design: Design, ids: readonly Id[]): Design {
  const gone = withVariantDependants(design, withDependants(design, ids))
  const kept = forgetInFraming(removeFrom(design, gone, keptCollections), gone)
  if (!design.variants) return kept
  const variants = keptVariants(design, kept, gone)
  const shown = survivor(design, gone, design.shown)
  const { variants: _old, shown: _shown, ...rest } = kept
  return {
    ...rest,
    ...(variants.length > 0 ? { variants } : {}),
    ...(shown === undefined ? {} : { shown }),
  }
}

/** The ids that go when these go: in a model, arrows hang on their ends and actions on where they start. */
function withDependants(design: Design, ids: readonly Id[]): ReadonlySet<Id> {
  const gone = new Set(ids)
  for (const flow of design.flows ?? []) if (gone.has(flow.from) || gone.has(flow.to)) gone.add(flow.id)
  for (const action of design.actions ?? []) if (gone.has(action.starts)) gone.add(action.id)
  return gone
}

/** Elements that only a variant adds go as well when they hang on what the base loses. */
function withVariantDependants(design: Design, gone: ReadonlySet<Id>): ReadonlySet<Id> {
  const inBase = new Set(modelCollections.flatMap((collection) => (design[collection] ?? []).map(({ id }) => id)))
  const hanging = variantsThatMention(design, [...gone]).flatMap((variant) =>
    [...withDependants(effectiveDesign(design, variant.id), [...gone])].filter((id) => !inBase.has(id)),
  )
  return hanging.length === 0 ? gone : new Set([...gone, ...hanging])
}

/** The variants whose changes mention one of these elements or what hangs on them: for "also in option B". */
export function variantsThatMention(design: Design, ids: readonly Id[]): readonly Variant[] {
  const gone = withDependants(design, ids)
  return (design.variants ?? []).filter((variant) => mentions(variant.changes, gone))
}

/** Takes the references to ids out of the records about the model (decisions, views ...), and out of nothing else. */
export function forgetInRecords(design: Design, gone: ReadonlySet<Id>): Design {
  return forgetInFraming(removeFrom(design, gone, recordCollections), gone)
}

function removeFrom(design: Design, gone: ReadonlySet<Id>, from: readonly AnyCollection[]): Design {
  const map: MapReference = (id, slot) => {
    if (!gone.has(id) || slot.lost === 'stays') return id
    return slot.path === 'in' ? boundaryAround(design, gone, id) : undefined
  }
  const changed: Partial<Record<AnyCollection, readonly Element[]>> = {}
  for (const collection of from) {
    const next = removeFromCollection(design, collection, gone, map)
    if (next) changed[collection] = next
  }
  return Object.keys(changed).length === 0 ? design : ({ ...design, ...changed } as Design)
}

function removeFromCollection(
  design: Design,
  collection: AnyCollection,
  gone: ReadonlySet<Id>,
  map: MapReference,
): readonly Element[] | undefined {
  const elements: readonly ElementOf<AnyCollection>[] = design[collection] ?? []
  const next = elements.flatMap((element): ElementOf<AnyCollection>[] => {
    if (gone.has(element.id)) return []
    const mapped = mapReferences(collection, element, map)
    return mapped === undefined ? [] : [mapped]
  })
  return next.length === elements.length && next.every((element, index) => element === elements[index])
    ? undefined
    : next
}

/** The innermost boundary around a removed one that stays. */
function boundaryAround(design: Design, gone: ReadonlySet<Id>, id: Id): Id | undefined {
  const seen = new Set<Id>()
  let next: Id | undefined = id
  while (next !== undefined && gone.has(next) && !seen.has(next)) {
    seen.add(next)
    const around: Id = next
    next = design.boundaries?.find((boundary) => boundary.id === around)?.in
  }
  return next !== undefined && gone.has(next) ? undefined : next
}

/**
 * The variants that stay. One that mentions something removed is written anew: its whole picture loses the elements
 * just as the base did, and what still differs from the new base is its change.
 */
function keptVariants(design: Design, kept: Design, gone: ReadonlySet<Id>): readonly Variant[] {
  const staying = (design.variants ?? []).filter((variant) => !gone.has(variant.id))
  // A variant needs its foundation first.
  const ordered = staying.toSorted((left, right) => depth(design, left) - depth(design, right))
  const written = new Map<Id, Variant>()
  for (const variant of ordered) {
    const foundation = { ...kept, variants: [...written.values()] }
    written.set(variant.id, rewriteVariant(design, foundation, gone, variant))
  }
  return staying.flatMap((variant) => written.get(variant.id) ?? [])
}

function rewriteVariant(design: Design, foundation: Design, gone: ReadonlySet<Id>, variant: Variant): Variant {
  const of = survivor(design, gone, variant.of)
  if (of === variant.of && !mentions(variant.changes, gone)) return variant
  const before = effectiveDesign(design, variant.id)
  const after = removeFrom(before, withDependants(before, [...gone]), modelCollections)
  const { of: _old, ...rest } = variant
  const changes = diffModels(effectiveDesign(foundation, of ?? null), after)
  return { ...rest, ...(of === undefined ? {} : { of }), changes }
}

/** The nearest variant along `of` that stays. */
function survivor(design: Design, gone: ReadonlySet<Id>, variant: Id | undefined): Id | undefined {
  if (variant === undefined || !gone.has(variant)) return variant
  return chainOf(design, variant)
    .toReversed()
    .find((link) => !gone.has(link.id))?.id
}

function depth(design: Design, variant: Variant): number {
  return chainOf(design, variant.id).length
}

function mentions(value: unknown, ids: ReadonlySet<Id>): boolean {
  if (typeof value === 'string') return ids.has(value)
  if (Array.isArray(value)) return value.some((item: unknown) => mentions(item, ids))
  if (!isPlainObject(value)) return false
  return Object.entries(value).some(([key, child]) => ids.has(key) || mentions(child, ids))
}

/** Takes a boundary away and lifts what stands in it into the boundary around it. Its facets go with it. */
export function ungroup(design: Design, boundary: Id): Design {
  return design.boundaries?.some((candidate) => candidate.id === boundary) ? removeElements(design, [boundary]) : design
}
